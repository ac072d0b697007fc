from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given
from rounds import candidate, round_of, sheet
from test_select_laws import rounds

from koubo.models.selection import Candidate, Grade
from koubo.selection import select
from koubo.selection.what_if import firmness, grade_changes


def panel(name: str, *sheets: str, million_yen: int = 80) -> Candidate:
    return candidate(name, grades=None, sheets=[sheet(one) for one in sheets], million_yen=million_yen)


def test_a_single_grade_that_wins_the_region() -> None:
    # miyagi-a 78, miyagi-b 80, at one price: 2 points more tie, 3, 4 or 7 more win.
    round_ = round_of(candidate("miyagi-a", "AAAABA"), candidate("miyagi-b", "AAAAAA"))

    found = grade_changes(round_, "miyagi-a")

    turning = {(one.criterion, one.grade.value, one.instead.value): one.reason.value for one in found.turning}
    assert turning == {
        ("record_and_backup", "A", "S"): "tie",
        ("local_engagement", "A", "S"): "selected",
        ("policy_and_plan", "A", "S"): "selected",
        ("future_development", "A", "S"): "tie",
        ("managers", "B", "A"): "tie",
        ("resident_supporters", "A", "S"): "selected",
    }
    assert len(found.changes) == 6 * 4
    assert found.now.reason.value == "region_already_taken"


def test_the_smallest_step_that_turns_the_decision_is_told_for_each_direction() -> None:
    # 100 against 86 (resident supporters at C), at one price and one seat.
    round_ = round_of(candidate("miyagi-a", "SSSSSS"), candidate("miyagi-b", "SSSSSC"), seats=1)

    found = grade_changes(round_, "miyagi-a")

    assert [(one.criterion, one.instead, one.steps) for one in found.turning] == [
        ("local_engagement", Grade.D, -4),  # 100 - 15, against 86
        ("policy_and_plan", Grade.B, -2),  # 100 - 14: a tie
        ("resident_supporters", Grade.C, -3),  # 100 - 14: a tie
    ]
    assert all(set(one.changed) == {"miyagi-a", "miyagi-b"} for one in found.turning)


def test_each_sheet_of_a_panel_has_its_own_changes() -> None:
    round_ = round_of(panel("miyagi-a", "AAAAAA", "BBBBBB"), candidate("oita-a"))

    found = grade_changes(round_, "miyagi-a")

    assert len(found.changes) == 2 * 6 * 4
    assert {(one.sheet, one.grade.value) for one in found.changes} == {(0, "A"), (1, "B")}


def test_a_change_as_json() -> None:
    round_ = round_of(candidate("miyagi-a", "SAAAAA"), candidate("miyagi-b", "AAAAAA"))

    first = grade_changes(round_, "miyagi-a").to_dict()["turning"][0]

    assert first == {
        "sheet": 0,
        "criterion": "record_and_backup",
        "grade": "S",
        "instead": "A",
        "steps": -1,
        "rank": 1,
        "selected": None,
        "reason": "tie",
        "changed": ["miyagi-a", "miyagi-b"],
    }


@given(rounds(most=4))
def test_a_change_says_what_selecting_with_that_grade_says(round_: Any) -> None:
    name = round_.candidates[0].id
    before = select(round_, run_with="direct")

    for change in grade_changes(round_, name).changes[::17]:
        one = round_.candidates[0]
        sheets = [dict(each) for each in one.reviews]
        sheets[change.sheet][change.criterion] = change.instead
        tried = [one.with_reviews(sheets), *round_.candidates[1:]]
        after = select(attrs.evolve(round_, candidates=tried), run_with="direct")

        assert (change.rank, change.reason) == (after.of(name).rank, after.of(name).reason)
        turned = {each.id for each in before.ranking if after.of(each.id).selected is not each.selected}
        assert set(change.changed) == turned


def test_one_reviewer_who_turns_the_selection() -> None:
    # miyagi-a: 100 and 60 give 80; miyagi-b: 78 twice. Without the first reviewer 60 against 78, without the second
    # 100 against 78.
    round_ = round_of(panel("miyagi-a", "SSSSSS", "BBBBBB"), panel("miyagi-b", "AAAABA", "AAAABA"), candidate("oita-a"))

    found = firmness(round_)

    assert found.to_dict() == {
        "firm": False,
        "turned": ["miyagi-a", "miyagi-b"],
        "left_out": [
            {
                "reviewer": 0,
                "changes": [
                    {
                        "id": "miyagi-a",
                        "rank": 1,
                        "selected": True,
                        "reason": "selected",
                        "rank_then": 3,
                        "selected_then": False,
                        "reason_then": "region_already_taken",
                    },
                    {
                        "id": "miyagi-b",
                        "rank": 3,
                        "selected": False,
                        "reason": "region_already_taken",
                        "rank_then": 2,
                        "selected_then": True,
                        "reason_then": "selected",
                    },
                ],
            },
            {"reviewer": 1, "changes": []},
        ],
    }


def test_a_selection_that_no_reviewer_turns_is_firm() -> None:
    round_ = round_of(panel("miyagi-a", "SSSSSS", "SSSSSS", "SSSSSA"), panel("miyagi-b", "BBBBBB", "BBBBBB", "BBBBBB"))

    found = firmness(round_)

    assert (found.firm, found.turned, [one.reviewer for one in found.left_out]) == (True, (), [0, 1, 2])


def test_without_several_reviewers_firmness_says_nothing() -> None:
    found = firmness(round_of(candidate("miyagi-a"), panel("oita-a", "AAAAAA")))

    assert (found.firm, found.left_out, found.turned) == (None, (), ())


@pytest.mark.parametrize(("letters", "turned"), [("BBBBBB", ()), ("AAAAAA", ("miyagi-a", "oita-a"))])
def test_a_candidate_with_one_sheet_keeps_it(letters: str, turned: tuple[str, ...]) -> None:
    # miyagi-a: 8 + 12 + 28 + 10 + 10 + 20 = 88 and 80, so that it has 84, and 80 without the first reviewer: a tie
    # with the 80 of oita-a, whose only sheet stays.
    round_ = round_of(panel("miyagi-a", "AAASSS", "AAAAAA"), candidate("oita-a", letters), seats=1)

    assert firmness(round_).turned == turned
