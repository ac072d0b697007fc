"""Who is selected, by rank and reason. Where nothing else is said the estimates are equal (10 price points) and the
regions new ones (5 municipality points), so that the order is that of the evaluation points.
"""

from __future__ import annotations

from typing import Any

import pytest
from rounds import candidate, outcome, round_of

from koubo.calls import get_call
from koubo.selection import select

# Evaluation points of some sheets: SSSSSS 100, ASSSSS 98, AASSSS 95, AAASSS 88, AAAAAS 84, AAAAAA 80, BBBBBB 60.

CASES: dict[str, tuple[list[Any], dict[str, Any], dict[str, tuple[int | None, str]]]] = {
    "the best of a region goes first, its others never": (
        [candidate("miyagi-a", "SSSSSS"), candidate("miyagi-b", "ASSSSS"), candidate("oita-a", "BBBBBB")],
        {},
        {"miyagi-a": (1, "selected"), "miyagi-b": (2, "region_already_taken"), "oita-a": (3, "selected")},
    ),
    "an only proposal of its region is ranked among all": (
        [candidate("miyagi-a", "SSSSSS"), candidate("oita-a", "ASSSSS"), candidate("kyoto-a", "BBBBBB")],
        {"seats": 2},
        {"miyagi-a": (1, "selected"), "oita-a": (2, "selected"), "kyoto-a": (3, "seats_full")},
    ),
    "equal points of different regions tie for nothing while there are seats for all": (
        [candidate("miyagi-a"), candidate("oita-a"), candidate("kyoto-a", "BBBBBB")],
        {"seats": 3},
        {"miyagi-a": (1, "selected"), "oita-a": (1, "selected"), "kyoto-a": (3, "selected")},
    ),
    "a tie within a region takes the region and one seat": (
        [
            candidate("miyagi-a", "SSSSSS"),
            candidate("miyagi-b", "SSSSSS"),
            candidate("miyagi-c", "ASSSSS"),
            candidate("oita-a", "AAAAAA"),
            candidate("kyoto-a", "BBBBBB"),
        ],
        {"seats": 2},
        {
            "miyagi-a": (1, "tie"),
            "miyagi-b": (1, "tie"),
            "miyagi-c": (3, "region_already_taken"),
            "oita-a": (4, "selected"),
            "kyoto-a": (5, "seats_full"),
        },
    ),
    "a tie for the last seat leaves nothing to those after it": (
        [
            candidate("miyagi-a", "SSSSSS"),
            candidate("oita-a"),
            candidate("kyoto-a"),
            candidate("oita-b", "BBBBBB"),
            candidate("tottori-a", "BBBBBB"),
        ],
        {"seats": 2},
        {
            "miyagi-a": (1, "selected"),
            "kyoto-a": (2, "tie"),
            "oita-a": (2, "tie"),
            "oita-b": (4, "seats_full"),  # not region_already_taken: nobody knows whether Oita is taken
            "tottori-a": (4, "seats_full"),
        },
    ),
    "a tie for the last two seats among three": (
        [candidate("miyagi-a"), candidate("oita-a"), candidate("kyoto-a"), candidate("tottori-a", "BBBBBB")],
        {"seats": 2},
        {"kyoto-a": (1, "tie"), "miyagi-a": (1, "tie"), "oita-a": (1, "tie"), "tottori-a": (4, "seats_full")},
    ),
    "a tie within a region beside one with the same points, seats for both regions": (
        [candidate("miyagi-a"), candidate("miyagi-b"), candidate("oita-a")],
        {"seats": 2},
        {"miyagi-a": (1, "tie"), "miyagi-b": (1, "tie"), "oita-a": (1, "selected")},
    ),
    "a tie within a region beside one with the same points, and one seat for all three": (
        [candidate("miyagi-a"), candidate("miyagi-b"), candidate("oita-a"), candidate("miyagi-c", "BBBBBB")],
        {"seats": 1},
        {
            "miyagi-a": (1, "tie"),
            "miyagi-b": (1, "tie"),
            "oita-a": (1, "tie"),
            "miyagi-c": (4, "seats_full"),
        },
    ),
    "a tie of one region alone for the last seat takes that region": (
        [candidate("miyagi-a"), candidate("miyagi-b"), candidate("miyagi-c", "BBBBBB"), candidate("oita-a", "BBBBBB")],
        {"seats": 1},
        {
            "miyagi-a": (1, "tie"),
            "miyagi-b": (1, "tie"),
            "miyagi-c": (3, "region_already_taken"),
            "oita-a": (3, "seats_full"),
        },
    ),
    "one whose region is taken is no part of a tie": (
        [candidate("miyagi-a", "SSSSSS"), candidate("miyagi-b"), candidate("oita-a"), candidate("kyoto-a")],
        {"seats": 3},
        {
            "miyagi-a": (1, "selected"),
            "kyoto-a": (2, "selected"),
            "miyagi-b": (2, "region_already_taken"),
            "oita-a": (2, "selected"),
        },
    ),
    "one below the minimum keeps its rank and takes no part in a tie": (
        # 60 + 10 + 5 and (6 + 12 + 21 + 8 + 6 + 12 = 65) + 5 + 5: both 75.
        [candidate("oita-a", "BBBBBB", 40), candidate("oita-b", "BABABB", 80), candidate("kyoto-a", "BBBBBB", 80)],
        {"minimum_evaluation_points": 61},
        {"oita-a": (1, "below_minimum"), "oita-b": (1, "selected"), "kyoto-a": (3, "below_minimum")},
    ),
    "below the minimum means less than it": (
        [candidate("miyagi-a", "BBBBBB"), candidate("oita-a", "BBBBBB")],
        {"minimum_evaluation_points": 60},
        {"miyagi-a": (1, "selected"), "oita-a": (1, "selected")},
    ),
    "one below the minimum does not take its region": (
        [candidate("miyagi-a", "BBBBBB", 20), candidate("miyagi-b", "ABBBBB", 40)],
        # 60 + 10 + 5 against 62 + 5 + 5.
        {"minimum_evaluation_points": "60.5"},
        {"miyagi-a": (1, "below_minimum"), "miyagi-b": (2, "selected")},
    ),
    "no seats at all": (
        [candidate("miyagi-a"), candidate("oita-a", "BBBBBB")],
        {"seats": 0},
        {"miyagi-a": (1, "seats_full"), "oita-a": (2, "seats_full")},
    ),
    "the call's seven seats where the round states none": (
        [
            candidate(f"{region}-a")
            for region in ["miyagi", "tochigi", "niigata", "fukui", "yamanashi", "nagano", "kyoto"]
        ]
        + [candidate("oita-a", "CCCCCC")],
        {},
        {
            "fukui-a": (1, "selected"),  # 14 of 17 municipalities: more than the flat 5 points
            "kyoto-a": (2, "selected"),
            "miyagi-a": (2, "selected"),
            "niigata-a": (2, "selected"),
            "tochigi-a": (2, "selected"),
            "yamanashi-a": (2, "selected"),
            "nagano-a": (7, "selected"),  # 11 of 77
            "oita-a": (8, "seats_full"),
        },
    ),
}


@pytest.mark.parametrize("run_with", ["direct", "rete"])
@pytest.mark.parametrize(("candidates", "more", "expected"), CASES.values(), ids=CASES)
def test_who_is_selected(
    candidates: list[Any], more: dict[str, Any], expected: dict[str, tuple[int | None, str]], run_with: Any
) -> None:
    selection = select(round_of(*candidates, **more), run_with=run_with)

    assert outcome(selection) == expected
    assert list(outcome(selection)) == list(expected)


def test_a_call_may_select_two_for_each_region() -> None:
    call = get_call("r7").evolve({"selection.max_per_region": 2, "selection.seats": 3})
    candidates = [
        candidate("miyagi-a", "SSSSSS"),
        candidate("miyagi-b", "ASSSSS"),
        candidate("miyagi-c", "ASSSSS"),
        candidate("oita-a", "AAAAAA"),
        candidate("miyagi-d", "BBBBBB"),
    ]

    assert outcome(select(round_of(*candidates), call=call)) == {
        "miyagi-a": (1, "selected"),
        "miyagi-b": (2, "tie"),
        "miyagi-c": (2, "tie"),
        "oita-a": (4, "selected"),
        "miyagi-d": (5, "region_already_taken"),
    }
