"""Scoring one proposal (V.1.(2)): evaluation, price and municipality points, gates."""

from koubo.scoring.evaluation import CriterionPoints
from koubo.scoring.result import Score
from koubo.scoring.score import score

__all__ = ["CriterionPoints", "Score", "score"]
