"""VI.2.(4): what the proposal says of costs other than labour and of ICT equipment."""

from __future__ import annotations

from koubo.rules.content.stated import content, stated
from koubo.rules.language import condition

RULES = (
    stated("expenses.need_and_outline", "VI.2.(4)"),
    stated("expenses.ict_place_and_specification", "VI.2.(4)", applies=condition(content.uses_ict_equipment)),
)
