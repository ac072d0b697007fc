"""A workbook as what its cells say: sheets of filled cells, each with the value that people see."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any, Final, TypeAlias

from attrs import frozen
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from koubo.errors import InputError, Mistake
from koubo.files.excel.archive import check
from koubo.files.lenient import clean
from koubo.files.place import quoted

_LONGEST_TITLE: Final = 31
_UNCOUNTED: Final = "a formula whose value was never worked out"
_COUNT_IT: Final = "a value: open the workbook in a spreadsheet program, save it, and hand it in again"


@frozen
class Fault:
    """Stands for the value of a cell that has none: what is there instead, and what should be."""

    found: str
    expected: str


Value: TypeAlias = str | int | float | bool | date | time | timedelta | Fault
Spot: TypeAlias = tuple[int, int]
"""Row and column of a cell, both from 1."""


@frozen(eq=False)
class Sheet:
    """A sheet: its cells that say something.

    Attributes:
        order: its place among the sheets.
        cells: spot → value; text without the spaces around it.
        anchors: spot below a merged cell → the spot whose value the merged cell shows.
    """

    order: int
    title: str
    cells: Mapping[Spot, Value]
    anchors: Mapping[Spot, Spot]

    @property
    def name(self) -> str:
        """The title as a mistake shows it."""
        plain = self.title.isprintable() and len(self.title) <= _LONGEST_TITLE
        return self.title if plain else quoted(self.title)

    @property
    def last_column(self) -> int:
        """The last column that anything stands in, 0 for none."""
        return max((column for _, column in (*self.cells, *self.anchors)), default=0)

    @cached_property
    def rows(self) -> Mapping[int, Sequence[int]]:
        """The rows with the columns that are filled in each, from the top and from the left."""
        found: dict[int, list[int]] = {}
        for row, column in sorted(self.cells):
            found.setdefault(row, []).append(column)
        return found

    @cached_property
    def _below(self) -> Mapping[int, Sequence[int]]:
        found: dict[int, list[int]] = {}
        for (row, column), anchor in self.anchors.items():
            if anchor[0] < row and anchor[1] == column:
                found.setdefault(row, []).append(column)
        return found

    def heads(self, row: int) -> dict[int, str]:
        """Return the texts of a row as names are compared, by column; a cell merged downwards is in each of its rows."""
        columns = {*self.rows.get(row, ()), *self._below.get(row, ())}
        return {column: self.text(*self.anchors.get((row, column), (row, column))) for column in sorted(columns)}

    def text(self, row: int, column: int) -> str:
        """Return the text of a cell in one spelling, as names are compared; "" for anything else."""
        value = self.cells.get((row, column))
        return folded(value) if isinstance(value, str) else ""


@frozen(eq=False)
class Book:
    """A workbook: its sheets, and the day from which it counts the days."""

    sheets: tuple[Sheet, ...]
    epoch: datetime

    def named(self, *titles: str) -> Sheet | None:
        """Return the first sheet with one of these titles."""
        wanted = {folded(title) for title in titles}
        return next((sheet for sheet in self.sheets if folded(sheet.title) in wanted), None)


def read_book(data: bytes) -> Book:
    """Return what the cells of a workbook say.

    Raises:
        InputError: for what is no workbook, or none that is safe to read.
    """
    found = check(data)
    values = _loaded(data, data_only=True)
    formulas = _formulas(_loaded(data)) if found.formulas else frozenset()
    sheets = tuple(_sheet(order, sheet, formulas) for order, sheet in enumerate(values.worksheets))
    if not sheets:
        raise InputError([Mistake("", "a workbook without sheets", "a workbook with the sheets of the template")])
    return Book(sheets, values.epoch)


def open_workbook(data: bytes) -> tuple[Workbook, tuple[str, ...]]:
    """Return a workbook that can be written to, and what openpyxl warns that it cannot keep of it.

    Raises:
        InputError: for what is no workbook, or none that is safe to read.
    """
    check(data)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        workbook = _loaded(data, rich_text=True, calm=False)
    return workbook, tuple(dict.fromkeys(str(one.message) for one in caught if one.category is UserWarning))


@contextmanager
def quiet() -> Iterator[None]:
    """Keep openpyxl's warnings, which are about formats, from whoever runs with warnings as errors."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def folded(text: str) -> str:
    """Return text in one spelling: narrow, without spaces and line ends, in small letters."""
    return "".join(clean(text).split()).casefold()


def _loaded(data: bytes, *, calm: bool = True, **how: bool) -> Workbook:
    try:
        if not calm:
            return load_workbook(io.BytesIO(data), keep_links=False, **how)
        with quiet():
            return load_workbook(io.BytesIO(data), keep_links=False, **how)
    except Exception as error:
        found = f"a workbook that openpyxl cannot read ({type(error).__name__})"
        raise InputError([Mistake("", found, "a workbook as a spreadsheet program saves it")]) from error


def _formulas(workbook: Workbook) -> frozenset[tuple[str, int, int]]:
    return frozenset(
        (sheet.title, row, column)
        for sheet in workbook.worksheets
        for (row, column), cell in _cells(sheet)
        if cell.data_type == "f"
    )


def _sheet(order: int, sheet: Worksheet, formulas: frozenset[tuple[str, int, int]]) -> Sheet:
    cells: dict[Spot, Value] = {}
    for (row, column), cell in _cells(sheet):
        value = _value(cell, formula=(sheet.title, row, column) in formulas)
        if value is not None:
            cells[row, column] = value
    anchors = {
        (row, column): (area.min_row, area.min_col)
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row, area.max_row + 1)
        for column in range(area.min_col, area.max_col + 1)
    }
    return Sheet(order, sheet.title, cells, anchors)


def _cells(sheet: Worksheet) -> list[tuple[Spot, Any]]:
    # Its public ways to the cells make every cell up to the last one, however far that one stands.
    return list(sheet._cells.items())  # noqa: SLF001


def _value(cell: Any, *, formula: bool) -> Value | None:
    value = cell.value
    if cell.data_type == "e":
        return Fault(f"the error {value}", "a value")
    # A formula that comes to an empty text has the type "str" and no value; one that was never worked out has neither.
    if value is None:
        return Fault(_UNCOUNTED, _COUNT_IT) if formula and cell.data_type != "str" else None
    if isinstance(value, str):
        return value.strip() or None
    return value if isinstance(value, int | float | date | time | timedelta) else Fault(type(value).__name__, "a value")


def cell_name(row: int, column: int) -> str:
    """Return the name of a cell, such as ``D14``; spots beyond every spreadsheet are written as numbers."""
    return f"{get_column_letter(column)}{row}" if 1 <= column <= 18_278 else f"R{row}C{column}"
