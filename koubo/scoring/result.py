"""What ``score`` gives: the points of one proposal, exact, and what they are made of."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from attrs import field, frozen

from koubo.calls import Call
from koubo.calls.frozen import Table
from koubo.engine.finding import Finding
from koubo.exact import points
from koubo.judging import Judgement
from koubo.results import Shown
from koubo.scoring.evaluation import CriterionPoints


@frozen(eq=False, kw_only=True)
class Score(Shown):
    """The points of one proposal; all are exact fractions.

    Attributes:
        evaluation_points: the reviewers' points (V.1.(2).イ).
        price_points: the points of its estimate beside the lowest of all (V.1.(2).ロ).
        municipality_points: the points of its region (V.1.(2).ハ).
        total_points: the three added up (V.1.(3)); they count for nothing where it is disqualified.
        disqualified: whether it fails a gate; ``None`` where that is not known.
        breakdown: criterion id → its grades and points, in the order of the score table.
        findings: what is violated or undetermined.
    """

    call: Call = field(repr=False)
    region: str
    estimate_with_tax_yen: int
    lowest_estimate_with_tax_yen: int
    evaluation_points: Fraction
    price_points: Fraction
    municipality_points: Fraction
    total_points: Fraction
    disqualified: bool | None
    breakdown: Table[str, CriterionPoints] = field(repr=False)
    findings: tuple[Finding, ...]
    judgement: Judgement = field(repr=False)

    @property
    def trace(self) -> tuple[Finding, ...]:
        """Every rule's finding, the satisfied ones too."""
        return tuple(sorted(self.judgement.trace, key=lambda one: self.judgement.bound.base.position[one.rule_id]))

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return {
            "call": self.call.id,
            "region": self.region,
            "estimate_with_tax_yen": self.estimate_with_tax_yen,
            "lowest_estimate_with_tax_yen": self.lowest_estimate_with_tax_yen,
            "evaluation_points": points(self.evaluation_points),
            "price_points": points(self.price_points),
            "municipality_points": points(self.municipality_points),
            "total_points": points(self.total_points),
            "disqualified": self.disqualified,
            "breakdown": {criterion: found.to_dict() for criterion, found in self.breakdown.items()},
            "findings": [finding.to_dict() for finding in self.findings],
        }
