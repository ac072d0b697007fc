"""Who is kept out, who sets the price, and what is not known."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from rounds import PASSED, candidate, outcome, round_of, totals

from koubo.calls import get_call
from koubo.exact import points
from koubo.selection import Reason, select
from koubo.selection.reason import reason_of

FAILED = {"security": False, "budget": True}

REASONS: dict[str, tuple[dict[str, Any], str]] = {
    "a gate not known": ({"gates": {"security": True}}, "undetermined"),
    "no gate known": ({"gates": None}, "undetermined"),
    "eligibility not known": ({"eligible": None}, "undetermined"),
    "a failed gate": ({"gates": FAILED}, "disqualified"),
    "a failed gate beside one not known": ({"gates": {"budget": False}}, "disqualified"),
    "a failed gate, eligibility not known": ({"gates": FAILED, "eligible": None}, "disqualified"),
    "not eligible, and a failed gate": ({"gates": FAILED, "eligible": False}, "ineligible"),
    "not eligible, gates not known": ({"gates": None, "eligible": False}, "ineligible"),
    "not eligible, and never graded": ({"grades": None, "eligible": False}, "ineligible"),
    "everything in order": ({}, "selected"),
}


@pytest.mark.parametrize("run_with", ["direct", "rete"])
@pytest.mark.parametrize(("facts", "reason"), REASONS.values(), ids=REASONS)
def test_why_a_candidate_is_not_selected(facts: dict[str, Any], reason: str, run_with: Any) -> None:
    selection = select(round_of(candidate("miyagi-a", **facts)), run_with=run_with)

    assert selection.of("miyagi-a").reason.value == reason


def test_of_several_reasons_the_first_that_holds_counts() -> None:
    everything = [reason.value for reason in Reason]

    assert [reason_of(everything[place:]).value for place in range(len(everything))] == everything
    assert reason_of(()) is Reason.SELECTED


@pytest.mark.parametrize(
    ("reason", "selected"),
    [(reason, {"selected": True, "tie": None, "undetermined": None}.get(reason.value, False)) for reason in Reason],
)
def test_selected_is_true_false_or_still_open(reason: Reason, selected: bool | None) -> None:
    assert reason.selected is selected


def test_a_reason_that_stands_before_another_hides_it() -> None:
    candidates = [
        candidate("miyagi-a", "SSSSSS"),
        candidate("miyagi-b", "AAAAAA", eligible=None),
        candidate("miyagi-c", "BBBBBB", gates=None),
        candidate("oita-a", "BBBBBB", eligible=None),
        candidate("oita-b", "CCCCCC", gates=FAILED),
    ]
    round_ = round_of(*candidates, seats=1, minimum_evaluation_points=61, withdrawn=["oita-b"])

    assert outcome(select(round_)) == {
        "miyagi-a": (1, "selected"),
        "miyagi-b": (2, "region_already_taken"),
        "miyagi-c": (3, "below_minimum"),
        "oita-a": (3, "below_minimum"),
        "oita-b": (None, "disqualified"),
    }


def test_a_candidate_of_which_something_is_not_known_holds_its_seat_and_its_region() -> None:
    candidates = [
        candidate("miyagi-a", "SSSSSS", gates=None),
        candidate("miyagi-b", "ASSSSS"),
        candidate("oita-a", "AAAAAA"),
        candidate("kyoto-a", "BBBBBB"),
    ]

    assert outcome(select(round_of(*candidates, seats=2))) == {
        "miyagi-a": (1, "undetermined"),
        "miyagi-b": (2, "region_already_taken"),
        "oita-a": (3, "selected"),
        "kyoto-a": (4, "seats_full"),
    }


def test_a_tie_goes_before_what_is_not_known() -> None:
    candidates = [candidate("miyagi-a", gates=None), candidate("miyagi-b")]

    assert outcome(select(round_of(*candidates))) == {"miyagi-a": (1, "tie"), "miyagi-b": (1, "tie")}


def test_where_a_contract_falls_through_the_next_in_line_moves_up() -> None:
    candidates = [candidate("miyagi-a", "SSSSSS"), candidate("miyagi-b"), candidate("oita-a", "BBBBBB")]

    before = select(round_of(*candidates, seats=1))
    after = select(round_of(*candidates, seats=1, withdrawn=["miyagi-a"]))

    assert outcome(before) == {
        "miyagi-a": (1, "selected"),
        "miyagi-b": (2, "region_already_taken"),
        "oita-a": (3, "seats_full"),
    }
    assert outcome(after) == {
        "miyagi-b": (1, "selected"),
        "oita-a": (2, "seats_full"),
        "miyagi-a": (None, "withdrawn"),
    }
    assert totals(after) == totals(before)  # a withdrawal does not change what was tendered


# One cheap candidate that is kept out, one cheap one in another region, and the one whose price points are looked at.
PRICES: dict[str, tuple[str, dict[str, Any], Fraction]] = {
    # V.1.(2).ロ: 10 times the lowest estimate, divided by the own one of 80.
    "the lowest of all regions": ("all_eligible", {}, Fraction(10 * 40, 80)),
    "one that withdrew counts": ("all_eligible", {"withdrawn": ["oita-a"]}, Fraction(10 * 40, 80)),
    "of its own region": ("same_region", {}, Fraction(10 * 60, 80)),
    "with those kept out": ("all_applicants", {}, Fraction(10 * 20, 80)),
}


@pytest.mark.parametrize(("base", "more", "expected"), PRICES.values(), ids=PRICES)
def test_whose_estimate_is_the_lowest(base: str, more: dict[str, Any], expected: Fraction) -> None:
    candidates = [
        candidate("miyagi-a", million_yen=80),
        candidate("miyagi-b", million_yen=60),
        candidate("oita-a", million_yen=40),
        candidate("oita-b", million_yen=30, gates=FAILED),
        candidate("oita-c", million_yen=20, eligible=False),
    ]
    call = get_call("r7").evolve({"score.price_base": base})

    selection = select(round_of(*candidates, **more), call=call)

    found = selection.of("miyagi-a")
    assert found.price_points == expected
    assert found.lowest_estimate_with_tax_yen == expected * 8 * 10**6  # the share of its 80 million yen
    assert [selection.of(name).price_points for name in ("oita-b", "oita-c")] == [None, None]
    assert [selection.of(name).total_points for name in ("oita-b", "oita-c")] == [None, None]


def test_a_candidate_of_which_something_is_not_known_sets_the_price() -> None:
    candidates = [candidate("miyagi-a", million_yen=80), candidate("oita-a", million_yen=40, gates=None)]

    assert select(round_of(*candidates)).of("miyagi-a").price_points == 5


def test_everybody_kept_out_leaves_an_empty_selection() -> None:
    selection = select(round_of(candidate("miyagi-a", eligible=False), candidate("oita-a", gates=FAILED)))

    assert outcome(selection) == {"miyagi-a": (None, "ineligible"), "oita-a": (None, "disqualified")}
    assert (selection.selected, selection.decided) == ((), True)


def test_the_ranking_as_json_has_the_keys_of_the_contract_in_its_order() -> None:
    selection = select(round_of(candidate("fukui-a", "SAASAA", 30), candidate("oita-a", eligible=False)))

    ranking = selection.to_dict()["ranking"]

    assert ranking == [
        {
            "rank": 1,
            "id": "fukui-a",
            "region": "fukui",
            "evaluation_points": points(84),  # 10 + 12 + 28 + 10 + 8 + 16
            "price_points": points(10),
            "municipality_points": points(Fraction(140, 17)),  # 10 times 14 of 17 municipalities
            "total_points": points(94 + Fraction(140, 17)),
            "selected": True,
            "reason": "selected",
        },
        {
            "rank": None,
            "id": "oita-a",
            "region": "oita",
            "evaluation_points": points(80),
            "price_points": None,
            "municipality_points": points(5),
            "total_points": None,
            "selected": False,
            "reason": "ineligible",
        },
    ]
    assert list(ranking[0]) == (
        [
            "rank",
            "id",
            "region",
            "evaluation_points",
            "price_points",
            "municipality_points",
            "total_points",
            "selected",
            "reason",
        ]
    )


def test_findings_stand_in_the_order_of_the_rule_base_and_those_of_one_rule_down_the_ranking() -> None:
    candidates = [
        candidate("miyagi-a", "AAAAAA", gates=None),
        candidate("kyoto-a", "BBBBBB", gates=None),
        candidate("miyagi-b", "SSSSSS"),
        candidate("oita-a", "BBBBBB", eligible=False),
    ]

    selection = select(round_of(*candidates, seats=8))

    assert [(one.subject, one.rule_id, one.status.value) for one in selection.findings] == [
        ("round.candidates[miyagi-a]", "score.gate.security", "undetermined"),
        ("round.candidates[kyoto-a]", "score.gate.security", "undetermined"),
        ("round.candidates[miyagi-a]", "score.gate.budget", "undetermined"),
        ("round.candidates[kyoto-a]", "score.gate.budget", "undetermined"),
        ("round.candidates[oita-a]", "selection.eligible", "violated"),
        ("round.candidates[miyagi-a]", "selection.one_per_region", "violated"),
        ("round", "selection.planned_number", "violated"),
    ]
    assert [one.status.value for one in selection.trace].count("violated") == 3


def test_the_median_of_a_panel_can_be_chosen() -> None:
    sheets = [dict(candidate("x-a", letters).grades or {}) for letters in ("SAAAAA", "SAAAAA", "DAAAAA")]
    one = candidate("miyagi-a", grades=None, sheets=sheets)

    by_mean = select(round_of(one)).of("miyagi-a")
    by_median = select(round_of(one), call=get_call("r7").evolve({"score.panel": "median"})).of("miyagi-a")

    assert by_mean.evaluation_points == 72 + Fraction(20, 3)  # record and back-up: 10, 10, 0
    assert by_median.evaluation_points == 82


def test_a_candidate_that_passes_says_so_in_the_trace() -> None:
    trace = {one.rule_id: one.status.value for one in select(round_of(candidate("miyagi-a", gates=PASSED))).trace}

    assert trace == {
        "score.evaluation.every_criterion": "satisfied",
        "score.gate.security": "satisfied",
        "score.gate.budget": "satisfied",
        "score.price.points": "satisfied",
        "score.municipality.share": "not_applicable",
        "selection.eligible": "satisfied",
        "selection.minimum": "not_applicable",
        "selection.one_per_region": "satisfied",
        "selection.seats": "satisfied",
        "selection.tie": "satisfied",
        "selection.withdrawn": "satisfied",
        "selection.planned_number": "not_applicable",
    }
