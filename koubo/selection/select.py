"""``select``: scores every candidate of a round, ranks them, and walks down the ranking."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from typing import cast

import attrs
from attrs import frozen

from koubo.calls import Call
from koubo.engine.direct import Facts
from koubo.engine.outcome import Instance
from koubo.engine.runners import RunnerName
from koubo.errors import InputError
from koubo.judging import Judgement, as_call, judge
from koubo.models.round_checks import call_mistakes
from koubo.models.selection import Candidate, SelectionRound
from koubo.rules.v_1_selection.chains import KEPT_OUT, UNRANKED
from koubo.rules.v_1_selection.subjects import round_ as round_subject
from koubo.scoring.evaluation import CriterionPoints, evaluate
from koubo.scoring.given import (
    Given,
    completed,
    own_facts,
    points_of,
    price_points_of,
    region_facts,
    sides,
    standing_facts,
)
from koubo.selection.places import Contender, Places, places, ranks
from koubo.selection.price_base import Tender, lowest_estimates
from koubo.selection.reason import reason_of
from koubo.selection.result import Ranked, Selection, subject_name


def select(round_: SelectionRound, *, call: Call | str | None = None, run_with: RunnerName | None = None) -> Selection:
    """Rank the candidates of a round and select from the top (V.1.(3), V.1.(4)).

    Ties are reported and never broken. A candidate whose eligibility or gates are not known runs on as if they held.

    Args:
        round_: the round; the order of its candidates does not matter.
        call: the call, with changed parameters if wanted; the round's own where left out.
        run_with: the runner; the default one where left out.

    Raises:
        InputError: if the call does not have a region, criterion or gate of the round.
    """
    chosen = as_call(call if call is not None else round_.call)
    if chosen.id != round_.call:
        mistakes = [mistake.under("round") for mistake in call_mistakes(round_.candidates, chosen)]
        if mistakes:
            raise InputError(mistakes)
    return _Selecting(round_, chosen, run_with).result()


@frozen(eq=False)
class _Scored:
    """A candidate once it was looked at by itself."""

    candidate: Candidate
    breakdown: tuple[CriterionPoints, ...]
    evaluation: Fraction | None
    given: Given


class _Selecting:
    """One selection under way: first every candidate by itself, then all of them side by side."""

    def __init__(self, round_: SelectionRound, call: Call, run_with: RunnerName | None) -> None:
        self.round, self.call, self.run_with = round_, call, run_with
        self.seats = call.integer("selection.seats") if round_.seats is None else round_.seats
        self.regions = {
            region: region_facts(region, call) for region in {candidate.region for candidate in round_.candidates}
        }
        # By id, so that neither the answer nor its order depends on the order of the candidates.
        self.scored = [self._score(one) for one in sorted(round_.candidates, key=lambda candidate: candidate.id)]

    def _score(self, candidate: Candidate) -> _Scored:
        sheets = candidate.reviews
        breakdown = evaluate(sheets, self.call) if sheets else ()
        evaluation = sum((one.points for one in breakdown), Fraction(0)) if sheets else None
        given = own_facts(
            self.regions[candidate.region],
            candidate.gates,
            evaluation,
            len(sheets),
            in_round=True,
            examined=candidate.eligible is not False,
            eligible=candidate.eligible,
            withdrawn=candidate.id in self.withdrawn,
            minimum_stated=self.round.minimum_evaluation_points is not None,
            **sides("minimum", self.round.minimum_evaluation_points),
        )
        return _Scored(candidate, breakdown, evaluation, given)

    @cached_property
    def withdrawn(self) -> frozenset[str]:
        return frozenset(self.round.withdrawn)

    def result(self) -> Selection:
        alone = self._judge([self._instance("candidate", one, one.given) for one in self.scored])
        drawn = [alone.conclusions(number) for number in range(len(self.scored))]
        standings = self._standings(alone, drawn)
        totals = [points_of(completed("standing", standing, self.call), "total") for standing in standings]
        contenders = [
            Contender(number, one.candidate.region, total, "below_minimum" not in found)
            for number, (one, total, found) in enumerate(zip(self.scored, totals, drawn, strict=True))
            if total is not None and not found & UNRANKED
        ]
        ranked = ranks(contenders)
        before = places(contenders, seats=self.seats, max_per_region=self.call.integer("selection.max_per_region"))
        together = self._judge(
            [
                self._instance("standing", one, {**standing, **self._place(before.get(number))}, found)
                for number, (one, standing, found) in enumerate(zip(self.scored, standings, drawn, strict=True))
            ]
            + [Instance("round", "round", self._round())]
        )
        ranking = [self._ranked(number, ranked.get(number), (alone, together)) for number in range(len(self.scored))]
        ranking.sort(key=lambda one: (one.rank is None, one.rank or 0, one.id))
        return Selection(
            call=self.call,
            round=self.round,
            seats=self.seats,
            ranking=tuple(ranking),
            judgements=(alone, together),
        )

    def _standings(self, alone: Judgement, drawn: list[frozenset[str]]) -> list[Given]:
        tenders = [
            Tender(one.candidate.estimate_with_tax_yen, one.candidate.region, bool(found & KEPT_OUT))
            for one, found in zip(self.scored, drawn, strict=True)
        ]
        lowest = lowest_estimates(tenders, self.call.text("score.price_base"))
        return [
            standing_facts(
                alone.outcome.facts[number],
                tender.estimate_with_tax_yen,
                None if tender.kept_out else lowest[number],
                contends=False,
            )
            for number, tender in enumerate(tenders)
        ]

    def _place(self, found: Places | None) -> Given:
        return {} if found is None else {"contends": True, "seats": self.seats, **attrs.asdict(found)}

    def _round(self) -> Given:
        return round_subject.flatten({"seats_stated": self.round.seats is not None, "seats": self.seats})

    def _ranked(self, number: int, rank: int | None, judgements: tuple[Judgement, Judgement]) -> Ranked:
        alone, together = judgements
        one = self.scored[number]
        own, facts = alone.outcome.facts[number], together.outcome.facts[number]
        return Ranked(
            candidate=one.candidate,
            rank=rank,
            evaluation_points=one.evaluation,
            price_points=price_points_of(facts),
            municipality_points=cast("Fraction", points_of(own, "municipality")),
            total_points=points_of(facts, "total"),
            lowest_estimate_with_tax_yen=cast("int | None", facts["lowest_estimate_with_tax_yen"]),
            reason=reason_of(together.conclusions(number)),
            breakdown=one.breakdown,
        )

    def _instance(self, kind: str, one: _Scored, given: Facts, drawn: frozenset[str] = frozenset()) -> Instance:
        return Instance(kind, subject_name(one.candidate.id), given, drawn=drawn)

    def _judge(self, instances: list[Instance]) -> Judgement:
        return judge(instances, self.call, self.run_with)
