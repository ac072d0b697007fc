"""The runner inside durable-rules gives what the direct one gives, to the byte, on whatever rules and facts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_facts import domains
from toy import CALL, base_of, bases, facts_of, flat, in_a_box, rule_of, shown, toy_subject

from koubo.calls import get_call
from koubo.engine.bound import bind
from koubo.engine.direct_runner import DirectRunner
from koubo.engine.outcome import Instance
from koubo.rules.language import parameter
from koubo.rules.registry import rule_base

rete = pytest.importorskip("koubo.engine.rete", exc_type=ImportError)

DIRECT, RETE = DirectRunner(), rete.ReteRunner()
R7 = bind(rule_base("r7"), get_call("r7"))
KINDS = [kind for kind in R7.base.by_kind if R7.base.of(kind)]
it = toy_subject()


@settings(max_examples=40)
@given(st.data())
def test_they_agree_on_any_rules_and_any_facts(data):
    bound = data.draw(bases())
    toys = data.draw(st.lists(facts_of(bound.base.by_kind["toy"]), min_size=1, max_size=4))

    assert shown(RETE.run(bound, in_a_box(*toys))) == shown(DIRECT.run(bound, in_a_box(*toys)))


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=15)
@given(data=st.data())
def test_they_agree_on_every_subject_of_the_call(kind, data):
    many = data.draw(st.lists(domains(R7, kind).facts(), min_size=1, max_size=3))
    instances = [Instance(kind, f"{kind}[{place}]", one) for place, one in enumerate(many)]

    assert shown(RETE.run(R7, instances)) == shown(DIRECT.run(R7, instances))


@settings(max_examples=60)
@given(st.lists(domains(R7, "line").facts(), min_size=1, max_size=12))
def test_they_agree_on_budgets_whose_lines_lead_to_conclusions_on_the_budget(lines):
    instances = [Instance("line", f"line{place}", one, len(lines)) for place, one in enumerate(lines)]
    instances.append(Instance("budget", "budget", None))

    assert shown(RETE.run(R7, instances)) == shown(DIRECT.run(R7, instances))


@given(
    st.lists(facts_of(it), max_size=3), st.sets(st.sampled_from(["bad", "worse", "open", "spoilt", "returned", "x"]))
)
def test_they_agree_on_what_follows_from_conclusions_of_an_earlier_run(toys, drawn):
    bound = base_of(rule_of(1, it.set_flag, it.open_flag), subject=it)
    instances = [Instance(one.kind, one.name, one.given, one.parent, frozenset(drawn)) for one in in_a_box(*toys)]

    assert shown(RETE.run(bound, instances)) == shown(DIRECT.run(bound, instances))


def test_a_parent_may_stand_anywhere_and_a_subject_may_have_none():
    bound = base_of(rule_of(1, it.set_flag, it.open_flag), subject=it)
    bad = flat(set_flag=True, open_flag=False)
    instances = [Instance("box", "box", {"full": None}), Instance("toy", "a", bad, 0), Instance("toy", "b", bad)]

    outcome = RETE.run(bound, instances)

    assert [sorted(one) for one in outcome.conclusions] == [["returned", "spoilt"], ["bad", "worse"], ["bad", "worse"]]
    assert shown(outcome) == shown(DIRECT.run(bound, instances))


def test_nothing_to_judge_is_nothing():
    assert shown(RETE.run(R7, [])) == shown(DIRECT.run(R7, [])) == "((), [], [])"


@pytest.mark.parametrize("more", [0, 1, 2])
def test_the_order_of_subjects_changes_nothing_but_their_places(more):
    bound = base_of(rule_of(1, it.set_flag, it.some >= parameter("amount")), subject=it)
    toys = [flat(set_flag=True, some=value) for value in (0, 3, None)]
    turned = toys[more:] + toys[:more]

    judged = {(one.instance + more) % 3: one.status for one in RETE.run(bound, in_a_box(*turned)).judged}

    assert judged == {one.instance: one.status for one in RETE.run(bound, in_a_box(*toys)).judged}
    assert CALL["amount"] == 3
