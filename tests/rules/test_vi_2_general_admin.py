"""VI.2.(1).ヘ: general administrative cost within the limit of its member."""

from __future__ import annotations

from cases import Table, both_runners
from lines import each_but, line_of

from koubo.models.expense import ExpenseCategory
from koubo.rules.vi_2_expenses.line import line

GENERAL_ADMIN = ExpenseCategory.GENERAL_ADMIN


def limits(limit, ceiling, settled=None):
    """Return the limit on allowable direct costs, that with pending ones, and whether none of these is pending."""
    return {"general_admin_limit_yen": limit, "general_admin_ceiling_yen": ceiling, "direct_costs_settled": settled}


TABLE = Table(
    line,
    line_of(GENERAL_ADMIN, amount_yen=100_000),
    {
        "expense.general_admin.limit": {
            "satisfied": [
                limits(100_000, 100_000, True),
                limits(100_001, 100_001, True),
                limits(100_000, 150_000),
                {"amount_yen": 0} | limits(0, 0, True),
            ],
            "violated": [
                limits(99_999, 99_999, True),
                limits(99_999, 99_999),
                limits(0, 0, True),
                limits(50_000, 99_999),
            ],
            "undetermined": [limits(99_999, 100_000), limits(0, 100_000), {}],
            "not_applicable": each_but(GENERAL_ADMIN, **limits(0, 0, True)),
        },
    },
)


@both_runners
@TABLE.each
def test_each_rule_says_of_each_row_what_the_table_says(case, run_with):
    assert case.found(run_with) == case.status
