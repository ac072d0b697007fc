"""The kinds of value that a parameter can have, and the one way from raw input to each of them."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone
from fractions import Fraction
from typing import Final, Literal, TypeAlias, TypeVar, get_args

Value: TypeAlias = int | Fraction | float | str | date | datetime | time
Kind: TypeAlias = Literal["integer", "number", "ratio", "text", "date", "moment", "time"]

_T = TypeVar("_T")

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
# A fixed offset: Japan has had no summer time since 1951, and not every machine has a zone database.
JAPAN: Final = timezone(timedelta(hours=9), "Asia/Tokyo")

# Bounds keep every product that rules form (yen by numerator, km by 1,000) inside 64 bits.
_MOST: Final = 10**12
_LONGEST_DENOMINATOR: Final = 10**6
_RATIO: Final = re.compile(r"[0-9]{1,7}(?:\.[0-9]{1,6}|/[0-9]{1,7})?")
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MOMENT: Final = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?([+-]\d{2}:\d{2}|Z)?", re.ASCII)
_TIME: Final = re.compile(r"\d{2}:\d{2}(:\d{2})?", re.ASCII)

EXPECTED: Final[dict[Kind, str]] = {
    "integer": f"a whole number from 0 to {_MOST:,}",
    "number": f"a number from 0 to {_MOST:,}",
    "ratio": "an exact ratio from 0 to 1, as text such as '1/10' or '0.1' or a Fraction, never a float",
    "text": "a text",
    "date": "a date such as 2025-03-07",
    "moment": "a moment such as 2025-03-28T15:00:00+09:00 (Japan time where no zone is given)",
    "time": "a time of day without zone such as '10:00'",
}


def read_value(kind: Kind, raw: object) -> Value | None:
    """Return the value of this kind that ``raw`` states, None where it states none."""
    return _READERS[kind](raw)


def plain(value: Value) -> int | float | str:
    """Return a value as JSON has it: ratios as ``"1/10"``, dates and times as ISO text."""
    if isinstance(value, (int, float, str)):
        return value
    return str(value) if isinstance(value, Fraction) else value.isoformat()


def _integer(raw: object) -> int | None:
    return raw if isinstance(raw, int) and not isinstance(raw, bool) and 0 <= raw <= _MOST else None


def _number(raw: object) -> int | float | None:
    if isinstance(raw, float):
        if not (math.isfinite(raw) and 0 <= raw <= _MOST):
            return None
        return int(raw) if raw.is_integer() else raw
    return _integer(raw)


def _ratio(raw: object) -> Fraction | None:
    if isinstance(raw, bool) or not isinstance(raw, (int, str, Fraction)):
        return None
    if isinstance(raw, str) and not _RATIO.fullmatch(raw):
        return None
    try:
        value = Fraction(raw)
    except ZeroDivisionError:
        return None
    return value if 0 <= value <= 1 and value.denominator <= _LONGEST_DENOMINATOR else None


def _text(raw: object) -> str | None:
    return raw if isinstance(raw, str) and raw else None


def _date(raw: object) -> date | None:
    if isinstance(raw, datetime):
        return None
    if isinstance(raw, date):
        return raw
    return _parsed(date.fromisoformat, _DATE, raw)


def _moment(raw: object) -> datetime | None:
    value = raw if isinstance(raw, datetime) else _parsed(datetime.fromisoformat, _MOMENT, raw)
    if value is None:
        return None
    if value.tzinfo is None:
        return value.replace(tzinfo=JAPAN)
    try:
        return value.astimezone(JAPAN)
    except OverflowError:
        return None


def _time(raw: object) -> time | None:
    value = raw if isinstance(raw, time) else _parsed(time.fromisoformat, _TIME, raw)
    return value if value is not None and value.tzinfo is None else None


def _parsed(parse: Callable[[str], _T], form: re.Pattern[str], raw: object) -> _T | None:
    if not (isinstance(raw, str) and form.fullmatch(raw)):
        return None
    try:
        return parse(raw)
    except ValueError:
        return None


_READERS: Final[dict[Kind, Callable[[object], Value | None]]] = {
    "integer": _integer,
    "number": _number,
    "ratio": _ratio,
    "text": _text,
    "date": _date,
    "moment": _moment,
    "time": _time,
}
