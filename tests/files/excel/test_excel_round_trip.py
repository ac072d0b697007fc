"""What is filled into a template comes back as the same model, however it is written into the cells."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.chart import BarChart
from workbooks import filled_budget, filled_round, loaded, saved

from koubo.calls import get_call
from koubo.files.load import load
from koubo.models.expense import (
    Budget,
    Consultation,
    CostBasis,
    CostNature,
    ExpenseCategory,
    ExpenseLine,
    PersonRole,
    Stage,
    SupplierRelation,
)
from koubo.models.rates import FinancialStatement, GeneralAdminRate
from koubo.models.selection import Candidate, Grade, SelectionRound

R7 = get_call("r7")
EXAMPLE = Path(__file__).parents[3] / "examples" / "budgets" / "miyagi-consortium.yaml"

# Text as it stands in cells: spaces around it are dropped, and an id that looks like the example's is one.
words = st.text(st.characters(categories=["Lu", "Lo", "Nd"], include_characters=" -=+@・/"), min_size=1, max_size=12)
texts = words.map(str.strip).filter(lambda text: text and not text.startswith("例") and "記入" not in text)
days = st.dates(date(2025, 4, 1), date(2026, 3, 31))
yen = st.integers(0, 10**9)
shares = st.integers(0, 10**5).map(lambda number: Fraction(number, 10**5))


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


@st.composite
def lines(draw: st.DrawFn, line_id: str) -> ExpenseLine:
    start, amount = draw(days), draw(yen)
    role = draw(maybe(st.sampled_from(PersonRole)))
    return ExpenseLine(
        line_id=line_id,
        category=draw(st.sampled_from(ExpenseCategory)),
        amount_yen=amount,
        description=draw(maybe(texts)),
        member=draw(maybe(texts)),
        unit_price_yen=draw(maybe(yen)),
        quantity=draw(st.integers(1, 1000)),
        useful_life_years=draw(maybe(st.floats(0, 50).map(lambda years: round(years, 2)))),
        general_purpose=draw(maybe(st.booleans())),
        rental_from=draw(maybe(st.just(start))),
        rental_to=draw(maybe(st.just(start + timedelta(days=draw(st.integers(0, 400)))))),
        consultation=draw(st.sampled_from(Consultation)),
        supplier=draw(maybe(texts)),
        supplier_relation=draw(maybe(st.sampled_from(SupplierRelation))),
        cost_yen=draw(maybe(yen)),
        cost_basis=draw(maybe(st.sampled_from(CostBasis))),
        person_role=role,
        on_roster=draw(maybe(st.booleans())),
        welfare_allowance_yen=draw(st.integers(0, amount)),
        one_way_km=draw(maybe(st.integers(0, 9999).map(lambda number: number / 10))),
        posting=role is PersonRole.RESIDENT_SUPPORTER,
        nature=draw(st.sampled_from(CostNature)),
        evidence=draw(maybe(st.booleans())),
    )


statements = st.tuples(st.integers(0, 10**9), st.integers(0, 10**9), st.integers(1, 10**9)).map(
    lambda figures: FinancialStatement(
        selling_and_general_administrative_yen=max(figures[:2]),
        selling_yen=min(figures[:2]),
        cost_of_sales_yen=figures[2],
    )
)
rates = (
    shares.map(lambda rate: GeneralAdminRate(own=rate))
    | shares.map(lambda rate: GeneralAdminRate(separately_set=rate))
    | statements.map(lambda figures: GeneralAdminRate(statement=figures))
)


@st.composite
def budgets(draw: st.DrawFn) -> Budget:
    start = draw(days)
    ids = draw(st.lists(texts, max_size=4, unique=True))
    return Budget(
        lines=tuple(draw(lines(one)) for one in ids),
        stage=draw(st.sampled_from(Stage)),
        contract_from=draw(maybe(st.just(start))),
        contract_to=draw(maybe(st.just(start + timedelta(days=200)))),
        region=draw(maybe(st.sampled_from([region.id for region in R7.regions]))),
        general_admin_rates=draw(st.dictionaries(texts, rates, max_size=3)),
        cap_with_tax_yen=draw(maybe(yen)),
    )


sheets = st.fixed_dictionaries({criterion.id: st.sampled_from(Grade) for criterion in R7.criteria})


@st.composite
def rounds(draw: st.DrawFn) -> SelectionRound:
    ids = draw(st.lists(texts, min_size=1, max_size=4, unique=True))
    reviewers = draw(st.integers(0, 3))
    gates = {gate.id: st.booleans() for gate in R7.gates}
    candidates = tuple(
        Candidate(
            id=one,
            region=draw(st.sampled_from([region.id for region in R7.regions])),
            estimate_with_tax_yen=draw(st.integers(1, 10**8)),
            grades=None if reviewers else draw(sheets),
            sheets=tuple(draw(sheets) for _ in range(reviewers)),
            gates=draw(st.fixed_dictionaries({}, optional=gates)),
            eligible=draw(maybe(st.booleans())),
        )
        for one in ids
    )
    return SelectionRound(
        candidates=candidates,
        seats=draw(maybe(st.integers(0, 14))),
        minimum_evaluation_points=draw(maybe(st.integers(0, 1000).map(lambda number: Fraction(number, 8)))),
        withdrawn=tuple(ids[: draw(st.integers(0, 1))]),
    )


@settings(max_examples=12)
@given(budgets())
def test_any_budget_filled_in_is_read_back_as_it_is(budget: Budget) -> None:
    assert loaded(filled_budget(budget)) == budget


@settings(max_examples=10)
@given(rounds())
def test_any_round_filled_in_is_read_back_as_it_is(round_: SelectionRound) -> None:
    assert loaded(filled_round(round_)) == round_


def test_a_whole_budget_filled_in_is_the_one_of_its_yaml_file(tmp_path: Path) -> None:
    budget = load(EXAMPLE)
    assert isinstance(budget, Budget)
    path = tmp_path / "plan.XLSX"
    path.write_bytes(saved(filled_budget(budget)))

    assert load(path) == budget


def test_sheets_may_be_reordered_and_others_added() -> None:
    budget = Budget(lines=(ExpenseLine(line_id="A1", category=ExpenseCategory.TRAVEL, amount_yen=5),), region="nagano")
    workbook = filled_budget(budget)
    workbook.move_sheet("支出計画書", -2)
    workbook.create_sheet("メモ", 0).append(["費目", "は後で", "相談"])
    workbook.create_chartsheet("グラフ", 0).add_chart(BarChart())

    assert loaded(workbook) == budget


@pytest.mark.parametrize("title", ["Sheet1", "支出計画書_v2", "lines"])
def test_a_sheet_that_was_renamed_is_found_by_its_columns(title: str) -> None:
    budget = Budget(
        lines=(ExpenseLine(line_id="A1", category=ExpenseCategory.TRAVEL, amount_yen=5, member="a"),),
        stage=Stage.SETTLEMENT,
        general_admin_rates={"a": GeneralAdminRate.of("0.05")},
    )
    workbook = filled_budget(budget)
    for number, name in enumerate(["支出計画書", "基本情報", "構成員・率"]):
        workbook[name].title = f"{title}{number or ''}"

    assert loaded(workbook) == budget


def test_a_blank_template_is_a_budget_without_lines() -> None:
    assert loaded(filled_budget(Budget(lines=()))) == Budget(lines=())


def test_every_field_of_a_line_has_its_place_in_the_round_trip() -> None:
    line = ExpenseLine(
        line_id="1",
        category=ExpenseCategory.LABOUR,
        amount_yen=9,
        description="d",
        member="m",
        unit_price_yen=3,
        quantity=3,
        useful_life_years=1.5,
        general_purpose=True,
        lease_reason_statement=False,
        rental_from=date(2025, 6, 1),
        rental_to=date(2025, 6, 30),
        consultation=Consultation.APPROVED,
        supplier="s",
        supplier_relation=SupplierRelation.WHOLLY_OWNED,
        cost_yen=8,
        cost_basis=CostBasis.ACTUAL,
        person="p",
        person_role=PersonRole.RESIDENT_SUPPORTER,
        on_roster=True,
        direct_work=False,
        welfare_allowance_yen=1,
        one_way_km=99.5,
        conference_fee=True,
        overseas=True,
        posting=True,
        office_use=False,
        essential_part=True,
        cloud_service=True,
        nature=CostNature.INTEREST,
        used_at_posting_place=False,
        ordered_on=date(2025, 6, 2),
        paid_on=date(2025, 6, 3),
        evidence=True,
    )
    unlike_the_default = [
        field.name for field in attrs.fields(ExpenseLine) if getattr(line, field.name) != field.default
    ]

    assert unlike_the_default == [field.name for field in attrs.fields(ExpenseLine)]
    assert loaded(filled_budget(Budget(lines=(line,)))) == Budget(lines=(line,))
