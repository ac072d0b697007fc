"""Ranks, and the places that go before a candidate: counting down the ranking, whole groups of equal points at a time.

What the counts mean for a candidate is for the rules of V.1.(3) to say; nothing is compared with a norm here, but
that a region holds no more places than it may, and a round no more than it has seats.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from operator import attrgetter

from attrs import frozen


@frozen
class Contender:
    """A candidate with total points: where it stands in the caller's list, its region, whether it may be selected."""

    place: int
    region: str
    total: Fraction
    contends: bool


@frozen
class Places:
    """What goes before a contender: ``taken`` by better ones, ``claimed`` by those with its points too, itself included.

    Attributes:
        region_taken, region_claimed: places in its region.
        seats_taken, seats_claimed: seats of the round.
    """

    region_taken: int
    region_claimed: int
    seats_taken: int
    seats_claimed: int


def ranks(contenders: Iterable[Contender]) -> dict[int, int]:
    """Return the rank of each candidate by its place in the caller's list: 1, 1, 3."""
    found: dict[int, int] = {}
    for group in _groups(contenders):
        found |= dict.fromkeys((one.place for one in group), len(found) + 1)
    return found


def places(contenders: Iterable[Contender], *, seats: int, max_per_region: int) -> dict[int, Places]:
    """Return what goes before each contender, by its place in the caller's list.

    A tie within a region takes the region and its seat. A tie for the last seats takes these seats, but no region:
    nobody knows whose it will be.
    """
    found: dict[int, Places] = {}
    region: Counter[Hashable] = Counter()
    taken = 0
    for group in _groups(one for one in contenders if one.contends):
        asking = Counter(one.region for one in group)
        holding = {name: min(number, max_per_region - region[name]) for name, number in asking.items()}
        claimed = taken + sum(holding.values())
        for one in group:
            before = region[one.region]
            found[one.place] = Places(before, before + asking[one.region], taken, claimed)
        if claimed <= seats:
            region.update(holding)
        taken = min(claimed, seats)
    return found


def _groups(contenders: Iterable[Contender]) -> Iterator[Sequence[Contender]]:
    """Yield groups of equal total points, the best first."""
    ordered = sorted(contenders, key=attrgetter("total"), reverse=True)
    for _, group in groupby(ordered, key=attrgetter("total")):
        yield tuple(group)
