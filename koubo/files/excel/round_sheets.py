"""The sheets of a selection round read back: candidates, the reviewers' sheets, conditions."""

from __future__ import annotations

from typing import Any

import attrs
from attrs import frozen

from koubo.calls import Call, get_call
from koubo.errors import InputError
from koubo.files.excel.book import Book, Sheet
from koubo.files.excel.form import find_form, read_form
from koubo.files.excel.modelling import model_of
from koubo.files.excel.results import ROUND_RESULTS
from koubo.files.excel.review_sheet import read_reviews
from koubo.files.excel.round_layout import (
    CANDIDATES,
    CONDITIONS,
    EXAMPLE_CANDIDATE,
    GATES,
    GRADES,
    REVIEWS,
    WITHDRAWN,
    candidate_columns,
    condition_rows,
    review_columns,
)
from koubo.files.excel.rows import EXAMPLE, Row, read_rows
from koubo.files.excel.spots import Spots, Where
from koubo.files.excel.table import Table, find_sheet, find_table
from koubo.files.place import child
from koubo.models.selection import SelectionRound

_DEFAULT_CALL = str(attrs.fields(SelectionRound).call.default)


@frozen(eq=False)
class RoundSheets:
    """A selection round as it stands in a workbook.

    Attributes:
        table: where its candidates stand.
        rows: the row of each candidate, in their order.
    """

    round: SelectionRound
    table: Table
    rows: tuple[int, ...]


def candidates_sheet(book: Book) -> Sheet | None:
    """Return the sheet of the candidates, ``None`` where there is none."""
    return find_sheet(book, (CANDIDATES.ja, CANDIDATES.en), candidate_columns(get_call(_DEFAULT_CALL)))


def read_round(book: Book, sheet: Sheet) -> RoundSheets:
    """Return the selection round of a workbook whose candidates stand in a sheet.

    Raises:
        InputError: with every mistake, each with its cell.
    """
    spots = Spots()
    tree: dict[str, Any] = {}
    asked = condition_rows()
    conditions = find_form(book, (CONDITIONS.ja, CONDITIONS.en), asked, (sheet,))
    if conditions is not None:
        tree = read_form(conditions, asked, spots, book.epoch, several=(WITHDRAWN,))
    call = _call(tree.get("call"))
    table = find_table(sheet, candidate_columns(call), ROUND_RESULTS.heads, spots)
    rows = list(read_rows(table, spots, book.epoch, {"id": EXAMPLE, **EXAMPLE_CANDIDATE}))
    spots.cells["candidates"] = Where.of(sheet)
    candidates = [_candidate(table, row, child("candidates", number), spots) for number, row in enumerate(rows)]
    reviews = find_sheet(book, (REVIEWS.ja, REVIEWS.en), review_columns(call), (sheet, conditions))
    if reviews is not None and reviews.cells:
        read_reviews(reviews, call, candidates, spots, book.epoch)
    tree["candidates"] = candidates
    return RoundSheets(model_of(tree, SelectionRound, spots), table, tuple(row.number for row in rows))


def _call(name: object) -> Call:
    """Return the call of the round; for one that is not known the model says so, and the rest is read all the same."""
    try:
        return get_call(name if isinstance(name, str) else _DEFAULT_CALL)
    except InputError:
        return get_call(_DEFAULT_CALL)


def _candidate(table: Table, row: Row, place: str, spots: Spots) -> dict[str, Any]:
    facts = row.facts(table, place, spots)
    tree: dict[str, Any] = {}
    for key, value in facts.items():
        group, _, name = key.rpartition(".")
        if group:
            tree.setdefault(group, {})[name] = value
        else:
            tree[key] = value
    for group in (GATES, GRADES):
        keys = [key for key in table.columns if key.startswith(f"{group}.")]
        spots.cells[f"{place}.{group}"] = table.where(row.number, keys[0])
    return tree
