"""A condition taken apart: its leaves exclude one another, and together they are the condition."""

from __future__ import annotations

import operator

import pytest
from hypothesis import given, settings
from toy import CALL, Sort, conditions_of, facts_of, toy_subject

from koubo.engine.bound import BoundBase
from koubo.engine.direct import test_of as truth_of
from koubo.engine.leaves import Atom, Leaf, can_hold, leaves
from koubo.rules.base import RuleBase
from koubo.rules.language import ALWAYS, NEVER, RuleDefinitionError, condition, parameter

it = toy_subject()
BOUND = BoundBase(RuleBase((it,), (), ()), CALL)
OPERATORS = {"==": operator.eq, ">=": operator.ge, "<=": operator.le}


def outcome(atom, facts):
    """Return what a comparison comes to, worked out beside the evaluator."""
    left = facts[atom.fact]
    if atom.op == "known":
        return left is not None
    right = facts[atom.other_fact] if atom.other_fact is not None else atom.other
    if left is None or right is None:
        return None
    return left in right if atom.op == "in" else OPERATORS[atom.op](left, right)


def matching(root, facts):
    return [leaf for leaf in leaves(root) if all(outcome(atom, facts) is value for atom, value in leaf.outcomes)]


@settings(max_examples=400)
@given(conditions_of(it), facts_of(it))
def test_one_leaf_matches_where_the_condition_is_true_or_open_and_none_where_it_is_false(root, known):
    root = BOUND.resolve(root)
    facts = BOUND.complete("toy", known)

    value = truth_of(root)(facts)

    assert [leaf.value for leaf in matching(root, facts)] == ([] if value is False else [value])


@given(conditions_of(it))
def test_a_leaf_asks_each_comparison_once_and_never_doubts_what_is_always_known(root):
    for leaf in leaves(BOUND.resolve(root)):
        atoms = [atom for atom, _ in leaf.outcomes]

        assert len(set(atoms)) == len(atoms)
        assert all(atom.unsure for atom, value in leaf.outcomes if value is None)


@given(conditions_of(it), facts_of(it))
def test_what_cannot_hold_for_one_value_of_a_fact_never_does(root, known):
    root = BOUND.resolve(root)
    facts = BOUND.complete("toy", known)

    assert can_hold(root, "sort", facts["sort"]) or truth_of(root)(facts) is False
    assert can_hold(root, None, None) or truth_of(root)(facts) is False


FLAG = Atom("open_flag", "==", True, unsure=("open_flag",))
ROUND = Atom("sort", "==", "round")


@pytest.mark.parametrize(
    ("root", "expected"),
    [
        (ALWAYS, [Leaf((), True)]),
        (NEVER, []),
        (condition(it.open_flag), [Leaf(((FLAG, True),), True), Leaf(((FLAG, None),), None)]),
        (~it.open_flag, [Leaf(((FLAG, False),), True), Leaf(((FLAG, None),), None)]),
        (it.open_flag & ~it.open_flag, [Leaf(((FLAG, None),), None)]),
        (condition(it.set_flag), [Leaf(((Atom("set_flag", "==", True), True),), True)]),
        (it.open_flag.known, [Leaf(((Atom("open_flag", "known"), True),), True)]),
        (it.set_flag & NEVER, []),
        ((it.sort == Sort.ROUND) & (it.sort != Sort.SQUARE), [Leaf(((ROUND, True),), True)]),
        ((it.sort == Sort.ROUND) & it.sort.is_in(Sort.SQUARE), []),
    ],
)
def test_small_conditions_come_apart_as_one_would_by_hand(root, expected):
    assert list(leaves(root)) == expected


def test_what_cannot_be_taken_apart_is_refused():
    with pytest.raises(RuleDefinitionError, match="cannot be taken apart"):
        list(leaves((it.some + it.more).known))
    with pytest.raises(RuleDefinitionError, match="cannot be taken apart"):
        list(leaves(it.some > parameter("amount")))
