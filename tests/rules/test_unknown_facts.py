"""A rule is undetermined exactly where some value of what is not known would break it and some other would not."""

from __future__ import annotations

import random

import pytest
from completions import completed, possible

from koubo.calls import get_call
from koubo.engine.bound import bind
from koubo.rules.registry import rule_base

R7 = bind(rule_base("r7"), get_call("r7"))


@pytest.mark.parametrize("rule_id", [rule.id for rule in R7.base.rules])
def test_what_a_rule_says_of_the_unknown_is_what_it_says_of_every_value_of_it(rule_id):
    rule = completed(R7, rule_id)
    pick = random.Random(rule_id)  # noqa: S311  # the same facts on every run
    tried = 0
    while tried < 25:
        given = {
            fact.name: pick.choice(rule.domains.inner(fact)) if fact.always_known or pick.random() < 0.5 else None
            for fact in rule.domains.subject.given
        }
        if not possible(given):
            continue
        tried += 1
        said = {*rule.of_every_value(given)}
        shown = {fact.name: given[fact.name] for fact in rule.reads}

        assert rule.says(given) is (said.pop() if len(said) == 1 else None), shown
