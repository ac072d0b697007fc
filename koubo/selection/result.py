"""What ``select`` gives: the ranking of a round, who is selected, and why each of the others is not."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from typing import Any

from attrs import field, frozen

from koubo.calls import Call
from koubo.engine.finding import Finding
from koubo.exact import points
from koubo.judging import Judgement
from koubo.models.selection import Candidate, SelectionRound
from koubo.results import Paged
from koubo.scoring.evaluation import CriterionPoints
from koubo.selection.reason import Reason


@frozen(eq=False, kw_only=True)
class Ranked:
    """One candidate in the ranking; its points are exact fractions.

    Attributes:
        rank: 1, 1, 3 …; ``None`` for one that is ineligible, disqualified or withdrawn.
        evaluation_points: ``None`` where it was kept out without sheets.
        price_points, total_points: ``None`` where it is ineligible or disqualified.
        lowest_estimate_with_tax_yen: the estimate that its price points are measured by; ``None`` where it has none.
        selected: ``None`` where that is still to be decided.
        breakdown: its points by criterion, in the order of the score table; empty without sheets.
    """

    candidate: Candidate = field(repr=False)
    rank: int | None
    evaluation_points: Fraction | None
    price_points: Fraction | None
    municipality_points: Fraction
    total_points: Fraction | None
    lowest_estimate_with_tax_yen: int | None
    reason: Reason
    breakdown: tuple[CriterionPoints, ...] = field(repr=False)

    @property
    def id(self) -> str:
        """The candidate's id."""
        return self.candidate.id

    @property
    def region(self) -> str:
        """The id of its support region."""
        return self.candidate.region

    @property
    def selected(self) -> bool | None:
        """Whether it is selected; ``None`` where that is still to be decided."""
        return self.reason.selected

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return {
            "rank": self.rank,
            "id": self.id,
            "region": self.region,
            "evaluation_points": _shown(self.evaluation_points),
            "price_points": _shown(self.price_points),
            "municipality_points": _shown(self.municipality_points),
            "total_points": _shown(self.total_points),
            "selected": self.selected,
            "reason": self.reason.value,
        }


@frozen(eq=False, kw_only=True)
class Selection(Paged):
    """The outcome of a round.

    Attributes:
        round: the round.
        seats: how many could be selected.
        ranking: all candidates by rank, equal ranks by id; those without a rank stand last.
    """

    call: Call = field(repr=False)
    round: SelectionRound = field(repr=False)
    seats: int
    ranking: tuple[Ranked, ...]
    judgements: tuple[Judgement, Judgement] = field(repr=False)

    @property
    def selected(self) -> tuple[Ranked, ...]:
        """The candidates that are selected, the best first."""
        return tuple(one for one in self.ranking if one.selected)

    @property
    def undecided(self) -> tuple[Ranked, ...]:
        """The candidates whose selection is still to be decided: tied ones, and ones of which something is not known."""
        return tuple(one for one in self.ranking if one.selected is None)

    @property
    def kept_out(self) -> tuple[Ranked, ...]:
        """The candidates with a fault of their own; to lose against better ones, or to tie with them, is none."""
        return tuple(one for one in self.ranking if one.reason in {Reason.INELIGIBLE, Reason.DISQUALIFIED})

    @property
    def decided(self) -> bool:
        """Whether nothing is left to decide."""
        return not self.undecided

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is violated or undetermined, in the order of the rule base; those of one rule down the ranking."""
        return self._in_order([finding for one in self.judgements for finding in one.findings])

    @property
    def trace(self) -> tuple[Finding, ...]:
        """Every rule's finding, the satisfied ones too, in the same order."""
        return self._in_order([finding for one in self.judgements for finding in one.trace])

    def of(self, candidate_id: str) -> Ranked:
        """Return the candidate with an id; an unknown id is a ``KeyError``."""
        return self._by_id[candidate_id]

    @cached_property
    def _by_id(self) -> dict[str, Ranked]:
        return {one.id: one for one in self.ranking}

    def _in_order(self, findings: list[Finding]) -> tuple[Finding, ...]:
        places = {subject_name(one.id): place for place, one in enumerate(self.ranking)}
        position = self.judgements[0].bound.base.position
        last = len(places)
        return tuple(sorted(findings, key=lambda one: (position[one.rule_id], places.get(one.subject, last))))

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return {
            "call": self.call.id,
            "seats": self.seats,
            "minimum_evaluation_points": _shown(self.round.minimum_evaluation_points),
            "withdrawn": sorted(self.round.withdrawn),
            "decided": self.decided,
            "selected": [one.id for one in self.selected],
            "ranking": [one.to_dict() for one in self.ranking],
            "findings": [finding.to_dict() for finding in self.findings],
        }


def subject_name(candidate_id: str) -> str:
    """Return the name under which the findings on a candidate stand."""
    return f"round.candidates[{candidate_id}]"


def _shown(value: Fraction | None) -> dict[str, str] | None:
    return None if value is None else points(value)
