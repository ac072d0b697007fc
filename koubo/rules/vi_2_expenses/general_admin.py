"""VI.2.(1).ヘ 一般管理費等: general administrative cost, limited member by member."""

from __future__ import annotations

from koubo.models.expense import ExpenseCategory
from koubo.rules.rule import Effect, Rule
from koubo.rules.vi_2_expenses.line import line, within_limit
from koubo.text import Text

RULES = (
    Rule(
        id="expense.general_admin.limit",
        clause="VI.2.(1).ヘ",
        title=Text(
            "一般管理費等は直接経費に一般管理費率（10％と自社の率の低い方）を乗じた額を上限とする",
            "General administrative cost is at most the direct costs times the lower of the maximum and the own rate",
        ),
        applies=line.category == ExpenseCategory.GENERAL_ADMIN,
        requires=(line.amount_yen <= line.general_admin_limit_yen)
        | ((line.amount_yen <= line.general_admin_ceiling_yen) & line.direct_costs_settled),
        otherwise=Effect.REDUCED,
        amount=within_limit,
        remedy=Text("限度額まで減額してください。", "Reduce it to the limit."),
        rests_on=(
            "general_admin.max_rate",
            "general_admin.rate_formula",
            "general_admin.rate_rounding",
            "general_admin.rounding",
        ),
        readings=("general_admin_base", "general_admin_own_rate"),
    ),
)
