"""V.1: scoring and choosing, clause by clause in the call's order."""

from __future__ import annotations

from koubo.rules.rule import Rule
from koubo.rules.v_1_selection import choosing, scoring
from koubo.rules.v_1_selection.chains import CHAINS
from koubo.rules.v_1_selection.subjects import candidate, round_, standing

SUBJECTS = (candidate, standing, round_)

RULES: tuple[Rule, ...] = (
    scoring.EVALUATION,
    scoring.SECURITY,
    scoring.BUDGET,
    scoring.PRICE,
    scoring.MUNICIPALITY,
    choosing.ELIGIBLE,
    choosing.MINIMUM,
    choosing.ONE_PER_REGION,
    choosing.SEATS,
    choosing.TIE,
    choosing.WITHDRAWN,
    choosing.PLANNED_NUMBER,
)

__all__ = ["CHAINS", "RULES", "SUBJECTS"]
