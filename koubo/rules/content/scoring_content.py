"""V.1.(2) and V.1.(3): what the criteria are judged by, and what must be written in any case."""

from __future__ import annotations

from koubo.rules.content.stated import ANNEX_2, stated
from koubo.rules.rule import Effect
from koubo.text import Text

_NOT_SCORED = Text("名称だけの記載は評価されません。", "Mere names are given no points.")

RULES = (
    stated("criteria.track_record", "V.1.(3)", Effect.BREACH),
    stated("criteria.backup_structure", "V.1.(2).イ", Effect.BREACH, why=_NOT_SCORED),
    stated("criteria.local_engagement", "V.1.(3)", Effect.BREACH),
    stated("criteria.basic_policy", "V.1.(3)", Effect.BREACH),
    stated("criteria.method_and_plans", "V.1.(3)", Effect.BREACH),
    stated("criteria.future_activities", "V.1.(2).イ"),
    stated("criteria.managers", "V.1.(3)", Effect.BREACH, where=ANNEX_2),
    stated("criteria.resident_supporters", "V.1.(3)", Effect.BREACH, where=Text("別紙4", "annex form 4")),
)
