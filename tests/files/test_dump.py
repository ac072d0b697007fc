"""What koubo writes it loads again as the same model; whatever else a file holds, only an ``InputError`` comes out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import attrs
import pytest
from file_sources import BUDGET, CANDIDATE, DOSSIER, written
from hypothesis import given
from hypothesis import strategies as st

from koubo.calls import get_call
from koubo.errors import InputError
from koubo.files.dump import to_json, to_yaml
from koubo.files.load import load
from koubo.models.expense import Budget, CostBasis, CostNature, ExpenseCategory, ExpenseLine, PersonRole, Stage
from koubo.models.rates import FinancialStatement, GeneralAdminRate


def test_a_dossier_and_a_round_written_and_loaded_again_are_the_same(tmp_path: Path) -> None:
    for model in (load(written(tmp_path, "a.yaml", DOSSIER)), load({"round": {"candidates": [CANDIDATE], "seats": 2}})):
        assert load(written(tmp_path, "b.yaml", to_yaml(model))) == model
        assert load(written(tmp_path, "b.json", to_json(model))) == model


IDS = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=6).filter(str.isprintable)
TRAPS = st.sampled_from(
    ["no", "on", "1e3", "12:30", "0123", "1_000", "=", "<<", "~", "null", "true", ".nan", "-", "a: b", "*x", " x "]
)
TEXTS = TRAPS | st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=12)
YEN = st.integers(0, 10**14 - 1)
DAYS = st.dates(date(1900, 1, 1), date(2999, 12, 31))
LINES = st.builds(
    ExpenseLine,
    line_id=IDS | TRAPS,
    category=st.sampled_from(ExpenseCategory),
    amount_yen=YEN,
    description=st.none() | TEXTS,
    quantity=st.integers(1, 10**9),
    one_way_km=st.none() | st.floats(0, 10**6) | st.integers(0, 10**6),
    general_purpose=st.none() | st.booleans(),
    overseas=st.booleans(),
    rental_from=st.none() | DAYS,
    cost_yen=st.none() | YEN,
    cost_basis=st.none() | st.sampled_from(CostBasis),
    person_role=st.none() | st.sampled_from(PersonRole),
    nature=st.sampled_from(CostNature),
)
SHARES = st.fractions(0, 1, max_denominator=10**9)
RATES = (
    st.builds(GeneralAdminRate, own=SHARES)
    | st.builds(GeneralAdminRate, separately_set=SHARES)
    | st.builds(
        GeneralAdminRate,
        statement=st.builds(
            FinancialStatement,
            selling_and_general_administrative_yen=st.integers(10, 10**12),
            selling_yen=st.integers(0, 10),
            cost_of_sales_yen=st.integers(1, 10**12),
        ),
    )
)
BUDGETS = st.builds(
    Budget,
    lines=st.lists(LINES, max_size=3, unique_by=lambda line: line.line_id).map(tuple),
    stage=st.sampled_from(Stage),
    contract_from=st.none() | DAYS,
    region=st.none() | st.sampled_from([region.id for region in get_call("r7").regions]),
    general_admin_rates=st.dictionaries(IDS, RATES, max_size=2),
    cap_with_tax_yen=st.none() | YEN,
)


@given(budget=BUDGETS)
def test_a_budget_written_and_loaded_again_is_the_same(
    budget: Budget, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("budget")

    assert load(written(folder, "a.yaml", to_yaml(budget))) == budget
    assert load(written(folder, "a.json", to_json(budget))) == budget


def test_a_written_budget_is_good_to_read() -> None:
    assert to_yaml(attrs.evolve(BUDGET, contract_from=date(2025, 5, 12), region="miyagi")).splitlines() == [
        "budget:",
        "  lines:",
        "  - line_id: L1",
        "    category: travel",
        "    amount_yen: 1000",
        "    quantity: 1",
        "    consultation: none",
        "    welfare_allowance_yen: 0",
        "    conference_fee: false",
        "    overseas: false",
        "    posting: false",
        "    cloud_service: false",
        "    nature: none",
        "  stage: plan",
        "  contract_from: 2025-05-12",
        "  region: miyagi",
        "  general_admin_rates: {}",
    ]


@given(text=st.text(max_size=40), ending=st.sampled_from(["yaml", "json", "csv"]))
def test_whatever_a_budget_file_holds_only_an_input_error_comes_out(
    text: str, ending: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    opening = {"yaml": "budget:\n  lines: ", "json": '{"budget": {"lines": ', "csv": "line_id,category,amount_yen\n"}[
        ending
    ]
    closing = "}}" if ending == "json" else ""
    path = written(tmp_path_factory.mktemp("fuzz"), f"a.{ending}", (opening + text + closing).encode(errors="replace"))
    found: object = None
    try:
        found = load(path)
    except InputError as error:
        found = error

    assert isinstance(found, Budget | InputError)
