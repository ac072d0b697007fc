"""Up to which estimate one candidate has at least the total points of another: exact, without trying any price.

With a lower estimate a candidate's price points rise until it has the lowest estimate of all; from there on its own
stay full, and those of all others fall, since it is now the one that they are measured by.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from attrs import frozen

from koubo.models.checks import MAX_YEN


@frozen
class Side:
    """A candidate in a comparison by price.

    Attributes:
        base: its points without price points.
        estimate_yen: its estimate.
        shares_base: whether the lowest estimate that it is measured by is that of the candidate who changes.
        price_points: its price points as things stand; they hold where it does not share the base.
    """

    base: Fraction
    estimate_yen: int
    shares_base: bool
    price_points: Fraction


@frozen
class Crossing:
    """How far one candidate keeps up with another.

    Attributes:
        ahead_to_yen: the highest whole estimate with which it has more points, 0 for none.
        level_to_yen: the highest with which it has at least as many; one yen more than the former where they can tie.
    """

    ahead_to_yen: int
    level_to_yen: int


ALWAYS = Crossing(MAX_YEN, MAX_YEN)
NEVER = Crossing(0, 0)


def crossing(own_base: Fraction, other: Side, full: int, lowest_of_others: int | None) -> Crossing:
    """Return up to which estimate a candidate keeps up with another.

    Args:
        own_base: its points without price points.
        other: the other candidate.
        full: the full price points.
        lowest_of_others: the lowest estimate that counts beside its own; ``None`` where it is alone.
    """
    if full == 0 or lowest_of_others is None:
        # Nothing that it asks changes any points: it has the full price points, or there are none.
        return _constant(own_base + full - other.base - other.price_points)
    others = Fraction(full * lowest_of_others, other.estimate_yen) if other.shares_base else other.price_points
    needed = other.base + others - own_base  # the price points with which it draws level while others set the price
    if needed <= 0:
        return ALWAYS  # price points never fall to nothing
    if needed == full and not other.shares_base:
        return Crossing(0, lowest_of_others)  # with the full price points level, never ahead
    if needed <= full:
        return _at(Fraction(full * lowest_of_others) / needed)
    if not other.shares_base:
        return NEVER
    room = own_base + full - other.base  # what is left to the other once it sets the price itself
    return _at(room * other.estimate_yen / full) if room > 0 else NEVER


def _constant(lead: Fraction) -> Crossing:
    if lead == 0:
        return Crossing(0, MAX_YEN)
    return ALWAYS if lead > 0 else NEVER


def _at(price: Fraction) -> Crossing:
    return Crossing(min(ceil(price) - 1, MAX_YEN), min(floor(price), MAX_YEN))
