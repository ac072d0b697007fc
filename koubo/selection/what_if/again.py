"""A round run again with one thing changed, by the direct runner, which is the quicker one for many small runs."""

from __future__ import annotations

from typing import Any

import attrs

from koubo.calls import Call
from koubo.calls.naming import unknown
from koubo.errors import InputError
from koubo.models.selection import Candidate, SelectionRound
from koubo.selection.result import Selection
from koubo.selection.select import select


def again(round_: SelectionRound, call: Call, **changed: Any) -> Selection:
    """Return the selection of a round with some of its facts changed."""
    return select(attrs.evolve(round_, **changed) if changed else round_, call=call, run_with="direct")


def with_candidate(round_: SelectionRound, changed: Candidate) -> tuple[Candidate, ...]:
    """Return the candidates with another one in the place of the one that has its id."""
    return tuple(changed if one.id == changed.id else one for one in round_.candidates)


def find(round_: SelectionRound, candidate_id: str) -> Candidate:
    """Return a candidate by its id.

    Raises:
        InputError: if the round has no such candidate; the likely right id is suggested.
    """
    for candidate in round_.candidates:
        if candidate.id == candidate_id:
            return candidate
    ids = [candidate.id for candidate in round_.candidates]
    raise InputError([unknown("candidate", candidate_id, ids, "the id of a candidate")])
