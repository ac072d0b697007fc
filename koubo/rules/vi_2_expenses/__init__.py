"""VI.2: which costs may be charged, clause by clause in the call's order."""

from __future__ import annotations

from koubo.rules.rule import Rule
from koubo.rules.vi_2_expenses import (
    excluded,
    general,
    general_admin,
    goods,
    other_costs,
    people,
    self_procurement,
    subcontract,
    travel,
)

RULES: tuple[Rule, ...] = (
    *general.RULES,
    *goods.RULES,
    *people.RULES,
    *travel.RULES,
    *other_costs.RULES,
    *general_admin.RULES,
    *subcontract.RULES,
    *self_procurement.RULES,
    *excluded.RULES,
)
