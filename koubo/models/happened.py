"""Things that happen once: the day or the time of it, ``false`` where it has not happened, left out where unknown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from enum import Enum
from typing import Any, Literal, TypeAlias

from attrs import field

from koubo.models.checks import Check, fact, is_day, is_moment
from koubo.models.labelled import LISTED
from koubo.models.times import in_japan

DoneOn: TypeAlias = date | Literal[False] | None
DoneAt: TypeAlias = datetime | Literal[False] | None


def done_on(ja: str, en: str, **more: Any) -> Any:
    """A day on which something happened, ``False`` where it has not."""
    return field(default=None, metadata=fact(_or_false(is_day), ja, en, compound=True, **more))


def done_at(ja: str, en: str, **more: Any) -> Any:
    """A moment at which something happened, ``False`` where it has not; without a zone it is Japan time."""
    return field(default=None, converter=in_japan, metadata=fact(_or_false(is_moment), ja, en, compound=True, **more))


def has_happened(value: DoneOn | DoneAt) -> bool | None:
    """Whether it has happened; ``None`` is not known."""
    return None if value is None else value is not False


def happened_on(value: DoneOn) -> date | None:
    """Return the day on which it happened; ``None`` where it has not or where that is not known."""
    return value or None


def happened_at(value: DoneAt) -> datetime | None:
    """Return the moment at which it happened; ``None`` where it has not or where that is not known."""
    return value or None


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
