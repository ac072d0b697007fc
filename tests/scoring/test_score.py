from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from koubo.calls import get_call
from koubo.errors import InputError
from koubo.scoring import score

R7 = get_call("r7")
CRITERIA = [criterion.id for criterion in R7.criteria]
PASSED = {"security": True, "budget": True}


def sheet(letters: str) -> dict[str, str]:
    return dict(zip(CRITERIA, letters, strict=True))


def scored(sheets: Any = None, **more: Any) -> Any:
    given = {
        "estimate_with_tax_yen": 80_000_000,
        "lowest_estimate_with_tax_yen": 60_000_000,
        "region": "miyagi",
        "gates": PASSED,
        **more,
    }
    return score(sheet("AAAAAA") if sheets is None else sheets, **given)


@pytest.mark.parametrize("run_with", ["direct", "rete"])
@pytest.mark.parametrize(
    ("sheets", "more", "evaluation", "price", "municipality"),
    [
        # 10+15+35+10+10+20; 10 × 60 ÷ 80; a new region
        (sheet("SSSSSS"), {}, 100, Fraction(15, 2), 5),
        # 10+12+21+3+0+20; 10 × 60 ÷ 90; Fukui has 14 of 17
        (sheet("SABCDS"), {"estimate_with_tax_yen": 90_000_000, "region": "fukui"}, 66, Fraction(20, 3), (140, 17)),
        # 0+4+10+3+3+6; the lowest itself; Nagano has 11 of 77
        (sheet("DCCCCC"), {"estimate_with_tax_yen": 60_000_000, "region": "nagano"}, 26, 10, (10, 7)),
        # 8+12+28+8+8+16, then 6+9+21+6+6+12: the mean of 80 and 60; Hyogo has 19 of 41
        ([sheet("AAAAAA"), sheet("BBBBBB")], {"region": "hyogo"}, 70, Fraction(15, 2), (190, 41)),
        # managers 10, 10 and 8: 28/3 in the place of 8; Shimane has 6 of 19
        (
            [sheet("AAAASA"), sheet("AAAASA"), sheet("AAAAAA")],
            {"region": "shimane"},
            72 + Fraction(28, 3),
            Fraction(15, 2),
            (60, 19),
        ),
        # an estimate of one yen against the lowest of one yen
        (sheet("DDDDDD"), {"estimate_with_tax_yen": 1, "lowest_estimate_with_tax_yen": 1}, 0, 10, 5),
    ],
)
def test_points_are_exact(
    sheets: Any, more: dict[str, Any], evaluation: Any, price: Any, municipality: Any, run_with: Any
) -> None:
    found = scored(sheets, **more, run_with=run_with)

    share = Fraction(*municipality) if isinstance(municipality, tuple) else municipality
    assert (found.evaluation_points, found.price_points, found.municipality_points) == (evaluation, price, share)
    assert found.total_points == evaluation + price + share
    assert found.disqualified is False
    assert found.findings == ()


@pytest.mark.parametrize(
    ("gates", "disqualified", "findings"),
    [
        (PASSED, False, {}),
        ({"security": False, "budget": True}, True, {"score.gate.security": "violated"}),
        ({"security": True, "budget": False}, True, {"score.gate.budget": "violated"}),
        ({"budget": False}, True, {"score.gate.security": "undetermined", "score.gate.budget": "violated"}),
        ({"security": True, "budget": None}, None, {"score.gate.budget": "undetermined"}),
        (None, None, {"score.gate.security": "undetermined", "score.gate.budget": "undetermined"}),
        ({}, None, {"score.gate.security": "undetermined", "score.gate.budget": "undetermined"}),
    ],
)
def test_a_failed_gate_disqualifies_and_an_unknown_one_leaves_it_open(
    gates: Any, disqualified: bool | None, findings: dict[str, str]
) -> None:
    found = scored(gates=gates)

    assert found.disqualified is disqualified
    assert {one.rule_id: one.status.value for one in found.findings} == findings


def test_the_breakdown_names_each_criterion_with_its_grades() -> None:
    found = scored([sheet("SAAAAA"), sheet("AAAAAA"), sheet("AAAAAA")])

    assert list(found.breakdown) == CRITERIA
    assert found.to_dict()["breakdown"]["record_and_backup"] == {
        "title": R7.criteria[0].title.to_dict(),
        "grades": ["S", "A", "A"],
        "points": {"decimal": "8.667", "exact": "26/3"},
        "full_points": 10,
    }
    assert sum(one.points for one in found.breakdown.values()) == found.evaluation_points


def test_a_score_as_json() -> None:
    found = scored(estimate_with_tax_yen=90_000_000, gates=None).to_dict()

    assert {key: value for key, value in found.items() if key not in {"breakdown", "findings"}} == {
        "call": "r7",
        "region": "miyagi",
        "estimate_with_tax_yen": 90_000_000,
        "lowest_estimate_with_tax_yen": 60_000_000,
        "evaluation_points": {"decimal": "80.000", "exact": "80"},
        "price_points": {"decimal": "6.667", "exact": "20/3"},
        "municipality_points": {"decimal": "5.000", "exact": "5"},
        "total_points": {"decimal": "91.667", "exact": "275/3"},
        "disqualified": None,
    }
    assert [one["rule_id"] for one in found["findings"]] == ["score.gate.security", "score.gate.budget"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"score.price_points": 20}, {"price_points": 15}),
        ({"score.municipality_flat_points": 3}, {"municipality_points": 3}),
        ({"score.panel": "median"}, {"evaluation_points": 82}),  # record and back-up: 10, 10, 0
        ({}, {"evaluation_points": 72 + Fraction(20, 3), "price_points": Fraction(15, 2), "municipality_points": 5}),
    ],
)
def test_a_changed_parameter_changes_the_points(changes: dict[str, object], expected: dict[str, Any]) -> None:
    sheets = [sheet("SAAAAA"), sheet("SAAAAA"), sheet("DAAAAA")]

    found = scored(sheets, call=R7.evolve(changes))

    assert {name: getattr(found, name) for name in expected} == expected


def test_the_median_of_an_even_panel_is_the_mean_of_the_middle_two() -> None:
    sheets = [sheet(f"{grade}AAAAA") for grade in "SDCA"]  # 10, 0, 3, 8: the middle two are 3 and 8

    found = scored(sheets, call=R7.evolve({"score.panel": "median"}))

    assert found.breakdown["record_and_backup"].points == Fraction(11, 2)


def test_the_full_points_of_a_region_selected_before_can_change() -> None:
    found = scored(region="fukui", call=R7.evolve({"score.municipality_points": 17}))

    assert found.municipality_points == 14


_GOOD = sheet("AAAAAA")
_SHORT = {name: grade for name, grade in _GOOD.items() if name != "managers"}

MISTAKES: dict[str, tuple[dict[str, Any], list[str]]] = {
    "no sheet": ({"sheets": []}, ["sheets"]),
    "no sheets but a word": ({"sheets": "AAAAAA"}, ["sheets"]),
    "a sheet that is none": ({"sheets": [_GOOD, "AAAAAA"]}, ["sheets[1]"]),
    "a criterion left out": ({"sheets": _SHORT}, ["sheets.managers"]),
    "a criterion left out by the second reviewer": ({"sheets": [_GOOD, _SHORT]}, ["sheets[1].managers"]),
    "a criterion of no call": ({"sheets": {**_GOOD, "price": "S"}}, ["sheets.price"]),
    "an unknown grade": ({"sheets": {**_GOOD, "managers": "E"}}, ["sheets.managers"]),
    "a grade in small letters": ({"sheets": {**_GOOD, "managers": "a"}}, ["sheets.managers"]),
    "no grade": ({"sheets": {**_GOOD, "managers": None}}, ["sheets.managers"]),
    "an estimate of zero": ({"estimate_with_tax_yen": 0}, ["estimate_with_tax_yen"]),
    "a negative estimate": ({"estimate_with_tax_yen": -1}, ["estimate_with_tax_yen"]),
    "an estimate with a fraction": ({"estimate_with_tax_yen": 8e7}, ["estimate_with_tax_yen"]),
    "a lowest estimate of zero": ({"lowest_estimate_with_tax_yen": 0}, ["lowest_estimate_with_tax_yen"]),
    "a lowest estimate above the own": (
        {"lowest_estimate_with_tax_yen": 80_000_001},
        ["lowest_estimate_with_tax_yen"],
    ),
    "an unknown region": ({"region": "tokyo"}, ["region"]),
    "no region": ({"region": None}, ["region"]),
    "an unknown gate": ({"gates": {"price": True}}, ["gates.price"]),
    "a gate that is neither passed nor failed": ({"gates": {"budget": "yes"}}, ["gates.budget"]),
    "gates that are none": ({"gates": True}, ["gates"]),
    "all at once": (
        {"sheets": _SHORT, "estimate_with_tax_yen": 0, "region": "tokyo", "gates": {"budget": 1}},
        ["sheets.managers", "estimate_with_tax_yen", "region", "gates.budget"],
    ),
}


@pytest.mark.parametrize(("more", "places"), MISTAKES.values(), ids=MISTAKES)
def test_mistakes_are_named_by_their_place(more: dict[str, Any], places: list[str]) -> None:
    with pytest.raises(InputError) as raised:
        scored(**more)

    assert [mistake.place for mistake in raised.value.mistakes] == places


def test_a_near_miss_is_suggested() -> None:
    with pytest.raises(InputError, match="perhaps 'miyagi'"):
        scored(region="miyagy")


def test_a_disqualified_proposal_may_be_cheaper_than_all_that_set_the_price() -> None:
    found = scored(gates={"security": False}, lowest_estimate_with_tax_yen=90_000_000)

    assert (found.disqualified, found.price_points) == (True, 10)


def test_every_rule_of_the_scoring_is_in_the_trace() -> None:
    trace = {one.rule_id: one.status.value for one in scored(region="fukui").trace}

    assert {rule: status for rule, status in trace.items() if rule.startswith("score.")} == {
        "score.evaluation.every_criterion": "satisfied",
        "score.gate.security": "satisfied",
        "score.gate.budget": "satisfied",
        "score.price.points": "satisfied",
        "score.municipality.share": "satisfied",
    }
    assert {status for rule, status in trace.items() if rule.startswith("selection.")} == {"not_applicable"}
