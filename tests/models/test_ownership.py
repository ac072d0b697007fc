"""Who wholly owns whom: layers, split holdings, rings, near misses; and laws that hold for any shareholdings."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koubo.errors import InputError
from koubo.models.ownership import Shareholding, near_group, possible_group, wholly_owned_group

Row = tuple[str | None, str | None, str | None]


def shares(*rows: Row) -> list[Shareholding]:
    return [Shareholding(owner=owner, owned=owned, percent=percent) for owner, owned, percent in rows]


GROUPS = {
    "held directly": ([("m", "a", "100")], {"a"}),
    "held by a company that is held": ([("m", "a", "100"), ("a", "b", "100"), ("b", "c", "100")], {"a", "b", "c"}),
    "split among a member and its subsidiaries": (
        [("m", "a", "100"), ("m", "b", "40"), ("a", "b", "60")],
        {"a", "b"},
    ),
    "split among members": ([("m", "a", "50"), ("n", "a", "50")], {"a"}),
    "in thirds": ([("m", "a", "100/3"), ("n", "a", "200/3")], {"a"}),
    "the same holder twice": ([("m", "a", "50"), ("m", "a", "50")], {"a"}),
    "a ring that a member feeds": ([("m", "a", "60"), ("b", "a", "40"), ("a", "b", "100")], {"a", "b"}),
    "a chain through a member": ([("m", "n", "100"), ("n", "a", "100")], {"a"}),
    "a hundredth short": ([("m", "a", "99.99")], set()),
    "thirds written with three digits": ([("m", "a", "33.333"), ("n", "a", "66.666")], set()),
    "a stranger holds a part": ([("m", "a", "60"), ("x", "a", "40")], set()),
    "the rest is not listed": ([("m", "a", "60")], set()),
    "a holder that is itself held in part": ([("m", "a", "60"), ("a", "b", "100")], set()),
    "a ring that nobody feeds": ([("x", "y", "100"), ("y", "x", "100")], set()),
    "half of it hangs on such a ring": (
        [("x", "x", "100"), ("m", "a", "50"), ("x", "a", "50")],
        set(),
    ),
    "a parent is no subsidiary": ([("p", "m", "100")], set()),
    "unknown holders and shares count for nothing": (
        [("m", "a", None), (None, "b", "100"), ("m", None, "100")],
        set(),
    ),
    "no shareholdings": ([], set()),
}


@pytest.mark.parametrize(("rows", "group"), GROUPS.values(), ids=GROUPS)
def test_the_group_is_what_the_footnote_makes_it(rows: list[Row], group: set[str]) -> None:
    assert wholly_owned_group(["m", "n"], shares(*rows)) == group


POSSIBLE = {
    "a share of unknown size may be all": ([("m", "a", None)], {"a"}),
    "but not where a stranger holds some": ([("m", "a", None), ("x", "a", "1")], set()),
    "an unknown holder may be a member": ([(None, "a", "100")], {"a"}),
    "an unknown holder of a part may fill the rest": ([("m", "a", "40"), (None, "a", "60")], {"a"}),
    "a known part stays a part": ([("m", "a", "40")], set()),
}


@pytest.mark.parametrize(("rows", "group"), POSSIBLE.values(), ids=POSSIBLE)
def test_what_is_not_known_of_shares_widens_what_is_possible(rows: list[Row], group: set[str]) -> None:
    assert possible_group(["m", "n"], shares(*rows)) == group


NEAR = {
    "the parent and its other companies": ([("p", "m", "100"), ("p", "s", "100"), ("s", "t", "100")], {"p", "s", "t"}),
    "a grandparent": ([("g", "p", "100"), ("p", "m", "100")], {"g", "p"}),
    "a parent of a part is not near": ([("p", "m", "99"), ("p", "s", "100")], set()),
    "held with a company that is held in part": (
        [("m", "a", "60"), ("m", "b", "50"), ("a", "b", "50")],
        {"b"},
    ),
    "held by a company that is held in part alone": ([("m", "a", "60"), ("a", "b", "100")], set()),
    "held in part with a stranger": ([("m", "b", "50"), ("x", "b", "50")], set()),
    "what is wholly owned is more than near": ([("m", "a", "100"), ("m", "b", "50"), ("a", "b", "50")], set()),
}


@pytest.mark.parametrize(("rows", "near"), NEAR.values(), ids=NEAR)
def test_companies_that_the_words_do_not_name_are_near(rows: list[Row], near: set[str]) -> None:
    assert near_group("m", ["m", "n"], shares(*rows)) == near


@pytest.mark.parametrize("find", [wholly_owned_group, possible_group])
def test_more_than_all_shares_of_a_company_is_a_mistake(find: object) -> None:
    with pytest.raises(InputError, match="'a' held to 110 percent"):
        find(["m"], shares(("m", "a", "60"), ("x", "a", "50")))  # type: ignore[operator]


@pytest.mark.parametrize(
    ("percent", "exact"),
    [("60", Fraction(60)), ("33.34", Fraction(1667, 50)), ("100/3", Fraction(100, 3)), (60, Fraction(60))],
)
def test_a_percentage_is_read_exactly(percent: object, exact: Fraction) -> None:
    assert Shareholding(owner="a", owned="b", percent=percent).percent == exact


@pytest.mark.parametrize("percent", [60.0, "60%", "-1", "100.01", "a third", True, "nan", "1e400"])
def test_what_is_no_exact_percentage_is_a_mistake(percent: object) -> None:
    with pytest.raises(InputError, match="percent: found"):
        Shareholding(owner="a", owned="b", percent=percent)


companies = st.sampled_from("mnabcdxy")


@st.composite
def structures(draw: st.DrawFn) -> list[Shareholding]:
    """Shareholdings in which every company is held to 100 percent at most, in twelfths."""
    found = []
    for owned in draw(st.lists(companies, unique=True, max_size=6)):
        left = 12
        for owner in draw(st.lists(companies, unique=True, max_size=4)):
            part = draw(st.integers(0, left))
            left -= part
            found.append(Shareholding(owner=owner, owned=owned, percent=Fraction(100 * part, 12)))
    return found


def held(company: str, owners: set[str] | frozenset[str], shareholdings: list[Shareholding]) -> Fraction:
    parts = (one.percent for one in shareholdings if one.owned == company and one.owner in owners)
    return sum((part for part in parts if part is not None), Fraction())


@given(structures())
def test_every_company_of_the_group_is_held_by_members_and_group(shareholdings: list[Shareholding]) -> None:
    group = wholly_owned_group(["m", "n"], shareholdings)

    assert all(held(company, group | {"m", "n"}, shareholdings) == 100 for company in group)
    assert not group & {"m", "n"}


@given(structures())
def test_the_group_is_the_largest_such_set(shareholdings: list[Shareholding]) -> None:
    members = frozenset("mn")
    group = wholly_owned_group(members, shareholdings)
    outside = sorted({one.owned for one in shareholdings if one.owned} - group - members)

    for number in range(1, 2 ** len(outside)):
        more = {company for place, company in enumerate(outside) if number >> place & 1}
        owners = members | group | more
        whole = all(held(company, owners, shareholdings) == 100 for company in more)
        fed = any(held(company, members | group, shareholdings) > 0 for company in more)
        assert not (whole and fed and _reached(more, members | group, shareholdings))


def _reached(companies: set[str], sources: frozenset[str], shareholdings: list[Shareholding]) -> bool:
    """Whether every company is reached from the sources by shareholdings through the others."""
    found = set(sources)
    while news := {one for one in companies - found if held(one, found, shareholdings) > 0}:
        found |= news
    return companies <= found


@given(structures())
def test_the_order_of_the_shareholdings_does_not_matter(shareholdings: list[Shareholding]) -> None:
    backwards = list(reversed(shareholdings))

    assert wholly_owned_group("mn", shareholdings) == wholly_owned_group("nm", backwards)
    assert near_group("m", "mn", shareholdings) == near_group("m", "nm", backwards)


@given(structures())
def test_what_is_wholly_owned_is_possible_and_never_only_near(shareholdings: list[Shareholding]) -> None:
    group = wholly_owned_group("mn", shareholdings)

    assert group == possible_group("mn", shareholdings)
    assert not group & near_group("m", "mn", shareholdings)


@given(structures(), st.data())
def test_a_share_that_becomes_unknown_takes_nothing_from_what_is_possible(
    shareholdings: list[Shareholding], data: st.DataObject
) -> None:
    if not shareholdings:
        return
    place = data.draw(st.integers(0, len(shareholdings) - 1))
    one = shareholdings[place]
    unsure = [*shareholdings[:place], Shareholding(owner=one.owner, owned=one.owned), *shareholdings[place + 1 :]]

    assert wholly_owned_group("mn", shareholdings) <= possible_group("mn", unsure)
    assert wholly_owned_group("mn", unsure) <= wholly_owned_group("mn", shareholdings)
