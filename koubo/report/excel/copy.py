"""A copy of a workbook with columns of results beside its table; the workbook itself is never changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from attrs import frozen
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook

from koubo.engine.finding import Finding
from koubo.errors import InputError, Mistake
from koubo.files.excel.book import open_workbook
from koubo.files.excel.results import SUMMARY, ResultColumns
from koubo.files.excel.table import Table
from koubo.files.excel.writing import look, note, put, saved
from koubo.files.text import read_bytes
from koubo.report.excel.looks import HEAD, Tint
from koubo.report.words import WORDS
from koubo.text import Lang

_LAST_COLUMN: Final = 16_384
_WIDTH: Final = 16


def source_bytes(source: Path, target: Path) -> bytes:
    """Return the bytes of the workbook to annotate.

    Raises:
        InputError: if one of the two files is no ``.xlsx``, or both are the same.
    """
    for path, what in ((source, "a workbook .xlsx to annotate"), (target, "another file .xlsx to write to")):
        if path.suffix.lower() != ".xlsx":
            raise InputError([Mistake("", f"the ending {path.suffix!r}", what)], source=str(path))
    if source.resolve() == target.resolve() or (target.exists() and source.exists() and target.samefile(source)):
        raise InputError([Mistake("", "the input itself", "another file .xlsx to write to")], source=str(target))
    try:
        return read_bytes(source)
    except InputError as error:
        raise InputError(error.mistakes, source=str(source)) from None


@frozen(eq=False)
class Copy:
    """A workbook to write results into.

    Attributes:
        page: the sheet with the table.
        numbers: key of a result → number of its column.
        lost: what openpyxl warns that it could not keep.
    """

    workbook: Workbook
    page: Any
    numbers: Mapping[str, int]
    lost: tuple[str, ...]

    @classmethod
    def of(cls, data: bytes, table: Table, results: ResultColumns, lang: Lang) -> Copy:
        """Return a copy of a workbook with empty columns of results; results of an earlier time are cleared."""
        workbook, lost = open_workbook(data)
        page: Any = workbook.worksheets[table.sheet.order]
        numbers = _columns(table, results)
        earlier = set(numbers.values())
        for row, column in table.sheet.cells:
            if row > table.header and column in earlier:
                _clear(page.cell(row, column))
        for key, number in numbers.items():
            head = put(page.cell(table.header, number), results.head(key, lang))
            look(head, fill=HEAD.fill, colour=HEAD.text, bold=True)
            page.column_dimensions[get_column_letter(number)].width = _WIDTH
        return cls(workbook, page, numbers, lost)

    def write(self, row: int, key: str, value: str | float | None, tint: Tint, number_format: str = "") -> Any:
        """Write a result and return its cell."""
        cell = put(self.page.cell(row, self.numbers[key]), value)
        look(cell, fill=tint.fill, colour=tint.text, bold=isinstance(value, str), number_format=number_format)
        return cell

    def summary(self, titles: Iterable[str], lang: Lang) -> Any:
        """Return an empty first sheet for the summary; one of an earlier time, known by its title line, is replaced."""
        for sheet in list(self.workbook.worksheets):
            if sheet.title in {SUMMARY.ja, SUMMARY.en} and sheet.cell(1, 1).value in set(titles):
                self.workbook.remove(sheet)
        page = self.workbook.create_sheet(SUMMARY.in_(lang), 0)
        self.workbook.active = 0
        # Else both sheets would be selected, and what is typed into one would go into the other too.
        for sheet in self.workbook.worksheets:
            sheet.sheet_view.tabSelected = sheet is page
        return page

    def save(self, target: Path) -> None:
        """Write the copy to a file.

        Raises:
            InputError: if the file cannot be written.
        """
        if self.workbook.calculation is not None:
            self.workbook.calculation.fullCalcOnLoad = True
        data = saved(self.workbook)
        try:
            target.write_bytes(data)
        except OSError as error:
            found = error.strerror or "no way to write it"
            raise InputError([Mistake("", found, "a file that can be written")], source=str(target)) from None


def comment_on(cell: Any, findings: Iterable[Finding], lang: Lang) -> None:
    """Say in a comment what was found: clause, reason and what to do, one finding after the other."""
    parts = []
    for one in findings:
        lines = [f"{one.clause}  {one.message.in_(lang)}"]
        if one.remedy is not None:
            lines.append(f"→ {WORDS['remedy'].in_(lang)}: {one.remedy.in_(lang)}")
        parts.append("\n".join(lines))
    if parts:
        note(cell, "\n\n".join(parts))


def _columns(table: Table, results: ResultColumns) -> dict[str, int]:
    """Return the columns of the results: those of an earlier time, else new ones right of all that stands there."""
    sheet, known = table.sheet, results.heads
    merged = {column for _, column in sheet.anchors}
    heads = sheet.heads(table.header)
    earlier = {known[text]: number for number, text in heads.items() if text in known and number not in merged}
    free = sheet.last_column
    found: dict[str, int] = {}
    for key, _ in results.names:
        if key not in earlier:
            free += 1
        found[key] = earlier.get(key, free)
    if free > _LAST_COLUMN:
        raise InputError([Mistake(sheet.name, "something in the last columns", "columns free for the results")])
    return found


def _clear(cell: Any) -> None:
    cell.value = None
    cell.comment = None
    cell.style = "Normal"
