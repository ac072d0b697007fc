"""The workbook of a budget, given back with the verdict of each line and a summary."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from openpyxl.utils import quote_sheetname

from koubo.audit.result import BudgetAudit, Totals
from koubo.engine.finding import Finding
from koubo.errors import InputError, Mistake
from koubo.exact import decimal
from koubo.files.excel.book import cell_name, read_book
from koubo.files.excel.budget_layout import LINES
from koubo.files.excel.budget_sheets import BudgetSheets, lines_sheet, read_budget
from koubo.files.excel.results import BUDGET_RESULTS
from koubo.files.excel.writing import YEN_FORMAT
from koubo.report.excel.copy import Copy, comment_on, source_bytes
from koubo.report.excel.looks import VERDICT_TINTS
from koubo.report.excel.summary import Summary, headline_tint
from koubo.report.rendering import changed_words
from koubo.report.terminal import counts
from koubo.report.words import SYMBOLS, VERDICTS, WORDS
from koubo.text import Lang

_TITLES: Final = ("audit_title", "settlement_title")
_AMOUNTS: Final = ("allowable_yen", "pending_yen", "disallowed_yen")
_WIDTHS: Final = (24, 20, 18, 60, 60, 34)


def annotate_budget(source: Path, target: Path, audit: BudgetAudit, lang: Lang = "ja") -> None:
    """Write the workbook of a budget back with its audit: verdicts, amounts and reasons beside the lines, and a summary.

    Args:
        source: the workbook that was audited; it is not changed.
        target: the file to write, another one; what it holds is replaced.
        audit: the audit of the workbook's budget.
        lang: the language of what is added.

    Raises:
        InputError: if the source is no workbook of a budget, has other lines than were audited, or is the target.
    """
    data = source_bytes(source, target)
    try:
        read = _read(data)
    except InputError as error:
        raise InputError(error.mistakes, source=str(source)) from None
    if read.budget.lines != audit.budget.lines:
        mistake = Mistake(LINES.ja, "other lines than those that were audited", "the workbook that was audited")
        raise InputError([mistake], source=str(source))
    copy = Copy.of(data, read.table, BUDGET_RESULTS, lang)
    for row, line in zip(read.rows, audit.lines, strict=True):
        tint = VERDICT_TINTS[line.verdict]
        verdict = copy.write(row, "verdict", f"{SYMBOLS[line.verdict]} {VERDICTS[line.verdict].in_(lang)}", tint)
        comment_on(verdict, line.findings, lang)
        for key in _AMOUNTS:
            copy.write(row, key, getattr(line, key), tint, YEN_FORMAT)
    _summarise(copy, read, audit, lang)
    copy.save(target)


def _read(data: bytes) -> BudgetSheets:
    book = read_book(data)
    sheet = lines_sheet(book)
    if sheet is None:
        raise InputError([Mistake("", "a workbook without the lines of a budget", f"a sheet {LINES.ja}")])
    return read_budget(book, sheet)


def _summarise(copy: Copy, read: BudgetSheets, audit: BudgetAudit, lang: Lang) -> None:
    titles = [text for key in _TITLES for text in (WORDS[key].ja, WORDS[key].en)]
    page = Summary(copy.summary(titles, lang), lang, _WIDTHS)
    page.line(WORDS[_TITLES[audit.budget.stage.value != "plan"]].in_(lang), bold=True, size=14)
    found = counts(audit.findings)
    words = WORDS["against"].format(**found) if any(found.values()) else WORDS["nothing_against"]
    page.line(words.in_(lang), bold=True, size=12, tint=headline_tint(audit.findings))
    page.line(audit.call.title.in_(lang))
    if audit.call.changed:
        page.line(f"{WORDS['changed'].in_(lang)}: {changed_words(audit.call, lang)}")
    page.gap()
    page.table(
        [WORDS["total"].in_(lang), "円" if lang == "ja" else "yen"], _figures(audit.totals, lang), ["", YEN_FORMAT]
    )
    page.gap()
    if audit.findings:
        page.findings(audit.findings, _Namer(copy, read, lang))
    page.close(copy.lost)


def _figures(totals: Totals, lang: Lang) -> list[tuple[str, int | str]]:
    rows: list[tuple[str, int | None]] = [
        ("claimed", totals.claimed_yen),
        ("allowable", totals.allowable_yen),
        ("pending", totals.pending_yen),
        ("disallowed", totals.disallowed_yen),
        ("general_admin_limit", totals.general_admin_limit_yen),
        ("subtotal", totals.subtotal_yen),
        ("tax", totals.consumption_tax_yen),
        ("with_tax", totals.total_with_tax_yen),
        ("cap", totals.cap_with_tax_yen),
    ]
    unknown = WORDS["unknown"].in_(lang)
    shown: list[tuple[str, int | str]] = [
        (WORDS[key].in_(lang), unknown if amount is None else amount) for key, amount in rows
    ]
    cap = {True: ("○", "within_cap"), False: ("×", "over_cap"), None: ("？", "cap_open")}[totals.within_cap]
    share = totals.non_labour_share
    return [
        *shown,
        (WORDS["verdict"].in_(lang), f"{cap[0]} {WORDS[cap[1]].in_(lang)}"),
        (WORDS["non_labour"].in_(lang), "–" if share is None else f"{decimal(share * 100, 1)}%"),
    ]


class _Namer:
    """Names the line of a finding, and the cell of its verdict."""

    def __init__(self, copy: Copy, read: BudgetSheets, lang: Lang) -> None:
        title = quote_sheetname(copy.page.title)
        self._whole = WORDS["whole"].in_(lang)
        self._cells = {
            f"budget.lines[{line.line_id}]": (line.line_id, f"{title}!{cell_name(row, copy.numbers['verdict'])}")
            for line, row in zip(read.budget.lines, read.rows, strict=True)
        }

    def __call__(self, one: Finding) -> tuple[str, str]:
        return self._cells.get(one.subject, (self._whole, ""))
