"""Things that happen once: the day or the time of it, ``false`` where it has not happened, left out where unknown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, Literal, TypeAlias

import attrs
from attrs import field

from koubo.errors import Mistake
from koubo.models.checks import Check, fact, is_day, is_moment
from koubo.models.fields import day, flag, moment
from koubo.models.labelled import LISTED
from koubo.models.times import day_of, in_japan
from koubo.text import Text

DoneOn: TypeAlias = date | Literal[False] | None
DoneAt: TypeAlias = datetime | Literal[False] | None


def done_on(ja: str, en: str) -> Any:
    """A day on which something happened, ``False`` where it has not; the words name what happened."""
    return field(default=None, metadata=_metadata(is_day, ja, en, "日", "on"))


def done_at(ja: str, en: str) -> Any:
    """A moment at which something happened, ``False`` where it has not; without a zone it is Japan time."""
    return field(default=None, converter=in_japan, metadata=_metadata(is_moment, ja, en, "日時", "at"))


def _metadata(check: Check, ja: str, en: str, ja_when: str, en_when: str) -> dict[str, Any]:
    metadata = fact(_or_false(check), f"{ja}{ja_when}", f"{en} {en_when}", compound=True)
    return {**metadata, "happened": Text(ja, en), "when": day if check is is_day else moment}


def has_happened(value: DoneOn | DoneAt) -> bool | None:
    """Whether it has happened; ``None`` is not known."""
    return None if value is None else value is not False


def happened_at(value: DoneAt) -> datetime | None:
    """Return the moment at which it happened; ``None`` where it has not or where that is not known."""
    return value or None


@cache
def occurrences(model: type[attrs.AttrsInstance]) -> type[attrs.AttrsInstance]:
    """Return a class with the facts of what happens to a model.

    For ``approved_on`` they are ``approved``, ``approved_on`` and ``approved_by``: the day on which it happened, or the
    day asked about where it has not, which is what a term is held against.
    """
    made: dict[str, Any] = {}
    kinds: dict[str, object] = {}
    for attribute in _happenings(model):
        words, label, kind = (attribute.metadata[key] for key in ("happened", "label", "when"))
        made |= {_stem(attribute): flag(words.ja, words.en), attribute.name: kind(label.ja, label.en)}
        kinds |= {_stem(attribute): bool | None, attribute.name: _WHEN[kind] | None}
        if kind is day:
            made[_by(attribute)] = day(f"{label.ja}（未了なら判定日）", f"{label.en} (if not yet, today)")
            kinds[_by(attribute)] = date | None
    return attrs.frozen(kw_only=True)(type(f"{model.__name__}Occurrences", (), {"__annotations__": kinds, **made}))


def occurred(instance: attrs.AttrsInstance, upto: date | None) -> dict[str, Any]:
    """Return the facts of what happened to an instance, by the names that :func:`occurrences` gives them.

    What is to happen after ``upto``, a moment or a whole day, has not happened yet.
    """
    facts: dict[str, Any] = {}
    for attribute in _happenings(type(instance)):
        value: date | Literal[False] | None = getattr(instance, attribute.name)
        if value and upto is not None and _after(value, upto):
            value = False
        facts |= {_stem(attribute): has_happened(value), attribute.name: value or None}
        if attribute.metadata["when"] is day:
            facts[_by(attribute)] = (upto and day_of(upto)) if value is False else value
    return facts


_WHEN: dict[object, Any] = {day: date, moment: datetime}


def _happenings(model: type[attrs.AttrsInstance]) -> list[attrs.Attribute[Any]]:
    return [attribute for attribute in attrs.fields(model) if "happened" in attribute.metadata]


def _stem(attribute: attrs.Attribute[Any]) -> str:
    return attribute.name[: -len("_on")]


def _after(value: date, upto: date) -> bool:
    if isinstance(value, datetime) and isinstance(upto, datetime):
        return value > upto
    return day_of(value) > day_of(upto)


def _by(attribute: attrs.Attribute[Any]) -> str:
    return f"{_stem(attribute)}_by"


def reversed_moments(start: datetime | None, end: datetime | None, end_key: str, start_key: str) -> list[Mistake]:
    """Return a mistake where an end lies before its start."""
    if start is None or end is None or start <= end:
        return []
    return [Mistake(end_key, end.isoformat(), f"a time not before {start_key} ({start.isoformat()})")]


def missing(needed: Iterable[Enum], there: Iterable[Enum] | None) -> str | None:
    """Return the ids of the members that are not in a list, as one fact names them; ``None`` where it was left out."""
    if there is None:
        return None
    given = set(there)
    return LISTED.join(one.value for one in needed if one not in given)


def _or_false(check: Check) -> Check:
    def checked(value: object) -> str | None:
        expected = None if value is False else check(value)
        return None if expected is None else f"{expected}, or false where it has not happened"

    return checked
