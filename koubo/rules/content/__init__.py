"""What a proposal must hold: one rule for each content, its key being the part after ``proposal_content.``."""

from __future__ import annotations

from koubo.facts.content import AREA
from koubo.rules.content import (
    annex2,
    expenses,
    iii_roles,
    scoring_content,
    viii_4_supply_chain,
    viii_5_information,
    viii_6,
)
from koubo.rules.content.stated import content
from koubo.rules.rule import COUNTING, Chain, Rule, Status

CONTENT_MISSING = "content_missing"
CONTENT_OPEN = "content_open"


RULES: tuple[Rule, ...] = (
    *iii_roles.RULES,
    *scoring_content.RULES,
    *expenses.RULES,
    *viii_4_supply_chain.RULES,
    *viii_5_information.RULES,
    *viii_6.RULES,
    *annex2.RULES,
)
KEYS: tuple[str, ...] = tuple(rule.id.removeprefix(AREA) for rule in RULES)
CHAINS = (
    Chain(kind="content", status=Status.VIOLATED, effects=COUNTING, then=CONTENT_MISSING),
    Chain(kind="content", status=Status.UNDETERMINED, effects=COUNTING, then=CONTENT_OPEN),
)

__all__ = ["AREA", "CHAINS", "CONTENT_MISSING", "CONTENT_OPEN", "KEYS", "RULES", "content"]
