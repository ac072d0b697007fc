"""The templates: what they offer, explain and show."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from workbooks import (
    BODY,
    CANDIDATES,
    FACTS,
    HEADER,
    LINES,
    RATES,
    REVIEWS,
    budget_book,
    fill,
    keys,
    loaded,
    mistakes,
    round_book,
)

from koubo.calls import get_call
from koubo.files.excel.budget_layout import fact_rows, line_columns, rate_columns
from koubo.files.excel.columns import Column, named
from koubo.files.excel.round_layout import candidate_columns, condition_rows, review_columns
from koubo.models.expense import CostNature, ExpenseCategory, ExpenseLine

R7 = get_call("r7")
TABLES = {
    "lines": line_columns(),
    "rates": rate_columns(),
    "facts": fact_rows([R7]),
    "candidates": candidate_columns(R7),
    "reviews": review_columns(R7),
    "conditions": condition_rows(),
}


def offered(sheet: Any, key: str) -> list[str]:
    """What the cell below a column offers to choose from."""
    cell = sheet.cell(BODY, keys(sheet)[key])
    (reference,) = (one.formula1 for one in sheet.data_validations.dataValidation if cell.coordinate in one.sqref)
    title, _, area = reference.rpartition("!")
    return [row[0].value for row in sheet.parent[title.strip("'")][area.replace("$", "")]]


def test_every_field_of_a_line_has_one_column() -> None:
    assert sorted(column.key for column in line_columns()) == sorted(field.name for field in attrs.fields(ExpenseLine))


@pytest.mark.parametrize("columns", TABLES.values(), ids=TABLES)
def test_no_two_columns_share_a_name_and_each_says_how_to_fill_it_in(columns: tuple[Column, ...]) -> None:
    assert len(named(columns)) == len({name for column in columns for name in column.names})
    assert all(column.help is not None for column in columns)


def test_lists_offer_what_the_model_knows_in_japanese() -> None:
    lines = budget_book()[LINES]

    assert offered(lines, "category") == [member.label.ja for member in ExpenseCategory]
    assert offered(lines, "nature") == [member.label.ja for member in CostNature]
    assert offered(lines, "evidence") == ["はい", "いいえ"]


def test_regions_and_grades_are_offered() -> None:
    candidates = round_book()[CANDIDATES]

    assert offered(candidates, "region") == [region.prefecture for region in R7.regions]
    assert offered(candidates, "grades.managers") == ["S", "A", "B", "C", "D"]


def test_members_are_offered_from_their_sheet_and_others_may_be_written() -> None:
    lines = budget_book()[LINES]
    cell = lines.cell(BODY, keys(lines)["member"]).coordinate
    (asks,) = (one for one in lines.data_validations.dataValidation if cell in one.sqref)

    assert asks.formula1.startswith(f"'{RATES}'!$A$")
    assert not asks.showErrorMessage


@pytest.mark.parametrize(
    ("key", "shown", "kind"),
    [
        ("amount_yen", "#,##0", "whole"),
        ("one_way_km", "#,##0.0##", "decimal"),
        ("rental_from", "yyyy/mm/dd", "date"),
        ("line_id", "@", None),
    ],
)
def test_numbers_and_dates_have_their_format_and_are_asked_about_not_refused(key: str, shown: str, kind: str) -> None:
    lines = budget_book()[LINES]
    cell = lines.cell(BODY, keys(lines)[key])
    asks = [(one.type, one.errorStyle) for one in lines.data_validations.dataValidation if cell.coordinate in one.sqref]

    assert lines.column_dimensions[cell.column_letter].number_format == shown
    assert asks == ([(kind, "warning")] if kind else [])


@pytest.mark.parametrize("title", [LINES, RATES, CANDIDATES, REVIEWS])
def test_heads_stay_in_view_and_explain_themselves_in_both_languages(title: str) -> None:
    workbook = budget_book() if title in {LINES, RATES} else round_book()
    sheet = workbook[title]

    assert sheet.freeze_panes == "B4"
    for head, english in zip(sheet[HEADER], sheet[HEADER + 1], strict=True):
        key = english.value.rpartition("(")[2].rstrip(")")
        assert head.comment.text.endswith(f"[{key}]")
        assert ("必須" in head.comment.text) == head.value.endswith("*")


def test_the_example_row_is_not_read() -> None:
    workbook = budget_book()

    assert workbook[LINES].cell(BODY - 1, 1).value == "記入例"
    assert loaded(workbook).lines == ()  # type: ignore[union-attr]


def test_an_example_row_that_was_written_over_is_a_mistake() -> None:
    workbook = budget_book()
    fill(workbook[LINES], [{"amount_yen": 500}], first=BODY - 1)

    assert mistakes(workbook) == {"支出計画書!A4": "the example row '記入例', written over"}


def test_nothing_in_a_template_is_a_formula() -> None:
    for workbook in (budget_book(), round_book()):
        assert not [cell for sheet in workbook for row in sheet for cell in row if cell.data_type == "f"]


def test_the_form_explains_beside_each_row() -> None:
    facts = budget_book()[FACTS]
    rows = {row[0].value: row[2].value for row in facts.iter_rows() if row[2].value}

    assert set(rows) == {"項目", *(column.title.ja for column in fact_rows([R7]))}
