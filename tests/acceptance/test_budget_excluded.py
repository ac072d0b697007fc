"""Costs that are never charged (VI.2.(3) and two like clauses), whatever the category, and their exceptions."""

from __future__ import annotations

from typing import Any

import pytest
from budget_cases import ADMIN, APPROVED, LABOUR, SUBCONTRACT, TERM, Line, audited, both_runners, judged

CLAUSES = {
    "transfer_fee": "VI.2.(3)",
    "accounting_work": "VI.2.(3)",
    "unrelated_meeting": "VI.2.(3)",
    "inspection_travel": "VI.2.(3)",
    "ip_management": "VI.2.(3)",
    "office_rent": "VI.2.(3)",
    "deposit_or_brokerage": "VI.2.(3)",
    "interest": "VI.2.(3)",
    "tax_accountant_or_lawsuit": "VI.2.(3)",
    "taxes_and_insurance": "VI.2.(3)",
    "society_or_patent": "VI.2.(3)",
    "office_supplies": "VI.2.(3)",
    "office_furniture_or_reading": "VI.2.(3)",
    "accident_response": "VI.2.(3)",
    "asset_loss_repair": "VI.2.(3)",
    "own_share_of_subsidy": "VI.2.(3)",
    "licence_application_fee": "別添2.(1)",
    "application_cost": "IV.3.(4).①",
}
IN_ORDER: list[Line] = [
    LABOUR,
    {"category": "printing"},
    {"category": "communication_transport"},
    {"category": "travel", "person_role": "staff", "one_way_km": 300},
    {"category": "miscellaneous", **APPROVED},
    SUBCONTRACT,
]
PAPER = {"category": "consumables", "useful_life_years": 0.5, "nature": "office_supplies"}
AT_THE_POSTING_PLACE = PAPER | {"general_purpose": True, "used_at_posting_place": True}


@pytest.mark.parametrize(("nature", "clause"), CLAUSES.items())
@both_runners
def test_it_is_refused_in_every_category_even_where_all_else_is_in_order(
    nature: str, clause: str, run_with: Any
) -> None:
    lines = [line | {"nature": nature, "used_at_posting_place": False, **APPROVED} for line in IN_ORDER]

    for line in audited(*lines, run_with=run_with).lines:
        (finding,) = line.findings
        assert judged(line) == ("not_allowable", 0)
        assert (finding.clause, finding.status, finding.effect) == (clause, "violated", "not_allowable")


def test_it_is_refused_whatever_else_is_open_or_outstanding() -> None:
    audit = audited(
        {"category": "labour", "nature": "accounting_work"},
        {"category": "works", "nature": "asset_loss_repair"},
        ADMIN | {"nature": "transfer_fee"},
        LABOUR | {"nature": "interest", "welfare_allowance_yen": 10},
    )

    assert [judged(line) for line in audit.lines] == [("not_allowable", 0)] * 4


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        (AT_THE_POSTING_PLACE, "needs_consultation"),
        (AT_THE_POSTING_PLACE | {"consultation": "requested"}, "needs_consultation"),
        # goes before the exclusion of what is usable for general purposes
        (AT_THE_POSTING_PLACE | APPROVED, "allowable"),
        (AT_THE_POSTING_PLACE | APPROVED | {"general_purpose": None}, "allowable"),
        (AT_THE_POSTING_PLACE | APPROVED | {"used_at_posting_place": False}, "not_allowable"),
        (AT_THE_POSTING_PLACE | APPROVED | {"used_at_posting_place": None}, "undetermined"),
        # the place alone rescues nothing but office supplies
        (AT_THE_POSTING_PLACE | APPROVED | {"nature": None}, "not_allowable"),
        (AT_THE_POSTING_PLACE | APPROVED | {"nature": "office_furniture_or_reading"}, "not_allowable"),
        # a printer bought for the posting place is still equipment: it needs its statement and the approval
        (
            {
                "category": "equipment",
                "nature": "office_supplies",
                "used_at_posting_place": True,
                "general_purpose": True,
                "useful_life_years": 5,
                "unit_price_yen": 150_000,
                "lease_reason_statement": True,
                **APPROVED,
            },
            "allowable",
        ),
    ],
    ids=str,
)
@both_runners
def test_office_supplies_at_the_posting_place(line: Line, verdict: str, run_with: Any) -> None:
    assert audited(line, run_with=run_with).lines[0].verdict == verdict


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ({"category": "rental", "rental_from": "2025-06-01", "rental_to": "2025-12-31"}, "allowable"),
        ({"category": "rental"}, "undetermined"),
        ({"category": "miscellaneous"}, "needs_consultation"),
        ({"category": "communication_transport"}, "allowable"),
    ],
    ids=str,
)
def test_storage_space_is_judged_by_its_category_alone(line: Line, verdict: str) -> None:
    assert audited(line | {"nature": "storage_space"}, **TERM).lines[0].verdict == verdict
