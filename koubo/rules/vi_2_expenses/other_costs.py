"""VI.2.(1).ホ その他: works (a), utilities (e), miscellaneous (f). Printing, meetings and transport ask nothing more."""

from __future__ import annotations

from koubo.models.expense import ExpenseCategory
from koubo.rules.rule import Effect, Rule
from koubo.rules.vi_2_expenses.line import approved, line
from koubo.text import Text

_CONSULT = Text(
    "必要性と妥当性を示して事務局と事前に協議してください。",
    "Show need and adequacy to the secretariat in prior consultation.",
)

RULES = (
    Rule(
        id="expense.works.consultation",
        clause="VI.2.(1).ホ.a",
        title=Text(
            "工事費、保守費、改造修理費は事前協議で認められたものに限る",
            "Works, maintenance and repair are charged as recognised in prior consultation",
        ),
        applies=line.category == ExpenseCategory.WORKS,
        requires=approved,
        otherwise=Effect.NEEDS_CONSULTATION,
        remedy=_CONSULT,
    ),
    Rule(
        id="expense.utilities.office_use",
        clause="VI.2.(1).ホ.e",
        title=Text("事業所、オフィス等の光熱水料は対象外", "Utilities of offices and business places are not charged"),
        applies=line.category == ExpenseCategory.UTILITIES,
        requires=~line.office_use,
        otherwise=Effect.NOT_ALLOWABLE,
        remedy=Text("計上から除き、自己負担としてください。", "Take it out of the budget and bear it yourself."),
    ),
    Rule(
        id="expense.miscellaneous.consultation",
        clause="VI.2.(1).ホ.f",
        title=Text(
            "その他（諸経費）は事務局との事前協議による", "Miscellaneous costs are charged after prior consultation"
        ),
        applies=line.category == ExpenseCategory.MISCELLANEOUS,
        requires=approved,
        otherwise=Effect.NEEDS_CONSULTATION,
        remedy=_CONSULT,
    ),
)
