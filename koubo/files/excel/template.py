"""Workbooks to fill in: for a budget, and for a selection round."""

from __future__ import annotations

from typing import Final

from openpyxl import Workbook

from koubo.calls import Call
from koubo.files.excel.budget_layout import (
    EXAMPLE_LINE,
    EXAMPLE_RATE,
    FACTS,
    GROUPS,
    LINES,
    RATES,
    fact_rows,
    line_columns,
    rate_columns,
)
from koubo.files.excel.columns import Column
from koubo.files.excel.round_layout import (
    CANDIDATES,
    CONDITIONS,
    EXAMPLE_CANDIDATE,
    GATES,
    GRADES,
    REVIEWS,
    candidate_columns,
    condition_rows,
    review_columns,
)
from koubo.files.excel.template_sheets import BODY, ROWS, write_form, write_table
from koubo.files.excel.validation import Choices
from koubo.files.excel.writing import put, saved
from koubo.text import Text

_WITHDRAWN_ROWS: Final = 3
_HOW: Final = (
    "「*」の付いた列は必須です。分からない事項は空欄のままにしてください（「いいえ」とはみなしません）。",
    "見出しにカーソルを合わせると説明が表示されます。記入例の行は読み込まれません。",
    "金額は円単位の整数、日付は 2025/6/1 や 令和7年6月1日 のように記入してください。",
)
_BASICS: Final = Text("基本", "basics")
_GATES: Final = Text("要件", "gates")
_GRADES: Final = Text("評価", "grades")


def budget_template(call: Call) -> bytes:
    """Return the workbook of an empty budget: basic facts, members and rates, lines."""
    workbook = Workbook()
    choices = Choices(workbook)
    facts, rates, lines = workbook.worksheets[0], workbook.create_sheet(RATES.ja), workbook.create_sheet(LINES.ja)
    facts.title = FACTS.ja
    write_form(facts, f"{LINES.ja}　{call.title.ja}", _HOW, fact_rows([call]), choices)
    write_table(
        rates, rate_columns(), choices, groups={"member": Text("構成員", "members"), "own": RATES}, example=EXAMPLE_RATE
    )
    members = f"'{RATES.ja}'!$A${BODY}:$A${BODY + ROWS - 1}"
    groups = {keys[0]: title for title, keys in GROUPS}
    write_table(lines, line_columns(), choices, groups=groups, example=EXAMPLE_LINE, sources={"member": members})
    return saved(workbook)


def round_template(call: Call) -> bytes:
    """Return the workbook of an empty selection round: conditions, candidates, the reviewers' sheets."""
    workbook = Workbook()
    choices = Choices(workbook)
    conditions = workbook.worksheets[0]
    candidates, reviews = workbook.create_sheet(CANDIDATES.ja), workbook.create_sheet(REVIEWS.ja)
    conditions.title = CONDITIONS.ja
    asked = condition_rows()
    write_form(conditions, f"審査　{call.title.ja}", _HOW, (*asked, *[asked[-1]] * (_WITHDRAWN_ROWS - 1)), choices)
    _answer(workbook, asked[0], call.id)
    columns = candidate_columns(call)
    groups = {"id": _BASICS, **_first(columns, GATES, _GATES), **_first(columns, GRADES, _GRADES)}
    write_table(candidates, columns, choices, groups=groups, example=EXAMPLE_CANDIDATE)
    listed = f"'{CANDIDATES.ja}'!$A${BODY}:$A${BODY + ROWS - 1}"
    columns = review_columns(call)
    groups = {"candidate": REVIEWS, columns[2].key: _GRADES}
    write_table(reviews, columns, choices, groups=groups, example=None, sources={"candidate": listed})
    return saved(workbook)


def _first(columns: tuple[Column, ...], group: str, title: Text) -> dict[str, Text]:
    return {next(column.key for column in columns if column.key.startswith(f"{group}.")): title}


def _answer(workbook: Workbook, asked: Column, answer: str) -> None:
    for label, cell, *_ in workbook[CONDITIONS.ja].iter_rows():
        if label.value == asked.title.ja:
            put(cell, answer)
