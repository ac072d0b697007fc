"""Excel workbooks: a template to fill in, and what was filled in read back. Needs the extra ``excel``."""

from __future__ import annotations

from koubo.errors import InputError, Mistake
from koubo.files.excel.book import read_book
from koubo.files.excel.budget_layout import LINES
from koubo.files.excel.budget_sheets import lines_sheet, read_budget
from koubo.files.excel.round_layout import CANDIDATES
from koubo.files.excel.round_sheets import candidates_sheet, read_round
from koubo.models.expense import Budget
from koubo.models.selection import SelectionRound

__all__ = ["load_excel"]


def load_excel(data: bytes) -> Budget | SelectionRound:
    """Return the budget or the selection round of a workbook.

    Raises:
        InputError: with every mistake, each with its sheet and cell such as ``支出計画書!D14``; also for a file that
            is no workbook, or that could do harm.
    """
    book = read_book(data)
    lines, candidates = lines_sheet(book), candidates_sheet(book)
    if lines is not None and candidates is None:
        return read_budget(book, lines).budget
    if candidates is not None and lines is None:
        return read_round(book, candidates).round
    titles = ", ".join(sheet.name for sheet in book.sheets)
    found = "both a budget and a selection round" if lines is not None else f"the sheets {titles}"
    raise InputError([Mistake("", found, f"a sheet {LINES.ja} (a budget) or {CANDIDATES.ja} (a selection round)")])
