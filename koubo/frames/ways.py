"""What differs between engines when a column of a budget is read."""

from __future__ import annotations

from typing import Protocol

import narwhals as nw
from narwhals.dtypes import DType

from koubo.engine.columns import UNKNOWN

EPOCH = 719_163
"""The ordinal of 1970-01-01, from which engines count days."""
JAPAN = "Asia/Tokyo"
"""A moment with a zone stands for its day in Japan."""
GAPS = "gaps"
"""A column of gaps: classic pandas types have no gap among true and false."""


class Way(Protocol):
    """How an engine reads choices and days."""

    coded: bool
    """Whether choices become the places of their ids; else they stay text."""
    unknown: nw.Expr
    """A condition that is undetermined in all rows."""

    def codes(self, column: nw.Expr, ids: tuple[str, ...]) -> nw.Expr:
        """Return a choice as the places of its ids, null where it is none of them."""

    def ordinal(self, column: nw.Expr, dtype: DType) -> nw.Expr:
        """Return a day as its ordinal."""


class CodedWay:
    """Polars and PyArrow: choices become small whole numbers, and a date is one already."""

    coded = True
    unknown = UNKNOWN

    def codes(self, column: nw.Expr, ids: tuple[str, ...]) -> nw.Expr:
        """Look up the places of ids."""
        return column.replace_strict(ids, range(len(ids)), default=None, return_dtype=nw.Int8)

    def ordinal(self, column: nw.Expr, dtype: DType) -> nw.Expr:
        """Return the days since 1970 that a date stands for, counted from the year 1."""
        if isinstance(dtype, nw.Datetime):
            column = (column if dtype.time_zone is None else column.dt.convert_time_zone(JAPAN)).dt.date()
        return column.cast(nw.Int32).cast(nw.Int64) + EPOCH


class TextWay:
    """Any other engine: text stays text, and an ordinal follows from year and day of the year."""

    coded = False
    unknown = UNKNOWN

    def codes(self, column: nw.Expr, ids: tuple[str, ...]) -> nw.Expr:
        """Refuse: this way keeps text."""
        raise NotImplementedError

    def ordinal(self, column: nw.Expr, dtype: DType) -> nw.Expr:  # noqa: ARG002  # dates and times are alike here
        """Count the days of the years before, leap days included, and those of the year."""
        before = column.dt.year().cast(nw.Int64) - 1
        return before * 365 + before // 4 - before // 100 + before // 400 + column.dt.ordinal_day().cast(nw.Int64)


class ReadyWay:
    """Columns that were brought to plain types before: choices are places, those of no id above all others; days are ordinals."""

    coded = True
    unknown = nw.col(GAPS)

    def codes(self, column: nw.Expr, ids: tuple[str, ...]) -> nw.Expr:
        """Keep the places of ids."""
        return nw.when(column < len(ids)).then(column)

    def ordinal(self, column: nw.Expr, dtype: DType) -> nw.Expr:  # noqa: ARG002  # an ordinal already
        """Keep the ordinal."""
        return column
