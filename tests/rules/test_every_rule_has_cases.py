"""Every rule of the call has a case for each status that it can come to."""

from __future__ import annotations

import importlib
from collections import defaultdict
from pathlib import Path

import pytest
from cases import Table

from koubo.calls import get_call
from koubo.engine.bound import bind
from koubo.engine.leaves import leaves
from koubo.rules.registry import rule_base
from koubo.rules.rule import Status

R7 = bind(rule_base("r7"), get_call("r7"))


def tables():
    """Return the tables of all test modules of this folder."""
    for path in sorted(Path(__file__).parent.glob("test_*.py")):
        if path != Path(__file__):
            yield from (one for one in vars(importlib.import_module(path.stem)).values() if isinstance(one, Table))


@pytest.fixture(scope="module")
def covered():
    found = defaultdict(set)
    for table in tables():
        for case in table.cases:
            found[case.rule_id].add(case.status)
    return found


def possible(rule):
    """Return the statuses that no logic rules out: ``requires`` may be never met, or no fact may be unknown."""
    found = {Status.VIOLATED}
    if any(leaf.value is None for leaf in leaves(rule.breach)):
        found.add(Status.UNDETERMINED)
    if any(leaf.value for leaf in leaves(rule.applies & R7.resolve(rule.rule.requires))):
        found.add(Status.SATISFIED)
    if any(leaf.value for leaf in leaves(~rule.applies)):
        found.add(Status.NOT_APPLICABLE)
    return found


@pytest.mark.parametrize("rule", R7.rules, ids=lambda rule: rule.rule.id)
def test_a_rule_has_a_case_for_each_status_that_it_can_come_to(rule, covered):
    assert possible(rule) - covered[rule.rule.id] == set()


@pytest.mark.parametrize("rule", R7.rules, ids=lambda rule: rule.rule.id)
def test_no_rule_is_without_a_way_to_break_it(rule):
    assert any(leaf.value for leaf in leaves(rule.breach))


def test_every_case_is_of_a_rule_of_the_call(covered):
    assert covered.keys() <= {rule.rule.id for rule in R7.rules}


@pytest.mark.parametrize("rule", R7.rules, ids=lambda rule: rule.rule.id)
def test_a_rule_rests_on_readings_and_parameters_that_the_call_has(rule):
    assert set(rule.rule.readings) <= {reading.id for reading in get_call("r7").readings}
    assert set(rule.parameters) <= set(get_call("r7").parameters)
