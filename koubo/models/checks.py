"""Checks of form shared by the models: every mistake of one object is found before any is raised."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Any

import attrs

from koubo.errors import InputError, Mistake
from koubo.text import Text

MAX_YEN = 10**14 - 1
"""Largest amount of one line, below a hundred trillion yen: keeps every product inside 64 bits in every runner."""
MAX_COUNT = 10**9
"""Largest quantity of one line."""
MAX_MEASURE = 10**6
"""Largest distance in kilometres and life in years that is taken for real."""

Check = Callable[[object], str | None]


def whole(minimum: int, maximum: int, unit: str = "") -> Check:
    """Return a check for a whole number within bounds, both included."""
    expected = f"a whole number from {minimum} to {maximum}{' ' + unit if unit else ''}"

    def check(value: object) -> str | None:
        good = isinstance(value, int) and not isinstance(value, bool) and minimum <= value <= maximum
        return None if good else expected

    return check


def measure(unit: str) -> Check:
    """Return a check for a finite number that is not negative."""
    expected = f"a number of {unit} from 0 to {MAX_MEASURE}"

    def check(value: object) -> str | None:
        if isinstance(value, bool) or not isinstance(value, int | float):
            return expected
        return None if math.isfinite(value) and 0 <= value <= MAX_MEASURE else expected

    return check


def of_type(kind: type, expected: str) -> Check:
    """Return a check for an instance of a class."""

    def check(value: object) -> str | None:
        good = isinstance(value, kind) and not (kind is date and isinstance(value, datetime))
        return None if good else expected

    return check


def one_of(kind: type) -> Check:
    """Return a check for a member of an enumeration."""
    expected = "one of " + ", ".join(member.value for member in kind)  # type: ignore[attr-defined]
    return of_type(kind, expected)


is_yen = whole(0, MAX_YEN, "yen")
is_flag = of_type(bool, "true or false")
is_day = of_type(date, "a day YYYY-MM-DD")
is_text = of_type(str, "text")


def is_moment(value: object) -> str | None:
    """Check a moment in time with its zone."""
    good = isinstance(value, datetime) and value.tzinfo is not None
    return None if good else "a time YYYY-MM-DDThh:mm with its zone"


def is_id(value: object) -> str | None:
    """Check an id: text with something in it and no control characters."""
    good = isinstance(value, str) and value.strip() != "" and value.isprintable()
    return None if good else "an id: text that is not empty"


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
    text = "nothing" if value is None else repr(value)
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


def reversed_days(start: date | None, end: date | None, end_key: str, start_key: str) -> list[Mistake]:
    """Return a mistake where an end lies before its start."""
    if start is None or end is None or not isinstance(start, date) or not isinstance(end, date) or start <= end:
        return []
    return [Mistake(end_key, end.isoformat(), f"a day not before {start_key} ({start.isoformat()})")]


def raise_all(mistakes: Sequence[Mistake]) -> None:
    """Raise one :class:`InputError` with all mistakes, if there are any."""
    if mistakes:
        raise InputError(mistakes)
