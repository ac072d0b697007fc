"""What would it take in price: how the rank of a candidate follows from its estimate, and up to which it is selected."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import attrs
from attrs import field, frozen

from koubo.calls import Call
from koubo.errors import InputError, Mistake
from koubo.judging import as_call
from koubo.models.checks import MAX_YEN
from koubo.models.selection import SelectionRound
from koubo.selection.price_base import Tender, lowest_estimates
from koubo.selection.reason import Reason
from koubo.selection.result import Ranked, Selection
from koubo.selection.what_if.again import again, find, with_candidate
from koubo.selection.what_if.crossing import Crossing, Side, crossing
from koubo.text import Text

_HOLDS = frozenset({Reason.SELECTED, Reason.UNDETERMINED})
_NEVER = Text("どの見積経費でも{what}。", "At no estimate {what}.")
_ALWAYS = Text("見積経費にかかわらず{what}。", "At any estimate {what}.")
_UP_TO = Text("見積経費が{yen}円以下であれば{what}。", "With an estimate of up to {yen} yen {what}.")


@frozen
class PriceStep:
    """A range of estimates, both ends included, in which the rank is the same; ``to_yen`` is ``None`` for no end."""

    from_yen: int
    to_yen: int | None
    rank: int

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return attrs.asdict(self)


@frozen
class PriceLimit:
    """Up to which estimate something holds: ``up_to_yen``, or at any, or (``None`` and not at any) at none."""

    up_to_yen: int | None
    at_any_price: bool = False

    @classmethod
    def of(cls, yen: int) -> PriceLimit:
        """Return the limit that a highest estimate is; 0 is no estimate."""
        return cls(None, at_any_price=True) if yen >= MAX_YEN else cls(yen or None)

    def holds_at(self, yen: int) -> bool:
        """Whether it holds at an estimate."""
        return self.at_any_price or (self.up_to_yen is not None and yen <= self.up_to_yen)

    def sentence(self, holds: Text, fails: Text) -> Text:
        """Return the limit as a sentence about what holds, or fails at every price."""
        if self.at_any_price:
            return _ALWAYS.format(what=holds)
        if self.up_to_yen is None:
            return _NEVER.format(what=fails)
        return _UP_TO.format(yen=f"{self.up_to_yen:,}", what=holds)

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return attrs.asdict(self)


@frozen(eq=False, kw_only=True)
class PriceCurve:
    """How a candidate would fare with other estimates, everything else as it is.

    Attributes:
        now: how it fares with its own.
        steps: its rank, from the lowest estimate to the highest.
        wins_region: up to which estimate fewer in its region than may be selected have as many points as it.
        selected: up to which estimate it is selected (or would be, where its gates or eligibility are not known).
        tied: up to which estimate it is at least tied for being selected.
    """

    now: Ranked
    steps: tuple[PriceStep, ...]
    wins_region: PriceLimit
    selected: PriceLimit
    tied: PriceLimit
    selection: Selection = field(repr=False)

    def rank_at(self, yen: int) -> int:
        """Return the rank that an estimate from 1 yen on would give."""
        return next(step.rank for step in self.steps if step.to_yen is None or yen <= step.to_yen)

    @property
    def sentences(self) -> tuple[Text, ...]:
        """What it would take, in words."""
        found = [
            self.wins_region.sentence(
                Text("地域内で最上位です", "it is the best of its region"),
                Text("地域内で最上位になりません", "is it the best of its region"),
            ),
            self.selected.sentence(Text("選定されます", "it is selected"), Text("選定されません", "is it selected")),
        ]
        if self.tied != self.selected:
            found.append(
                self.tied.sentence(Text("同点に並びます", "it is at least tied"), Text("並びません", "is it tied"))
            )
        return tuple(found)

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return {
            "id": self.now.id,
            "estimate_with_tax_yen": self.now.candidate.estimate_with_tax_yen,
            "rank": self.now.rank,
            "reason": self.now.reason.value,
            "steps": [step.to_dict() for step in self.steps],
            "wins_region": self.wins_region.to_dict(),
            "selected": self.selected.to_dict(),
            "tied": self.tied.to_dict(),
        }


def price_curve(round_: SelectionRound, candidate_id: str, *, call: Call | str | None = None) -> PriceCurve:
    """Return how the rank of a candidate follows from its estimate, and up to which estimate it is selected.

    Raises:
        InputError: if there is no such candidate, or one without a rank (ineligible, disqualified or withdrawn).
    """
    chosen = as_call(call if call is not None else round_.call)
    candidate = find(round_, candidate_id)
    selection = again(round_, chosen)
    now = selection.of(candidate_id)
    if now.rank is None:
        expected = "a candidate with a rank: no estimate changes that it is out"
        raise InputError([Mistake("candidate", f"{candidate_id!r} ({now.reason.value})", expected)])
    crossings = _crossings(now, selection, chosen)
    rivals = [
        found for other, found in crossings if other.region == now.region and other.reason is not Reason.BELOW_MINIMUM
    ]
    ends = sorted({end for _, one in crossings for end in (one.ahead_to_yen, one.level_to_yen)} - {0} | {MAX_YEN})

    def reason_at(yen: int) -> Reason:
        changed = with_candidate(round_, attrs.evolve(candidate, estimate_with_tax_yen=yen))
        return again(round_, chosen, candidates=changed).of(candidate_id).reason

    return PriceCurve(
        now=now,
        steps=_steps([one.level_to_yen for _, one in crossings]),
        wins_region=_wins_region(rivals, now, chosen),
        selected=_last(ends, lambda yen: reason_at(yen) in _HOLDS),
        tied=_last(ends, lambda yen: reason_at(yen) in {*_HOLDS, Reason.TIE}),
        selection=selection,
    )


def _crossings(now: Ranked, selection: Selection, call: Call) -> list[tuple[Ranked, Crossing]]:
    """Return how far a candidate keeps up with each other one that has a rank."""
    full, base = call.integer("score.price_points"), call.text("score.price_base")
    own = now.candidate
    rest = [one for one in selection.ranking if one.id != now.id]
    tenders = [_tender(one) for one in rest]
    # With an estimate of 0, which nobody has, it is seen who is measured by this candidate; without it, by whom.
    measured = lowest_estimates([*tenders, Tender(0, own.region, kept_out=False)], base)
    (*_, lowest) = lowest_estimates([*tenders, Tender(MAX_YEN + 1, own.region, kept_out=False)], base)
    lowest_of_others = None if lowest is None or lowest > MAX_YEN else lowest
    found = []
    for place, other in enumerate(rest):
        if other.rank is not None:
            side = Side(
                _without_price(other),
                other.candidate.estimate_with_tax_yen,
                measured[place] == 0,
                other.price_points or Fraction(0),
            )
            found.append((other, crossing(_without_price(now), side, full, lowest_of_others)))
    return found


def _tender(one: Ranked) -> Tender:
    kept_out = one.reason in {Reason.INELIGIBLE, Reason.DISQUALIFIED}
    return Tender(one.candidate.estimate_with_tax_yen, one.region, kept_out)


def _without_price(one: Ranked) -> Fraction:
    return (one.evaluation_points or Fraction(0)) + one.municipality_points


def _steps(level_to: list[int]) -> tuple[PriceStep, ...]:
    """Return the ranks from the cheapest on: behind each estimate up to which it keeps up with one, it loses a rank."""
    steps: list[PriceStep] = []
    start, rank = 1, 1
    for end in [*sorted(level_to), MAX_YEN]:
        if end >= start:
            steps.append(PriceStep(start, None if end == MAX_YEN else end, rank))
            start = end + 1
        rank += 1
    return tuple(steps)


def _wins_region(rivals: list[Crossing], now: Ranked, call: Call) -> PriceLimit:
    places = call.integer("selection.max_per_region")
    if now.reason is Reason.BELOW_MINIMUM or places == 0:
        return PriceLimit.of(0)
    ahead = sorted(one.ahead_to_yen for one in rivals)
    return PriceLimit.of(ahead[places - 1] if len(ahead) >= places else MAX_YEN)


def _last(ends: list[int], holds: Callable[[int], bool]) -> PriceLimit:
    """Return up to which of the ends something holds that never holds again once it does not."""
    place = bisect_left(ends, x=True, key=lambda yen: not holds(yen))
    return PriceLimit.of(ends[place - 1] if place else 0)
