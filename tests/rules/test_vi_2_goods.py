"""VI.2.(1).イ: equipment, rental and consumables."""

from __future__ import annotations

from datetime import date

from cases import Table, both_runners
from lines import APPROVED, AT_POSTING_PLACE, OFFICE_SUPPLIES, REQUESTED, each_but, line_of

from koubo.calls import get_call
from koubo.models.expense import ExpenseCategory
from koubo.rules.vi_2_expenses.line import line

EQUIPMENT, CONSUMABLES, RENTAL = ExpenseCategory.EQUIPMENT, ExpenseCategory.CONSUMABLES, ExpenseCategory.RENTAL
AS_CONSUMABLES = {"category": CONSUMABLES}
LASTING, JUST_LASTING = {"useful_life_years": 3.0}, {"useful_life_years": 1}
SHORT, JUST_SHORT = {"useful_life_years": 0.5}, {"useful_life_years": 0.9999999999999999}
DEAR, CHEAP = {"unit_price_yen": 100_000}, {"unit_price_yen": 99_999}
FILED, NOT_FILED = {"lease_reason_statement": True}, {"lease_reason_statement": False}
GENERAL, SPECIAL = {"general_purpose": True}, {"general_purpose": False}
UNKNOWN_USE = OFFICE_SUPPLIES | {"used_at_posting_place": None}
ELSEWHERE = OFFICE_SUPPLIES | {"used_at_posting_place": False}

GOODS = Table(
    line,
    line_of(EQUIPMENT),
    {
        "expense.equipment.useful_life": {
            "satisfied": [LASTING, JUST_LASTING],
            "violated": [SHORT, JUST_SHORT, SHORT | APPROVED, {"useful_life_years": 0.0}],
            "undetermined": [{}],
            "not_applicable": each_but(EQUIPMENT, **SHORT),
        },
        "expense.equipment.min_price": {
            "satisfied": [
                LASTING | CHEAP | APPROVED,
                AS_CONSUMABLES | LASTING | CHEAP | APPROVED,
                CHEAP | APPROVED,
                AS_CONSUMABLES | CHEAP | APPROVED,
            ],
            "violated": [
                LASTING | CHEAP,
                JUST_LASTING | CHEAP | REQUESTED,
                AS_CONSUMABLES | LASTING | CHEAP,
                # 199,999 yen for two, and 100,000 yen for two whose unit price is left out
                LASTING | {"amount_yen": 199_999, "quantity": 2},
                LASTING | {"quantity": 2},
                # The unit price goes before what amount and quantity say.
                LASTING | CHEAP | {"amount_yen": 5_000_000},
            ],
            "undetermined": [CHEAP, AS_CONSUMABLES | CHEAP | REQUESTED],
            "not_applicable": [
                LASTING | DEAR,
                LASTING,
                LASTING | {"amount_yen": 200_000, "quantity": 2},
                LASTING | DEAR | {"amount_yen": 99_999},
                SHORT | CHEAP,
                JUST_SHORT | CHEAP,
                DEAR,
                AS_CONSUMABLES | DEAR,
                *each_but(EQUIPMENT, CONSUMABLES, **LASTING, **CHEAP),
            ],
        },
        "expense.equipment.general_purpose": {
            "satisfied": [SPECIAL, GENERAL | AT_POSTING_PLACE, AT_POSTING_PLACE],
            "violated": [
                GENERAL,
                GENERAL | FILED | APPROVED,
                GENERAL | ELSEWHERE,
                GENERAL | {"used_at_posting_place": True},
            ],
            "undetermined": [{}, GENERAL | UNKNOWN_USE, UNKNOWN_USE, ELSEWHERE],
            "not_applicable": each_but(EQUIPMENT, **GENERAL),
        },
        "expense.equipment.reason_statement": {
            "satisfied": [FILED, FILED | LASTING | CHEAP, AS_CONSUMABLES | LASTING | CHEAP | FILED],
            "violated": [NOT_FILED, NOT_FILED | APPROVED, AS_CONSUMABLES | LASTING | CHEAP | NOT_FILED],
            "undetermined": [{}, AS_CONSUMABLES | LASTING | CHEAP, AS_CONSUMABLES | CHEAP | NOT_FILED],
            "not_applicable": [
                AS_CONSUMABLES | SHORT | CHEAP | NOT_FILED,
                AS_CONSUMABLES | LASTING | DEAR | NOT_FILED,
                AS_CONSUMABLES | DEAR | NOT_FILED,
                AS_CONSUMABLES | SHORT,
                *each_but(EQUIPMENT, CONSUMABLES, **NOT_FILED),
            ],
        },
        "expense.equipment.approval": {
            "satisfied": [APPROVED],
            "violated": [{}, REQUESTED, REQUESTED | FILED],
            "not_applicable": each_but(EQUIPMENT),
        },
        "expense.consumables.useful_life": {
            "satisfied": [AS_CONSUMABLES | SHORT | DEAR, AS_CONSUMABLES | JUST_SHORT | DEAR],
            "violated": [
                AS_CONSUMABLES | LASTING | DEAR,
                AS_CONSUMABLES | JUST_LASTING | DEAR,
                AS_CONSUMABLES | LASTING | {"amount_yen": 200_000, "quantity": 2},
                AS_CONSUMABLES | LASTING | DEAR | APPROVED,
            ],
            "undetermined": [AS_CONSUMABLES | DEAR],
            "not_applicable": [
                AS_CONSUMABLES | LASTING | CHEAP,
                AS_CONSUMABLES | CHEAP,
                AS_CONSUMABLES | LASTING | {"amount_yen": 199_999, "quantity": 2},
                *each_but(CONSUMABLES, **LASTING, **DEAR),
            ],
        },
        "expense.consumables.general_purpose": {
            "satisfied": [AS_CONSUMABLES | SPECIAL, AS_CONSUMABLES | GENERAL | AT_POSTING_PLACE],
            "violated": [AS_CONSUMABLES | GENERAL, AS_CONSUMABLES | GENERAL | ELSEWHERE],
            "undetermined": [AS_CONSUMABLES, AS_CONSUMABLES | GENERAL | UNKNOWN_USE],
            "not_applicable": each_but(CONSUMABLES, **GENERAL),
        },
    },
)

WITH_TAX = Table(
    line,
    line_of(EQUIPMENT, price_with_tax=True, **LASTING),
    {
        # 90,909 yen are 99,999.9 with tax, 90,910 are 100,001.
        "expense.equipment.min_price": {
            "violated": [{"unit_price_yen": 90_909}, {"amount_yen": 181_818, "quantity": 2}],
            "not_applicable": [{"unit_price_yen": 90_910}, {"amount_yen": 181_819, "quantity": 2}],
        },
    },
    call=get_call("r7").evolve({"equipment.price_basis": "with_tax"}),
)

HIGHER = Table(
    line,
    line_of(EQUIPMENT, **LASTING),
    {
        "expense.equipment.min_price": {
            "violated": [{"unit_price_yen": 199_999}],
            "not_applicable": [{"unit_price_yen": 200_000}],
        },
    },
    call=get_call("r7").evolve({"equipment.min_price_yen": 200_000}),
)

END = date(2026, 3, 13)
ENDS_IN_TIME = {"rental_to": END}
FROM = {"rental_from": date(2025, 6, 1)}

LEASES = Table(
    line,
    line_of(RENTAL),
    {
        "expense.rental.term": {
            "satisfied": [
                {"contract_to": END} | FROM | ENDS_IN_TIME,
                {"contract_to": END} | FROM | {"rental_to": date(2025, 6, 1)},
                {"contract_to": END} | ENDS_IN_TIME,
                {"contract_to": END, "rental_from": END, "rental_to": END},
            ],
            "violated": [
                {"contract_to": END} | FROM | {"rental_to": date(2026, 3, 14)},
                {"contract_to": END, "rental_from": date(2026, 3, 14), "rental_to": date(2026, 3, 14)},
                {"contract_to": END, "rental_from": date(2026, 3, 14)},
            ],
            "undetermined": [
                {},
                FROM | ENDS_IN_TIME,
                {"contract_to": END},
                {"contract_to": END} | FROM,
                {"contract_to": END, "rental_from": END},
                {"contract_to": END, "rental_to": date(2026, 3, 14)},
            ],
            "not_applicable": each_but(RENTAL, contract_to=END, rental_to=date(2027, 1, 1), rental_from=END),
        },
    },
)


@both_runners
@GOODS.each
def test_each_rule_says_of_each_row_what_the_table_says(case, run_with):
    assert case.found(run_with) == case.status


@both_runners
@WITH_TAX.each
def test_the_price_may_be_read_with_tax(case, run_with):
    assert case.found(run_with) == case.status


@both_runners
@HIGHER.each
def test_the_least_price_may_be_another(case, run_with):
    assert case.found(run_with) == case.status


@both_runners
@LEASES.each
def test_a_lease_ends_with_the_contract(case, run_with):
    assert case.found(run_with) == case.status
