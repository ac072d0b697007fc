"""Resident supporters all year round: every day of the term, counted day by day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from eligible_dossiers import alone, dossier, posting
from hypothesis import given
from hypothesis import strategies as st

from koubo.facts.days import Stretch, joined, thin
from koubo.facts.people import Pool
from koubo.facts.presence import Presence, presence
from koubo.models.dossier import Dossier

SUPPORTER = "staff[1]"


def of(given_dossier: Dossier, needed: int = 1) -> Presence:
    return presence(given_dossier, Pool((given_dossier,)), needed)


def with_postings(*postings: dict[str, Any], **more: Any) -> Dossier:
    return dossier(alone(), {f"{SUPPORTER}.postings": list(postings), **more})


def stay(start: str | None, end: str | None, **facts: Any) -> dict[str, Any]:
    return posting(**{"from": start, "to": end, **facts})


FIRST, LAST = "2025-05-12", "2026-03-13"
UNKNOWN = Presence()

CASES: dict[str, tuple[list[dict[str, Any]], Presence]] = {
    "the whole term": ([stay(FIRST, LAST)], Presence(0, "")),
    "more than the term": ([stay("2025-04-01", "2026-03-31")], Presence(0, "")),
    "one after the other": ([stay(FIRST, "2025-09-30"), stay("2025-10-01", LAST)], Presence(0, "")),
    "overlapping": ([stay(FIRST, "2025-11-30"), stay("2025-10-01", LAST)], Presence(0, "")),
    "in any order": ([stay("2025-10-01", LAST), stay(FIRST, "2025-09-30")], Presence(0, "")),
    "a day short at the start": ([stay("2025-05-13", LAST)], Presence(1, "2025-05-12")),
    "a day short at the end": ([stay(FIRST, "2026-03-12")], Presence(1, "2026-03-13")),
    "a day between": ([stay(FIRST, "2025-09-30"), stay("2025-10-02", LAST)], Presence(1, "2025-10-01")),
    "several gaps": (
        [stay("2025-05-14", "2025-09-30"), stay("2025-10-11", "2026-03-12")],
        Presence(13, "2025-05-12/2025-05-13, 2025-10-01/2025-10-10, 2026-03-13"),
    ),
    "nothing": ([], Presence(306, "2025-05-12/2026-03-13")),
    "before the term": ([stay("2025-01-01", "2025-05-11")], Presence(306, "2025-05-12/2026-03-13")),
    "for another proposal": ([stay(FIRST, LAST, proposal="p-2")], Presence(306, "2025-05-12/2026-03-13")),
    "an unknown proposal": ([stay(FIRST, LAST, proposal=None)], UNKNOWN),
    "an unknown end": ([stay(FIRST, None)], UNKNOWN),
    "an unknown beginning, too late an end": ([stay(None, "2026-03-12")], Presence(1, "2026-03-13")),
    "an unknown end that another makes good": ([stay(FIRST, None), stay(FIRST, LAST)], Presence(0, "")),
}


@pytest.mark.parametrize(("postings", "found"), CASES.values(), ids=CASES)
def test_each_day_of_the_term_is_looked_at(postings: list[dict[str, Any]], found: Presence) -> None:
    assert of(with_postings(*postings)) == found


def test_supporters_who_take_turns_cover_the_term_together() -> None:
    tree = alone()
    second = {"id": "second", "member": "acme", "roles": ["resident_supporter"], "postings": [stay("2025-10-01", LAST)]}
    tree["staff"].append(second)

    assert of(dossier(tree, {f"{SUPPORTER}.postings": [stay(FIRST, "2025-09-30")]})) == Presence(0, "")


def test_people_who_are_no_supporters_do_not_count() -> None:
    assert of(dossier(alone(), {f"{SUPPORTER}.roles": ["other"]})) == Presence(306, "2025-05-12/2026-03-13")


def test_one_person_does_not_count_twice_on_a_day() -> None:
    twice = with_postings(stay(FIRST, LAST), stay(FIRST, LAST, place="村田町役場"))

    assert of(twice, needed=1) == Presence(0, "")
    assert of(twice, needed=2) == Presence(306, "2025-05-12/2026-03-13")


OPEN: dict[str, tuple[dict[str, Any], Presence]] = {
    "unknown postings": ({f"{SUPPORTER}.postings": None}, UNKNOWN),
    "unknown staff": ({"staff": None}, UNKNOWN),
    "an unknown term": ({"contract.from": None, "contract.to": None}, UNKNOWN),
    "an unknown term and nobody": ({"contract": None, "staff": []}, Presence(None, "../..")),
    "an unknown end of the term": ({"contract.to": None}, UNKNOWN),
    "an unknown end, and nobody on the first day": (
        {"contract.to": None, f"{SUPPORTER}.postings": [stay("2025-05-13", LAST)]},
        Presence(None, "2025-05-12"),
    ),
}


@pytest.mark.parametrize(("changes", "found"), OPEN.values(), ids=OPEN)
def test_what_is_not_known_leaves_it_open_unless_it_does_not_matter(changes: dict[str, Any], found: Presence) -> None:
    assert of(dossier(alone(), changes)) == found


ORIGIN = date(2025, 5, 12)
spans = st.tuples(st.integers(0, 20), st.integers(0, 8))


def stretch(start: int, more: int) -> Stretch:
    return Stretch(ORIGIN + timedelta(start), ORIGIN + timedelta(start + more))


@given(spans, st.lists(spans, max_size=6), st.integers(1, 3))
def test_the_gaps_are_the_days_on_which_too_few_are_there(
    term: tuple[int, int], stays: list[tuple[int, int]], needed: int
) -> None:
    whole, stretches = stretch(*term), [stretch(*one) for one in stays]

    gaps = thin(whole, stretches, needed)

    days = [whole.first + timedelta(number) for number in range(whole.days)]
    bare = [day for day in days if sum(one.first <= day <= one.last for one in stretches) < needed]
    assert [gap.first + timedelta(number) for gap in gaps for number in range(gap.days)] == bare
    assert all(later.first - earlier.last > timedelta(1) for earlier, later in pairwise(gaps))


@given(st.lists(spans, max_size=6))
def test_joining_keeps_each_day_once(stays: list[tuple[int, int]]) -> None:
    stretches = [stretch(*one) for one in stays]

    once = joined(stretches)

    days = {one.first + timedelta(number) for one in stretches for number in range(one.days)}
    assert sorted(days) == [one.first + timedelta(number) for one in once for number in range(one.days)]


@given(st.lists(spans, min_size=1, max_size=6))
def test_longer_postings_never_open_a_gap(stays: list[tuple[int, int]]) -> None:
    term = stretch(0, 20)
    longer = [(start, more + 1) for start, more in stays]

    before = sum(gap.days for gap in thin(term, [stretch(*one) for one in stays], 1))
    after = sum(gap.days for gap in thin(term, [stretch(*one) for one in longer], 1))

    assert after <= before
