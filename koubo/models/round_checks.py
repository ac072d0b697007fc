"""Checks of a round as a whole: ids that resolve, regions and criteria that the call has.

They also look at rounds with parts that could not be read, so that one mistake does not hide the others; nothing
is taken for granted of a candidate here.
"""

from __future__ import annotations

from typing import Any

import attrs

from koubo.calls import Call, get_call
from koubo.calls.naming import unknown
from koubo.errors import InputError, Mistake
from koubo.models.checks import shown, twice
from koubo.models.sheet_checks import criterion_mistakes, gate_name_mistakes, signed


def round_mistakes(round_: Any, kind: type) -> list[Mistake]:
    """Return the mistakes of a round beside those of its fields and of each candidate (of class ``kind``) alone."""
    candidates, mistakes = round_.candidates, []
    if not isinstance(candidates, tuple):
        candidates, mistakes = (), [Mistake("candidates", shown(candidates), "a list of candidates")]
    elif not candidates:
        mistakes = [Mistake("candidates", "an empty list", "one candidate or more")]
    for number, candidate in enumerate(candidates):
        if not isinstance(candidate, kind):
            mistakes.append(Mistake(f"candidates[{number}]", shown(candidate), "a candidate"))
    ids = [getattr(candidate, "id", None) for candidate in candidates]
    mistakes += twice((name if isinstance(name, str) else f"\0{place}" for place, name in enumerate(ids)), "candidates")
    mistakes += _withdrawn(round_.withdrawn, ids)
    try:
        call = get_call(round_.call)
    except InputError as error:
        return mistakes + [attrs.evolve(mistake, place="call") for mistake in error.mistakes]
    return mistakes + call_mistakes(candidates, call)


def call_mistakes(candidates: tuple[Any, ...], call: Call) -> list[Mistake]:
    """Return what the candidates say that a call does not know: regions, criteria and gates."""
    regions = [region.id for region in call.regions]
    mistakes: list[Mistake] = []
    for number, candidate in enumerate(candidates):
        found: list[Mistake] = []
        if not hasattr(candidate, "region"):
            continue
        if isinstance(candidate.region, str) and candidate.region not in regions:
            found.append(unknown("region", candidate.region, regions, f"a region of call {call.id}"))
        found += criterion_mistakes(candidate.grades, "grades", call)
        if isinstance(candidate.sheets, tuple):
            for place, sheet in enumerate(candidate.sheets):
                found += criterion_mistakes(sheet, f"sheets[{place}]", call)
        found += gate_name_mistakes(candidate.gates, "gates", call)
        mistakes += [
            mistake.under(f"candidates[{number}]") for mistake in signed(found, candidate.CALLED, candidate.id)
        ]
    return mistakes


def _withdrawn(withdrawn: object, ids: list[Any]) -> list[Mistake]:
    if not isinstance(withdrawn, tuple):
        return [Mistake("withdrawn", shown(withdrawn), "a list of ids of candidates")]
    # An id that could not be read may be the one that is meant.
    whole = bool(ids) and all(isinstance(name, str) for name in ids)
    mistakes = [
        unknown(f"withdrawn[{place}]", name, ids, "the id of a candidate")
        for place, name in enumerate(withdrawn)
        if whole and name not in ids
    ]
    again = [
        Mistake(f"withdrawn[{place}]", f"{shown(name)} a second time", "each id once")
        for place, name in enumerate(withdrawn)
        if name in withdrawn[:place]
    ]
    return mistakes + again
