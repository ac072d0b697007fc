"""From a candidate and its comparison with the others to the facts that the rules of V.1 read, and back to points."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import cast

from koubo.calls import Call
from koubo.engine.bound import bind
from koubo.engine.direct import Facts
from koubo.rules.language import Value
from koubo.rules.registry import rule_base
from koubo.rules.v_1_selection.subjects import candidate as candidate_subject
from koubo.rules.v_1_selection.subjects import standing as standing_subject

Given = dict[str, Value | None]


def region_facts(region_id: str, call: Call) -> Facts:
    """Return the facts of a support region from which its municipality points follow."""
    region = call.region(region_id)
    return {
        "previously_selected": region.previously_selected,
        "municipalities": region.municipality_count,
        "prefecture_municipalities": call.prefecture(region.prefecture_code).municipalities,
    }


def own_facts(
    region: Facts,
    gates: Mapping[str, bool],
    evaluation: Fraction | None,
    sheets: int,
    **more: Value | None,
) -> Given:
    """Return the facts of a candidate by itself: its region's, gates (a gate left out is not known), evaluation.

    Args:
        region: the facts of its region.
        gates: gate id → passed.
        evaluation: its evaluation points, ``None`` without sheets.
        sheets: how many sheets it has, each complete.
        more: further facts, by name.
    """
    given = {
        **region,
        **{f"gate_{gate}": passed for gate, passed in gates.items()},
        **sides("evaluation", evaluation),
        "sheets": sheets,
        "ungraded": 0 if sheets else None,  # incomplete sheets were refused as mistakes
        **more,
    }
    return candidate_subject.flatten(given)


def standing_facts(own: Facts, estimate_with_tax_yen: int, lowest: int | None, **more: Value | None) -> Given:
    """Return the facts of a candidate among all, from its own completed ones and the lowest estimate of all.

    Args:
        own: the facts of the candidate by itself, derived ones included.
        estimate_with_tax_yen: its estimate.
        lowest: the lowest estimate of all, ``None`` where it is given no price points.
        more: further facts, by name.
    """
    kept = ("evaluation_numerator", "evaluation_denominator", "municipality_numerator", "municipality_denominator")
    given = {name: own[name] for name in kept}
    given |= {
        "estimate_with_tax_yen": estimate_with_tax_yen,
        "lowest_estimate_with_tax_yen": lowest,
        "scored": lowest is not None,
        **more,
    }
    return standing_subject.flatten(given)


def completed(kind: str, given: Facts, call: Call) -> Facts:
    """Return facts with those that follow from them: the formulas of the rule base, worked out once more."""
    return bind(rule_base(call.id), call).complete(kind, given)


def points_of(facts: Facts, name: str, denominator: str = "") -> Fraction | None:
    """Return the points that stand in facts as a numerator and a denominator; ``None`` where they are not known."""
    over, under = facts[f"{name}_numerator"], facts[denominator or f"{name}_denominator"]
    return None if over is None or under is None else Fraction(cast("int", over), cast("int", under))


def price_points_of(facts: Facts) -> Fraction | None:
    """Return the price points of a standing."""
    return points_of(facts, "price", "estimate_with_tax_yen")


def sides(name: str, value: Fraction | None) -> dict[str, int | None]:
    """Return points as the two facts of their numerator and denominator."""
    if value is None:
        return {f"{name}_numerator": None, f"{name}_denominator": None}
    return {f"{name}_numerator": value.numerator, f"{name}_denominator": value.denominator}
