"""Rules explained: what a rule checks, why, for whom it would fail, what would put it right."""

from koubo.explaining.explanation import Explanation, explain, rules

__all__ = ["Explanation", "explain", "rules"]
