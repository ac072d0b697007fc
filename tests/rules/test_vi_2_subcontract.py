"""VI.2.(1).ト and VIII.5.(2).ル: subcontracts and cloud services."""

from __future__ import annotations

from cases import Table, both_runners
from lines import APPROVED, REQUESTED, each_but, line_of

from koubo.models.expense import ExpenseCategory
from koubo.rules.vi_2_expenses.line import line

SUBCONTRACT = ExpenseCategory.SUBCONTRACT
CLOUD = {"cloud_service": True}

TABLE = Table(
    line,
    line_of(SUBCONTRACT),
    {
        "expense.subcontract.essential_part": {
            "satisfied": [{"essential_part": False}],
            "violated": [{"essential_part": True}, {"essential_part": True} | APPROVED],
            "undetermined": [{}, APPROVED],
            "not_applicable": each_but(SUBCONTRACT, essential_part=True),
        },
        "expense.subcontract.consultation": {
            "satisfied": [APPROVED],
            "violated": [{}, REQUESTED, {"essential_part": False}],
            "not_applicable": each_but(SUBCONTRACT),
        },
        "expense.cloud_service.approval": {
            "satisfied": [CLOUD | APPROVED, *each_but(SUBCONTRACT, **CLOUD, **APPROVED)],
            "violated": [CLOUD, CLOUD | REQUESTED, CLOUD | {"amount_yen": 0}, *each_but(SUBCONTRACT, **CLOUD)],
            "not_applicable": [{}, {"cloud_service": False}],
        },
    },
)


@both_runners
@TABLE.each
def test_each_rule_says_of_each_row_what_the_table_says(case, run_with):
    assert case.found(run_with) == case.status
