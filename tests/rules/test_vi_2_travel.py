"""VI.2.(1).ニ: travel, rule by rule."""

from __future__ import annotations

from cases import Table, both_runners

from koubo.models.expense import Consultation, ExpenseCategory, PersonRole, Stage
from koubo.rules.vi_2_expenses.line import line

TRIP = {
    "line_id": "L1",
    "category": ExpenseCategory.TRAVEL,
    "amount_yen": 30_000,
    "stage": Stage.PLAN,
    "price_with_tax": False,
}
STAFF = {"person_role": PersonRole.STAFF}
SUPPORTER = {"person_role": PersonRole.RESIDENT_SUPPORTER}
LECTURER = {"person_role": PersonRole.LECTURER}
APPROVED = {"consultation": Consultation.APPROVED}
REQUESTED = {"consultation": Consultation.REQUESTED}

TABLE = Table(
    line,
    TRIP,
    {
        "expense.travel.min_distance": {
            "satisfied": [
                STAFF | {"one_way_km": 100.0},
                STAFF | {"one_way_km": 100},
                STAFF | {"one_way_km": 100.00000000000001},
                STAFF | {"one_way_km": 1_000_000.0},
            ],
            "violated": [
                STAFF | {"one_way_km": 99.99999999999999},
                STAFF | {"one_way_km": 99},
                STAFF | {"one_way_km": 0.0},
                STAFF | APPROVED | {"one_way_km": 99.9},
            ],
            "undetermined": [STAFF, {}, {"one_way_km": 99.9}],
            "not_applicable": [
                SUPPORTER | {"one_way_km": 5.0},
                {"posting": True, "one_way_km": 5.0},
                {"person_role": PersonRole.COMMITTEE_MEMBER, "one_way_km": 5.0},
                LECTURER,
                STAFF | {"conference_fee": True, "one_way_km": 0.0},
                STAFF | {"category": ExpenseCategory.MEETING, "one_way_km": 5.0},
            ],
        },
        "expense.travel.resident_supporter": {
            "satisfied": [SUPPORTER | APPROVED, {"posting": True} | APPROVED],
            "violated": [
                SUPPORTER,
                SUPPORTER | REQUESTED,
                SUPPORTER | {"one_way_km": 500.0},
                {"posting": True},
            ],
            "undetermined": [{}, REQUESTED],
            "not_applicable": [
                STAFF,
                LECTURER,
                SUPPORTER | {"conference_fee": True},
                {"category": ExpenseCategory.RENTAL, "posting": True},
            ],
        },
        "expense.travel.overseas": {
            "satisfied": [{"overseas": True} | APPROVED],
            "violated": [
                {"overseas": True},
                {"overseas": True} | REQUESTED,
                {"overseas": True, "conference_fee": True},
            ],
            "not_applicable": [{}, {"overseas": False}, {"overseas": True, "category": ExpenseCategory.HONORARIUM}],
        },
    },
)


@both_runners
@TABLE.each
def test_each_rule_says_of_each_row_what_the_table_says(case, run_with):
    assert case.found(run_with) == case.status
