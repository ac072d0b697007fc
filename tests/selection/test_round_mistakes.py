"""What is wrong with a round is said all at once, with its place and the candidate."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from rounds import CRITERIA, PASSED, candidate, round_of, sheet

from koubo.calls import get_call
from koubo.errors import InputError
from koubo.files.load import load
from koubo.models.selection import Candidate, Grade, SelectionRound
from koubo.selection import select

GOOD = {
    "id": "miyagi-a",
    "region": "miyagi",
    "estimate_with_tax_yen": 80_000_000,
    "grades": sheet("AAAAAA"),
    "gates": PASSED,
    "eligible": True,
}
_SHORT = {name: grade for name, grade in sheet("AAAAAA").items() if name != "managers"}
_WRONG = {**sheet("AAAAAA"), "managers": "E"}

# One candidate with one fault → its place below the candidate, and what was found.
FAULTS: dict[str, tuple[dict[str, Any], str, str]] = {
    "an unknown grade": ({"grades": _WRONG}, "grades.managers", "'E'"),
    "an unknown grade of the second reviewer": (
        {"grades": None, "sheets": [sheet("AAAAAA"), _WRONG]},
        "sheets[1].managers",
        "'E'",
    ),
    "a criterion left out": ({"grades": _SHORT}, "grades.managers", "nothing"),
    "a criterion left out by the second reviewer": (
        {"grades": None, "sheets": [sheet("AAAAAA"), _SHORT]},
        "sheets[1].managers",
        "nothing",
    ),
    "a criterion of no call": ({"grades": {**sheet("AAAAAA"), "price": "S"}}, "grades.price", "'price'"),
    "an unknown region": ({"region": "tokyo"}, "region", "'tokyo'"),
    "an estimate of zero": ({"estimate_with_tax_yen": 0}, "estimate_with_tax_yen", "0"),
    "a negative estimate": ({"estimate_with_tax_yen": -5}, "estimate_with_tax_yen", "-5"),
    "an estimate as text": ({"estimate_with_tax_yen": "80,000,000"}, "estimate_with_tax_yen", "'80,000,000'"),
    "an estimate that no contract reaches": ({"estimate_with_tax_yen": 10**15}, "estimate_with_tax_yen", "1"),
    "an unknown gate": ({"gates": {"price": True}}, "gates.price", "'price'"),
    "a gate that is no yes or no": ({"gates": {"budget": "yes"}}, "gates.budget", "'yes'"),
    "eligibility that is no yes or no": ({"eligible": "no"}, "eligible", "'no'"),
    "neither grades nor sheets": ({"grades": None}, "grades", "nothing"),
    "no sheet in the list": ({"grades": None, "sheets": []}, "grades", "nothing"),
    "grades and sheets": ({"sheets": [sheet("AAAAAA")]}, "sheets", "sheets beside grades"),
    "an unknown key": ({"estimate": 5}, "estimate", "unknown key 'estimate'"),
}


@pytest.mark.parametrize(("change", "place", "found"), FAULTS.values(), ids=FAULTS)
def test_a_fault_of_a_candidate_names_it_and_its_place(change: dict[str, Any], place: str, found: str) -> None:
    other = {**GOOD, "id": "oita-a", "region": "oita"}

    with pytest.raises(InputError) as raised:
        load({"round": {"candidates": [other, {**GOOD, **change}]}})

    (mistake,) = raised.value.mistakes
    assert mistake.place == f"round.candidates[1].{place}"
    assert mistake.found.startswith(found)
    assert mistake.found.endswith("(candidate 'miyagi-a')")


ROUND_FAULTS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "no candidate": ({"candidates": []}, ["round.candidates"]),
    "candidates left out": ({"candidates": None}, ["round.candidates"]),
    "an id twice": ({"candidates": [GOOD, GOOD]}, ["round.candidates[1].id"]),
    "an unknown id withdrawn": ({"withdrawn": ["miyagi-b"]}, ["round.withdrawn[0]"]),
    "an id withdrawn twice": ({"withdrawn": ["miyagi-a", "miyagi-a"]}, ["round.withdrawn[1]"]),
    "negative seats": ({"seats": -1}, ["round.seats"]),
    "seats with a fraction": ({"seats": 2.5}, ["round.seats"]),
    "a minimum that is no number": ({"minimum_evaluation_points": float("nan")}, ["round.minimum_evaluation_points"]),
    "a minimum of too many places": ({"minimum_evaluation_points": 200 / 3}, ["round.minimum_evaluation_points"]),
    "a negative minimum": ({"minimum_evaluation_points": "-1"}, ["round.minimum_evaluation_points"]),
    "an unknown call": ({"call": "r6"}, ["round.call"]),
    "a candidate that is none": ({"candidates": [GOOD, 3]}, ["round.candidates[1]"]),
}


@pytest.mark.parametrize(("change", "places"), ROUND_FAULTS.values(), ids=ROUND_FAULTS)
def test_a_fault_of_the_round_is_named_by_its_place(change: dict[str, Any], places: list[str]) -> None:
    with pytest.raises(InputError) as raised:
        load({"round": {"candidates": [GOOD], **change}})

    assert [mistake.place for mistake in raised.value.mistakes] == places


def test_all_faults_are_told_at_once() -> None:
    bad = {
        "candidates": [
            {**GOOD, "region": "tokyo"},
            {**GOOD, "grades": _WRONG},
            {**GOOD, "id": "oita-a", "estimate_with_tax_yen": 0, "gates": {"price": True}},
        ],
        "withdrawn": ["kyoto-a"],
        "seats": -1,
    }

    with pytest.raises(InputError) as raised:
        load({"round": bad})

    assert {mistake.place for mistake in raised.value.mistakes} == {
        "round.candidates[0].region",
        "round.candidates[1].grades.managers",
        "round.candidates[1].id",
        "round.candidates[2].estimate_with_tax_yen",
        "round.candidates[2].gates.price",
        "round.withdrawn[0]",
        "round.seats",
    }


def test_a_round_can_be_put_together_in_python() -> None:
    one = Candidate(
        id="miyagi-a",
        region="miyagi",
        estimate_with_tax_yen=80_000_000,
        sheets=[sheet("SABCDS"), dict.fromkeys(CRITERIA, Grade.A)],
        gates={"security": True, "budget": None},
    )

    round_ = SelectionRound(candidates=[one], withdrawn=["miyagi-a"], minimum_evaluation_points=60)

    assert one.reviews[0]["managers"] is Grade.D
    assert dict(one.gates) == {"security": True}
    assert (round_.candidates, round_.withdrawn, round_.seats) == ((one,), ("miyagi-a",), None)


PYTHON_FAULTS: dict[str, tuple[dict[str, Any], list[str]]] = {
    "no id": ({"id": " "}, ["id"]),
    "an estimate with a fraction": ({"estimate_with_tax_yen": 8e7}, ["estimate_with_tax_yen"]),
    "grades that are none": ({"grades": "AAAAAA"}, ["grades"]),
    "sheets that are none": ({"grades": None, "sheets": "AAAAAA"}, ["sheets"]),
    "a sheet that is none": ({"grades": None, "sheets": ["AAAAAA"]}, ["sheets[0]"]),
    "gates that are none": ({"gates": [True]}, ["gates"]),
    "everything": (
        {"id": "", "region": 4, "estimate_with_tax_yen": None, "grades": None, "gates": {"budget": 0}},
        ["id", "region", "estimate_with_tax_yen", "gates.budget", "grades"],
    ),
}


@pytest.mark.parametrize(("change", "places"), PYTHON_FAULTS.values(), ids=PYTHON_FAULTS)
def test_a_candidate_put_together_wrongly_in_python_is_refused(change: dict[str, Any], places: list[str]) -> None:
    with pytest.raises(InputError) as raised:
        Candidate(**{**GOOD, **change})

    assert [mistake.place for mistake in raised.value.mistakes] == places


@pytest.mark.parametrize(
    ("more", "places"),
    [
        ({"candidates": 5}, ["candidates"]),
        ({"candidates": [5, "miyagi-a"]}, ["candidates[0]", "candidates[1]"]),
        ({"withdrawn": "miyagi-a"}, ["withdrawn"]),
        ({"seats": True}, ["seats"]),
        ({"minimum_evaluation_points": True}, ["minimum_evaluation_points"]),
        ({"minimum_evaluation_points": "1e3"}, ["minimum_evaluation_points"]),
        ({"minimum_evaluation_points": Decimal("1e-9999999")}, ["minimum_evaluation_points"]),
        ({"minimum_evaluation_points": Fraction(1, 10**7)}, ["minimum_evaluation_points"]),
    ],
)
def test_a_round_put_together_wrongly_in_python_is_refused(more: dict[str, Any], places: list[str]) -> None:
    with pytest.raises(InputError) as raised:
        SelectionRound(**{"candidates": [candidate("miyagi-a")], **more})

    assert [mistake.place for mistake in raised.value.mistakes] == places


@pytest.mark.parametrize(
    ("given", "read"),
    [
        (62, Fraction(62)),
        (62.5, Fraction(125, 2)),
        ("62.5", Fraction(125, 2)),
        (Decimal("62.5"), Fraction(125, 2)),
        ("187/3", Fraction(187, 3)),
        (Fraction(187, 3), Fraction(187, 3)),
        (0, Fraction(0)),
        ("0", Fraction(0)),
        (None, None),
    ],
)
def test_a_minimum_is_read_exactly(given: Any, read: Fraction | None) -> None:
    round_ = round_of(candidate("miyagi-a"), minimum_evaluation_points=given)

    assert round_.minimum_evaluation_points == read
    assert type(round_.minimum_evaluation_points) is type(read)


def test_a_round_is_checked_against_the_call_that_it_is_selected_by() -> None:
    r7 = get_call("r7")
    without_oita = attrs.evolve(r7, id="r8", regions=tuple(one for one in r7.regions if one.id != "oita"))

    with pytest.raises(InputError) as raised:
        select(round_of(candidate("miyagi-a"), candidate("oita-a")), call=without_oita)

    assert [mistake.place for mistake in raised.value.mistakes] == ["round.candidates[1].region"]


def test_a_kept_out_candidate_needs_no_grades() -> None:
    one = candidate("miyagi-a", grades=None, eligible=False)

    found = select(round_of(one)).of("miyagi-a")

    assert (found.evaluation_points, found.breakdown) == (None, ())


def test_sheets_can_be_exchanged() -> None:
    one = candidate("miyagi-a", "AAAAAA")
    panel = candidate("oita-a", grades=None, sheets=[sheet("AAAAAA"), sheet("SSSSSS")])

    assert one.with_reviews([candidate("x", "SSSSSS").reviews[0]]) == candidate("miyagi-a", "SSSSSS")
    assert panel.with_reviews(panel.reviews[1:]).reviews == panel.reviews[1:]
    assert one.with_reviews(panel.reviews).sheets == panel.reviews
