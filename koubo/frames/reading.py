"""How a column becomes facts that expressions can read: whole numbers in bounds, choices, ordinals of days."""

from __future__ import annotations

from enum import Enum

import narwhals as nw
from attrs import field, frozen
from narwhals.dtypes import DType

from koubo.engine.operands import Column, Given
from koubo.frames.columns import LineColumn
from koubo.frames.ways import Way, text
from koubo.models.checks import Measure, OneOf, Whole, Wording

_BEYOND = 2**63
_FITTING = (nw.Int8, nw.Int16, nw.Int32, nw.Int64, nw.UInt8, nw.UInt16, nw.UInt32)
"""Types whose values are whole numbers of 64 bits, all of them."""


@frozen(eq=False)
class Read:
    """How one column is read.

    Attributes:
        fact: where the fact stands then, or what it is in all rows.
        wrong: in which rows the value is a mistake; ``None`` where it is in none.
        cleaned: columns to add first.
        sound: columns to add after those, which may read them: values that can be reckoned with.
    """

    fact: Given
    wrong: nw.Expr | None = None
    cleaned: dict[str, nw.Expr] = field(factory=dict)
    sound: dict[str, nw.Expr] = field(factory=dict)


def read(column: LineColumn, dtype: DType, way: Way, prefix: str) -> Read:
    """Return how to read a column of a type that it may have.

    Args:
        column: the column.
        dtype: its type.
        way: how the engine reads choices and days.
        prefix: what the names of added columns begin with.
    """
    if isinstance(dtype, nw.Unknown):
        return Read(column.default, nw.lit(True) if column.required else None)
    raw, name = nw.col(column.name), prefix + column.name
    match column.check:
        case Whole() as check:
            return _whole(column, dtype, check, name)
        case Measure(maximum=maximum):
            number = nw.col(name)
            wrong = ~((number >= 0) & (number <= maximum))
            return Read(Column(name), wrong, {name: _number(raw, dtype)})
        case OneOf(kind=kind):
            return _choice(column, way, kind, dtype, name)
        case Wording(never=never):
            hidden = text(column.name, dtype).str.contains(never)
            return Read(Column(column.name), hidden | raw.is_null() if column.required else hidden)
    if column.fact.type == "day":
        return Read(Column(name), cleaned={name: way.ordinal(column.name, dtype)})
    if column.default is None:
        return Read(Column(column.name))
    return Read(Column(name), cleaned={name: raw.fill_null(column.default)})


def whole_number(name: str, dtype: DType) -> nw.Expr:
    """Return a column as whole numbers of 64 bits, in whatever bounds; null where it is none."""
    number = nw.col(name)
    if isinstance(dtype, nw.Unknown):
        return nw.lit(None, dtype=nw.Int64)
    if isinstance(dtype, _FITTING):
        return number if isinstance(dtype, nw.Int64) else number.cast(nw.Int64)
    if isinstance(dtype, nw.UInt64):
        fits = number <= nw.lit(_BEYOND - 1, dtype=nw.UInt64)
    elif isinstance(dtype, nw.dtypes.IntegerType):
        fits = (number > -_BEYOND) & (number < _BEYOND)
    else:
        number = _number(number, dtype)
        fits = (number > -float(_BEYOND)) & (number < float(_BEYOND)) & (number % 1 == 0)
    return nw.when(fits).then(number).cast(nw.Int64)


def _whole(column: LineColumn, dtype: DType, check: Whole, name: str) -> Read:
    if isinstance(dtype, _FITTING):
        number, cleaned, missing = nw.col(column.name), {}, nw.col(column.name).is_null()
    else:
        number, cleaned = nw.col(f"{name}_"), {f"{name}_": whole_number(column.name, dtype)}
        missing = _number(nw.col(column.name), dtype).is_null()
    good = (number >= check.minimum) & (number <= check.maximum)
    wrong = ~good | missing if column.required else ~good
    if cleaned:
        wrong = ~good.fill_null(False) if column.required else ~good.fill_null(False) & ~missing
    value = nw.when(good).then(number).cast(nw.Int64)
    if column.default is not None:
        value = value.fill_null(column.default)
    return Read(Column(name), wrong, cleaned, {name: value})


def _choice(column: LineColumn, way: Way, kind: type[Enum], dtype: DType, name: str) -> Read:
    raw, default = nw.col(column.name), column.default
    ids = tuple(str(member.value) for member in kind)
    codes = way.codes(column.name, dtype, ids)
    if codes is None:
        other = ~text(column.name, dtype).is_in(ids)
        wrong = other | raw.is_null() if column.required else other
        filled = {} if default is None else {name: raw.fill_null(default)}
        return Read(Column(name if filled else column.name), wrong, filled)
    places = {value: place for place, value in enumerate(ids)}
    code = nw.col(f"{name}_")
    cleaned = {f"{name}_": codes}
    wrong = code.is_null() if column.required else code.is_null() & ~raw.is_null()
    if default is None:
        return Read(Column(f"{name}_", places), wrong, cleaned)
    return Read(Column(name, places), wrong, cleaned, {name: code.fill_null(places[str(default)])})


def _number(number: nw.Expr, dtype: DType) -> nw.Expr:
    """Return a column of numbers as floats in which NaN is null."""
    floats = number if isinstance(dtype, nw.Float64) else number.cast(nw.Float64)
    return nw.when(~floats.is_nan()).then(floats) if isinstance(dtype, nw.dtypes.FloatType) else floats
