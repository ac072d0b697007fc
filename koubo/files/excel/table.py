"""Tables of a sheet: a row of column names, wherever it stands, and the rows below it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Final

from attrs import frozen

from koubo.files.excel.book import Book, Fault, Sheet, Spot, folded
from koubo.files.excel.columns import Column, named
from koubo.files.excel.spots import Spots, Where
from koubo.files.place import show, suggestion

_HEADER_WITHIN: Final = 50
_NOTES: Final = "; notes may stand on a sheet of their own"


@frozen(eq=False)
class Table:
    """A table that was found in a sheet.

    Attributes:
        header: the row of the names, 0 where there is none; the table is empty then.
        body: the first row below all rows of names.
        columns: key → column, of all that the table may have.
        heads: key → number of the column, of those that it has.
    """

    sheet: Sheet
    header: int
    body: int
    columns: Mapping[str, Column]
    heads: Mapping[str, int]

    def where(self, row: int, key: str) -> Where:
        """Return the cell of a column in a row, or the row's first one where there is no such column."""
        return Where.of(self.sheet, (row, self.heads.get(key, min(self.heads.values()))))


def best_header(sheet: Sheet, names: Collection[str]) -> int:
    """Return the row with the most column names, the first of equals; 0 where no row has any."""
    counts = {
        row: sum(text in names for text in sheet.heads(row).values()) for row in list(sheet.rows)[:_HEADER_WITHIN]
    }
    best = max(counts, key=lambda row: counts[row], default=0)
    return best if counts.get(best) else 0


def find_sheet(
    book: Book, titles: Iterable[str], columns: Iterable[Column], taken: Collection[Sheet | None] = ()
) -> Sheet | None:
    """Return the sheet of a table: the one with its title, else the only other one with the columns that it needs."""
    sheet = book.named(*titles)
    if sheet is not None:
        return sheet
    known = named(columns)
    needed = {column.key for column in known.values() if column.required}
    fitting = []
    for other in book.sheets:
        texts = other.heads(best_header(other, known)).values()
        keys = {known[text].key for text in texts if text in known}
        if other not in taken and needed <= keys and len(keys) > 1:
            fitting.append(other)
    return fitting[0] if len(fitting) == 1 else None


def find_table(sheet: Sheet, columns: tuple[Column, ...], ignored: Collection[str], spots: Spots) -> Table:
    """Return the table of a sheet with the columns that are known; what is wrong with its names goes to the mistakes.

    Args:
        sheet: the sheet.
        columns: the columns that the table may have.
        ignored: names of columns that say nothing, in one spelling.
        spots: where mistakes are noted.
    """
    known = named(columns)
    header = best_header(sheet, known)
    required = [column for column in columns if column.required]
    if not header:
        names = "、".join(column.title.ja for column in required)
        spots.refuse(Where.of(sheet), "no row with the names of the columns", f"the columns {names} …")
        return Table(sheet, 0, 0, {column.key: column for column in columns}, {})
    heads: dict[str, int] = {}
    for number, text in sheet.heads(header).items():
        column = known.get(text)
        where = Where.of(sheet, (header, number))
        if column is None and text not in ignored:
            spots.refuse(where, *_unknown(sheet, (header, number), known))
        elif column is not None and column.key in heads:
            spots.refuse(where, f"a second column for {column.title.ja}", "each column once")
        elif column is not None:
            heads[column.key] = number
    for column in required:
        if column.key not in heads:
            spots.missing.add(column.key)
            where = Where.of(sheet, (header, min(heads.values())))
            spots.refuse(where, f"no column {column.title.ja} ({column.key})", "a column for it")
    body = header + 1
    while _names_again(sheet.heads(body), known, heads):
        body += 1
    return Table(sheet, header, body, {column.key: column for column in columns}, heads)


def _unknown(sheet: Sheet, spot: Spot, known: Mapping[str, Column]) -> tuple[str, str]:
    value = sheet.cells[sheet.anchors.get(spot, spot)]
    if isinstance(value, Fault):
        return value.found, "the name of a column"
    text = folded(str(value))
    titles = {folded(column.title.ja): column.title.ja for column in known.values()}
    near = suggestion(text, tuple(titles)) or suggestion(text, tuple(known))
    return f"unknown column {show(value)}", f"a column of the template{near or _NOTES}"


def _names_again(texts: Mapping[int, str], known: Mapping[str, Column], heads: Mapping[str, int]) -> bool:
    """Whether most cells of a row name the very columns that they stand in, as a second row of names does."""
    named_here = sum(text in known and heads.get(known[text].key) == number for number, text in texts.items())
    return len(texts) > 1 and named_here * 2 > len(texts)
