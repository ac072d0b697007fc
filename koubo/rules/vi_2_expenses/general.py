"""VI.2.(1), opening paragraph: ordered and paid within the contract term, with vouchers. Judged at settlement."""

from __future__ import annotations

from koubo.models.expense import ExpenseCategory, Stage
from koubo.rules.rule import Effect, Rule
from koubo.rules.vi_2_expenses.line import line
from koubo.text import Text

_settlement = line.stage == Stage.SETTLEMENT
_paid_to_somebody = line.category != ExpenseCategory.GENERAL_ADMIN
_READINGS = ("contract_term_in_principle",)

RULES = (
    Rule(
        id="expense.general.ordered_in_term",
        clause="VI.2.(1)",
        title=Text("経費は契約期間中に発注したものに限る", "A cost is ordered within the contract term"),
        applies=_settlement & _paid_to_somebody & (line.category != ExpenseCategory.LABOUR),
        requires=(line.ordered_on >= line.contract_from) & (line.ordered_on <= line.contract_to),
        otherwise=Effect.NOT_ALLOWABLE,
        remedy=Text("計上から除いてください。", "Take it out of the budget."),
        readings=_READINGS,
        why=Text(
            "委託費は契約期間中の業務の対価であるため、期間外の発注は対象になりません。",
            "The fee pays for work within the term, so an order outside it is not part of the work.",
        ),
    ),
    Rule(
        id="expense.general.paid_in_term",
        clause="VI.2.(1)",
        title=Text("経費は契約期間中に支払が完了したものに限る", "A cost is fully paid within the contract term"),
        applies=_settlement & _paid_to_somebody,
        requires=(line.paid_on >= line.contract_from) & (line.paid_on <= line.contract_to),
        otherwise=Effect.NOT_ALLOWABLE,
        remedy=Text("計上から除いてください。", "Take it out of the budget."),
        readings=_READINGS,
    ),
    Rule(
        id="expense.general.evidence",
        clause="VI.2.(1)",
        title=Text("支払を証明できる証憑書類が整備されている", "Vouchers prove the payment"),
        applies=_settlement & _paid_to_somebody,
        requires=line.evidence,
        otherwise=Effect.NOT_ALLOWABLE,
        remedy=Text(
            "請求書・領収書・振込記録など、支払を証明できる書類を整備してください。",
            "File papers that prove the payment, such as the invoice, the receipt and the bank record.",
        ),
    ),
)
