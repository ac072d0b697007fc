"""Evaluation points (V.1.(2).イ): the grades of one or several sheets, criterion by criterion, exactly."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any, Final

from attrs import frozen

from koubo.calls import Call
from koubo.exact import points
from koubo.models.selection import Grade, Sheet
from koubo.text import Text


@frozen
class CriterionPoints:
    """What a candidate got for one criterion.

    Attributes:
        criterion: id of the criterion.
        grades: the reviewers' grades, in the order of their sheets.
        points: what they come to, exactly.
        full_points: what the best grade gives.
    """

    criterion: str
    title: Text
    grades: tuple[Grade, ...]
    points: Fraction
    full_points: int

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return {
            "title": self.title.to_dict(),
            "grades": [grade.value for grade in self.grades],
            "points": points(self.points),
            "full_points": self.full_points,
        }


def evaluate(sheets: Sequence[Sheet], call: Call) -> tuple[CriterionPoints, ...]:
    """Return the points of each criterion of the call, in its order, from one sheet or more that grade them all."""
    join = _JOINED[call.text("score.panel")]
    found = []
    for criterion in call.criteria:
        grades = tuple(sheet[criterion.id] for sheet in sheets)
        worth = join([criterion.points[grade.value] for grade in grades])
        found.append(CriterionPoints(criterion.id, criterion.title, grades, worth, criterion.points[Grade.S.value]))
    return tuple(found)


def _mean(values: list[int]) -> Fraction:
    return Fraction(sum(values), len(values))


def _median(values: list[int]) -> Fraction:
    ordered, half = sorted(values), len(values) // 2
    return Fraction(ordered[half] + ordered[-half - 1], 2)


_JOINED: Final[dict[str, Callable[[list[int]], Fraction]]] = {"mean": _mean, "median": _median}
