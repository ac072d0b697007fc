"""CSV to a plain tree ``{"lines": […]}``: one budget line a row, the columns named by the first row."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator, Mapping

from koubo.errors import InputError, Mistake
from koubo.files.document import Document
from koubo.files.lenient import clean
from koubo.files.place import child, show, suggestion
from koubo.files.plain import MAX_VALUES, TOO_MANY
from koubo.files.text import decode

_HEADER = "header"


def read_csv(data: bytes, columns: Mapping[str, str], required: Collection[str] = (), place: str = "lines") -> Document:
    """Read the bytes of a CSV file: UTF-8, UTF-16 with a byte-order mark, or Shift_JIS (CP932).

    Every cell stays text, an empty one is left out. Rows in which all cells are empty are passed over and not counted.

    Args:
        data: the bytes of the file.
        columns: what may stand in the first row → the key it means; full-width forms and spaces around do not matter.
        required: keys without which no row can be read.
        place: what the places of the rows begin with.

    Raises:
        InputError: if it is empty, no CSV, in another encoding, too large, or a required column is missing.
    """
    rows = _rows(decode(data, shift_jis=True))
    top, names = next(rows, (0, []))
    if not names:
        raise InputError([Mistake("", "nothing: the file is empty", "a first row with the names of the columns")])
    keys, mistakes = _keys(names, columns)
    missing = [Mistake(child(_HEADER, key), "no such column", "a column for it") for key in required if key not in keys]
    lines = {_HEADER: top}
    if missing:
        raise InputError(Document(None, lines, [*mistakes, *missing]).merged([]))
    budget_lines: list[dict[str, str] | None] = []
    values = 0
    for number, cells in rows:
        values += 1 + len(cells) - cells.count("")
        if values > MAX_VALUES:
            raise InputError([Mistake("", *TOO_MANY)])
        row = child(place, len(budget_lines))
        lines[row] = number
        fault = _fault(cells, names)
        if fault:
            mistakes.append(Mistake(row, *fault))
        filled = {key: cell for key, cell in zip(keys, cells, strict=False) if key and cell}
        budget_lines.append(None if fault else filled)
    return Document({"lines": budget_lines}, lines, tuple(mistakes))


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the number of the first line and the cells, without spaces around, of each row that is not empty."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    before = 0
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if any(cells):
                yield before + 1, cells
            before = reader.line_num
    except csv.Error as error:
        raise InputError([Mistake("", f"no CSV: {error} (line {before + 1})", "CSV")]) from error


def _keys(cells: list[str], columns: Mapping[str, str]) -> tuple[list[str], list[Mistake]]:
    """Return the key of each column ("" for one that means nothing) and the mistakes of the first row."""
    known = {clean(name): key for name, key in columns.items()}
    if len(cells) == 1 and clean(cells[0]) not in known and any(mark in cells[0] for mark in "\t;"):
        raise InputError([Mistake(_HEADER, show(cells[0]), "names of columns with commas between them")])
    keys: list[str] = []
    mistakes: list[Mistake] = []
    for cell in cells:
        key = known.get(clean(cell), "")
        if key and key in keys:
            mistakes.append(Mistake(child(_HEADER, cell), f"a second column for {key}", "each column once"))
        elif cell and not key:
            expected = "a column of a budget line" + suggestion(clean(cell), tuple(known))
            mistakes.append(Mistake(child(_HEADER, cell), f"unknown column {show(cell)}", expected))
        keys.append(key)
    return keys, mistakes


def _fault(cells: list[str], names: list[str]) -> tuple[str, str] | None:
    if len(cells) != len(names):
        return f"{len(cells)} cells", f"{len(names)} cells, as in the first row"
    stray = next((cell for cell, name in zip(cells, names, strict=True) if cell and not name), None)
    return None if stray is None else (show(stray), "nothing in a column without a name")
