"""Workbooks for the tests: templates filled in as a person would, with openpyxl alone."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from functools import cache
from typing import Any

import attrs
from openpyxl import Workbook, load_workbook

from koubo.calls import Call, get_call
from koubo.errors import InputError
from koubo.files.excel import load_excel
from koubo.files.excel.template import budget_template, round_template
from koubo.models.expense import Budget
from koubo.models.rates import GeneralAdminRate
from koubo.models.selection import SelectionRound

HEADER, BODY = 2, 5
LINES, RATES, FACTS = "支出計画書", "構成員・率", "基本情報"
CANDIDATES, REVIEWS, CONDITIONS = "応募一覧", "採点", "条件"


def opened(data: bytes) -> Any:
    return load_workbook(io.BytesIO(data))


def saved(workbook: Any) -> bytes:
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


@cache
def _template(write: Callable[[Call], bytes]) -> bytes:
    return write(get_call("r7"))


def budget_book() -> Any:
    return opened(_template(budget_template))


def round_book() -> Any:
    return opened(_template(round_template))


def book(**sheets: list[list[Any]]) -> Any:
    """A workbook made by hand, with these sheets of these rows."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for title, rows in sheets.items():
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append(row)
    return workbook


def keys(sheet: Any) -> dict[str, int]:
    """Key of each column of a template's table → its number, as the row of English names says."""
    return {str(cell.value).rpartition("(")[2].rstrip(")"): cell.column for cell in sheet[HEADER + 1]}


def fill(sheet: Any, rows: Iterable[Mapping[str, Any]], first: int = BODY) -> None:
    """Fill rows of a template's table in; ``None`` leaves a cell empty."""
    numbers = keys(sheet)
    for number, row in enumerate(rows, start=first):
        for key, value in row.items():
            sheet.cell(number, numbers[key]).value = value


def answer(sheet: Any, label: str, *values: Any) -> None:
    """Fill in the rows of a form that have this label."""
    places = [cell.row for cell in sheet["A"] if cell.value == label]
    for row, value in zip(places, values, strict=False):
        sheet.cell(row, 2).value = value


def shown(value: Any) -> Any:
    """A value of a model as a person fills it in: labels, はい and いいえ, dates and numbers as they are."""
    if isinstance(value, bool):
        return "はい" if value else "いいえ"
    return value.label.ja if hasattr(value, "label") else value


def filled_budget(budget: Budget) -> Any:
    """The template of a budget, filled in."""
    workbook = budget_book()
    fill(workbook[LINES], ({key: shown(value) for key, value in attrs.asdict(line).items()} for line in budget.lines))
    fill(workbook[RATES], (_rate(member, rate) for member, rate in budget.general_admin_rates.items()))
    facts = workbook[FACTS]
    answer(facts, "段階", shown(budget.stage))
    answer(facts, "支援地域", budget.region and get_call("r7").region(budget.region).prefecture)
    answer(facts, "契約開始日", budget.contract_from)
    answer(facts, "契約終了日", budget.contract_to)
    answer(facts, "委託費限度額（税込）", budget.cap_with_tax_yen)
    return workbook


def _rate(member: str, rate: GeneralAdminRate) -> dict[str, Any]:
    if rate.statement is not None:
        return {"member": member, **attrs.asdict(rate.statement)}
    if rate.separately_set is not None:
        return {"member": member, "separately_set": _decimal(rate.separately_set)}
    assert rate.own is not None
    return {"member": member, "own": _decimal(rate.own)}


def _decimal(value: Fraction) -> float | str:
    return float(value) if Fraction(str(float(value))) == value else str(value)


def filled_round(round_: SelectionRound) -> Any:
    """The template of a round, filled in."""
    workbook = round_book()
    rows, reviews = [], []
    for one in round_.candidates:
        row = {
            "id": one.id,
            "region": get_call("r7").region(one.region).prefecture,
            "estimate_with_tax_yen": one.estimate_with_tax_yen,
            "eligible": shown(one.eligible),
        }
        row |= {f"gates.{gate}": shown(passed) for gate, passed in one.gates.items()}
        row |= {f"grades.{criterion}": grade.value for criterion, grade in (one.grades or {}).items()}
        rows.append(row)
        for number, sheet in enumerate(one.sheets):
            grades = {criterion: grade.value for criterion, grade in sheet.items()}
            reviews.append({"candidate": one.id, "reviewer": f"委員{number}", **grades})
    fill(workbook[CANDIDATES], rows)
    fill(workbook[REVIEWS], reviews, first=BODY - 1)
    answer(workbook[CONDITIONS], "採択件数", round_.seats)
    minimum = round_.minimum_evaluation_points
    answer(workbook[CONDITIONS], "評価点の基準", None if minimum is None else _decimal(minimum))
    answer(workbook[CONDITIONS], "契約に至らなかった候補", *round_.withdrawn)
    return workbook


def loaded(workbook: Any) -> Budget | SelectionRound:
    return load_excel(saved(workbook))


def mistakes(workbook: Any) -> dict[str, str]:
    """Place → what was found there, of a workbook that is refused."""
    try:
        loaded(workbook)
    except InputError as error:
        return {mistake.place: mistake.found for mistake in error.mistakes}
    raise AssertionError("the workbook was read without a mistake")
