"""VIII.4.(1): where ICT equipment is used, it is listed for the check of supply-chain risks."""

from __future__ import annotations

from koubo.facts.equipment_list import EquipmentListFacts
from koubo.rules.language import condition
from koubo.rules.rule import Effect, Rule
from koubo.rules.subject import Subject
from koubo.text import Text

equipment_list = Subject("equipment_list", Text("機器・役務の一覧", "list of equipment"), EquipmentListFacts)

RULES = (
    Rule(
        id="supply_chain.list.given",
        clause="VIII.4.(1)",
        title=Text("利用するICT設備・機器を一覧にする", "The ICT equipment that is used is listed"),
        applies=condition(equipment_list.uses_ict_equipment),
        requires=condition(equipment_list.items_listed),
        otherwise=Effect.NEEDS_DOCUMENT,
        remedy=Text(
            "調達前の確認のため、利用する機器・ソフトウェア・役務を一覧にしてください。",
            "List the devices, software and services that are used, for the check before procurement.",
        ),
    ),
)
