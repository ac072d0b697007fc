"""VI.2.(1).ロ and ハ: labour and honoraria."""

from __future__ import annotations

from cases import Table, both_runners
from lines import APPROVED, each_but, line_of

from koubo.models.expense import ExpenseCategory, PersonRole
from koubo.rules.vi_2_expenses.line import line

LABOUR, HONORARIUM = ExpenseCategory.LABOUR, ExpenseCategory.HONORARIUM


def asked_of_labour(fact):
    """Return the rows of a true-or-false fact that labour needs."""
    return {
        "satisfied": [{fact: True}],
        "violated": [{fact: False}, {fact: False} | APPROVED],
        "undetermined": [{}],
        "not_applicable": each_but(LABOUR, **{fact: False}),
    }


TABLE = Table(
    line,
    line_of(LABOUR),
    {
        "expense.labour.roster": asked_of_labour("on_roster"),
        "expense.labour.direct_work": asked_of_labour("direct_work"),
        "expense.labour.welfare_allowance": {
            "satisfied": [{}, {"welfare_allowance_yen": 0}, {"amount_yen": 0}],
            "violated": [{"welfare_allowance_yen": 1}, {"welfare_allowance_yen": 100_000}],
            "not_applicable": each_but(LABOUR, welfare_allowance_yen=1),
        },
    },
)

PAYEES = Table(
    line,
    line_of(HONORARIUM),
    {
        "expense.honorarium.payee": {
            "satisfied": [{"person_role": PersonRole.COMMITTEE_MEMBER}, {"person_role": PersonRole.LECTURER}],
            "violated": [
                {"person_role": PersonRole.STAFF},
                {"person_role": PersonRole.RESIDENT_SUPPORTER},
                {"posting": True},
                {"person_role": PersonRole.STAFF} | APPROVED,
            ],
            "undetermined": [{}],
            "not_applicable": each_but(HONORARIUM, person_role=PersonRole.STAFF),
        },
    },
)


@both_runners
@TABLE.each
def test_each_rule_says_of_each_row_what_the_table_says(case, run_with):
    assert case.found(run_with) == case.status


@both_runners
@PAYEES.each
def test_an_honorarium_goes_to_members_of_committees_and_outside_lecturers(case, run_with):
    assert case.found(run_with) == case.status
