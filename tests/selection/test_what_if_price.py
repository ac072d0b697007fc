from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rounds import candidate, round_of
from test_select_laws import calls, rounds

from koubo.calls import get_call
from koubo.errors import InputError
from koubo.models.checks import MAX_YEN
from koubo.selection import select
from koubo.selection.what_if import PriceLimit, PriceStep, price_curve

M = 1_000_000


def test_the_price_at_which_a_candidate_wins_its_region() -> None:
    # miyagi-a: 80 + 5 + 10 × 40 ÷ 80 = 90; miyagi-b: 76 + 5 + price points, so that it needs more than 9 of them:
    # 10 × 40 ÷ 9 = 44.44… million yen. Oita, at 100 + 5 + 10, stays ahead of both at any price.
    round_ = round_of(
        candidate("miyagi-a", "AAAAAA", 80), candidate("miyagi-b", "AAABBA", 100), candidate("oita-a", "SSSSSS", 40)
    )

    curve = price_curve(round_, "miyagi-b")

    assert curve.steps == (PriceStep(1, 44_444_444, 2), PriceStep(44_444_445, None, 3))
    assert curve.wins_region == curve.selected == curve.tied == PriceLimit(44_444_444)
    assert (curve.now.rank, curve.rank_at(44_444_444), curve.rank_at(44_444_445)) == (3, 2, 3)
    assert [sentence.en for sentence in curve.sentences] == [
        "With an estimate of up to 44,444,444 yen it is the best of its region.",
        "With an estimate of up to 44,444,444 yen it is selected.",
    ]


def test_at_a_price_to_the_yen_it_ties_and_one_yen_less_decides() -> None:
    # 8 + 12 + 28 + 8 + 6 + 16 and 8 + 15 + 28 + 8 + 3 + 16: both 78, and both at 100 million yen.
    round_ = round_of(candidate("miyagi-a", "AAAABA", 100), candidate("miyagi-b", "ASAACA", 100))

    curve = price_curve(round_, "miyagi-a")

    assert curve.now.reason.value == "tie"
    assert curve.steps == (PriceStep(1, 100 * M, 1), PriceStep(100 * M + 1, None, 2))
    assert curve.selected == PriceLimit(100 * M - 1)
    assert curve.tied == PriceLimit(100 * M)
    assert curve.sentences[-1].ja == "見積経費が100,000,000円以下であれば同点に並びます。"


def test_below_the_lowest_estimate_it_is_the_others_that_lose_points() -> None:
    # miyagi-a has 78 + 5 + 10 at the most; miyagi-b (8 + 12 + 35 + 8 + 6 + 16 = 85) has 85 + 5 + 10 × lowest ÷ 40:
    # as many with a lowest estimate of 3 × 40 ÷ 10 = 12 million yen.
    round_ = round_of(candidate("miyagi-a", "AAAABA", 80), candidate("miyagi-b", "AASABA", 40))

    curve = price_curve(round_, "miyagi-a")

    assert curve.steps == (PriceStep(1, 12 * M, 1), PriceStep(12 * M + 1, None, 2))
    assert curve.selected == PriceLimit(12 * M - 1)
    assert curve.tied == PriceLimit(12 * M)


@pytest.mark.parametrize(
    ("letters", "limit"), [("SSSSSS", PriceLimit(None, at_any_price=True)), ("DDDDDD", PriceLimit(None))]
)
def test_no_price_may_matter(letters: str, limit: PriceLimit) -> None:
    round_ = round_of(candidate("miyagi-a", letters, 80), candidate("miyagi-b", "BBBBBB", 80))

    curve = price_curve(round_, "miyagi-a")

    assert curve.selected == curve.wins_region == limit
    assert curve.selected.holds_at(80 * M) is limit.at_any_price


def test_below_the_minimum_no_price_helps() -> None:
    round_ = round_of(candidate("miyagi-a", "BBBBBB"), candidate("oita-a"), minimum_evaluation_points=70)

    curve = price_curve(round_, "miyagi-a")

    assert curve.selected == curve.tied == curve.wins_region == PriceLimit(None)


@pytest.mark.parametrize("change", [{"eligible": False}, {"gates": {"security": False}}, None])
def test_a_candidate_that_is_out_has_no_curve(change: dict[str, Any] | None) -> None:
    round_ = round_of(
        candidate("miyagi-a", **(change or {})), candidate("oita-a"), withdrawn=[] if change else ["miyagi-a"]
    )

    with pytest.raises(InputError, match="no estimate changes that it is out"):
        price_curve(round_, "miyagi-a")


def test_an_unknown_candidate_is_named_with_the_likely_one() -> None:
    with pytest.raises(InputError, match="perhaps 'miyagi-a'"):
        price_curve(round_of(candidate("miyagi-a")), "miyagi-aa")


def test_a_curve_as_json() -> None:
    round_ = round_of(candidate("miyagi-a", "AAAAAA", 80), candidate("oita-a", "SSSSSS", 40), seats=1)

    assert price_curve(round_, "miyagi-a").to_dict() == {
        "id": "miyagi-a",
        "estimate_with_tax_yen": 80 * M,
        "rank": 2,
        "reason": "seats_full",
        "steps": [{"from_yen": 1, "to_yen": None, "rank": 2}],
        "wins_region": {"up_to_yen": None, "at_any_price": True},
        "selected": {"up_to_yen": None, "at_any_price": False},
        "tied": {"up_to_yen": None, "at_any_price": False},
    }


HOLDS = {"selected", "undetermined"}


@given(rounds(), calls, st.data())
def test_the_curve_says_what_selecting_with_that_estimate_says(round_: Any, call: Any, data: Any) -> None:
    ranked = [one.id for one in select(round_, call=call, run_with="direct").ranking if one.rank is not None]
    if not ranked:
        return
    name = data.draw(st.sampled_from(ranked))
    curve = price_curve(round_, name, call=call)
    limits = (curve.wins_region.up_to_yen, curve.selected.up_to_yen, curve.tied.up_to_yen)
    ends = {step.to_yen for step in curve.steps} | set(limits) | {40 * M, MAX_YEN}
    near = sorted({end + step for end in ends if end for step in (-1, 0, 1) if 1 <= end + step <= MAX_YEN})

    for yen in data.draw(st.lists(st.sampled_from(near), min_size=1, max_size=8, unique=True)):
        tried = [attrs.evolve(one, estimate_with_tax_yen=yen) if one.id == name else one for one in round_.candidates]
        selection = select(attrs.evolve(round_, candidates=tried), call=call, run_with="direct")
        found = selection.of(name)
        rivals = [
            one
            for one in selection.ranking
            if one.region == found.region and one.rank is not None and one.reason.value != "below_minimum"
        ]
        as_good = sum((one.total_points or 0) >= (found.total_points or 0) for one in rivals if one.id != name)
        wins = as_good < call.integer("selection.max_per_region") and found.reason.value != "below_minimum"

        assert curve.rank_at(yen) == found.rank
        assert curve.selected.holds_at(yen) is (found.reason.value in HOLDS)
        assert curve.tied.holds_at(yen) is (found.reason.value in {*HOLDS, "tie"})
        assert curve.wins_region.holds_at(yen) is wins


def test_price_points_that_count_for_nothing_leave_every_rank() -> None:
    round_ = round_of(candidate("miyagi-a", "AAAAAA", 80), candidate("miyagi-b", "AAAAAA", 40))

    curve = price_curve(round_, "miyagi-a", call=get_call("r7").evolve({"score.price_points": 0}))

    assert curve.steps == (PriceStep(1, None, 1),)
    assert (curve.selected, curve.tied) == (PriceLimit(None), PriceLimit(None, at_any_price=True))
