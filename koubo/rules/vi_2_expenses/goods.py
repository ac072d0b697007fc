"""VI.2.(1).イ 物品費: equipment (a), rental (b) and consumables (c)."""

from __future__ import annotations

from koubo.models.expense import ExpenseCategory
from koubo.rules.language import parameter
from koubo.rules.rule import Effect, Rule
from koubo.rules.vi_2_expenses.line import approved, item_price, line, rental_share, supplies_at_posting_place
from koubo.text import Text

_equipment = line.category == ExpenseCategory.EQUIPMENT
_consumables = line.category == ExpenseCategory.CONSUMABLES
_lasting = line.useful_life_years >= parameter("equipment.min_useful_life_years", "number")
_dear = item_price >= parameter("equipment.min_price_yen")
_PRICE = ("equipment_price_basis",)
_GAP = ("equipment_gap_item", *_PRICE)
_EQUIPMENT_APPROVAL = Text(
    "事務局と事前に協議し、特に必要があるとの承認を受けてください。",
    "Consult the secretariat beforehand and obtain its approval that the purchase is specially necessary.",
)

RULES = (
    Rule(
        id="expense.equipment.useful_life",
        clause="VI.2.(1).イ.a",
        title=Text(
            "設備備品費に計上する物品は耐用年数1年以上のもの",
            "Goods charged as equipment have a useful life of one year or more",
        ),
        applies=_equipment,
        requires=_lasting,
        otherwise=Effect.NOT_ALLOWABLE,
        remedy=Text("消耗品費に計上してください。", "Charge it as consumables (消耗品費)."),
        readings=("equipment_wrong_category",),
    ),
    Rule(
        id="expense.equipment.min_price",
        clause="VI.2.(1).イ.a",
        title=Text(
            "耐用年数1年以上の物品は取得価格10万円以上で設備備品となり、それ未満は事前協議による",
            "Goods that last a year or more are equipment from the minimum price on; cheaper ones need prior consultation",
        ),
        applies=(_equipment | _consumables) & _lasting & ~_dear,
        requires=approved,
        otherwise=Effect.NEEDS_CONSULTATION,
        remedy=Text(
            "設備備品費にも消耗品費にも当たらないため、計上の可否を事務局と協議してください。リース等も検討してください。",
            "It is neither equipment nor consumables: ask the secretariat how to charge it, or consider leasing.",
        ),
        readings=_GAP,
    ),
    Rule(
        id="expense.equipment.general_purpose",
        clause="VI.2.(1).イ.a",
        title=Text(
            "本業務以外に汎用的に利用できる設備備品は対象外",
            "Equipment usable for general purposes beside this work is not charged",
        ),
        applies=_equipment,
        requires=~line.general_purpose | supplies_at_posting_place,
        otherwise=Effect.NOT_ALLOWABLE,
        remedy=Text(
            "リース・レンタルとし、借料への計上を検討してください。", "Consider leasing it and charging the rental."
        ),
        readings=("general_purpose_equipment", "office_supplies_at_posting_place"),
    ),
    Rule(
        id="expense.equipment.reason_statement",
        clause="VI.2.(1).イ.a",
        title=Text(
            "リース等で調達できない理由と継続利用の計画を記した理由書を提出する",
            "A statement says why the item cannot be leased and how it stays in use",
        ),
        applies=_equipment | (_consumables & _lasting & ~_dear),
        requires=line.lease_reason_statement,
        otherwise=Effect.NOT_ALLOWABLE,
        remedy=Text(
            "理由書（リース等ができない理由と継続利用の計画）を提出してください。",
            "File a statement of the reasons against leasing and of the plan of continued use.",
        ),
        readings=("equipment_reason_statement", *_GAP),
    ),
    Rule(
        id="expense.equipment.approval",
        clause="VI.2.(1).イ.a",
        title=Text(
            "設備備品の購入は事務局が特に必要と認めた場合に限る",
            "Equipment is bought only where the secretariat finds it specially necessary",
        ),
        applies=_equipment,
        requires=approved,
        otherwise=Effect.NEEDS_APPROVAL,
        remedy=_EQUIPMENT_APPROVAL,
        readings=("equipment_reason_statement",),
    ),
    Rule(
        id="expense.rental.term",
        clause="VI.2.(1).イ.b",
        title=Text(
            "業務終了後の期間に係るリース費用は自己負担",
            "Lease cost for the time after the end of the work is borne by oneself",
        ),
        applies=line.category == ExpenseCategory.RENTAL,
        requires=line.amount_yen <= rental_share,
        otherwise=Effect.REDUCED,
        amount=rental_share,
        remedy=Text(
            "契約期間の末日までの日割り額を計上し、残りは自己負担としてください。",
            "Charge the part up to the contract's last day, by days, and bear the rest yourself.",
        ),
        readings=("lease_beyond_end",),
    ),
    Rule(
        id="expense.consumables.useful_life",
        clause="VI.2.(1).イ.c",
        title=Text(
            "消耗品費に計上する物品は使用可能期間1年未満のもの", "Goods charged as consumables last less than one year"
        ),
        applies=_consumables & _dear,
        requires=~_lasting,
        otherwise=Effect.NOT_ALLOWABLE,
        remedy=Text("設備備品費に計上してください。", "Charge it as equipment (設備備品費)."),
        readings=("equipment_wrong_category", *_PRICE),
    ),
    Rule(
        id="expense.consumables.general_purpose",
        clause="VI.2.(1).イ.c",
        title=Text(
            "文房具等、汎用的に利用できる消耗品は対象外",
            "Consumables usable for general purposes, such as stationery, are not charged",
        ),
        applies=_consumables,
        requires=~line.general_purpose | supplies_at_posting_place,
        otherwise=Effect.NOT_ALLOWABLE,
        remedy=Text("計上から除き、自己負担としてください。", "Take it out of the budget and bear it yourself."),
        readings=("office_supplies_at_posting_place",),
    ),
)
