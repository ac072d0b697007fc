"""Mistakes of a budget: each at its exact place, all in one go, whatever kind of input it comes in."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from budget_cases import audited, mistakes, read

import koubo

LINE = {"line_id": "L1", "category": "printing", "amount_yen": 1000}

LINES: list[tuple[dict[str, Any], str]] = [
    ({"amount_yen": -1}, "amount_yen"),
    ({"amount_yen": 1000.0}, "amount_yen"),
    ({"amount_yen": "1000"}, "amount_yen"),
    ({"amount_yen": True}, "amount_yen"),
    ({"amount_yen": None}, "amount_yen"),
    ({"amount_yen": 10**15}, "amount_yen"),
    ({"cost_yen": -1}, "cost_yen"),
    ({"unit_price_yen": -1}, "unit_price_yen"),
    ({"quantity": 0}, "quantity"),
    ({"quantity": 1.5}, "quantity"),
    ({"category": "entertainment"}, "category"),
    ({"category": None}, "category"),
    ({"nature": "gift"}, "nature"),
    ({"consultation": "maybe"}, "consultation"),
    ({"supplier_relation": "parent"}, "supplier_relation"),
    ({"cost_basis": "guess"}, "cost_basis"),
    ({"person_role": "boss"}, "person_role"),
    ({"line_id": ""}, "line_id"),
    ({"line_id": 5}, "line_id"),
    ({"line_id": None}, "line_id"),
    ({"one_way_km": -1}, "one_way_km"),
    ({"one_way_km": float("nan")}, "one_way_km"),
    ({"one_way_km": float("inf")}, "one_way_km"),
    ({"useful_life_years": "5"}, "useful_life_years"),
    ({"welfare_allowance_yen": 1001}, "welfare_allowance_yen"),
    ({"rental_from": "2025-06-02", "rental_to": "2025-06-01"}, "rental_to"),
    ({"rental_from": "2025-02-30"}, "rental_from"),
    ({"on_roster": "yes"}, "on_roster"),
    ({"evidence": 1}, "evidence"),
    ({"amount_yem": 1}, "amount_yem"),
    ({"posting": True, "person_role": "staff"}, "posting"),
    ({"posting": True, "person_role": "committee_member"}, "posting"),
]

BUDGETS: list[tuple[dict[str, Any], str]] = [
    ({"stage": "draft"}, "stage"),
    ({"region": "tokyo"}, "region"),
    ({"cap_with_tax_yen": -1}, "cap_with_tax_yen"),
    ({"contract_from": "2025-05-13", "contract_to": "2025-05-12"}, "contract_to"),
    ({"regoin": "miyagi"}, "regoin"),
    ({"general_admin_rates": {"acme": 0.083}}, "general_admin_rates.acme"),
    ({"general_admin_rates": {"acme": "8.3%"}}, "general_admin_rates.acme"),
    ({"general_admin_rates": {"acme": "-0.1"}}, "general_admin_rates.acme"),
    ({"general_admin_rates": {"acme": "nan"}}, "general_admin_rates.acme"),
    ({"general_admin_rates": {"acme": {"separately_set": 0.15}}}, "general_admin_rates.acme.separately_set"),
    ({"general_admin_rates": {"acme": {"own": "0.1"}}}, "general_admin_rates.acme"),
    (
        {
            "general_admin_rates": {
                "acme": {"selling_and_general_administrative_yen": 2, "selling_yen": 1, "cost_of_sales_yen": 0}
            }
        },
        "general_admin_rates.acme.cost_of_sales_yen",
    ),
    ({"lines": [LINE, LINE | {"line_id": "L2"}, LINE]}, "lines[2].line_id"),
    ({"lines": None}, "lines"),
    ({"lines": {}}, "lines"),
]


@pytest.mark.parametrize(("facts", "place"), LINES, ids=str)
def test_a_mistake_of_a_line_stands_at_its_place(facts: dict[str, Any], place: str) -> None:
    lines = [LINE | {"line_id": f"L{number}"} for number in (0, 2, 3)] + [LINE | facts]

    assert mistakes({"budget": {"lines": lines}}) == [f"budget.lines[3].{place}"]


@pytest.mark.parametrize(("facts", "place"), BUDGETS, ids=str)
def test_a_mistake_of_a_budget_stands_at_its_place(facts: dict[str, Any], place: str) -> None:
    assert mistakes({"budget": {"lines": [LINE], **facts}}) == [f"budget.{place}"]


@pytest.mark.parametrize("facts", [LINES[0][0], LINES[10][0], LINES[-3][0], LINES[-1][0]], ids=str)
def test_a_budget_in_a_dossier_has_the_same_mistakes(facts: dict[str, Any]) -> None:
    budget = {"lines": [LINE | facts]}

    assert mistakes({"budget": budget, "call": "r7"}) == mistakes({"budget": budget})


@pytest.mark.parametrize(
    ("facts", "place"),
    [
        ({"lines": [LINE | {"member": "beta"}]}, "lines[0].member"),
        ({"lines": [LINE | {"person": "p1", "posting": True}]}, "lines[0].posting"),
        ({"lines": [LINE], "general_admin_rates": {"beta": "0.1"}}, "general_admin_rates.beta"),
    ],
    ids=str,
)
def test_what_a_dossier_makes_a_mistake(facts: dict[str, Any], place: str) -> None:
    dossier = {"applicant": {"members": [{"id": "acme"}]}, "staff": [{"id": "p1", "roles": ["member_lead"]}]}

    assert mistakes({**dossier, "budget": facts}) == [f"budget.{place}"]


EVERY = {
    "stage": "draft",
    "lines": [LINE | {"amount_yen": -1, "quantity": 0}, LINE | {"nature": "gift"}, {"line_id": "L3"}],
}
PLACES = [
    "budget.stage",
    "budget.lines[0].amount_yen",
    "budget.lines[0].quantity",
    "budget.lines[1].nature",
    "budget.lines[1].line_id",
    "budget.lines[2].category",
    "budget.lines[2].amount_yen",
]


@pytest.mark.parametrize("ending", ["mapping", "json", "yaml", "csv"])
def test_all_mistakes_come_in_one_go_at_the_same_places_from_every_kind_of_input(ending: str, tmp_path: Path) -> None:
    file = tmp_path / f"budget.{ending}"
    rest = {}
    if ending == "json":
        file.write_text(json.dumps({"budget": EVERY}), encoding="utf-8")
    elif ending == "yaml":
        file.write_text(yaml.safe_dump({"budget": EVERY}), encoding="utf-8")
    else:
        rows = ["line_id,category,amount_yen,quantity,nature", "L1,printing,-1,0,", "L1,printing,1000,,gift", "L3,,,,"]
        file.write_text("\n".join(rows), encoding="utf-8")
        rest = {"stage": "draft"}

    found = mistakes({"budget": EVERY}) if ending == "mapping" else mistakes(file, **(rest if ending == "csv" else {}))

    assert sorted(found) == sorted(PLACES)


@pytest.mark.parametrize(
    "facts",
    [
        {"amount_yen": 0},
        {"amount_yen": 10**14 - 1},
        {"welfare_allowance_yen": 1000},
        {"rental_from": "2025-06-01", "rental_to": "2025-06-01"},
        {"posting": True, "person_role": "resident_supporter"},
        {"posting": False, "person_role": "staff"},
        {"description": "一式（税抜）"},
        {"line_id": "明細 1"},
    ],
    ids=str,
)
def test_what_is_no_mistake(facts: dict[str, Any]) -> None:
    assert isinstance(read({"budget": {"lines": [LINE | facts]}}), koubo.Budget)


def test_the_largest_budget_is_added_up_to_the_yen() -> None:
    top = 10**14 - 1
    lease = {"category": "rental", "rental_from": "2026-03-13", "rental_to": "2026-03-15", "amount_yen": top}

    audit = audited(*([lease] * 100), contract_to="2026-03-13")

    assert audit.totals.to_dict()["allowable_yen"] == top // 3 * 100
    assert audit.totals.total_with_tax_yen == top // 3 * 110
