"""What a settlement asks beyond a plan: ordered and paid within the term, vouchers, actual costs."""

from __future__ import annotations

from typing import Any

import pytest
from budget_cases import ADMIN, LABOUR, PRINTING, TERM, Line, audited, both_runners, judged

PAID = {"ordered_on": "2025-06-01", "paid_on": "2025-06-30", "evidence": True}
OWN = PRINTING | PAID | {"supplier_relation": "self", "cost_yen": 900}

CASES: list[tuple[str, Line, str]] = [
    ("all is in order", PRINTING | PAID, "allowable"),
    ("ordered on the first day", PRINTING | PAID | {"ordered_on": "2025-05-12"}, "allowable"),
    ("ordered a day early", PRINTING | PAID | {"ordered_on": "2025-05-11"}, "not_allowable"),
    ("ordered on the last day", PRINTING | PAID | {"ordered_on": "2026-03-13", "paid_on": "2026-03-13"}, "allowable"),
    ("paid on the last day", PRINTING | PAID | {"paid_on": "2026-03-13"}, "allowable"),
    ("paid a day late", PRINTING | PAID | {"paid_on": "2026-03-14"}, "not_allowable"),
    ("when it was ordered is not known", PRINTING | PAID | {"ordered_on": None}, "undetermined"),
    ("when it was paid is not known", PRINTING | PAID | {"paid_on": None}, "undetermined"),
    ("no vouchers", PRINTING | PAID | {"evidence": False}, "not_allowable"),
    ("vouchers are not known", PRINTING | PAID | {"evidence": None}, "undetermined"),
    ("paid late, and vouchers are not known", PRINTING | PAID | {"paid_on": "2026-03-14", "evidence": None}, "not_allowable"),
    ("labour is not ordered", LABOUR | PAID | {"ordered_on": None}, "allowable"),
    ("labour is ordered early", LABOUR | PAID | {"ordered_on": "2024-01-01"}, "allowable"),
    ("labour is paid", LABOUR | PAID | {"paid_on": None}, "undetermined"),
    ("labour has vouchers", LABOUR | PAID | {"evidence": False}, "not_allowable"),
    ("an actual cost", OWN | {"cost_basis": "actual"}, "reduced"),
    ("an actual cost that is the price", OWN | {"cost_yen": 1000, "cost_basis": "actual"}, "allowable"),
    ("an estimate", OWN | {"cost_basis": "estimate"}, "not_allowable"),
    ("what the cost rests on is not known", OWN, "undetermined"),
    ("an estimate of a stranger's cost", PRINTING | PAID | {"cost_yen": 900, "cost_basis": "estimate"}, "allowable"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "verdict"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
@both_runners
def test_a_settlement(line: Line, verdict: str, run_with: Any) -> None:
    assert audited(line, stage="settlement", run_with=run_with, **TERM).lines[0].verdict == verdict


@pytest.mark.parametrize("stage", ["plan", None])
@pytest.mark.parametrize(
    "line",
    [
        PRINTING,
        PRINTING | {"ordered_on": "2024-01-01", "paid_on": "2030-01-01", "evidence": False},
        PRINTING | {"supplier_relation": "self", "cost_yen": 1000, "cost_basis": "estimate"},
    ],
    ids=["nothing known", "everything wrong", "an estimate"],
)
def test_a_plan_is_asked_none_of_it(line: Line, stage: str | None) -> None:
    assert judged(audited(line, stage=stage, **TERM).lines[0]) == ("allowable", 1000)


@pytest.mark.parametrize(
    ("term", "verdict"),
    [
        ({}, "undetermined"),
        ({"contract_from": "2025-06-02"}, "not_allowable"),
        ({"contract_to": "2025-06-29"}, "not_allowable"),
        ({"contract_to": "2025-06-30"}, "undetermined"),
    ],
    ids=str,
)
def test_one_end_of_the_term_may_be_enough(term: dict[str, str], verdict: str) -> None:
    assert audited(PRINTING | PAID, stage="settlement", **term).lines[0].verdict == verdict


def test_general_administrative_cost_is_asked_none_of_it() -> None:
    line = ADMIN | {"amount_yen": 100, "ordered_on": "2020-01-01", "paid_on": "2020-01-01", "evidence": False}

    audit = audited(PRINTING | PAID, line, stage="settlement", general_admin_rates={"acme": "0.1"}, **TERM)

    assert judged(audit.lines[1]) == ("allowable", 100)


def test_the_remedy_of_an_estimate_asks_for_the_actual_cost() -> None:
    findings = audited(OWN | {"cost_basis": "estimate"}, stage="settlement", **TERM).lines[0].findings

    (remedy,) = [one.remedy for one in findings if one.effect == "not_allowable"]
    assert remedy is not None
    assert "実績" in remedy.ja
    assert "actual" in remedy.en
