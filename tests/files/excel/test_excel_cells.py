"""What people leave in the cells of a workbook: read exactly, or refused at its cell."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from typing import Any

import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from workbooks import FACTS, LINES, RATES, book, budget_book, fill, loaded, mistakes, saved

from koubo.errors import InputError
from koubo.files.excel import load_excel
from koubo.models.expense import Budget, ExpenseLine

LINE = {"line_id": "A1", "category": "旅費・交通費", "amount_yen": 1000}


def line(**facts: Any) -> ExpenseLine:
    workbook = budget_book()
    fill(workbook[LINES], [{**LINE, **facts}])
    budget = loaded(workbook)
    assert isinstance(budget, Budget)
    return budget.lines[0]


@pytest.mark.parametrize(
    ("key", "said", "meant"),
    [
        ("amount_yen", "1,200,000", 1_200_000),
        ("amount_yen", "１，２００，０００円", 1_200_000),
        ("amount_yen", "￥1,200", 1200),
        ("amount_yen", "\\1,200", 1200),
        ("amount_yen", " 1200 ", 1200),
        ("amount_yen", 1200.0, 1200),
        ("quantity", "２", 2),
        ("one_way_km", "１２０．５", 120.5),
        ("one_way_km", 99.9, 99.9),
        ("line_id", 7, "7"),
        ("line_id", 7.0, "7"),
        ("line_id", "007", "007"),
        ("description", "　東京～仙台\n往復 ", "東京～仙台\n往復"),
        ("category", "設備備品費", "equipment"),
        ("category", "equipment", "equipment"),
        ("category", "その他(諸経費)", "miscellaneous"),
        ("overseas", "○", True),
        ("overseas", "×", False),
        ("overseas", "はい", True),
        ("overseas", True, True),
        ("overseas", "TRUE", True),
        ("overseas", "", False),
        ("evidence", "無", False),
        ("rental_from", date(2025, 6, 1), date(2025, 6, 1)),
        ("rental_from", datetime(2025, 6, 1), date(2025, 6, 1)),  # noqa: DTZ001
        ("rental_from", 45809, date(2025, 6, 1)),
        ("rental_from", 45809.0, date(2025, 6, 1)),
        ("rental_from", "2025/6/1", date(2025, 6, 1)),
        ("rental_from", "2025-06-01", date(2025, 6, 1)),
        ("rental_from", "２０２５年６月１日", date(2025, 6, 1)),
        ("rental_from", "令和7年6月1日", date(2025, 6, 1)),
        ("rental_from", "令和７年６月１日", date(2025, 6, 1)),
        ("rental_from", "R7.6.1", date(2025, 6, 1)),
        ("rental_from", "r7/6/1", date(2025, 6, 1)),
        ("description", "   ", None),
    ],
)
def test_a_cell_as_people_fill_it_in(key: str, said: object, meant: object) -> None:
    assert getattr(line(**{key: said}), key) == meant


@pytest.mark.parametrize(
    ("key", "said", "found"),
    [
        ("amount_yen", 12.5, "12.5"),
        ("amount_yen", -5, "-5"),
        ("amount_yen", "約100万円", "'約100万円'"),
        ("amount_yen", "12,00", "'12,00'"),
        ("amount_yen", True, "true"),
        ("amount_yen", datetime(2025, 6, 1), "2025-06-01T00:00:00"),  # noqa: DTZ001
        ("amount_yen", None, "nothing"),
        ("line_id", 1.1, "1.1"),
        ("line_id", date(2025, 1, 1), "2025-01-01T00:00:00"),
        ("line_id", True, "true"),
        ("line_id", time(10, 30), "10:30:00"),
        ("category", "旅費代", "'旅費代'"),
        ("overseas", 1, "1"),
        ("overseas", "△", "'△'"),
        ("rental_from", 5, "5"),
        ("rental_from", 20250601, "20250601"),
        ("rental_from", 45809.5, "2025-06-01T12:00:00"),
        ("rental_from", time(10, 30), "'10:30:00'"),
        ("rental_from", timedelta(hours=30), "'1900-01-01 06:00:00'"),
        ("rental_from", "6月1日", "'6月1日'"),
        ("rental_from", "令和2025年6月1日", "'令和2025年6月1日'"),
        ("rental_from", "2025/2/30", "'2025/2/30'"),
        ("one_way_km", "遠い", "'遠い'"),
        ("description", "#REF!", "the error #REF!"),
    ],
)
def test_a_cell_that_says_no_one_thing_is_refused(key: str, said: object, found: str) -> None:
    workbook = budget_book()
    sheet = workbook[LINES]
    fill(sheet, [{**LINE, key: said}])
    column = next(cell.column_letter for cell in sheet[3] if cell.value.endswith(f"({key})"))
    places = mistakes(workbook)

    assert list(places) == [f"支出計画書!{column}5"]
    assert places[f"支出計画書!{column}5"].startswith(found) or key == "rental_from"


@pytest.mark.parametrize(("said", "near"), [("旅費", "旅費・交通費"), ("設備備品", "設備備品費"), ("travl", "travel")])
def test_a_word_that_is_nearly_right_is_put_right(said: str, near: str) -> None:
    workbook = budget_book()
    fill(workbook[LINES], [{**LINE, "category": said}])

    with pytest.raises(InputError, match=f"did you mean '{near}'"):
        loaded(workbook)


def test_days_are_counted_from_1904_where_the_workbook_does_so() -> None:
    workbook = budget_book()
    workbook.epoch = CALENDAR_MAC_1904
    fill(workbook[LINES], [{**LINE, "rental_from": 45809 - 1462, "rental_to": datetime(2025, 6, 30)}])  # noqa: DTZ001
    budget = loaded(workbook)

    assert isinstance(budget, Budget)
    assert (budget.lines[0].rental_from, budget.lines[0].rental_to) == (date(2025, 6, 1), date(2025, 6, 30))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (0.083, Fraction(83, 1000)),
        (0, Fraction(0)),
        (1, Fraction(1)),
        (1 / 3, Fraction("0.333333333333333")),
        (0.00001, Fraction(1, 100_000)),
        ("8.3%", Fraction(83, 1000)),
        ("８．３％", Fraction(83, 1000)),
        ("0.083", Fraction(83, 1000)),
        ("1/12", Fraction(1, 12)),
    ],
)
def test_a_rate_is_exactly_what_was_typed(said: object, meant: Fraction) -> None:
    workbook = budget_book()
    fill(workbook[RATES], [{"member": "a", "own": said}, {"member": "b", "separately_set": said}])
    budget = loaded(workbook)

    assert isinstance(budget, Budget)
    assert budget.general_admin_rates["a"].own == meant
    assert budget.general_admin_rates["b"].separately_set == meant


def test_the_figures_of_a_rate_are_read_like_any_amount() -> None:
    workbook = budget_book()
    figures = {
        "selling_and_general_administrative_yen": "412,000,000円",
        "selling_yen": 150e6,
        "cost_of_sales_yen": "２０００",
    }
    fill(workbook[RATES], [{"member": 1, **figures}, {"member": "no rate"}])
    budget = loaded(workbook)

    assert isinstance(budget, Budget)
    assert list(budget.general_admin_rates) == ["1"]
    statement = budget.general_admin_rates["1"].statement
    assert statement is not None
    assert (statement.selling_yen, statement.cost_of_sales_yen) == (150_000_000, 2000)


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        ([{"member": "a", "own": 8.3}], {"B5": "'8.3'"}),
        ([{"member": "a", "own": "高い"}], {"B5": "'高い'"}),
        ([{"member": "a", "own": datetime(2025, 1, 12)}], {"B5": "2025-01-12T00:00:00"}),  # noqa: DTZ001
        ([{"member": "a", "own": 0.1, "separately_set": 0.1}], {"F5": "2 forms of a rate"}),
        (
            [{"member": "a", "selling_yen": 5}],
            {
                "C5": "no 販売費及び一般管理費 (selling_and_general_administrative_yen)",
                "E5": "no 売上原価 (cost_of_sales_yen)",
            },
        ),
        ([{"own": 0.1}], {"A5": "nothing"}),
        ([{"member": "a", "own": 0.1}, {"member": "a"}], {"A6": "'a' a second time"}),
        (
            [{"member": "a", "selling_and_general_administrative_yen": 9, "selling_yen": 1, "cost_of_sales_yen": 0}],
            {"E5": "0"},
        ),
        (
            [{"member": "a", "selling_and_general_administrative_yen": 9, "selling_yen": 10, "cost_of_sales_yen": "?"}],
            {"E5": "'?'"},
        ),
    ],
)
def test_mistakes_of_rates(rows: list[dict[str, Any]], places: dict[str, str]) -> None:
    workbook = budget_book()
    fill(workbook[RATES], rows)

    assert mistakes(workbook) == {f"構成員・率!{cell}": found for cell, found in places.items()}


def with_cached(data: bytes, formula: str, cached: str, also: tuple[str, str] = ("<none/>", "")) -> bytes:
    """The workbook with what a spreadsheet program would keep as the value of a formula."""
    target = io.BytesIO()
    pattern = rf"<f>{re.escape(formula)}</f>(?:<v></v>|<v ?/>)".encode()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for part in source.infolist():
            content = source.read(part)
            copy.writestr(
                part, re.sub(pattern, f"<f>{formula}</f>{cached}".encode(), content.replace(*map(str.encode, also)))
            )
    return target.getvalue()


@pytest.mark.parametrize(("worked_out", "meant"), [("1000", 1000), ("1000.0000000000001", 1000), ("1E3", 1000)])
def test_of_a_formula_its_value_is_read_as_it_shows(worked_out: str, meant: int) -> None:
    workbook = book(支出計画書=[["line_id", "category", "amount_yen"], ["A1", "travel", "=500*2"]])
    budget = load_excel(with_cached(saved(workbook), "500*2", f"<v>{worked_out}</v>"))

    assert isinstance(budget, Budget)
    assert budget.lines[0].amount_yen == meant


def test_a_formula_that_comes_to_an_empty_text_is_an_empty_cell() -> None:
    workbook = book(支出計画書=[["line_id", "category", "amount_yen", "member"], ["A1", "travel", 5, "=B9"]])
    data = with_cached(saved(workbook), "B9", "<v></v>", ('<c r="D2">', '<c r="D2" t="str">'))
    budget = load_excel(data)

    assert isinstance(budget, Budget)
    assert budget.lines[0].member is None


def test_a_formula_that_was_never_worked_out_is_a_mistake_that_says_so() -> None:
    workbook = book(支出計画書=[["line_id", "category", "amount_yen"], ["A1", "travel", "=500*2"]])

    assert mistakes(workbook) == {"支出計画書!C2": "a formula whose value was never worked out"}


@pytest.mark.parametrize("error", ["#REF!", "#DIV/0!", "#N/A", "#VALUE!"])
def test_an_error_in_a_cell_is_a_mistake(error: str) -> None:
    workbook = book(支出計画書=[["line_id", "category", "amount_yen"], ["A1", "travel", error]])

    assert mistakes(workbook) == {"支出計画書!C2": f"the error {error}"}


def test_all_mistakes_come_in_one_go_in_the_order_of_the_cells() -> None:
    workbook = budget_book()
    fill(
        workbook[LINES],
        [{**LINE, "amount_yen": -1}, {**LINE, "overseas": "多分"}, {"category": "旅費", "amount_yen": 1}],
    )
    fill(workbook[RATES], [{"member": "a", "own": 9}])
    workbook[FACTS]["B8"] = "東京都"

    assert list(mistakes(workbook)) == [
        "基本情報!B8",
        "構成員・率!B5",
        "支出計画書!C5",
        "支出計画書!A6",
        "支出計画書!N6",
        "支出計画書!A7",
        "支出計画書!B7",
    ]
