"""The sheets of a budget read back: lines, basic facts, members and rates."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from koubo.calls import calls
from koubo.files.excel.book import Book, Sheet
from koubo.files.excel.budget_layout import (
    EXAMPLE_LINE,
    EXAMPLE_RATE,
    FACTS,
    LINES,
    RATES,
    fact_rows,
    line_columns,
    rate_columns,
)
from koubo.files.excel.form import find_form, read_form
from koubo.files.excel.modelling import model_of
from koubo.files.excel.rate_sheet import PLACE, read_rates
from koubo.files.excel.results import BUDGET_RESULTS
from koubo.files.excel.rows import EXAMPLE, read_rows
from koubo.files.excel.spots import Spots, Where
from koubo.files.excel.table import Table, find_sheet, find_table
from koubo.files.place import child
from koubo.models.expense import Budget


@frozen(eq=False)
class BudgetSheets:
    """A budget as it stands in a workbook.

    Attributes:
        table: where its lines stand.
        rows: the row of each line, in their order.
    """

    budget: Budget
    table: Table
    rows: tuple[int, ...]


def lines_sheet(book: Book) -> Sheet | None:
    """Return the sheet of the lines, ``None`` where there is none."""
    return find_sheet(book, (LINES.ja, LINES.en), line_columns())


def read_budget(book: Book, sheet: Sheet) -> BudgetSheets:
    """Return the budget of a workbook whose lines stand in a sheet.

    Raises:
        InputError: with every mistake, each with its cell.
    """
    spots = Spots()
    table = find_table(sheet, line_columns(), BUDGET_RESULTS.heads, spots)
    rows = list(read_rows(table, spots, book.epoch, {"line_id": EXAMPLE, **EXAMPLE_LINE}))
    spots.cells["lines"] = Where.of(sheet)
    lines = [row.facts(table, child("lines", number), spots) for number, row in enumerate(rows)]
    tree: dict[str, Any] = {"lines": lines}
    rates = find_sheet(book, (RATES.ja, RATES.en), rate_columns(), (sheet,))
    if rates is not None and rates.cells:
        tree[PLACE] = read_rates(rates, spots, book.epoch, {**EXAMPLE_RATE})
    asked = fact_rows(calls())
    facts = find_form(book, (FACTS.ja, FACTS.en), asked, (sheet, rates))
    if facts is not None:
        tree |= read_form(facts, asked, spots, book.epoch)
    return BudgetSheets(model_of(tree, Budget, spots), table, tuple(row.number for row in rows))
