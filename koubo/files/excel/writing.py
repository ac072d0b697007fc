"""Cells written so that text stays text, and the few looks that all sheets share."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from math import ceil
from typing import Any, Final
from unicodedata import east_asian_width

from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from koubo.files.excel.book import quiet

YEN_FORMAT: Final = "#,##0"
DAY_FORMAT: Final = "yyyy/mm/dd"
TEXT_FORMAT: Final = "@"
TEXT: Final = "1F2328"
"""The colour of plain text."""

FONT: Final = "Yu Gothic"
"""A font with Japanese letters that Excel has everywhere; other programs take one of their own for it."""

_AUTHOR: Final = "koubo"
_LONGEST: Final = 32_000
_FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r")
_UNFIT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_THIN: Final = Side(style="thin", color="BFC5CC")
_FRAME: Final = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


def put(cell: Any, value: str | float | date | None) -> Any:
    """Write a value into a cell and return the cell; text is never taken for a formula or an error."""
    if not isinstance(value, str):
        cell.value = value
        return cell
    text = tidy(value)
    cell.value = text
    cell.data_type = "s"
    # The mark that a leading apostrophe sets: without it editing the cell would make a formula of the text.
    cell.quotePrefix = text.startswith(_FORMULA_SIGNS)
    return cell


def tidy(text: str) -> str:
    """Return text that a cell can hold: without control characters, and no longer than a cell takes."""
    short = _UNFIT.sub("", text)
    return short if len(short) <= _LONGEST else f"{short[: _LONGEST - 1]}…"


def note(cell: Any, text: str) -> None:
    """Attach a comment to a cell, high enough to read it."""
    comment = Comment(tidy(text), _AUTHOR)
    lines = sum(1 + len(line) // 26 for line in text.splitlines())
    comment.width, comment.height = 380, min(40 + 18 * lines, 700)
    cell.comment = comment


def look(
    cell: Any,
    *,
    fill: str = "",
    colour: str = TEXT,
    bold: bool = False,
    italic: bool = False,
    size: int = 10,
    number_format: str = "",
    framed: bool = True,
    wrapped: bool = True,
) -> None:
    """Give a cell its look; colours are RRGGBB."""
    cell.font = _font(colour, bold=bold, italic=italic, size=size)
    cell.alignment = _alignment(wrapped=wrapped)
    if fill:
        cell.fill = _fill(fill)
    if framed:
        cell.border = _FRAME
    if number_format:
        cell.number_format = number_format


# openpyxl keeps one of all equal looks and compares each new one with it: the same object is found at once.
@cache
def _font(colour: str, *, bold: bool, italic: bool, size: int) -> Font:
    return Font(name=FONT, color=colour, bold=bold, italic=italic, size=size)


@cache
def _alignment(*, wrapped: bool) -> Alignment:
    return Alignment(vertical="top", wrap_text=wrapped)


@cache
def _fill(colour: str) -> PatternFill:
    return PatternFill("solid", start_color=colour)


def height_for(texts: Sequence[tuple[str, float]], size: int = 10) -> float:
    """Return the height of a row, in points, that shows texts wrapped in columns of these widths (in narrow letters)."""
    most = max((_lines(text, width) for text, width in texts), default=1)
    return most * size * 1.5 + 4


def _lines(text: str, width: float) -> int:
    """Return how many lines a text takes; a wide letter is two narrow ones, and a little room is left."""
    room = max(width - 2, 1)
    sizes = (sum(1 + (east_asian_width(letter) in "WFA") for letter in line) for line in text.splitlines() or [""])
    return sum(max(1, ceil(size / room)) for size in sizes)


def print_across(sheet: Worksheet, rows: str = "", columns: str = "", pages: int = 1) -> None:
    """Have a sheet printed on A4 across, so many pages wide; rows (``1:3``) and columns (``A:A``) come on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = pages, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    if rows:
        sheet.print_title_rows = rows
    if columns:
        sheet.print_title_cols = columns


def saved(workbook: Workbook) -> bytes:
    """Return a workbook as the bytes of a file."""
    stream = io.BytesIO()
    with quiet():
        workbook.save(stream)
    return stream.getvalue()
