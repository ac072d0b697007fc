from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from koubo.calls import get_call
from koubo.scoring import score

R7 = get_call("r7")
GRADES = "SABCD"
sheets = st.fixed_dictionaries({criterion.id: st.sampled_from(GRADES) for criterion in R7.criteria})
panels = st.lists(sheets, min_size=1, max_size=5)
regions = st.sampled_from([region.id for region in R7.regions])
estimates = st.integers(1, 10**14 - 1)


def scored(panel: Any, own: int = 80, lowest: int = 60, region: str = "miyagi", **more: Any) -> Any:
    return score(panel, estimate_with_tax_yen=own, lowest_estimate_with_tax_yen=lowest, region=region, **more)


@given(panels, estimates, estimates, regions)
def test_points_stay_within_their_bounds_and_add_up(panel: Any, one: int, other: int, region: str) -> None:
    found = scored(panel, max(one, other), min(one, other), region)

    assert 0 <= found.evaluation_points <= 100
    assert 0 < found.price_points <= 10
    assert 0 < found.municipality_points <= 10
    assert found.total_points == found.evaluation_points + found.price_points + found.municipality_points
    assert found.price_points == Fraction(10 * min(one, other), max(one, other))


@given(panels, st.permutations(range(5)))
def test_the_order_of_the_reviewers_does_not_matter(panel: Any, order: list[int]) -> None:
    shuffled = [panel[place] for place in order if place < len(panel)]

    assert scored(shuffled).evaluation_points == scored(panel).evaluation_points


@given(sheets, st.integers(1, 5))
def test_reviewers_of_one_mind_give_what_one_of_them_gives(sheet: Any, number: int) -> None:
    alone = scored(sheet).evaluation_points

    assert scored([sheet] * number).evaluation_points == alone
    assert scored([sheet] * number, call=R7.evolve({"score.panel": "median"})).evaluation_points == alone


@given(panels)
def test_the_mean_of_the_sheets_is_the_mean_of_their_points(panel: Any) -> None:
    alone = [scored(sheet).evaluation_points for sheet in panel]

    assert scored(panel).evaluation_points == sum(alone, Fraction(0)) / len(alone)


@given(sheets, st.sampled_from([criterion.id for criterion in R7.criteria]), st.sampled_from(GRADES))
def test_a_better_grade_never_gives_less(sheet: Any, criterion: str, grade: str) -> None:
    better = min(sheet[criterion], grade, key=GRADES.index)

    assert scored({**sheet, criterion: better}).total_points >= scored(sheet).total_points


@given(panels, estimates, estimates, regions, st.sampled_from([None, {}, {"security": False}, {"budget": True}]))
def test_both_runners_give_the_same_score(panel: Any, one: int, other: int, region: str, gates: Any) -> None:
    arguments = (panel, max(one, other), min(one, other), region)

    direct = scored(*arguments, gates=gates, run_with="direct")

    assert direct.to_dict() == scored(*arguments, gates=gates, run_with="rete").to_dict()
