"""What would it take: a round run again with another price, another grade, one reviewer less."""

from koubo.selection.what_if.grades import GradeChange, GradeChanges, grade_changes
from koubo.selection.what_if.panel import Change, Firmness, LeftOut, firmness
from koubo.selection.what_if.price import PriceCurve, PriceLimit, PriceStep, price_curve

__all__ = [
    "Change",
    "Firmness",
    "GradeChange",
    "GradeChanges",
    "LeftOut",
    "PriceCurve",
    "PriceLimit",
    "PriceStep",
    "firmness",
    "grade_changes",
    "price_curve",
]
