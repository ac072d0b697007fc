"""The direct evaluator: Kleene's three values, arithmetic with unknowns, and what follows from findings."""

from __future__ import annotations

from datetime import date

import pytest
import toy
from hypothesis import given
from hypothesis import strategies as st
from toy import CALL, DOMAINS, TITLE, Colour, chains_of, rule_of, toy_subject

from koubo.engine.bound import BoundBase
from koubo.engine.direct import test_of as truth_of
from koubo.engine.direct import worth_of
from koubo.engine.direct_runner import DirectRunner
from koubo.engine.finding import status_of
from koubo.engine.outcome import Instance
from koubo.rules.base import RuleBase
from koubo.rules.language import (
    ALWAYS,
    NEVER,
    Expr,
    RuleDefinitionError,
    choose,
    day_number,
    first_known,
    largest,
    parameter,
    smallest,
)
from koubo.rules.rule import Effect, Status
from koubo.rules.subject import Subject

it = toy_subject()
T, F, N = True, False, None


def facts(**known):
    return {one.name: one.default for one in it.given} | {"ready": False, "price": 0} | known


def two(first, second):
    return facts(open_flag=first, some={True: 1, False: 0, None: None}[second])


A, B = it.open_flag, it.some == 1


@pytest.mark.parametrize(
    ("first", "second", "both", "one"),
    [
        (T, T, T, T),
        (T, F, F, T),
        (T, N, N, T),
        (F, T, F, T),
        (F, F, F, F),
        (F, N, F, N),
        (N, T, N, T),
        (N, F, F, N),
        (N, N, N, N),
    ],
)
def test_and_and_or_are_kleenes(first, second, both, one):
    assert truth_of(A & B)(two(first, second)) is both
    assert truth_of(A | B)(two(first, second)) is one
    assert truth_of(~(~A | ~B))(two(first, second)) is both
    assert truth_of(~(~A & ~B))(two(first, second)) is one


@pytest.mark.parametrize(("value", "opposite"), [(T, F), (F, T), (N, N)])
def test_not_keeps_what_is_unknown_unknown(value, opposite):
    assert truth_of(~A)(facts(open_flag=value)) is opposite


def test_always_and_never_need_no_fact():
    assert truth_of(ALWAYS)(facts()) is True
    assert truth_of(NEVER | A)(facts()) is None
    assert truth_of(~NEVER)(facts()) is True


@pytest.mark.parametrize(
    ("condition", "known", "value"),
    [
        (it.some >= parameter("amount"), {"some": 3}, T),
        (it.some >= parameter("amount"), {"some": 2}, F),
        (it.some > parameter("amount"), {"some": 3}, F),
        (it.some >= parameter("amount"), {}, N),
        (it.some != parameter("amount"), {}, N),
        (it.some == it.more, {"some": 4, "more": 4}, T),
        (it.some == it.more, {"some": 4}, N),
        (it.some != it.more, {"more": 4}, N),
        (it.length < parameter("distance", "number"), {"length": 99.89999999999999}, T),
        (it.length < parameter("distance", "number"), {"length": 99.9}, F),
        (it.first <= parameter("day", "day"), {"first": date(2025, 3, 31)}, T),
        (it.first <= parameter("day", "day"), {"first": date(2025, 4, 1)}, F),
        (it.colour == Colour.RED, {"colour": "red"}, T),
        (it.colour != Colour.RED, {"colour": "blue"}, T),
        (it.colour != Colour.RED, {}, N),
        (it.colour.is_in(Colour.RED, Colour.BLUE), {"colour": "blue"}, T),
        (it.colour.is_in(Colour.RED, Colour.BLUE), {"colour": "green"}, F),
        (it.colour.is_in(Colour.RED, Colour.BLUE), {}, N),
        (~it.colour.is_in(Colour.RED), {}, N),
        (it.some.known, {}, F),
        (it.some.known, {"some": 0}, T),
        (~it.some.known, {}, T),
        (it.some.known & (it.some >= 1), {}, F),
    ],
)
def test_a_comparison_with_something_unknown_is_undetermined(condition, known, value):
    resolved = BoundBase(RuleBase((it,), (), ()), CALL).resolve(condition)

    assert truth_of(resolved)(facts(**known)) is value


@pytest.mark.parametrize(
    ("term", "known", "value"),
    [
        (it.some + it.more, {"some": 2, "more": 3}, 5),
        (it.some + it.more, {"some": 2}, N),
        (it.some + it.more, {"more": 2}, N),
        (it.some - it.more, {"some": 2, "more": 3}, -1),
        (it.some * it.more, {"some": 0}, N),
        (it.some // it.pieces, {"some": 7, "pieces": 2}, 3),
        (it.some % it.pieces, {"some": 7, "pieces": 2}, 1),
        ((it.some - it.more) // it.pieces, {"some": 0, "more": 7, "pieces": 2}, -4),
        (smallest(it.some, it.more), {"some": 2, "more": 3}, 2),
        (smallest(it.some, it.more), {"some": 0}, N),
        (largest(it.some, it.more, 1), {"some": 0, "more": 0}, 1),
        (largest(it.some, it.more), {"more": 9}, N),
        (first_known(it.some, it.more), {"some": 0, "more": 3}, 0),
        (first_known(it.some, it.more), {"more": 3}, 3),
        (first_known(it.some, it.more), {}, N),
        (choose(it.open_flag, it.some, it.more), {"open_flag": T, "some": 1}, 1),
        (choose(it.open_flag, it.some, it.more), {"open_flag": F, "some": 1}, N),
        (choose(it.open_flag, it.some, it.more), {"open_flag": F, "more": 2}, 2),
        (choose(it.open_flag, it.some, it.more), {"some": 1, "more": 1}, N),
        (choose(it.open_flag, 0, it.more), {"open_flag": T}, 0),
        (choose(it.set_flag, Colour.RED, it.colour), {"set_flag": T}, "red"),
        (choose(it.set_flag, Colour.RED, it.colour), {"colour": "blue"}, "blue"),
        (day_number(it.last) - day_number(it.first), {"first": date(2024, 2, 28), "last": date(2024, 3, 1)}, 2),
        (day_number(it.last) - day_number(it.first), {"first": date(2024, 2, 28)}, N),
    ],
)
def test_a_term_is_unknown_where_what_it_needs_is(term, known, value):
    assert worth_of(term)(facts(**known)) == value


def test_days_are_counted_from_a_fixed_one_through_the_whole_calendar():
    count = worth_of(day_number(it.first))

    assert count(facts(first=date(1, 1, 1))) == 1
    assert count(facts(first=date(9999, 12, 31))) == 3652059


@given(st.sampled_from(DOMAINS["whole"]), st.sampled_from(DOMAINS["whole"]), st.integers(1, 10**9))
def test_a_quotient_taken_in_two_steps_is_the_exact_one_rounded_down(amount, inside, days):
    known = facts(some=amount, more=inside, pieces=days)
    two_steps = it.some // it.pieces * it.more + it.some % it.pieces * it.more // it.pieces

    assert worth_of(two_steps)(known) == amount * inside // days


def test_a_node_without_meaning_is_refused():
    with pytest.raises(RuleDefinitionError, match="no meaning for Expr"):
        truth_of(Expr())
    with pytest.raises(RuleDefinitionError, match="no meaning for Truth"):
        worth_of(ALWAYS)


@given(toy.conditions_of(it, plain=True), toy.facts_of(it))
def test_a_fact_that_becomes_known_settles_what_was_open_and_turns_nothing_around(condition, known):
    test = truth_of(BoundBase(RuleBase((it,), (), ()), CALL).resolve(condition))
    answer = test(known)

    for one in it.given:
        if known[one.name] is None:
            for value in DOMAINS[one.type]:
                assert test(known | {one.name: value}) in ({True, False, None} if answer is None else {answer})


@pytest.mark.parametrize(
    ("open_flag", "more", "status"),
    [
        (F, N, Status.NOT_APPLICABLE),
        (F, 0, Status.NOT_APPLICABLE),
        (T, 1, Status.SATISFIED),
        (T, 0, Status.VIOLATED),
        (T, N, Status.UNDETERMINED),
        (N, 1, Status.SATISFIED),
        (N, 0, Status.UNDETERMINED),
        (N, N, Status.UNDETERMINED),
    ],
)
def test_the_status_follows_from_what_applies_and_what_is_asked(open_flag, more, status):
    bound = BoundBase(RuleBase((it,), (rule_of(1, it.open_flag, it.more >= 1),), ()), CALL)

    assert status_of(bound.rules[0], facts(open_flag=open_flag, more=more)) is status


def box_of_toys(rules, *toys, drawn=frozenset()):
    box = Subject("box", TITLE, toy.Box)
    bound = BoundBase(RuleBase((it, box), rules, chains_of()), CALL)
    instances = [Instance("toy", f"toy{place}", one, len(toys)) for place, one in enumerate(toys)]
    return DirectRunner().run(bound, [*instances, Instance("box", "box", None, drawn=drawn)])


@pytest.mark.parametrize(
    ("effect", "open_flag", "on_toy", "on_box"),
    [
        (Effect.NOT_ALLOWABLE, F, {"bad", "worse"}, {"spoilt", "returned"}),
        (Effect.BREACH, F, {"bad", "worse"}, {"spoilt", "returned"}),
        (Effect.WARNING, F, set(), set()),
        (Effect.NOT_ALLOWABLE, N, {"open"}, {"open"}),
        (Effect.BREACH, N, set(), set()),
        (Effect.NOT_ALLOWABLE, T, set(), set()),
    ],
)
def test_findings_lead_to_conclusions_on_the_subject_and_on_up(effect, open_flag, on_toy, on_box):
    outcome = box_of_toys([rule_of(1, ALWAYS, it.open_flag, effect)], facts(open_flag=open_flag))

    assert outcome.conclusions == (on_toy, on_box)


def test_a_conclusion_of_an_earlier_run_leads_on():
    outcome = box_of_toys([], drawn=frozenset({"returned"}))

    assert outcome.conclusions == ({"returned", "spoilt"},)


def test_one_toy_spoils_the_box_but_not_the_others():
    outcome = box_of_toys([rule_of(1, ALWAYS, it.open_flag)], facts(open_flag=T), facts(open_flag=F))

    assert outcome.conclusions == (set(), {"bad", "worse"}, {"spoilt", "returned"})


def test_a_subject_that_is_not_judged_has_no_facts_and_no_findings():
    outcome = box_of_toys([rule_of(1, ALWAYS, it.open_flag)], facts(open_flag=F))

    assert outcome.facts[1] == {}
    assert [one.instance for one in outcome.judged] == [0]


def test_a_rule_that_asks_whether_something_is_known_speaks_although_it_was_blank_when_planned():
    rules = [rule_of(1, it.some.known, it.open_flag), rule_of(2, ~it.some.known, it.open_flag)]

    judged = box_of_toys(rules, facts(some=1, open_flag=F), facts(open_flag=F)).judged

    assert [(one.instance, one.rule.rule.id) for one in judged] == [(0, "toy.rule.number_1"), (1, "toy.rule.number_2")]


@pytest.mark.parametrize("left_out", ["sort", "price", "ready", "pieces"])
def test_what_is_always_known_cannot_be_left_out(left_out):
    with pytest.raises(ValueError, match=f"{left_out} of toy cannot be unknown"):
        box_of_toys([], facts(**{left_out: None}))
