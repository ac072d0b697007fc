"""The summary sheet: the outcome first, figures, and the findings with the most serious first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from attrs import define
from openpyxl.styles import Font
from openpyxl.worksheet.hyperlink import Hyperlink

from koubo.engine.finding import Finding
from koubo.files.excel.writing import FONT, TEXT, height_for, look, print_across, put
from koubo.report.excel.looks import BAD, GOOD, HEAD, OPEN, PART, Tint
from koubo.report.words import WORDS
from koubo.rules.rule import Effect
from koubo.text import Lang, Text

_KINDS: Final = {
    "against": (Text("× 指摘", "× against"), BAD),
    "open": (Text("？ 未判定", "？ open"), OPEN),
    "warning": (Text("! 注意", "! warning"), PART),
}
_LOST: Final = Text(
    "元のファイルの書式や図形のうち、次のものは引き継がれていません：{what}",
    "Of the formats and drawings of the original file, these were not kept: {what}",
)


@define
class Summary:
    """A summary sheet under way: rows are added from the top; ``widths`` are those of its columns."""

    page: Any
    lang: Lang
    widths: Sequence[int]
    row: int = 0

    def line(self, text: str, *, bold: bool = False, size: int = 10, tint: Tint | None = None) -> None:
        """Add a line of text across the sheet."""
        self.row += 1
        cell = put(self.page.cell(self.row, 1), text)
        shown = Tint("", TEXT) if tint is None else tint
        look(cell, fill=shown.fill, colour=shown.text, bold=bold, size=size, framed=False, wrapped=False)
        for column in range(2, len(self.widths) + 1):
            look(self.page.cell(self.row, column), fill=shown.fill, framed=False)
        self.page.row_dimensions[self.row].height = height_for([("", 1)], size)

    def gap(self) -> None:
        """Leave a row empty."""
        self.row += 1

    def table(
        self,
        heads: Iterable[str],
        rows: Iterable[Sequence[Any]],
        formats: Sequence[str] = (),
        tints: Sequence[Tint] = (),
    ) -> int:
        """Add a table and return the row of its names; ``tints`` colour the first cells of its rows."""
        self.row += 1
        top = self.row
        for column, head in enumerate(heads, start=1):
            look(put(self.page.cell(top, column), head), fill=HEAD.fill, colour=HEAD.text, bold=True)
        for number, values in enumerate(rows):
            self.row += 1
            for column, value in enumerate(values, start=1):
                cell = put(self.page.cell(self.row, column), value)
                shown = formats[column - 1] if column <= len(formats) else ""
                tint = tints[number] if column == 1 and number < len(tints) else Tint("", TEXT)
                look(cell, number_format=shown, fill=tint.fill, colour=tint.text)
            texts = [
                (value, width) for value, width in zip(values, self.widths, strict=False) if isinstance(value, str)
            ]
            self.page.row_dimensions[self.row].height = height_for(texts)
        return top

    def findings(self, findings: Iterable[Finding], named: Callable[[Finding], tuple[str, str]]) -> None:
        """Add the findings, the most serious first; ``named`` gives the name of a subject and the cell to go to, or ""."""
        ordered = by_weight(findings)
        heads = [WORDS[key].in_(self.lang) for key in ("verdict", "subject", "clause", "why", "remedy", "rule")]
        kinds = [_KINDS[_kind(one)] for one in ordered]
        subjects = [named(one) for one in ordered]
        rows = [
            (word.in_(self.lang), subject, one.clause, one.message.in_(self.lang), _remedy(one, self.lang), one.rule_id)
            for (word, _), (subject, _cell), one in zip(kinds, subjects, ordered, strict=True)
        ]
        top = self.table(heads, rows, tints=[tint for _, tint in kinds])
        for number, (_, place) in enumerate(subjects, start=top + 1):
            if place:
                cell = self.page.cell(number, 2)
                cell.hyperlink = Hyperlink(ref=cell.coordinate, location=place)
                cell.font = Font(name=FONT, color=HEAD.fill, underline="single", size=10)

    def close(self, lost: Sequence[str]) -> None:
        """Set widths and print layout; say what of the original could not be kept."""
        if lost:
            self.gap()
            self.line(_LOST.format(what="; ".join(lost)).in_(self.lang))
        for letter, width in zip("ABCDEFGHIJ", self.widths, strict=False):
            self.page.column_dimensions[letter].width = width
        print_across(self.page)


def by_weight(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings with the most serious first: against, then open, then by what a violation means."""
    rank = list(Effect)
    return sorted(findings, key=lambda one: (not one.against, not one.open, rank.index(one.effect)))


def headline_tint(findings: Sequence[Finding]) -> Tint:
    """Return the colours of the outcome."""
    if any(one.against for one in findings):
        return BAD
    return OPEN if any(one.open for one in findings) else GOOD


def _kind(one: Finding) -> str:
    return "against" if one.against else "open" if one.open else "warning"


def _remedy(one: Finding, lang: Lang) -> str:
    return "" if one.remedy is None else one.remedy.in_(lang)
