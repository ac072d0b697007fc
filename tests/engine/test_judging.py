"""Judging: findings of each subject, the full trace, and what a call with other parameters changes."""

from __future__ import annotations

import pytest

from koubo.calls import get_call
from koubo.engine.outcome import Instance
from koubo.judging import as_call, judge
from koubo.models.expense import ExpenseLine
from koubo.rules.registry import rule_base
from koubo.rules.vi_2_expenses.line import line

R7 = get_call("r7")
CONTEXT = {"stage": "plan", "price_with_tax": False, "supplier_relation": "other"}


def lines(*facts):
    """Return trips of staff on a budget."""
    found = [
        Instance(
            "line",
            f"L{place}",
            line.flatten(ExpenseLine(line_id="L", category="travel", amount_yen=9, **one), CONTEXT),
            len(facts),
        )
        for place, one in enumerate(facts)
    ]
    return [*found, Instance("budget", "budget", None)]


STAFF = {"person_role": "staff"}
NEAR, FAR, UNKNOWN = STAFF | {"one_way_km": 60}, STAFF | {"one_way_km": 160}, STAFF


@pytest.mark.parametrize("run_with", ["direct", "rete", None])
def test_findings_stand_subject_by_subject_in_the_order_of_the_rules(run_with):
    judgement = judge(lines(UNKNOWN, FAR, NEAR), R7, run_with)

    assert [(one.subject, one.rule_id, one.status) for one in judgement.findings] == [
        ("L0", "expense.travel.min_distance", "undetermined"),
        ("L2", "expense.travel.min_distance", "violated"),
    ]
    assert [len(one) for one in judgement.findings_by_instance] == [1, 0, 1, 0]
    assert judgement.conclusions(2) == {"not_allowable"}
    assert judgement.conclusions(3) >= {"objection", "open"}


def test_the_trace_holds_every_rule_of_each_subject_in_order():
    judgement = judge(lines(FAR, NEAR), R7)
    base = rule_base("r7")
    traced = [one.rule_id for one in judgement.trace]

    assert traced == [rule.id for rule in base.of("line")] * 2
    assert {one.status for one in judgement.trace} == {"satisfied", "violated", "not_applicable"}
    assert [one.to_dict() for one in judgement.trace if one.status == "violated"] == [
        one.to_dict() for one in judgement.findings
    ]


@pytest.mark.parametrize("run_with", ["direct", "rete"])
@pytest.mark.parametrize(("km", "violated"), [(50, 0), (60, 0), (61, 1), (100, 1), (200, 2)])
def test_a_call_with_another_threshold_judges_by_that(km, violated, run_with):
    call = R7.evolve({"travel.min_one_way_km": km})

    judgement = judge(lines(NEAR, FAR), call, run_with)

    assert len(judgement.findings) == violated
    assert all(one.parameters == {"travel.min_one_way_km": km} for one in judgement.findings)


def test_calls_with_the_same_parameters_share_what_was_bound():
    first, second = (R7.evolve({"travel.min_one_way_km": 70}) for _ in range(2))

    assert judge([], first).bound is judge([], second).bound
    assert judge([], first).bound is not judge([], R7).bound


def test_a_call_is_given_as_itself_by_its_id_or_not_at_all():
    assert as_call(R7) is R7
    assert as_call("r7") == as_call(None) == R7
