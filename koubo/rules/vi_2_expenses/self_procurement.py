"""VI.2.(2): procurement from oneself, a consortium member or a 100 % subsidiary is charged at cost."""

from __future__ import annotations

from koubo.models.expense import CostBasis, ExpenseCategory, Stage, SupplierRelation
from koubo.rules.rule import Effect, Rule
from koubo.rules.vi_2_expenses.line import at_cost, line
from koubo.text import Text

_own = (line.category != ExpenseCategory.GENERAL_ADMIN) & (line.supplier_relation != SupplierRelation.OTHER)

RULES = (
    Rule(
        id="expense.self_procurement.at_cost",
        clause="VI.2.(2)",
        title=Text(
            "自社、構成員又は100％子会社等からの調達は原価で計上する",
            "Procurement from oneself, a member or a 100 % subsidiary is charged at cost",
        ),
        applies=_own,
        requires=line.amount_yen <= at_cost,
        otherwise=Effect.REDUCED,
        amount=at_cost,
        remedy=Text(
            "利益相当分を除き、製造原価又は仕入原価で計上してください。",
            "Charge the manufacturing or purchase cost, without profit.",
        ),
        readings=("supplier_group",),
        why=Text(
            "委託費は要した経費に見合う額であり、自社の利益を含めることはなじまないためです。",
            "The fee matches what was spent, so one's own profit has no place in it.",
        ),
    ),
    Rule(
        id="expense.self_procurement.actual_cost",
        clause="VI.2.(2)",
        title=Text(
            "精算時の原価は見積ではなく支出の実績に基づく",
            "At settlement the cost is what was actually spent, not an estimate",
        ),
        applies=_own & (line.stage == Stage.SETTLEMENT),
        requires=line.cost_basis == CostBasis.ACTUAL,
        otherwise=Effect.NOT_ALLOWABLE,
        remedy=Text("支出の実績に基づく原価を示してください。", "Give the actual cost."),
        readings=("self_procurement_cost",),
    ),
    Rule(
        id="expense.self_procurement.related_company",
        clause="VI.2.(2).脚注2",
        title=Text(
            "100％子会社等に準ずる関係会社からの調達は取扱いを確認する",
            "Procurement from a company close to the group is checked with the secretariat",
        ),
        applies=(line.category != ExpenseCategory.GENERAL_ADMIN) & line.supplier_near_group,
        requires=~line.supplier_near_group,
        otherwise=Effect.WARNING,
        remedy=Text(
            "利益排除の対象となるかを事務局に確認してください。",
            "Ask the secretariat whether profit has to be left out.",
        ),
        readings=("supplier_group",),
    ),
)
