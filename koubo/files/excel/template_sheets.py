"""The two kinds of sheets of a template: a table to fill in row by row, and a form."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Final

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from koubo.files.excel.columns import Column
from koubo.files.excel.form import HEADS
from koubo.files.excel.rows import EXAMPLE
from koubo.files.excel.validation import Choices, validate
from koubo.files.excel.writing import DAY_FORMAT, TEXT_FORMAT, YEN_FORMAT, height_for, look, note, print_across, put
from koubo.text import Text

ROWS: Final = 1000
"""For how many rows a table offers its lists."""
HEADER, ENGLISH, EXAMPLE_ROW, BODY = 2, 3, 4, 5
"""The rows of a table: Japanese names, English names with keys, the example, the first row to fill in."""

_REQUIRED, _OPTIONAL, _GROUP, _PALE, _EXAMPLE = "0B4F79", "4A6072", "E3E8ED", "F4F6F8", "FFF6D9"
_COLUMNS_A_PAGE: Final = 12
_MUST: Final = Text("必須", "required")
_WIDTHS: Final = {str: 18, bool: 12, int: 14, float: 12, Fraction: 14, date: 13}
_WIDE: Final = {"description": 36}


def write_table(
    sheet: Worksheet,
    columns: tuple[Column, ...],
    choices: Choices,
    *,
    groups: Mapping[str, Text],
    example: Mapping[str, str | float] | None,
    sources: Mapping[str, str] | None = None,
) -> None:
    """Write the empty table of some columns.

    Args:
        sheet: an empty sheet.
        columns: the columns; the first holds the ids.
        choices: the lists of the workbook.
        groups: key of the first column of a group → what stands over the group.
        example: what the example row says beside its id; without one there is no such row.
        sources: key → range to choose from, of columns where anything else may be written too.
    """
    first = EXAMPLE_ROW if example is None else BODY
    for number, column in enumerate(columns, start=1):
        letter = get_column_letter(number)
        over = sheet.cell(1, number)
        look(
            put(over, groups[column.key].ja if column.key in groups else None),
            fill=_GROUP,
            bold=True,
            framed=False,
            wrapped=False,
        )
        head = put(sheet.cell(HEADER, number), column.japanese)
        look(head, fill=_REQUIRED if column.required else _OPTIONAL, colour="FFFFFF", bold=True)
        note(head, explained(column))
        look(put(sheet.cell(ENGLISH, number), column.english), fill=_PALE, colour="57606A", size=8)
        if example is not None:
            value = EXAMPLE if number == 1 else example.get(column.key)
            cell = put(sheet.cell(EXAMPLE_ROW, number), value)
            look(cell, fill=_EXAMPLE, colour="57606A", italic=True, number_format=number_format(column))
        dimension = sheet.column_dimensions[letter]
        dimension.width = _WIDE.get(column.key, _WIDTHS.get(column.kind, 18))
        dimension.number_format = number_format(column)
        validate(
            sheet, f"{letter}{first}:{letter}{first + ROWS - 1}", column, choices, (sources or {}).get(column.key, "")
        )
    sheet.row_dimensions[HEADER].height, sheet.row_dimensions[ENGLISH].height = 44, 46
    sheet.freeze_panes = f"B{EXAMPLE_ROW}"
    print_across(sheet, f"1:{ENGLISH}", "A:A", pages=-(-len(columns) // _COLUMNS_A_PAGE))


def write_form(
    sheet: Worksheet, title: str, intro: tuple[str, ...], asked: tuple[Column, ...], choices: Choices
) -> None:
    """Write an empty form: title, a few lines on how to fill in, then one row for each question."""
    look(put(sheet.cell(1, 1), title), bold=True, size=14, framed=False, wrapped=False)
    for row, line in enumerate(intro, start=2):
        look(put(sheet.cell(row, 1), line), framed=False, wrapped=False)
    top = len(intro) + 3
    for number, head in enumerate(HEADS, start=1):
        look(put(sheet.cell(top, number), head.ja), fill=_REQUIRED, colour="FFFFFF", bold=True)
    for row, column in enumerate(asked, start=top + 1):
        label = put(sheet.cell(row, 1), column.title.ja)
        look(label, fill=_PALE, bold=True)
        note(label, explained(column))
        look(sheet.cell(row, 2), number_format=number_format(column))
        look(put(sheet.cell(row, 3), column.help.ja if column.help else ""), colour="57606A", framed=False)
        validate(sheet, f"B{row}", column, choices)
    sheet.row_dimensions[1].height = height_for([("", 1)], size=14)
    for letter, width in zip("ABC", (26, 26, 90), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = f"A{top + 1}"
    print_across(sheet)


def explained(column: Column) -> str:
    """Return what the comment on a head says: the help in both languages, and the key."""
    helps = column.help or column.title
    must = _MUST if column.required else Text("任意", "optional")
    return f"【{must.ja}】{helps.ja}\n\n{column.title.en} ({must.en}): {helps.en}\n[{column.key}]"


def number_format(column: Column) -> str:
    """Return how the numbers and dates of a column are shown."""
    if column.kind is Fraction:
        return "0.0##%" if column.unit == "share" else "0.0##"
    formats = {int: YEN_FORMAT, float: "#,##0.0##", date: DAY_FORMAT, str: TEXT_FORMAT}
    return formats.get(column.kind, "General") if not column.choices else "General"
