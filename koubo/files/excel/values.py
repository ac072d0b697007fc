"""The value of a cell as the lenient reading of its column takes it; what a spreadsheet made of it is undone."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from openpyxl.utils.datetime import from_excel

from koubo.files.excel.book import Fault, Value
from koubo.files.excel.columns import Column
from koubo.files.forms import exact
from koubo.files.lenient import clean
from koubo.files.place import show

_SERIALS: Final = range(10_000, 100_000)
"""Serial numbers of days that are taken for days: five digits, from 1927 to 2177 in both ways of counting."""
_PERCENT: Final = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,20})?)%")
_AS_TEXT: Final = "text: give the cell the format text (文字列) and type it again"


def tree_value(value: Value, column: Column, epoch: datetime) -> Any:
    """Return the value of a cell for the plain tree, or a :class:`Fault` where a spreadsheet has spoilt it."""
    if isinstance(value, Fault):
        return value
    if isinstance(value, float):
        value = _as_shown(value)
    if isinstance(value, str) and column.choices:
        return _chosen(value, column)
    if column.kind is str and not isinstance(value, str | int):
        return Fault(_shown(value), _AS_TEXT)
    if column.kind is date and not isinstance(value, bool) and isinstance(value, int | float):
        return _day(value, epoch)
    if column.kind is Fraction:
        return _exact(value)
    return str(value) if isinstance(value, time | timedelta) else value


def _as_shown(value: float) -> float:
    """Return a number as a spreadsheet shows it: with 15 digits, so that what it works out is what people see."""
    number = float(f"{value:.15g}")
    return int(number) if number.is_integer() else number


def _chosen(text: str, column: Column) -> str:
    """Return the id of what was chosen; what is not offered stays as it is, for the model to refuse."""
    return {clean(label): name for label, name in column.choices.items()}.get(clean(text), text)


def _day(serial: float, epoch: datetime) -> object:
    if int(serial) not in _SERIALS:
        return Fault(show(serial), "a date such as 2025/5/12 or 令和7年5月12日")
    return from_excel(serial, epoch)


def _exact(value: object) -> object:
    """Return an exact number as text: a cell's number is the decimal that was typed, as it shows."""
    if isinstance(value, float):
        return format(Decimal(repr(value)), "f")
    if isinstance(value, str):
        text = clean(value).replace(" ", "")
        match = _PERCENT.fullmatch(text)
        return text if match is None else exact(Fraction(match[1]) / 100)
    return str(value) if isinstance(value, int | time | timedelta) and not isinstance(value, bool) else value


def _shown(value: object) -> str:
    return str(value) if isinstance(value, time | timedelta) else show(value)
