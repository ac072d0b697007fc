"""Checks of sheets and gates, shared by a candidate of a round and a score that stands alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

import attrs

from koubo.calls import Call
from koubo.calls.naming import unknown
from koubo.errors import Mistake
from koubo.models.checks import is_flag, shown


def grade_mistakes(sheet: object, place: str, grades: type[Enum]) -> list[Mistake]:
    """Return the mistakes of the grades of a sheet, whatever its criteria."""
    if not isinstance(sheet, Mapping):
        return [Mistake(place, shown(sheet), "a sheet: criterion and grade")]
    known = ", ".join(str(grade.value) for grade in grades)
    return [
        Mistake(_at(place, criterion), shown(grade), f"one of {known}")
        for criterion, grade in sheet.items()
        if not isinstance(grade, grades)
    ]


def sheet_mistakes(sheets: object, place: str, grades: type[Enum]) -> list[Mistake]:
    """Return the mistakes of the grades of a list of sheets."""
    if not isinstance(sheets, tuple):
        return [Mistake(place, shown(sheets), "a list of sheets")]
    return [one for number, sheet in enumerate(sheets) for one in grade_mistakes(sheet, f"{place}[{number}]", grades)]


def criterion_mistakes(sheet: object, place: str, call: Call) -> list[Mistake]:
    """Return the mistakes of a sheet beside its grades: criteria that the call does not have, criteria left out."""
    if not isinstance(sheet, Mapping):
        return []
    known = [criterion.id for criterion in call.criteria]
    strange = [
        unknown(_at(place, name), name, known, f"a criterion of call {call.id}") for name in sheet if name not in known
    ]
    missing = [Mistake(f"{place}.{name}", "nothing", "a grade") for name in known if name not in sheet]
    return strange + missing


def gate_mistakes(gates: object, place: str) -> list[Mistake]:
    """Return the mistakes of the answers to gates, whatever their ids; ``None`` is not known."""
    if not isinstance(gates, Mapping):
        return [Mistake(place, shown(gates), "gates: gate and true or false")]
    found = ((name, passed, is_flag(passed)) for name, passed in gates.items() if passed is not None)
    return [Mistake(_at(place, name), shown(passed), expected) for name, passed, expected in found if expected]


def gate_name_mistakes(gates: object, place: str, call: Call) -> list[Mistake]:
    """Return a mistake for each gate that the call does not have."""
    known = [gate.id for gate in call.gates]
    names = gates if isinstance(gates, Mapping) else ()
    return [unknown(_at(place, name), name, known, f"a gate of call {call.id}") for name in names if name not in known]


def listed(value: object) -> bool:
    """Whether a value is a list of things: text is a list of characters to Python, and a mapping one of its keys."""
    return isinstance(value, Iterable) and not isinstance(value, str | Mapping)


def signed(mistakes: Iterable[Mistake], called: str, name: object) -> list[Mistake]:
    """Return mistakes that say whose they are: ``'E' (candidate 'miyagi-a')``; nobody's where the name cannot be read."""
    if not isinstance(name, str):
        return list(mistakes)
    return [attrs.evolve(mistake, found=f"{mistake.found} ({called} {shown(name)})") for mistake in mistakes]


def _at(place: str, key: object) -> str:
    """Return the place of a key; one that is no name stays out of it, and stands in what was found."""
    return f"{place}.{key}" if isinstance(key, str) and key.isidentifier() and len(key) <= _LONGEST else place


_LONGEST = 60
