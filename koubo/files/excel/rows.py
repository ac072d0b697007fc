"""The rows of a table, as values of the plain tree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, Final

from attrs import frozen

from koubo.files.excel.book import Fault, Spot, Value, folded
from koubo.files.excel.columns import Column
from koubo.files.excel.spots import Spots, Where
from koubo.files.excel.table import Table
from koubo.files.excel.values import tree_value
from koubo.files.place import show

EXAMPLE: Final = "記入例"
"""The id of a row that only shows how to fill in."""

_EXAMPLE: Final = re.compile(r"[(]?(?:記入)?例[)]?[0-9]*")
_OWN_ID: Final = "an id of its own, or the example as it was"
_MERGED: Final = Fault("a merged cell over several rows", "a cell of its own in each row")


@frozen(eq=False)
class Row:
    """A row that says something: its number, and key → value of its cells; a :class:`Fault` where one is spoilt."""

    number: int
    values: Mapping[str, Any]

    def facts(self, table: Table, place: str, spots: Spots) -> dict[str, Any]:
        """Return the values that can be read; every column's cell is noted as the spot of ``place.key``."""
        spots.cells[place] = table.where(self.number, next(iter(table.columns)))
        facts: dict[str, Any] = {}
        for key in table.columns:
            below = f"{place}.{key}" if place else key
            where = spots.cells[below] = table.where(self.number, key)
            value = self.values.get(key)
            if isinstance(value, Fault):
                spots.fault(below, where, value)
            elif value is not None:
                facts[key] = value
        return facts


def read_rows(table: Table, spots: Spots, epoch: datetime, example: Mapping[str, Any] | None = None) -> Iterator[Row]:
    """Yield the rows of a table that say something, hidden ones too.

    A merged cell says the same for each of its rows; ids and numbers may not be merged, as they would count several
    times. An example row is passed over, but where somebody wrote over it.
    """
    sheet = table.sheet
    keys = {number: key for key, number in table.heads.items()}
    first = next(iter(table.columns))
    for number, filled in sheet.rows.items():
        if number < table.body or not keys:
            continue
        own = {keys[column]: sheet.cells[number, column] for column in filled if column in keys}
        _refuse_stray(table, number, spots)
        if not own:
            continue
        mark = own.get(first)
        if not (isinstance(mark, str) and _EXAMPLE.fullmatch(folded(mark))):
            yield Row(number, _values(table, number, own, epoch))
        elif any(_written(value) != _written((example or own).get(key)) for key, value in own.items()):
            spots.refuse(table.where(number, first), f"the example row {show(mark)}, written over", _OWN_ID)


def _refuse_stray(table: Table, row: int, spots: Spots) -> None:
    """Note what stands between the columns without a name over it; what stands beside the table is nobody's matter."""
    sheet, numbers = table.sheet, table.heads.values()
    names = sheet.heads(table.header)
    for column in sheet.rows[row]:
        if min(numbers) < column < max(numbers) and column not in names:
            value = sheet.cells[row, column]
            shown = value.found if isinstance(value, Fault) else show(value)
            spots.refuse(Where.of(sheet, (row, column)), shown, "nothing in a column without a name")


def _values(table: Table, row: int, own: Mapping[str, Value], epoch: datetime) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, number in table.heads.items():
        column = table.columns[key]
        anchor = table.sheet.anchors.get((row, number), (row, number))
        below = anchor[1] == number and anchor[0] >= table.body
        value = table.sheet.cells.get(anchor) if below else own.get(key)
        if value is None:
            continue
        merged = _over_rows(table, anchor) and not _shared(column)
        found[key] = _MERGED if merged else tree_value(value, column, epoch)
    return found


def _over_rows(table: Table, anchor: Spot) -> bool:
    return table.sheet.anchors.get((anchor[0] + 1, anchor[1])) == anchor


def _shared(column: Column) -> bool:
    """Whether a value may hold for several rows at once."""
    return column.kind not in {int, float} and not (column.required and column.kind is str)


def _written(value: Any) -> Any:
    """Return a value such that what a spreadsheet hands back equals what was written."""
    return value.isoformat()[:10] if isinstance(value, date) else value
