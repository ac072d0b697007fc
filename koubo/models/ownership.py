"""Who wholly owns whom (VI.2.(2), footnote 2), in exact shares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from fractions import Fraction
from types import MappingProxyType

from attrs import field, frozen

from koubo.errors import Mistake
from koubo.models.checks import fact, field_mistakes, raise_all, shown
from koubo.models.fields import name
from koubo.models.rates import exact_decimal

WHOLE = Fraction(100)
"""All shares of a company, in percent."""

_SOMEBODY = ""
"""Stands for a shareholder that is not known; no id is empty."""

_EXPECTED = 'a percentage from 0 to 100 as text, such as "60", "33.34" or "100/3"'

Holders = Mapping[str, Mapping[str, Fraction]]
"""Company → its shareholders → their shares in percent."""
Unmeasured = Mapping[str, AbstractSet[str]]
"""Company → the shareholders whose shares are not known."""


def _percent(value: object) -> object:
    if isinstance(value, int) and not isinstance(value, bool):
        return Fraction(value)
    return exact_decimal(value) if isinstance(value, str) and exact_decimal(value) is not None else value


def _is_percent(value: object) -> str | None:
    return None if isinstance(value, Fraction) and 0 <= value <= WHOLE else _EXPECTED


@frozen(kw_only=True)
class Shareholding:
    """A share that one company holds of another: ``Shareholding(owner="a", owned="b", percent="100/3")``.

    Exact, thirds too; each of the three may be unknown.
    """

    owner: str | None = name("株主", "owner")
    owned: str | None = name("株式の発行会社", "company owned")
    percent: Fraction | None = field(
        default=None, converter=_percent, metadata=fact(_is_percent, "持株割合", "share held", "percent")
    )

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))


def oversold(shareholdings: Iterable[Shareholding]) -> list[Mistake]:
    """Return a mistake for each company of which more than all shares are held."""
    return [
        Mistake("", f"{shown(company)} held to {sum(held.values(), Fraction())} percent", "100 percent at most")
        for company, held in _holders(shareholdings).items()
        if sum(held.values(), Fraction()) > WHOLE
    ]


def wholly_owned_group(members: Iterable[str], shareholdings: Iterable[Shareholding]) -> frozenset[str]:
    """Return the companies that the members wholly own, through any layers, split holdings and rings.

    It is the largest set of companies reached from the members by shareholdings in which the shares of every company
    are held to 100 percent by members and the set. A share whose percentage is not known counts for nothing.

    Raises:
        InputError: if more than 100 percent of a company are held.
    """
    shares = tuple(shareholdings)
    raise_all(oversold(shares))
    return _group(frozenset(members), _holders(shares))


def possible_group(members: Iterable[str], shareholdings: Iterable[Shareholding]) -> frozenset[str]:
    """Return the companies that the members may wholly own, where shares of unknown percentage are as large as can be.

    Equal to :func:`wholly_owned_group` where every percentage is known.

    Raises:
        InputError: if more than 100 percent of a company are held.
    """
    shares = tuple(shareholdings)
    raise_all(oversold(shares))
    unmeasured: dict[str, set[str]] = {}
    for share in shares:
        if share.percent is None and share.owned is not None:
            unmeasured.setdefault(share.owned, set()).add(share.owner or _SOMEBODY)
    return _group(frozenset(members), _holders(shares), unmeasured, frozenset({_SOMEBODY}))


def near_group(buyer: str, members: Iterable[str], shareholdings: Iterable[Shareholding]) -> frozenset[str]:
    """Return the companies close to the group that the call's words do not name, to be asked about.

    They are a parent that wholly owns the buyer, the parent's other wholly owned companies, and a company held to
    100 percent by a member together with a company of which that member holds a part.

    Raises:
        InputError: if more than 100 percent of a company are held.
    """
    roots, shares = frozenset(members), tuple(shareholdings)
    raise_all(oversold(shares))
    holders = _holders(shares)
    group = _group(roots, holders)
    near: set[str] = set()
    for parent in {owner for held in holders.values() for owner in held} - {_SOMEBODY}:
        owned = _group(frozenset({parent}), holders)
        if buyer in owned:
            near |= owned | {parent}
    for member in roots:
        own = group | {member}
        partly = {company for company, held in holders.items() if own & held.keys()}
        near |= {
            company
            for company, held in holders.items()
            if member in held and held.keys() & partly and _held(held, own | partly) == WHOLE
        }
    return frozenset(near) - roots - group - {buyer}


def _holders(shareholdings: Iterable[Shareholding]) -> dict[str, dict[str, Fraction]]:
    holders: dict[str, dict[str, Fraction]] = {}
    for share in shareholdings:
        if share.percent is not None and share.percent > 0 and share.owned is not None:
            held, owner = holders.setdefault(share.owned, {}), share.owner or _SOMEBODY
            held[owner] = held.get(owner, Fraction()) + share.percent
    return holders


def _held(held: Mapping[str, Fraction], owners: Iterable[str]) -> Fraction:
    return sum((held.get(owner, Fraction()) for owner in owners), Fraction())


def _group(
    members: frozenset[str],
    holders: Holders,
    unmeasured: Unmeasured = MappingProxyType({}),
    others: frozenset[str] = frozenset(),
) -> frozenset[str]:
    """Shrink the set of all companies until each is wholly held by members and set, and reached from a member."""
    roots = members | others

    def whole(company: str, owners: frozenset[str]) -> bool:
        held = holders.get(company, {})
        inside = _held(held, owners)
        if owners.isdisjoint(unmeasured.get(company, ())):
            return inside == WHOLE
        return inside == sum(held.values(), Fraction())  # nobody else is known to hold a share

    def reached(companies: set[str]) -> frozenset[str]:
        found: frozenset[str] = frozenset()
        while True:
            near = roots | found
            news = {
                company
                for company in companies - found
                if not near.isdisjoint(holders.get(company, {})) or not near.isdisjoint(unmeasured.get(company, ()))
            }
            if not news:
                return found
            found |= news

    group = frozenset([*holders, *unmeasured]) - members
    while True:
        kept = reached({company for company in group if whole(company, roots | group)})
        if kept == group:
            return group
        group = kept
