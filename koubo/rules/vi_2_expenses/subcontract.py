"""VI.2.(1).ト 再委託・外注費 and VIII.5.(2).ル: subcontracts and cloud services."""

from __future__ import annotations

from koubo.models.expense import ExpenseCategory
from koubo.rules.rule import Effect, Rule
from koubo.rules.vi_2_expenses.line import approved, line
from koubo.text import Text

_subcontract = line.category == ExpenseCategory.SUBCONTRACT

RULES = (
    Rule(
        id="expense.subcontract.essential_part",
        clause="VI.2.(1).ト",
        title=Text("業務の本質的な部分は再委託できない", "The essential part of the work is not subcontracted"),
        applies=_subcontract,
        requires=~line.essential_part,
        otherwise=Effect.NOT_ALLOWABLE,
        remedy=Text("本質的な部分は自ら実施してください。", "Carry out the essential part yourself."),
    ),
    Rule(
        id="expense.subcontract.consultation",
        clause="VI.2.(1).ト",
        title=Text(
            "再委託・外注費は事前協議で必要性及び妥当性が認められたものに限る",
            "Subcontracts are charged as recognised in prior consultation",
        ),
        applies=_subcontract,
        requires=approved,
        otherwise=Effect.NEEDS_CONSULTATION,
        remedy=Text(
            "必要性と妥当性を示して事務局と事前に協議してください。",
            "Show need and adequacy to the secretariat in prior consultation.",
        ),
    ),
    Rule(
        id="expense.cloud_service.approval",
        clause="VIII.5.(2).ル",
        title=Text(
            "クラウドサービスの利用は価額を問わず再委託の承認事項とする",
            "Every cloud service needs the approval of a subcontract, whatever its price",
        ),
        applies=line.cloud_service,
        requires=approved,
        otherwise=Effect.NEEDS_APPROVAL,
        remedy=Text(
            "再委託と同様に承認を受けてください。ISMAP等クラウドサービスリストからの選定が推奨されています。",
            "Obtain approval as for a subcontract; a service on the ISMAP list is recommended.",
        ),
        readings=("cloud_services",),
    ),
)
