"""The workbook of a selection round, given back with the ranking beside the candidates and a summary."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Final

from openpyxl.utils import quote_sheetname

from koubo.engine.finding import Finding
from koubo.errors import InputError, Mistake
from koubo.exact import decimal
from koubo.files.excel.book import cell_name, read_book
from koubo.files.excel.results import ROUND_RESULTS
from koubo.files.excel.round_layout import CANDIDATES
from koubo.files.excel.round_sheets import RoundSheets, candidates_sheet, read_round
from koubo.report.excel.copy import Copy, comment_on, source_bytes
from koubo.report.excel.looks import GOOD, OPEN, SELECTED_TINTS
from koubo.report.excel.summary import Summary
from koubo.report.rendering import changed_words
from koubo.report.words import WORDS
from koubo.selection import Ranked, Selection
from koubo.selection.result import subject_name
from koubo.text import Lang

_POINTS: Final = ("evaluation_points", "price_points", "municipality_points", "total_points")
_POINTS_FORMAT: Final = "0.000"
_MARKS: Final[dict[bool | None, str]] = {True: "○", None: "？", False: "×"}
_WIDTHS: Final = (14, 20, 18, 40, 40, 30, 16, 30)


def annotate_round(source: Path, target: Path, selection: Selection, lang: Lang = "ja") -> None:
    """Write the workbook of a selection round back with rank, points and outcome beside each candidate, and a summary.

    Args:
        source: the workbook of the round; it is not changed.
        target: the file to write, another one; what it holds is replaced.
        selection: the outcome of the workbook's round.
        lang: the language of what is added.

    Raises:
        InputError: if the source is no workbook of a round, has other candidates than were ranked, or is the target.
    """
    data = source_bytes(source, target)
    try:
        read = _read(data)
    except InputError as error:
        raise InputError(error.mistakes, source=str(source)) from None
    if read.round.candidates != selection.round.candidates:
        mistake = Mistake(CANDIDATES.ja, "other candidates than those that were ranked", "the workbook of the round")
        raise InputError([mistake], source=str(source))
    copy = Copy.of(data, read.table, ROUND_RESULTS, lang)
    findings: dict[str, list[Finding]] = {}
    for one in selection.findings:
        findings.setdefault(one.subject, []).append(one)
    for row, candidate in zip(read.rows, read.round.candidates, strict=True):
        ranked = selection.of(candidate.id)
        tint = SELECTED_TINTS[ranked.selected]
        outcome = copy.write(row, "selected", _outcome(ranked, lang), tint)
        comment_on(outcome, findings.get(subject_name(candidate.id), ()), lang)
        copy.write(row, "rank", ranked.rank, tint)
        for key in _POINTS:
            copy.write(row, key, _points(getattr(ranked, key)), tint, _POINTS_FORMAT)
    _summarise(copy, read, selection, lang)
    copy.save(target)


def _read(data: bytes) -> RoundSheets:
    book = read_book(data)
    sheet = candidates_sheet(book)
    if sheet is None:
        raise InputError([Mistake("", "a workbook without candidates", f"a sheet {CANDIDATES.ja}")])
    return read_round(book, sheet)


def _outcome(ranked: Ranked, lang: Lang) -> str:
    return f"{_MARKS[ranked.selected]} {ranked.reason.label.in_(lang)}"


def _points(value: Fraction | None) -> float | None:
    """Return points for a cell, rounded half-up as everywhere."""
    return None if value is None else float(decimal(value))


def _summarise(copy: Copy, read: RoundSheets, selection: Selection, lang: Lang) -> None:
    title = WORDS["selection_title"]
    page = Summary(copy.summary([title.ja, title.en], lang), lang, _WIDTHS)
    page.line(title.in_(lang), bold=True, size=14)
    seats = WORDS["seats"].format(
        seats=selection.seats, selected=len(selection.selected), open=len(selection.undecided)
    )
    page.line(seats.in_(lang), bold=True, size=12, tint=OPEN if selection.undecided else GOOD)
    if selection.undecided:
        page.line(WORDS["committee_decides"].in_(lang))
    page.line(selection.call.title.in_(lang))
    if selection.call.changed:
        page.line(f"{WORDS['changed'].in_(lang)}: {changed_words(selection.call, lang)}")
    page.gap()
    heads = [WORDS[key].in_(lang) for key in ("rank", "candidate", "region", "outcome", *_POINTS)]
    page.table(
        heads,
        [_row(one, selection, lang) for one in selection.ranking],
        ["", "", "", "", *[_POINTS_FORMAT] * len(_POINTS)],
        [SELECTED_TINTS[one.selected] for one in selection.ranking],
    )
    page.gap()
    if selection.findings:
        page.findings(selection.findings, _Namer(copy, read))
    page.close(copy.lost)


def _row(one: Ranked, selection: Selection, lang: Lang) -> tuple[str | float | None, ...]:
    region = selection.call.region(one.region)
    prefecture = region.prefecture if lang == "ja" else region.prefecture_en
    rank = "–" if one.rank is None else one.rank
    return rank, one.id, prefecture, _outcome(one, lang), *(_points(getattr(one, key)) for key in _POINTS)


class _Namer:
    """Names the candidate of a finding, and the cell of its outcome."""

    def __init__(self, copy: Copy, read: RoundSheets) -> None:
        title = quote_sheetname(copy.page.title)
        self._cells = {
            subject_name(one.id): (one.id, f"{title}!{cell_name(row, copy.numbers['selected'])}")
            for one, row in zip(read.round.candidates, read.rows, strict=True)
        }

    def __call__(self, one: Finding) -> tuple[str, str]:
        return self._cells.get(one.subject, (one.subject, ""))
