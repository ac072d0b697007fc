"""Checks of form shared by the models: every mistake of one object is found before any is raised."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from enum import Enum
from fractions import Fraction
from typing import Any

import attrs
from attrs import frozen

from koubo.errors import InputError, Mistake
from koubo.text import Text

MAX_YEN = 10**14 - 1
"""Largest amount of one line, below a hundred trillion yen: keeps every product inside 64 bits in every runner."""
MAX_COUNT = 10**9
"""Largest quantity of one line."""
MAX_MEASURE = 10**6
"""Largest distance in kilometres and life in years that is taken for real."""

Check = Callable[[object], str | None]


@frozen
class Whole:
    """A check for a whole number within bounds, both included."""

    minimum: int
    maximum: int
    unit: str = ""

    def __call__(self, value: object) -> str | None:
        """Return what was expected, or ``None`` where the value is good."""
        good = isinstance(value, int) and not isinstance(value, bool) and self.minimum <= value <= self.maximum
        unit = f" {self.unit}" if self.unit else ""
        return None if good else f"a whole number from {self.minimum} to {self.maximum}{unit}"


@frozen
class Measure:
    """A check for a finite number that is not negative."""

    unit: str
    maximum: int = MAX_MEASURE

    def __call__(self, value: object) -> str | None:
        """Return what was expected, or ``None`` where the value is good."""
        number = isinstance(value, int | float) and not isinstance(value, bool)
        good = number and math.isfinite(value) and 0 <= value <= self.maximum  # type: ignore[arg-type, operator]  # a number
        return None if good else f"a number of {self.unit} from 0 to {self.maximum}"


@frozen
class OfType:
    """A check for an instance of a class."""

    kind: type
    expected: str

    def __call__(self, value: object) -> str | None:
        """Return what was expected, or ``None`` where the value is good."""
        good = isinstance(value, self.kind) and not (self.kind is date and isinstance(value, datetime))
        return None if good else self.expected


@frozen
class OneOf:
    """A check for a member of an enumeration."""

    kind: type[Enum]

    def __call__(self, value: object) -> str | None:
        """Return what was expected, or ``None`` where the value is good."""
        expected = "one of " + ", ".join(member.value for member in self.kind)
        return None if isinstance(value, self.kind) else expected


@frozen
class Wording:
    """A check for text that holds no match of a pattern; one that every engine's regular expressions read alike."""

    never: str
    expected: str

    def __call__(self, value: object) -> str | None:
        """Return what was expected, or ``None`` where the value is good."""
        good = isinstance(value, str) and not re.search(self.never, value) and not _HALF_A_PAIR.search(value)
        return None if good else self.expected


# Control characters, and marks that cannot be seen or turn the direction of text.
_HIDDEN = "\\x00-\\x1f\\x7f-\\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
_BLANK = " \\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_HALF_A_PAIR = re.compile("[\ud800-\udfff]")

is_yen = Whole(0, MAX_YEN, "yen")
is_flag = OfType(bool, "true or false")
is_day = OfType(date, "a day YYYY-MM-DD")
is_text = OfType(str, "text")
is_id = Wording(f"[{_HIDDEN}]|^[{_BLANK}]*$", "an id: text that is not empty")


def is_moment(value: object) -> str | None:
    """Check a moment in time with its zone."""
    good = isinstance(value, datetime) and value.tzinfo is not None
    return None if good else "a time YYYY-MM-DDThh:mm with its zone"


def fact(check: Check, ja: str, en: str, unit: str = "", **more: Any) -> dict[str, Any]:
    """Return the metadata of a model's field: its check, its label in both languages, its unit."""
    return {"check": check, "label": Text(ja, en), "unit": unit, **more}


def field_mistakes(instance: Any) -> list[Mistake]:
    """Return the mistakes of the fields of an attrs instance that carry a check; ``None`` is unknown and passes."""
    mistakes = []
    for attribute in attrs.fields(type(instance)):
        check: Check | None = attribute.metadata.get("check")
        value = getattr(instance, attribute.name)
        optional = attribute.default is not attrs.NOTHING
        if check is None or (value is None and optional):
            continue
        expected = check(value)
        if expected is not None:
            mistakes.append(Mistake(attribute.metadata.get("key", attribute.name), shown(value), expected))
    return mistakes


def shown(value: object) -> str:
    """Return a value as a mistake shows it, shortened."""
    text = "nothing" if value is None else str(value) if isinstance(value, Fraction) else repr(value)
    return text if len(text) <= 80 else text[:77] + "…"


def twice(ids: Iterable[str], place: str, key: str = "id") -> list[Mistake]:
    """Return a mistake for each id that stands a second time in a list."""
    seen: set[str] = set()
    mistakes = []
    for index, name in enumerate(ids):
        if name in seen:
            mistakes.append(Mistake(f"{place}[{index}].{key}", f"{name!r} a second time", "an id of its own"))
        seen.add(name)
    return mistakes


def reversed_days(start: object, end: object, end_key: str, start_key: str) -> list[Mistake]:
    """Return a mistake where an end lies before its start."""
    if is_day(start) is not None or is_day(end) is not None:
        return []
    if not (isinstance(start, date) and isinstance(end, date)) or start <= end:
        return []
    return [Mistake(end_key, end.isoformat(), f"a day not before {start_key} ({start.isoformat()})")]


def raise_all(mistakes: Sequence[Mistake]) -> None:
    """Raise one :class:`InputError` with all mistakes, if there are any."""
    if mistakes:
        raise InputError(mistakes)
