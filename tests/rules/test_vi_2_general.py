"""VI.2.(1), opening paragraph: ordered and paid within the contract term, with vouchers."""

from __future__ import annotations

from datetime import date

from cases import Table, both_runners
from lines import PLAN, SETTLEMENT, line_of

from koubo.models.expense import ExpenseCategory
from koubo.rules.vi_2_expenses.line import line

FIRST, LAST = date(2025, 5, 12), date(2026, 3, 13)
BEFORE, AFTER = date(2025, 5, 11), date(2026, 3, 14)
TERM = {"contract_from": FIRST, "contract_to": LAST}
LABOUR = {"category": ExpenseCategory.LABOUR}
GENERAL_ADMIN = {"category": ExpenseCategory.GENERAL_ADMIN}


def within_term(day, not_asked_of):
    """Return the rows of a day that lies within the contract term, both its ends included."""
    return {
        "satisfied": [TERM | {day: FIRST}, TERM | {day: LAST}, TERM | {day: date(2025, 10, 1)}],
        "violated": [
            TERM | {day: BEFORE},
            TERM | {day: AFTER},
            {"contract_from": FIRST, day: BEFORE},
            {"contract_to": LAST, day: AFTER},
        ],
        "undetermined": [
            TERM,
            {day: FIRST},
            {},
            {"contract_from": FIRST, day: FIRST},
            {"contract_to": LAST, day: LAST},
        ],
        "not_applicable": [PLAN | TERM | {day: BEFORE}, PLAN, *(one | TERM | {day: AFTER} for one in not_asked_of)],
    }


TABLE = Table(
    line,
    line_of(ExpenseCategory.PRINTING) | SETTLEMENT,
    {
        "expense.general.ordered_in_term": within_term("ordered_on", [LABOUR, GENERAL_ADMIN]),
        "expense.general.paid_in_term": within_term("paid_on", [GENERAL_ADMIN]),
        "expense.general.evidence": {
            "satisfied": [{"evidence": True}, LABOUR | {"evidence": True}],
            "violated": [{"evidence": False}, LABOUR | {"evidence": False}],
            "undetermined": [{}, LABOUR],
            "not_applicable": [PLAN, PLAN | {"evidence": False}, GENERAL_ADMIN, GENERAL_ADMIN | {"evidence": False}],
        },
    },
)

LABOUR_TABLE = Table(
    line,
    line_of(ExpenseCategory.LABOUR) | SETTLEMENT,
    {
        "expense.general.paid_in_term": within_term("paid_on", []),
        "expense.general.ordered_in_term": {"not_applicable": [TERM, TERM | {"ordered_on": BEFORE}]},
    },
)


@both_runners
@TABLE.each
def test_each_rule_says_of_each_row_what_the_table_says(case, run_with):
    assert case.found(run_with) == case.status


@both_runners
@LABOUR_TABLE.each
def test_labour_is_paid_within_the_term_but_ordered_by_nobody(case, run_with):
    assert case.found(run_with) == case.status
