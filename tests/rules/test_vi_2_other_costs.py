"""VI.2.(1).ホ: works, utilities and miscellaneous costs."""

from __future__ import annotations

from cases import Table, both_runners
from lines import APPROVED, REQUESTED, each_but, line_of

from koubo.models.expense import ExpenseCategory
from koubo.rules.vi_2_expenses.line import line

WORKS, UTILITIES, MISCELLANEOUS = ExpenseCategory.WORKS, ExpenseCategory.UTILITIES, ExpenseCategory.MISCELLANEOUS


def consulted_on(category):
    """Return the rows of a category that is charged after prior consultation only."""
    itself = {"category": category}
    return {
        "satisfied": [itself | APPROVED],
        "violated": [itself, itself | REQUESTED],
        "not_applicable": each_but(category),
    }


TABLE = Table(
    line,
    line_of(UTILITIES),
    {
        "expense.works.consultation": consulted_on(WORKS),
        "expense.miscellaneous.consultation": consulted_on(MISCELLANEOUS),
        "expense.utilities.office_use": {
            "satisfied": [{"office_use": False}],
            "violated": [{"office_use": True}, {"office_use": True} | APPROVED],
            "undetermined": [{}],
            "not_applicable": each_but(UTILITIES, office_use=True),
        },
    },
)


@both_runners
@TABLE.each
def test_each_rule_says_of_each_row_what_the_table_says(case, run_with):
    assert case.found(run_with) == case.status
