"""Sheets as people leave them: moved, padded, merged, hidden, misspelt."""

from __future__ import annotations

from typing import Any

import pytest
from workbooks import CONDITIONS, FACTS, LINES, REVIEWS, book, budget_book, filled_round, loaded, mistakes, round_book

from koubo.calls import get_call
from koubo.models.expense import Budget, ExpenseCategory, ExpenseLine, Stage
from koubo.models.selection import Candidate, Grade, SelectionRound

HEAD = ["明細番号", "費目", "金額（税抜）"]
ROW = ["A1", "旅費・交通費", 5]
CRITERIA = [criterion.id for criterion in get_call("r7").criteria]


def lines_of(workbook: Any) -> tuple[ExpenseLine, ...]:
    budget = loaded(workbook)
    assert isinstance(budget, Budget)
    return budget.lines


def ids(workbook: Any) -> list[str]:
    return [line.line_id for line in lines_of(workbook)]


@pytest.mark.parametrize(
    "head",
    [
        ["line_id", "category", "amount_yen"],
        ["line id", "expense category", "amount without tax"],
        ["明細番号*", "費 目", "金額\n（税抜）"],
        ["ＬＩＮＥ＿ＩＤ", "費目", "金額(税抜)"],
    ],
)
def test_columns_are_known_by_key_and_by_label_however_they_are_written(head: list[str]) -> None:
    assert ids(book(支出計画書=[head, ROW])) == ["A1"]


def test_the_table_may_stand_anywhere_in_its_sheet() -> None:
    rows: list[list[Any]] = [["支出計画書"], [], ["", "", "", "", "作成日"], [None, None, *HEAD], [None, None, *ROW]]

    assert ids(book(支出計画書=rows)) == ["A1"]


def test_empty_rows_and_cells_with_nothing_but_spaces_say_nothing() -> None:
    rows: list[list[Any]] = [HEAD, [], ROW, [None, " ", "　"], [], ["A2", *ROW[1:]]]

    assert ids(book(支出計画書=rows)) == ["A1", "A2"]


def test_hidden_rows_columns_and_sheets_are_read_like_the_others() -> None:
    workbook = book(支出計画書=[HEAD, ROW, ["A2", *ROW[1:]]], other=[["x"]])
    workbook[LINES].row_dimensions[3].hidden = True
    workbook[LINES].column_dimensions["C"].hidden = True
    workbook[LINES].sheet_state = "hidden"

    assert ids(workbook) == ["A1", "A2"]


def test_what_stands_beside_the_table_is_nobodys_matter() -> None:
    workbook = book(支出計画書=[HEAD, ROW])
    workbook[LINES]["F2"] = "要確認"

    assert ids(workbook) == ["A1"]


def test_cells_far_away_cost_nothing() -> None:
    workbook = book(支出計画書=[HEAD, ROW])
    workbook[LINES]["XFD1048576"] = " "

    assert ids(workbook) == ["A1"]


def test_a_merged_cell_says_the_same_for_each_of_its_rows() -> None:
    workbook = book(支出計画書=[HEAD, ROW, ["A2", None, 6], ["A3", None, 7], ["A4", "人件費", 8]])
    workbook[LINES].merge_cells("B2:B4")

    assert [line.category.value for line in lines_of(workbook)] == ["travel", "travel", "travel", "labour"]


@pytest.mark.parametrize(
    ("area", "places"), [("C2:C3", ["支出計画書!C2", "支出計画書!C3"]), ("A2:A3", ["支出計画書!A2", "支出計画書!A3"])]
)
def test_ids_and_amounts_may_not_be_merged_over_rows(area: str, places: list[str]) -> None:
    workbook = book(支出計画書=[HEAD, ROW, ["A2", "人件費", 6]])
    workbook[LINES].merge_cells(area)

    assert mistakes(workbook) == dict.fromkeys(places, "a merged cell over several rows")


def test_heads_may_be_merged_over_rows() -> None:
    workbook = book(支出計画書=[[*HEAD, "調達"], [None, None, None, "調達先"], [*ROW, "x社"]])
    for area in ("A1:A2", "B1:B2", "C1:C2"):
        workbook[LINES].merge_cells(area)

    assert lines_of(workbook)[0].supplier == "x社"


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        ([[*HEAD, "備考"], [*ROW, "x"]], {"支出計画書!D1": "unknown column '備考'"}),
        ([[*HEAD, 5], ROW], {"支出計画書!D1": "unknown column 5"}),
        ([[*HEAD, "費目"], ROW], {"支出計画書!D1": "a second column for 費目"}),
        ([HEAD[:2], ROW[:2]], {"支出計画書!A1": "no column 金額（税抜） (amount_yen)"}),
        ([["何", "か"], ["x", "y"]], {"支出計画書": "no row with the names of the columns"}),
        ([[*HEAD[:2], None, HEAD[2]], ["A1", "人件費", "x", 5]], {"支出計画書!C2": "'x'"}),
        ([HEAD, ROW, ROW], {"支出計画書!A3": "'A1' a second time"}),
        ([HEAD, ["A1"]], {"支出計画書!B2": "nothing", "支出計画書!C2": "nothing"}),
    ],
)
def test_mistakes_of_the_table(rows: list[list[Any]], places: dict[str, str]) -> None:
    assert mistakes(book(支出計画書=rows)) == places


@pytest.mark.parametrize(
    ("head", "near"),
    [("備考", ""), ("費用項目", "費目"), ("明細番", "明細番号"), ("従業者", "従事者"), ("membr", "member")],
)
def test_an_unknown_column_suggests_the_one_that_was_meant(head: str, near: str) -> None:
    workbook = book(支出計画書=[[*HEAD, head], ROW])
    with pytest.raises(ValueError, match=(near and f"did you mean '{near}'") or None) as error:
        loaded(workbook)

    assert near or "did you mean" not in str(error.value)


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        ([["段階", "清算"]], {"基本情報!B1": "'清算'"}),
        ([["契約開始", "2025/5/12"]], {"基本情報": "no row that the form asks for"}),
        ([["段階", "精算"], ["契約開始", "2025/5/12"]], {"基本情報!A2": "unknown row '契約開始'"}),
        ([["段階", "精算"], ["段階", "計画"]], {"基本情報!A2": "段階 a second time"}),
        ([["契約開始日", "2025/5/12"], ["契約終了日", "2025/5/1"]], {"基本情報!B2": "2025-05-01"}),
        ([["支援地域", "宮城"]], {"基本情報!B1": "'宮城'"}),
        ([["委託費限度額（税込）", "#N/A"]], {"基本情報!B1": "the error #N/A"}),
    ],
)
def test_mistakes_of_the_form(rows: list[list[Any]], places: dict[str, str]) -> None:
    assert mistakes(book(基本情報=rows, 支出計画書=[HEAD, ROW])) == places


def test_a_form_is_read_wherever_its_rows_stand() -> None:
    workbook = book(
        基本情報=[["はじめに"], [None, "支援地域", None, "長野県"], [None, "段階", None, "精算"]],
        支出計画書=[HEAD, ROW],
    )
    workbook[FACTS].merge_cells("B2:C2")
    workbook[FACTS].merge_cells("B3:C3")

    assert loaded(workbook) == Budget(
        lines=(ExpenseLine(line_id="A1", category=ExpenseCategory.TRAVEL, amount_yen=5),),
        region="nagano",
        stage=Stage.SETTLEMENT,
    )


@pytest.mark.parametrize(
    ("sheets", "found"),
    [
        ({"Sheet1": [["x"]]}, "the sheets Sheet1"),
        ({"支出計画書": [HEAD], "応募一覧": [["id"]]}, "both a budget and a selection round"),
        ({"a": [HEAD, ROW], "b": [HEAD, ROW]}, "the sheets a, b"),
    ],
)
def test_a_workbook_of_which_it_is_not_clear_what_it_is(sheets: dict[str, list[list[Any]]], found: str) -> None:
    assert mistakes(book(**sheets)) == {"": found}


def candidate(name: str, *sheets: dict[str, Grade]) -> Candidate:
    return Candidate(id=name, region="miyagi", estimate_with_tax_yen=5, sheets=sheets)


def sheet(grade: Grade) -> dict[str, Grade]:
    return dict.fromkeys(CRITERIA, grade)


def test_reviewers_stand_in_one_order_for_every_candidate() -> None:
    first, second = sheet(Grade.A), sheet(Grade.C)
    workbook = filled_round(SelectionRound(candidates=(candidate("a", first, second), candidate("b", first, second))))
    reviews = workbook[REVIEWS]
    # The rows of candidate b in the other order.
    for column in range(1, reviews.max_column + 1):
        upper, lower = reviews.cell(6, column), reviews.cell(7, column)
        upper.value, lower.value = lower.value, upper.value
    round_ = loaded(workbook)

    assert isinstance(round_, SelectionRound)
    assert [one.sheets for one in round_.candidates] == [(first, second), (first, second)]


@pytest.mark.parametrize(
    ("cells", "places"),
    [
        ({"A4": "c"}, {"採点!A4": "'c'", "採点!A5": "no grades of '委員0' for 'a'"}),
        ({"B4": None}, {"採点!B4": "nothing", "採点!A5": "no grades of '委員0' for 'a'"}),
        ({"B5": "委員0"}, {"採点!B5": "'委員0' for 'a' a second time", "採点!A4": "no grades of '委員1' for 'a'"}),
        ({"C4": "E"}, {"採点!C4": "'E'"}),
        ({"D6": None}, {"採点!D6": "nothing"}),
        ({"C3": "grades.x"}, {}),
    ],
)
def test_mistakes_of_the_reviews(cells: dict[str, Any], places: dict[str, str]) -> None:
    both = sheet(Grade.A), sheet(Grade.B)
    workbook = filled_round(SelectionRound(candidates=(candidate("a", *both), candidate("b", *both))))
    for name, value in cells.items():
        workbook[REVIEWS][name] = value
    if not places:
        assert isinstance(loaded(workbook), SelectionRound)
        return

    found = mistakes(workbook)

    assert {place: found[place].partition(" (candidate")[0] for place in found} == places


def test_a_round_names_the_cells_of_its_mistakes() -> None:
    workbook = filled_round(
        SelectionRound(candidates=(Candidate(id="a", region="miyagi", estimate_with_tax_yen=5, grades=sheet(Grade.S)),))
    )
    candidates = workbook["応募一覧"]
    candidates["B5"], candidates["C5"], candidates["E5"], candidates["H5"] = "東京都", 0, "多分", None
    conditions = workbook[CONDITIONS]
    rows = {cell.value: cell.row for cell in conditions["A"] if cell.value}
    conditions.cell(rows["採択件数"], 2).value = -1
    conditions.cell(rows["契約に至らなかった候補"], 2).value = "zzz"

    assert set(mistakes(workbook)) == {
        "応募一覧!B5",
        "応募一覧!C5",
        "応募一覧!E5",
        "応募一覧!H5",
        "条件!B8",
        "条件!B12",
    }


def test_a_call_that_is_not_known_is_a_mistake_of_its_cell() -> None:
    workbook = round_book()
    workbook[CONDITIONS]["B7"] = "r9"

    assert mistakes(workbook) == {"条件!B7": "'r9'", "応募一覧": "an empty list"}


def test_a_blank_budget_has_no_lines() -> None:
    assert lines_of(budget_book()) == ()
