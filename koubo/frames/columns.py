"""Which columns of a frame are facts of a budget line, of which types they may be, and what is wrong with a frame."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

import attrs
import narwhals as nw
from attrs import frozen
from narwhals.dtypes import DType

from koubo.errors import InputError, Mistake
from koubo.models.checks import Check
from koubo.models.expense import ExpenseLine, SupplierRelation
from koubo.rules.language import Field, Value
from koubo.rules.vi_2_expenses.line import line

_TEXT = (nw.String, nw.Categorical, nw.Enum)
_NUMBER = (nw.dtypes.IntegerType, nw.dtypes.FloatType, nw.Decimal)
_ALLOWED: Mapping[str, tuple[tuple[type[DType], ...], str]] = {
    "flag": ((nw.Boolean,), "a column of true and false"),
    "whole": (_NUMBER, "a column of whole numbers"),
    "number": (_NUMBER, "a column of numbers"),
    "day": ((nw.Date, nw.Datetime), "a column of dates"),
    "choice": (_TEXT, "a column of text"),
    "name": (_TEXT, "a column of text"),
}

_WITHOUT_DOSSIER: Mapping[str, Value] = {"supplier_relation": SupplierRelation.OTHER.value}
"""What stands for a value that is left out where no dossier could tell it."""


@frozen
class LineColumn:
    """A column of the contract: the fact that it states and the check that its values pass."""

    fact: Field
    check: Check

    @property
    def name(self) -> str:
        """The name of the column."""
        return self.fact.name

    @property
    def default(self) -> Value | None:
        """What stands for a value that is left out; ``None`` where it is then unknown."""
        return _WITHOUT_DOSSIER.get(self.name, self.fact.default)

    @property
    def required(self) -> bool:
        """Whether the column must be there and every row must have a value in it."""
        return self.fact.required and self.fact.default is None

    def takes(self, dtype: DType) -> bool:
        """Whether a column of a type can state the fact; one of nothing but nulls has no type and always can."""
        return isinstance(dtype, (*_ALLOWED[self.fact.type][0], nw.Unknown))


@cache
def line_columns() -> tuple[LineColumn, ...]:
    """Return the columns of a budget line, in the order of the contract."""
    return tuple(
        LineColumn(line.fields[attribute.name], attribute.metadata["check"]) for attribute in attrs.fields(ExpenseLine)
    )


def present(schema: Mapping[str, DType]) -> tuple[LineColumn, ...]:
    """Return the columns of a budget line that a frame has.

    Raises:
        InputError: naming every required column that is missing and every column of a wrong type.
    """
    mistakes = [_mistake(column, schema.get(column.name)) for column in line_columns()]
    if any(mistakes):
        raise InputError(mistake for mistake in mistakes if mistake is not None)
    return tuple(column for column in line_columns() if column.name in schema)


def _mistake(column: LineColumn, dtype: DType | None) -> Mistake | None:
    expected = _ALLOWED[column.fact.type][1]
    if dtype is None:
        return Mistake(column.name, "no such column", expected) if column.required else None
    return None if column.takes(dtype) else Mistake(column.name, f"a column of {dtype}", expected)


def free_prefix(names: Iterable[object]) -> str:
    """Return what no name of a frame begins with, for the columns that are added for a while."""
    prefix = "_koubo_"
    while any(str(name).startswith(prefix) for name in names):
        prefix += "_"
    return prefix
