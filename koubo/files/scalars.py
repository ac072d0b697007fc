"""The strict reading of single values: what YAML and JSON say, taken at its word."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, Final, get_args

from koubo.calls import JAPAN
from koubo.files.broken import broken
from koubo.files.place import show, suggestion

YEARS: Final = range(1900, 3000)
"""Years of a date that is taken for real; far ends overflow when a zone is applied or days are added."""

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?:Z|[+-][0-9]{2}:[0-9]{2})?"
)
_TYPED = re.compile(r"[-+]?[0-9][0-9_, ]*")
_RATIO = re.compile(r"-?[0-9]{1,30}(?:\.[0-9]{1,30}|/[0-9]{1,30})?")

EXPECTED: Final[dict[object, str]] = {
    int: "a whole number",
    float: "a number",
    str: "text",
    bool: "true or false",
    date: "a date such as 2025-05-12",
    datetime: "a time such as 2025-03-27T17:30",
    Fraction: 'an exact number as text, such as "66.67" or "200/3"',
}
"""What a mistake says was expected, for each type of a single value."""

Read = Callable[[object], Any]


def whole(value: object) -> int:
    """Read a whole number: no boolean, no 1.0, no text."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    typed = isinstance(value, str) and _TYPED.fullmatch(value)
    raise broken(value, f"{EXPECTED[int]} such as 1200000, without quotes or separators" if typed else EXPECTED[int])


def number(value: object) -> float:
    """Read a finite number as entered; a whole one stays whole."""
    if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
        return value
    raise broken(value, EXPECTED[float])


def words(value: object) -> str:
    """Read text; a number is none, as it may have lost its leading zeros."""
    if isinstance(value, str):
        return value
    simple = isinstance(value, int | float) and not isinstance(value, bool)
    raise broken(value, "text, in quotes" if simple else EXPECTED[str])


def flag(value: object) -> bool:
    """Read true or false and nothing that only looks like them."""
    if isinstance(value, bool):
        return value
    raise broken(value, EXPECTED[bool])


def day(value: object) -> date:
    """Read a date: ``YYYY-MM-DD`` or a date that is no time."""
    found = value
    if isinstance(value, str) and _DATE.fullmatch(value):
        try:
            found = date.fromisoformat(value)
        except ValueError:
            raise broken(value, "a day of the calendar, YYYY-MM-DD") from None
    if isinstance(found, date) and not isinstance(found, datetime) and found.year in YEARS:
        return found
    raise broken(value, EXPECTED[date])


def moment(value: object) -> datetime:
    """Read an ISO time; without a zone it is Japan time."""
    found = value
    if isinstance(value, str) and _MOMENT.fullmatch(value):
        try:
            found = datetime.fromisoformat(value)
        except ValueError:
            raise broken(value, "a time of the calendar and the clock, YYYY-MM-DDTHH:MM") from None
    if isinstance(found, datetime) and found.year in YEARS:
        return found.replace(tzinfo=JAPAN) if found.tzinfo is None else found
    raise broken(value, EXPECTED[datetime])


def ratio(value: object) -> Fraction:
    """Read an exact number: decimal text, a quotient as text, or a whole number; never a float."""
    if isinstance(value, int | Fraction) and not isinstance(value, bool):
        return Fraction(value)
    if isinstance(value, Decimal) and value.is_finite():
        return Fraction(value)
    if isinstance(value, str) and _RATIO.fullmatch(value):
        try:
            return Fraction(value)
        except ZeroDivisionError:
            raise broken(value, "a quotient whose divisor is not 0") from None
    hint = EXPECTED[Fraction]
    raise broken(value, f"{hint}; without quotes it is not exact" if isinstance(value, float) else hint)


STRICT: Final[dict[type, Read]] = {
    int: whole,
    float: number,
    str: words,
    bool: flag,
    date: day,
    datetime: moment,
    Fraction: ratio,
}
"""The reading of each type of a single value."""


def one_of(values: Iterable[object]) -> str:
    """Return the words for a choice: ``one of plan, settlement``."""
    names = [show(value) if isinstance(value, bool) else str(value) for value in values]
    return names[0] if len(names) == 1 else f"one of {', '.join(names)}"


def member(kind: type[Enum]) -> Read:
    """Return the reading of an enumeration by its values."""
    known = {item.value: item for item in kind}
    names = tuple(str(value) for value in known)

    def read(value: object) -> Enum:
        if isinstance(value, kind):
            return value
        if isinstance(value, str | int) and not isinstance(value, bool) and value in known:
            return known[value]
        raise broken(value, one_of(known) + (suggestion(value, names) if isinstance(value, str) else ""))

    return read


def literal(kind: object) -> Read:
    """Return the reading of a ``Literal``: one of its values, of the same type."""
    values = get_args(kind)

    def read(value: object) -> object:
        for candidate in values:
            if type(candidate) is type(value) and candidate == value:
                return candidate
        raise broken(value, one_of(values))

    return read
