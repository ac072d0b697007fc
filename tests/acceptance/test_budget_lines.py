"""Each expense category as the call and the readings have it, the boundaries on both sides; amounts are 1,000 yen."""

from __future__ import annotations

from typing import Any

import pytest
from budget_cases import APPROVED, LABOUR, TERM, Line, audited, both_runners, judged

import koubo

ALL, NOTHING = 1000, 0
REQUESTED = {"consultation": "requested"}

SERVER = {
    "category": "equipment",
    "useful_life_years": 5,
    "unit_price_yen": 100_000,
    "general_purpose": False,
    "lease_reason_statement": True,
}
PAPER = {"category": "consumables", "useful_life_years": 0.5, "general_purpose": False}
# lasts a year or more and costs less than 100,000 yen: neither equipment nor consumables
GAP = {
    "useful_life_years": 1,
    "unit_price_yen": 99_999,
    "general_purpose": False,
    "lease_reason_statement": True,
}
LEASE = {"category": "rental", "rental_from": "2025-06-01"}
TRIP = {"category": "travel"}
STAFF_TRIP = {"category": "travel", "person_role": "staff"}
SUPPORTER_TRIP = {"category": "travel", "person_role": "resident_supporter"}

GOODS: list[tuple[Line, str, int]] = [
    (SERVER | APPROVED, "allowable", ALL),
    (SERVER, "needs_consultation", NOTHING),
    (SERVER | REQUESTED, "needs_consultation", NOTHING),
    (SERVER | APPROVED | {"useful_life_years": 1}, "allowable", ALL),
    (SERVER | APPROVED | {"useful_life_years": 0.99}, "not_allowable", NOTHING),
    (SERVER | APPROVED | {"useful_life_years": None}, "undetermined", NOTHING),
    (SERVER | APPROVED | {"general_purpose": True}, "not_allowable", NOTHING),
    (SERVER | APPROVED | {"general_purpose": None}, "undetermined", NOTHING),
    (SERVER | APPROVED | {"lease_reason_statement": False}, "not_allowable", NOTHING),
    (SERVER | APPROVED | {"lease_reason_statement": None}, "undetermined", NOTHING),
    # unknown goes before outstanding consultation, a ban before both
    (SERVER | {"lease_reason_statement": None}, "undetermined", NOTHING),
    (SERVER | {"lease_reason_statement": None, "general_purpose": True}, "not_allowable", NOTHING),
    # whichever of the two it is entered as
    ({"category": "equipment"} | GAP, "needs_consultation", NOTHING),
    ({"category": "consumables"} | GAP, "needs_consultation", NOTHING),
    ({"category": "consumables"} | GAP | APPROVED, "allowable", ALL),
    ({"category": "equipment"} | GAP | APPROVED, "allowable", ALL),
    ({"category": "consumables"} | GAP | APPROVED | {"lease_reason_statement": False}, "not_allowable", NOTHING),
    ({"category": "consumables"} | GAP | APPROVED | {"lease_reason_statement": None}, "undetermined", NOTHING),
    # the price of one item: stated, or taken from amount and quantity
    (GAP | {"category": "consumables", "unit_price_yen": 100_000}, "not_allowable", NOTHING),
    (PAPER | {"unit_price_yen": 5_000_000}, "allowable", ALL),
    (PAPER | {"general_purpose": True}, "not_allowable", NOTHING),
    (PAPER | {"general_purpose": None}, "undetermined", NOTHING),
    (PAPER | {"useful_life_years": 0.999}, "allowable", ALL),
    (PAPER | {"useful_life_years": 1}, "undetermined", NOTHING),
    (PAPER | {"useful_life_years": None}, "undetermined", NOTHING),
    # whatever its life is, it has all that a thing of that price may be asked for
    (PAPER | APPROVED | {"useful_life_years": None, "lease_reason_statement": True}, "allowable", ALL),
    (PAPER | APPROVED | {"useful_life_years": None, "unit_price_yen": 100_000}, "undetermined", NOTHING),
]

LEASES: list[tuple[Line, str, int]] = [
    (LEASE | {"rental_to": "2026-03-13"}, "allowable", ALL),
    # 286 of 287 days: 996.5 yen, the fraction dropped
    (LEASE | {"rental_to": "2026-03-14"}, "reduced", 996),
    ({"category": "rental", "rental_from": "2026-03-13", "rental_to": "2026-03-14"}, "reduced", 500),
    ({"category": "rental", "rental_from": "2026-03-14", "rental_to": "2026-03-14"}, "reduced", NOTHING),
    # before the term nothing is cut off: 347 of 365 days
    ({"category": "rental", "rental_from": "2025-04-01", "rental_to": "2026-03-31"}, "reduced", 950),
    (LEASE, "undetermined", NOTHING),
    ({"category": "rental"}, "undetermined", NOTHING),
    # it is known to be over in time, whenever it began; it begins too late, whenever it ends
    ({"category": "rental", "rental_to": "2026-03-13"}, "allowable", ALL),
    ({"category": "rental", "rental_to": "2026-03-14"}, "undetermined", NOTHING),
    ({"category": "rental", "rental_from": "2026-03-14"}, "reduced", NOTHING),
]

PEOPLE: list[tuple[Line, str, int]] = [
    (LABOUR, "allowable", ALL),
    (LABOUR | {"on_roster": None}, "undetermined", NOTHING),
    (LABOUR | {"on_roster": False}, "not_allowable", NOTHING),
    (LABOUR | {"direct_work": None}, "undetermined", NOTHING),
    (LABOUR | {"direct_work": False}, "not_allowable", NOTHING),
    (LABOUR | {"welfare_allowance_yen": 1}, "reduced", 999),
    (LABOUR | {"welfare_allowance_yen": 1000}, "reduced", NOTHING),
    (LABOUR | {"welfare_allowance_yen": 1, "direct_work": None}, "undetermined", NOTHING),
    ({"category": "printing", "welfare_allowance_yen": 1}, "allowable", ALL),
    ({"category": "honorarium", "person_role": "committee_member"}, "allowable", ALL),
    ({"category": "honorarium", "person_role": "lecturer"}, "allowable", ALL),
    ({"category": "honorarium", "person_role": "staff"}, "not_allowable", NOTHING),
    ({"category": "honorarium", "person_role": "resident_supporter"}, "not_allowable", NOTHING),
    ({"category": "honorarium"}, "undetermined", NOTHING),
]

TRAVEL: list[tuple[Line, str, int]] = [
    (STAFF_TRIP | {"one_way_km": 100}, "allowable", ALL),
    (STAFF_TRIP | {"one_way_km": 99.9}, "not_allowable", NOTHING),
    (STAFF_TRIP | {"one_way_km": 99.9} | APPROVED, "not_allowable", NOTHING),
    (STAFF_TRIP, "undetermined", NOTHING),
    (STAFF_TRIP | {"conference_fee": True}, "allowable", ALL),
    (TRIP | {"conference_fee": True}, "allowable", ALL),
    (TRIP | {"person_role": "committee_member", "one_way_km": 5}, "allowable", ALL),
    (TRIP | {"person_role": "lecturer"}, "allowable", ALL),
    (SUPPORTER_TRIP | {"one_way_km": 500}, "needs_consultation", NOTHING),
    (SUPPORTER_TRIP | REQUESTED, "needs_consultation", NOTHING),
    (SUPPORTER_TRIP | {"one_way_km": 5} | APPROVED, "allowable", ALL),
    (TRIP | {"posting": True}, "needs_consultation", NOTHING),
    (TRIP | {"posting": True} | APPROVED, "allowable", ALL),
    # who travelled is not known
    (TRIP | {"one_way_km": 120} | APPROVED, "allowable", ALL),
    (TRIP | {"one_way_km": 120}, "undetermined", NOTHING),
    (TRIP | {"one_way_km": 40} | APPROVED, "undetermined", NOTHING),
    (STAFF_TRIP | {"one_way_km": 2000, "overseas": True}, "needs_consultation", NOTHING),
    (STAFF_TRIP | {"one_way_km": 2000, "overseas": True} | APPROVED, "allowable", ALL),
    (STAFF_TRIP | {"one_way_km": 50, "overseas": True}, "not_allowable", NOTHING),
    (TRIP | {"conference_fee": True, "overseas": True}, "needs_consultation", NOTHING),
]

OTHERS: list[tuple[Line, str, int]] = [
    ({"category": "works"}, "needs_consultation", NOTHING),
    ({"category": "works"} | APPROVED, "allowable", ALL),
    ({"category": "printing"}, "allowable", ALL),
    ({"category": "meeting"}, "allowable", ALL),
    ({"category": "communication_transport"}, "allowable", ALL),
    ({"category": "utilities", "office_use": False}, "allowable", ALL),
    ({"category": "utilities", "office_use": True}, "not_allowable", NOTHING),
    ({"category": "utilities"}, "undetermined", NOTHING),
    ({"category": "miscellaneous"}, "needs_consultation", NOTHING),
    ({"category": "miscellaneous"} | APPROVED, "allowable", ALL),
    ({"category": "subcontract", "essential_part": False}, "needs_consultation", NOTHING),
    ({"category": "subcontract", "essential_part": False} | APPROVED, "allowable", ALL),
    ({"category": "subcontract", "essential_part": True} | APPROVED, "not_allowable", NOTHING),
    ({"category": "subcontract"} | APPROVED, "undetermined", NOTHING),
    # a cloud service, in whatever category
    ({"category": "communication_transport", "cloud_service": True}, "needs_consultation", NOTHING),
    ({"category": "communication_transport", "cloud_service": True} | APPROVED, "allowable", ALL),
    (LABOUR | {"cloud_service": True, "welfare_allowance_yen": 10}, "needs_consultation", NOTHING),
]

# at cost: in every category but general_admin where the relation is not `other`
SUPPLIERS: list[tuple[Line, str, int]] = [
    (line | {"supplier_relation": relation, **cost}, verdict, allowable)
    for line in ({"category": "printing"}, LABOUR)
    for relation in ("self", "consortium_member", "wholly_owned")
    for cost, verdict, allowable in (
        ({"cost_yen": 1000}, "allowable", ALL),
        ({"cost_yen": 1001}, "allowable", ALL),
        ({"cost_yen": 999, "cost_basis": "estimate"}, "reduced", 999),
        ({"cost_yen": 0}, "reduced", NOTHING),
        ({}, "undetermined", NOTHING),
    )
]


@pytest.mark.parametrize(
    ("line", "verdict", "allowable"), [*GOODS, *LEASES, *PEOPLE, *TRAVEL, *OTHERS, *SUPPLIERS], ids=str
)
@both_runners
def test_what_may_be_charged(line: Line, verdict: str, allowable: int, run_with: Any) -> None:
    assert judged(audited(line, run_with=run_with, **TERM).lines[0]) == (verdict, allowable)


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ({"amount_yen": 100_000}, "not_allowable"),
        ({"amount_yen": 99_999}, "needs_consultation"),
        ({"amount_yen": 300_000, "quantity": 3}, "not_allowable"),
        ({"amount_yen": 299_999, "quantity": 3}, "needs_consultation"),
        ({"amount_yen": 300_000, "quantity": None}, "not_allowable"),
        ({"amount_yen": 300_000, "quantity": 3, "unit_price_yen": 99_999}, "needs_consultation"),
    ],
)
def test_the_price_is_that_of_one_item(facts: Line, verdict: str) -> None:
    chair = {"category": "consumables", "useful_life_years": 3, "general_purpose": False}

    assert audited(chair | {"lease_reason_statement": True} | facts).lines[0].verdict == verdict


@pytest.mark.parametrize(("price", "verdict"), [(90_909, "needs_consultation"), (90_910, "not_allowable")])
def test_the_price_may_be_read_with_tax(price: int, verdict: str) -> None:
    call = koubo.get_call("r7").evolve({"equipment.price_basis": "with_tax"})

    audit = audited({"category": "consumables"} | GAP | {"unit_price_yen": price}, call=call)

    assert audit.lines[0].verdict == verdict
    assert audit.to_dict()["changed_parameters"] == {"equipment.price_basis": "with_tax"}


def test_a_lease_is_open_where_the_end_of_the_contract_is_not_known() -> None:
    line = LEASE | {"rental_to": "2025-06-30"}

    assert judged(audited(line).lines[0]) == ("undetermined", NOTHING)


@both_runners
def test_of_several_reductions_the_smallest_amount_stands(run_with: Any) -> None:
    lease = {"category": "rental", "rental_from": "2026-03-13", "rental_to": "2026-03-14", "supplier_relation": "self"}

    audit = audited(lease | {"cost_yen": 499}, lease | {"cost_yen": 501}, run_with=run_with, **TERM)

    assert [judged(line) for line in audit.lines] == [("reduced", 499), ("reduced", 500)]


@pytest.mark.parametrize(
    ("line", "other"),
    [
        (SERVER | APPROVED | {"useful_life_years": 0.5}, ("消耗品費", "consumables")),
        (GAP | {"category": "consumables", "unit_price_yen": 100_000}, ("設備備品費", "equipment")),
    ],
    ids=["equipment", "consumables"],
)
def test_the_remedy_names_the_right_category(line: Line, other: tuple[str, str]) -> None:
    remedies = [one.remedy for one in audited(line).lines[0].findings if one.status == "violated"]

    assert any(remedy and other[0] in remedy.ja and other[1] in remedy.en for remedy in remedies)


@pytest.mark.parametrize(
    ("category", "fact"),
    [
        ("labour", "welfare_allowance_yen"),
        ("travel", "overseas"),
        ("travel", "posting"),
        ("travel", "conference_fee"),
        ("meeting", "cloud_service"),
        ("meeting", "consultation"),
        ("meeting", "nature"),
        ("meeting", "quantity"),
        ("meeting", "supplier_relation"),
    ],
)
def test_null_stands_for_the_default(category: str, fact: str) -> None:
    line = {"category": category, "on_roster": True, "direct_work": True, "person_role": "staff", "one_way_km": 100}

    assert judged(audited(line | {fact: None}).lines[0]) == ("allowable", ALL)
