"""VI.2.(3) and two like clauses: costs that are never charged, one rule for each, and their exceptions."""

from __future__ import annotations

from koubo.models.expense import CostNature
from koubo.rules.language import NEVER
from koubo.rules.rule import Effect, Rule
from koubo.rules.vi_2_expenses.line import approved, line, supplies_at_posting_place
from koubo.text import Text

_LIST = "VI.2.(3)"

_NEVER_CHARGED: tuple[tuple[CostNature, str, Text], ...] = (
    (CostNature.TRANSFER_FEE, _LIST, Text("振込手数料は対象外", "Bank transfer fees are never charged")),
    (
        CostNature.ACCOUNTING_WORK,
        _LIST,
        Text("経理事務の人件費・経費は対象外", "Accounting work and what it costs are never charged"),
    ),
    (
        CostNature.UNRELATED_MEETING,
        _LIST,
        Text("支援事業に直接係わらない打合せの経費は対象外", "Meetings not directly concerned are never charged"),
    ),
    (
        CostNature.INSPECTION_TRAVEL,
        _LIST,
        Text("検査を受検するための旅費は対象外", "Travel to undergo the secretariat's inspection is never charged"),
    ),
    (
        CostNature.IP_MANAGEMENT,
        _LIST,
        Text("知的財産の管理費は対象外", "Management of intellectual property is never charged"),
    ),
    (
        CostNature.OFFICE_RENT,
        _LIST,
        Text("オフィスの賃借料・維持管理費は対象外", "Office rent and upkeep are never charged"),
    ),
    (
        CostNature.DEPOSIT_OR_BROKERAGE,
        _LIST,
        Text("保証金・敷金・仲介手数料は対象外", "Deposits and brokerage of leased property are never charged"),
    ),
    (CostNature.INTEREST, _LIST, Text("支払利息・遅延損害金は対象外", "Interest and late charges are never charged")),
    (
        CostNature.TAX_ACCOUNTANT_OR_LAWSUIT,
        _LIST,
        Text("税理士・会計士・訴訟の費用は対象外", "Tax accountants, accountants and lawsuits are never charged"),
    ),
    (
        CostNature.TAXES_AND_INSURANCE,
        _LIST,
        Text("公租公課・保険料は対象外", "Taxes, dues and insurance are never charged"),
    ),
    (
        CostNature.SOCIETY_OR_PATENT,
        _LIST,
        Text(
            "学会登録料・為替差損・特許出願の経費は対象外",
            "Society registration, exchange losses and patent filing are never charged",
        ),
    ),
    (
        CostNature.OFFICE_FURNITURE_OR_READING,
        _LIST,
        Text(
            "机等の事務機器・一般書籍・新聞・雑誌は対象外",
            "Office furniture, general books, newspapers and magazines are never charged",
        ),
    ),
    (CostNature.ACCIDENT_RESPONSE, _LIST, Text("事故対応の費用は対象外", "Accident response is never charged")),
    (
        CostNature.ASSET_LOSS_REPAIR,
        _LIST,
        Text("取得財産の滅失・毀損に要する費用は対象外", "Repair of lost or damaged assets is never charged"),
    ),
    (
        CostNature.OWN_SHARE_OF_SUBSIDY,
        _LIST,
        Text("補助事業等の自己資金部分への充当は対象外", "The own share of a subsidised project is never charged"),
    ),
    (
        CostNature.LICENCE_APPLICATION_FEE,
        "別添2.(1)",
        Text("免許申請手数料は伴走支援事業者の負担", "Licence application fees are borne by the provider"),
    ),
    (
        CostNature.APPLICATION_COST,
        "IV.3.(4).①",
        Text("応募に要する費用は応募者の負担", "The cost of applying is borne by the applicant"),
    ),
)

_OWN_COST = Text("計上から除き、自己負担としてください。", "Take it out of the budget and bear it yourself.")
_SUPPLIES = line.nature == CostNature.OFFICE_SUPPLIES
_POSTING_PLACE = ("office_supplies_at_posting_place",)

RULES = (
    *(
        Rule(
            id=f"expense.excluded.{nature.value}",
            clause=clause,
            title=title,
            applies=line.nature == nature,
            requires=NEVER,
            otherwise=Effect.NOT_ALLOWABLE,
            remedy=_OWN_COST,
            readings=("excluded_costs_in_principle",) if clause == _LIST else (),
        )
        for nature, clause, title in _NEVER_CHARGED
    ),
    Rule(
        id="expense.excluded.office_supplies",
        clause=_LIST,
        title=Text(
            "一般事務用品は、常駐場所で業務に直接使用する場合を除き対象外",
            "General office supplies are not charged, save for use in the work itself at the posting place",
        ),
        applies=_SUPPLIES,
        requires=line.used_at_posting_place,
        otherwise=Effect.NOT_ALLOWABLE,
        remedy=_OWN_COST,
        readings=_POSTING_PLACE,
    ),
    Rule(
        id="expense.excluded.office_supplies_consultation",
        clause=_LIST,
        title=Text(
            "常駐場所で使用する事務用品は事務局が認める場合に限り対象となる",
            "Office supplies at the posting place are charged where the secretariat agrees",
        ),
        applies=supplies_at_posting_place,
        requires=approved,
        otherwise=Effect.NEEDS_CONSULTATION,
        remedy=Text("計上の可否を事務局と協議してください。", "Ask the secretariat whether they may be charged."),
        readings=_POSTING_PLACE,
    ),
)
