"""Forms of a sheet: what is asked stands in one column, and the answer in the cell beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from koubo.files.excel.book import Book, Fault, Sheet, Value, folded
from koubo.files.excel.columns import Column, named
from koubo.files.excel.spots import Spots, Where
from koubo.files.excel.values import tree_value
from koubo.files.place import child, show, suggestion
from koubo.text import Text

HEADS: Final = (Text("項目", "item"), Text("記入欄", "answer"), Text("説明", "help"))
"""What stands over questions, answers and helps."""

_NO_QUESTION: Final = frozenset(folded(words) for words in (HEADS[0].ja, HEADS[0].en))


def find_form(
    book: Book, titles: Iterable[str], asked: Iterable[Column], taken: Collection[Sheet | None] = ()
) -> Sheet | None:
    """Return the sheet of a form: the one with its title, else the only other one that asks two of its questions."""
    sheet = book.named(*titles)
    if sheet is not None:
        return sheet
    known = named(asked)
    fitting = [other for other in book.sheets if other not in taken and _questions(other, known)[1] > 1]
    return fitting[0] if len(fitting) == 1 else None


def read_form(
    sheet: Sheet,
    asked: tuple[Column, ...],
    spots: Spots,
    epoch: datetime,
    several: Collection[str] = (),
) -> dict[str, Any]:
    """Return the answers of a form.

    Args:
        sheet: the sheet.
        asked: what the form asks.
        spots: where mistakes and the cells of the answers are noted.
        epoch: the day from which the workbook counts days.
        several: keys that may be asked in several rows, each answer an item of a list.
    """
    known = named(asked)
    column, _ = _questions(sheet, known)
    if not column and sheet.cells:
        names = "、".join(question.title.ja for question in asked)
        spots.refuse(Where.of(sheet), "no row that the form asks for", f"the rows {names}")
    found: dict[str, Any] = {key: [] for key in several}
    for row in sheet.rows:
        question = known.get(sheet.text(row, column))
        where = Where.of(sheet, (row, _beside(sheet, row, column)))
        answer = sheet.cells.get((row, where.column))
        if question is None:
            if answer is not None and sheet.text(row, column) not in {"", *_NO_QUESTION}:
                _refuse_unknown(sheet, row, column, known, spots)
            continue
        key = question.key
        if key in several:
            if answer is not None:
                found[key].append(_read(answer, question, child(key, len(found[key])), where, spots, epoch))
        elif key in spots.cells:
            spots.refuse(Where.of(sheet, (row, column)), f"{question.title.ja} a second time", "each row once")
        else:
            found[key] = _read(answer, question, key, where, spots, epoch)
    return {key: answer for key, answer in found.items() if answer is not None}


def _read(answer: Value | None, question: Column, place: str, where: Where, spots: Spots, epoch: datetime) -> Any:
    spots.cells[place] = where
    value = None if answer is None else tree_value(answer, question, epoch)
    if isinstance(value, Fault):
        spots.fault(place, where, value)
        return None
    return value


def _questions(sheet: Sheet, known: Mapping[str, Column]) -> tuple[int, int]:
    """Return the column with the most questions, the first of equals, and how many; (0, 0) where there is none."""
    counts: dict[int, int] = {}
    for row, column in sorted(sheet.cells, key=lambda spot: (spot[1], spot[0])):
        if sheet.text(row, column) in known:
            counts[column] = counts.get(column, 0) + 1
    best = max(counts, key=lambda column: counts[column], default=0)
    return best, counts.get(best, 0)


def _beside(sheet: Sheet, row: int, column: int) -> int:
    """Return the column right of a cell, or of all that it is merged with."""
    column += 1
    while sheet.anchors.get((row, column), (row, column))[1] < column:
        column += 1
    return column


def _refuse_unknown(sheet: Sheet, row: int, column: int, known: Mapping[str, Column], spots: Spots) -> None:
    titles = tuple(question.title.ja for question in known.values())
    text = str(sheet.cells[row, column])
    near = suggestion(text, titles) or suggestion(text, tuple(known))
    spots.refuse(Where.of(sheet, (row, column)), f"unknown row {show(text)}", f"a row of the template{near}")
