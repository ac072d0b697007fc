"""What the cells of a template offer and ask for: lists to choose from, numbers and dates within bounds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any, Final

from attrs import Factory, define
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from koubo.files.excel.columns import Column
from koubo.files.excel.writing import put

_TITLE: Final = "選択肢"
_CHOOSE: Final = "一覧から選んでください。"
_OTHERWISE: Final = "このまま入力しますか。"
_ASKS: Final[Mapping[type, dict[str, Any]]] = {
    int: {
        "type": "whole",
        "operator": "greaterThanOrEqual",
        "formula1": "0",
        "error": f"0以上の整数ではありません。{_OTHERWISE}",
    },
    float: {
        "type": "decimal",
        "operator": "greaterThanOrEqual",
        "formula1": "0",
        "error": f"0以上の数ではありません。{_OTHERWISE}",
    },
    Fraction: {
        "type": "decimal",
        "operator": "greaterThanOrEqual",
        "formula1": "0",
        "error": f"0以上の数ではありません。{_OTHERWISE}",
    },
    date: {
        "type": "date",
        "operator": "greaterThanOrEqual",
        "formula1": "DATE(2000,1,1)",
        "error": f"日付として読めません。{_OTHERWISE}",
    },
}


@define
class Choices:
    """The lists to choose from, kept on a hidden sheet: a cell's own list may not be longer than 255 characters."""

    workbook: Workbook
    _places: dict[tuple[str, ...], str] = Factory(dict)

    def reference(self, options: tuple[str, ...]) -> str:
        """Return the range of the hidden sheet that holds a list."""
        if options not in self._places:
            sheet = self._sheet()
            column = len(self._places) + 1
            for row, option in enumerate(options, start=1):
                put(sheet.cell(row, column), option)
            letter = get_column_letter(column)
            self._places[options] = f"{quote_sheetname(_TITLE)}!${letter}$1:${letter}${len(options)}"
        return self._places[options]

    def _sheet(self) -> Worksheet:
        if _TITLE not in self.workbook.sheetnames:
            self.workbook.create_sheet(_TITLE).sheet_state = "hidden"
        return self.workbook[_TITLE]


def validate(sheet: Worksheet, cells: str, column: Column, choices: Choices, source: str = "") -> None:
    """Have the cells of a range ask for what a column takes.

    Args:
        sheet: the sheet.
        cells: the range, such as ``C5:C1004``.
        column: the column.
        choices: the lists of the workbook.
        source: a range to choose from where anything else may be written too.
    """
    if column.choices:
        asks: dict[str, Any] = {"type": "list", "formula1": choices.reference(tuple(column.choices)), "error": _CHOOSE}
    elif source:
        asks = {"type": "list", "formula1": source, "showErrorMessage": False}
    elif column.kind in _ASKS:
        # Amounts and days typed as text are read too, so what does not look like one is asked about and not refused.
        asks = {**_ASKS[column.kind], "errorStyle": "warning"}
    else:
        return
    validation = DataValidation(
        **{"allow_blank": True, "showErrorMessage": True, "errorTitle": column.title.ja[:30], **asks}
    )
    validation.add(cells)
    sheet.add_data_validation(validation)
