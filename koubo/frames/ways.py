"""What differs between engines when a column of a budget is read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import narwhals as nw
from attrs import frozen
from narwhals.dtypes import DType

from koubo.engine.operands import UNKNOWN

EPOCH = 719_163
"""The ordinal of 1970-01-01, from which engines count days."""
JAPAN = "Asia/Tokyo"
"""A moment with a zone stands for its day in Japan."""
GAPS = "gaps"
"""A column of gaps: classic pandas types have no gap among true and false."""


class Way(Protocol):
    """How an engine reads choices and days, and writes words."""

    @property
    def unknown(self) -> nw.Expr:
        """A condition that is undetermined in all rows."""

    def codes(self, name: str, dtype: DType, ids: Sequence[str]) -> nw.Expr | None:
        """Return a column of choices as the places of their ids, null where it is none of them; ``None`` to keep text."""

    def ordinal(self, name: str, dtype: DType) -> nw.Expr:
        """Return a column of days as ordinals."""

    def words(self, place: str, words: Sequence[str]) -> nw.Expr:
        """Return the words whose places stand in a column."""


@frozen
class PolarsWay:
    """Polars: choices were cast to small whole numbers beforehand, and a date is one already."""

    prefix: str
    unknown = UNKNOWN

    def codes(self, name: str, dtype: DType, ids: Sequence[str]) -> nw.Expr:  # noqa: ARG002  # looked up already
        """Take the column of places that stands ready."""
        return nw.col(code_name(self.prefix, name))

    def ordinal(self, name: str, dtype: DType) -> nw.Expr:
        """Return the days since 1970 that a date stands for, counted from the year 1."""
        return _days(name, dtype) + EPOCH

    def words(self, place: str, words: Sequence[str]) -> nw.Expr:
        """Pick case by case; a lookup is not streamed."""
        return cases(place, words)


class ArrowWay:
    """PyArrow: choices are looked up, and a date is a whole number already."""

    unknown = UNKNOWN

    def codes(self, name: str, dtype: DType, ids: Sequence[str]) -> nw.Expr:
        """Look up the places of ids."""
        return text(name, dtype).replace_strict(ids, range(len(ids)), default=None, return_dtype=nw.Int8)

    def ordinal(self, name: str, dtype: DType) -> nw.Expr:
        """Return the days since 1970 that a date stands for, counted from the year 1."""
        return _days(name, dtype) + EPOCH

    def words(self, place: str, words: Sequence[str]) -> nw.Expr:
        """Look words up."""
        return nw.col(place).replace_strict(range(len(words)), words, return_dtype=nw.String)


class PandasWay:
    """pandas, brought to plain types before: choices are places, of no id above all others; days are ordinals."""

    unknown = nw.col(GAPS)

    def codes(self, name: str, dtype: DType, ids: Sequence[str]) -> nw.Expr:  # noqa: ARG002  # looked up already
        """Keep the places of ids."""
        return nw.when(nw.col(name) < len(ids)).then(nw.col(name))

    def ordinal(self, name: str, dtype: DType) -> nw.Expr:  # noqa: ARG002  # an ordinal already
        """Keep the ordinal."""
        return nw.col(name)

    def words(self, place: str, words: Sequence[str]) -> nw.Expr:
        """Look words up."""
        return nw.col(place).replace_strict(range(len(words)), words, return_dtype=nw.String)


class SqlWay:
    """Any other engine: text stays text, and an ordinal follows from year and day of the year."""

    unknown = UNKNOWN

    def codes(self, name: str, dtype: DType, ids: Sequence[str]) -> None:
        """Keep text."""

    def ordinal(self, name: str, dtype: DType) -> nw.Expr:  # noqa: ARG002  # dates and times are alike here
        """Count the days of the years before, leap days included, and those of the year."""
        day = nw.col(name).dt
        before = day.year().cast(nw.Int64) - 1
        return before * 365 + before // 4 - before // 100 + before // 400 + day.ordinal_day().cast(nw.Int64)

    def words(self, place: str, words: Sequence[str]) -> nw.Expr:
        """Pick case by case."""
        return cases(place, words)


def code_name(prefix: str, name: str) -> str:
    """Return the name of the column of places that stands ready for a column of choices."""
    return f"{prefix}k_{name}"


def text(name: str, dtype: DType) -> nw.Expr:
    """Return a column of text as plain text."""
    return nw.col(name).cast(nw.String) if isinstance(dtype, nw.Categorical | nw.Enum) else nw.col(name)


def cases(place: str, words: Sequence[str]) -> nw.Expr:
    """Return words by their places, case by case."""
    found = nw.lit(words[-1])
    for number in range(len(words) - 2, -1, -1):
        found = nw.when(nw.col(place) == number).then(nw.lit(words[number])).otherwise(found)
    return found


def _days(name: str, dtype: DType) -> nw.Expr:
    day = nw.col(name)
    if isinstance(dtype, nw.Datetime):
        day = (day if dtype.time_zone is None else day.dt.convert_time_zone(JAPAN)).dt.date()
    return day.cast(nw.Int32).cast(nw.Int64)
