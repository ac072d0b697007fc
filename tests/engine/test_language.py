"""The language of conditions: what is wrong as written fails when a rule is written, bound or gathered, never when it runs."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
import toy
from attrs import evolve, frozen
from toy import CALL, TITLE, Colour, Sort, Toy, Values, rule_of, toy_subject

from koubo.engine.bound import BoundBase
from koubo.errors import InputError
from koubo.models.fields import choice, flag, yen
from koubo.rules.base import RuleBase
from koubo.rules.language import (
    ALWAYS,
    NEVER,
    Field,
    RuleDefinitionError,
    choose,
    day_number,
    first_known,
    parameter,
    ratio,
    smallest,
)
from koubo.rules.rule import Chain, Effect, Rule
from koubo.rules.subject import Subject

it = toy_subject()


def rule(**changes: Any) -> Rule:
    """Return a good rule with some part of it changed."""
    parts: dict[str, Any] = {
        "id": "toy.thing.aspect",
        "clause": "VI.2.(1).イ.a",
        "title": TITLE,
        "applies": it.set_flag,
        "requires": it.open_flag,
        "otherwise": Effect.NOT_ALLOWABLE,
    }
    return Rule(**parts | changes)


def test_a_fact_that_is_misspelt_fails_when_it_is_named():
    with pytest.raises(AttributeError, match="toy has no fact 'colur'; it has at, chosen, colour"):
        _ = it.colur


@pytest.mark.parametrize(
    ("write", "said"),
    [
        (lambda: it.some == "5", r"toy\.some \(whole\) is compared with '5'"),
        (lambda: it.some == True, r"toy\.some \(whole\) is compared with True"),  # noqa: E712  # builds a tree
        (lambda: it.some >= 1.0, r"toy\.some \(whole\) is compared with 1\.0"),
        (lambda: it.length >= True, r"toy\.length \(number\) is compared with True"),
        (lambda: it.open_flag == 1, r"toy\.open_flag \(flag\) is compared with 1"),
        (lambda: it.who == 5, r"toy\.who \(name\) is compared with 5"),
        (lambda: it.colour == "red", r"toy\.colour \(choice\) is compared with 'red', no Colour"),
        (lambda: it.colour == Sort.ROUND, r"toy\.colour \(choice\) is compared with .*ROUND.*, no Colour"),
        (lambda: it.colour.is_in(Colour.RED, Sort.ROUND), "no Colour"),
        (lambda: it.some == None, r"toy\.some \(whole\) is compared with None"),  # noqa: E711  # builds a tree
        (lambda: it.some == it.who, r"unlike types: toy\.some \(whole\) == toy\.who \(name\)"),
        (lambda: it.some == it.set_flag, "unlike types"),
        (lambda: it.some >= it.length, "unlike types"),
        (lambda: it.length >= it.some, "unlike types"),
        (lambda: it.length >= parameter("amount"), r'unlike types: toy\.length \(number\) >= parameter\("amount"\)'),
        (lambda: it.colour == it.sort, "unlike types"),
        (lambda: it.shade == it.sort, "unlike types"),
        (lambda: it.first == it.at, "unlike types"),
        (lambda: it.first >= datetime(2025, 3, 7, tzinfo=UTC), "is compared with datetime"),
        (lambda: it.at >= date(2025, 3, 7), "is compared with datetime.date"),
        (lambda: it.some + it.length, r"\+ works on whole numbers, not on toy\.length \(number\)"),
        (lambda: it.some * 1.5, r"toy\.some \(whole\) is compared with 1\.5"),
        (lambda: it.some - it.who, "- works on whole numbers"),
        (lambda: day_number(it.at), r"day_number needs a day, not toy\.at \(moment\)"),
        (lambda: first_known(it.some, it.length), "first_known of unlike types"),
        (lambda: choose(it.open_flag, it.length, it.some), "choose between unlike types"),
    ],
)
def test_unlike_types_are_refused_when_the_condition_is_written(write, said):
    with pytest.raises(RuleDefinitionError, match=said):
        write()


@pytest.mark.parametrize("fact", [it.colour, it.who, it.open_flag])
@pytest.mark.parametrize("op", ["<", "<=", ">", ">="])
def test_choices_names_and_flags_have_no_order(fact, op):
    like = {"choice": Colour.RED, "name": "a", "flag": True}[fact.type]
    with pytest.raises(RuleDefinitionError, match="has no order"):
        fact._compare(op, like)


@pytest.mark.parametrize(
    "write",
    [
        lambda: it.open_flag and it.set_flag,
        lambda: (it.some == 1) and it.set_flag,
        lambda: it.open_flag or it.set_flag,
        lambda: not it.open_flag,
        lambda: 0 < it.some < 1,
        lambda: it.some in (0, 1),
        lambda: 1 if it.open_flag else 0,
        lambda: bool(ALWAYS),
        lambda: any([it.open_flag]),
    ],
)
def test_pythons_own_logic_cannot_drop_a_part_of_a_condition(write):
    with pytest.raises(RuleDefinitionError, match="no truth of its own"):
        write()


@pytest.mark.parametrize(
    "write",
    [
        lambda: it.open_flag & True,
        lambda: (it.some == 1) | 0,
        lambda: it.some & it.set_flag,
        lambda: ~it.some,
        lambda: (it.some == 0) & it.who,
        lambda: rule(applies=True),
        lambda: rule(requires=(it.some == 1) == (it.more == 1)),
        lambda: rule(applies=it.price),
    ],
)
def test_what_is_no_condition_is_not_taken_for_one(write):
    with pytest.raises(RuleDefinitionError, match="is no condition"):
        write()


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        (it.some >= 100_000, "the value 100000 belongs to the call's parameters"),
        (it.length >= 99.9, r"the value 99\.9 belongs"),
        (it.length >= float("inf"), "the value inf belongs"),
        (it.some.is_in(0, 5), "the value 5 belongs"),
        (it.first >= date(2025, 3, 7), "the value 2025-03-07 belongs"),
        (it.at <= datetime(2025, 3, 28, 6, tzinfo=UTC), "the value 2025-03-28 06:00:00"),
        (~((it.some == 0) | (it.some <= 2)), "the value 2 belongs"),
    ],
)
@pytest.mark.parametrize("part", ["applies", "requires"])
def test_a_rule_names_no_number_or_day_of_the_call(condition, said, part):
    with pytest.raises(RuleDefinitionError, match=f"toy.thing.aspect: {said}"):
        rule(**{part: condition})


@pytest.mark.parametrize(
    "condition",
    [it.some >= 0, it.some > 1, it.length > 0, it.who == "a", it.colour == Colour.RED, it.open_flag == False],  # noqa: E712
)
def test_nought_one_and_words_may_stand_in_a_rule(condition):
    assert rule(requires=condition).requires is condition


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        (it.some + it.more > it.price, "arithmetic belongs to a derived fact"),
        (it.price > it.some + 1, "arithmetic belongs to a derived fact"),
        (it.price > smallest(it.some, it.more), "arithmetic belongs to a derived fact"),
        (it.price > choose(it.open_flag, it.some, it.more), "arithmetic belongs to a derived fact"),
        (it.price > day_number(it.first), "arithmetic belongs to a derived fact"),
        (parameter("amount") > it.price, "a comparison begins with a fact"),
        (first_known(it.some, it.more).known, "a comparison begins with a fact"),
        ((it.some + 1).is_in(0, 1), "a comparison begins with a fact"),
        (it.open_flag & parameter("flag", "flag"), "a comparison begins with a fact"),
    ],
)
def test_a_condition_compares_a_fact_with_another_a_parameter_or_a_constant(condition, said):
    with pytest.raises(RuleDefinitionError, match=f"toy.thing.aspect: {said}"):
        rule(requires=condition)


def test_one_of_nothing_is_no_condition():
    with pytest.raises(RuleDefinitionError, match=r"toy\.colour \(choice\) is one of nothing"):
        it.colour.is_in()


def test_a_whole_number_that_is_compared_with_a_float_becomes_one():
    value = (it.length >= 1).right.value

    assert isinstance(value, float)


@pytest.mark.parametrize(
    "name", ["travel", "Travel.trip", "travel.", ".trip", "travel.Trip", "travel trip.x", "9.x", ""]
)
def test_a_rule_id_has_the_form_area_thing_aspect(name):
    with pytest.raises(RuleDefinitionError, match=r"is not of the form area\.thing\.aspect"):
        rule(id=name)


@pytest.mark.parametrize(
    "clause",
    ["VI.2.(1).ニ", "VI.2.(1).ホ.a", "IV.1.(1).イ.①", "別添3.1.(5)", "VI.2.(2).脚注2", "VIII.5.(2).ル", "II.2", "IV.6"],
)
def test_clauses_as_the_call_numbers_them_pass(clause):
    assert rule(clause=clause).clause == clause


@pytest.mark.parametrize(
    "clause", ["", "Ⅵ.2", "6.2", "VI.2.(1)ニ", "VI-2", "VI.2.（1）", "VI.2. ニ", "VI.2.", "別添.1", "VI.⓪"]
)
def test_what_is_no_clause_is_refused(clause):
    with pytest.raises(RuleDefinitionError, match="is no clause as the call numbers them"):
        rule(clause=clause)


def test_a_rule_reads_facts_of_one_subject():
    other = toy_subject("other")
    with pytest.raises(RuleDefinitionError, match=r"toy\.thing\.aspect reads facts of \['other', 'toy'\]"):
        rule(requires=other.open_flag)
    with pytest.raises(RuleDefinitionError, match="reads facts of nothing"):
        rule(applies=ALWAYS, requires=NEVER)


def test_an_amount_goes_with_the_effect_reduced_and_only_with_it():
    assert rule(otherwise=Effect.REDUCED, amount=it.least).amount is it.least
    with pytest.raises(RuleDefinitionError, match="an amount goes with the effect reduced"):
        rule(otherwise=Effect.REDUCED)
    with pytest.raises(RuleDefinitionError, match="an amount goes with the effect reduced"):
        rule(amount=it.least)


# --- subjects -------------------------------------------------------------------------------------


@frozen(kw_only=True)
class Again:
    """A class that has a fact of the toy's name."""

    some: int | None = yen("数", "some")


@frozen(kw_only=True)
class Odd:
    """A class with a labelled fact of a type that is no type of a fact."""

    things: tuple[str, ...] | None = flag("物", "things")


@frozen(kw_only=True)
class Loose:
    """A class whose choice may be unknown."""

    colour: Colour | None = choice(Colour, "色", "colour")


def test_a_fact_stands_once():
    with pytest.raises(RuleDefinitionError, match=r"toy\.some is declared twice"):
        Subject("toy", TITLE, Toy, Again)
    with pytest.raises(RuleDefinitionError, match=r"toy\.sum is declared twice"):
        toy_subject().derive("sum", it.some + 1, TITLE)


def test_a_fact_has_a_type_that_rules_know():
    with pytest.raises(RuleDefinitionError, match=r"odd\.things: tuple\[str, \.\.\.\] is no type of a fact"):
        Subject("odd", TITLE, Odd)


def test_only_a_fact_that_is_always_known_splits_rules():
    with pytest.raises(RuleDefinitionError, match=r"loose\.colour may be unknown and cannot split rules"):
        Subject("loose", TITLE, Loose, discriminator="colour")


@pytest.mark.parametrize(
    ("name", "kind", "always_known"),
    [
        ("sort", "choice", True),
        ("price", "whole", True),
        ("set_flag", "flag", True),
        ("open_flag", "flag", False),
        ("length", "number", False),
        ("first", "day", False),
        ("at", "moment", False),
        ("who", "name", False),
        ("large", "whole", True),
        ("sum", "whole", False),
        ("shade", "choice", False),
    ],
)
def test_a_fact_takes_its_type_from_the_annotation(name, kind, always_known):
    assert it.fields[name].type == kind
    assert it.fields[name].always_known is always_known


def test_a_derived_choice_has_the_choices_of_its_values_and_not_of_its_condition():
    toy_again = toy_subject()
    derived = toy_again.derive("hue", choose(toy_again.sort == Sort.ROUND, toy_again.tint, toy_again.colour), TITLE)

    assert derived.choices is Colour


def test_flat_facts_take_defaults_ids_of_choices_and_floats():
    flat = it.flatten(Toy(ready=True, price=5, colour=Colour.RED, length=100), {"some": 7, "price": None})

    assert flat["colour"] == "red"
    assert flat["some"] == 7
    assert flat["price"] == 5
    assert flat["pieces"] == 1
    assert flat["who"] is None
    assert isinstance(flat["length"], float)
    assert "sum" not in flat


# --- bases ----------------------------------------------------------------------------------------


def base(*rules: Rule, chains: tuple[Chain, ...] = (), subject: Subject = it) -> RuleBase:
    return RuleBase((subject,), rules, chains)


def test_ids_stand_once():
    with pytest.raises(RuleDefinitionError, match=r"rule 'toy\.thing\.aspect' is declared twice"):
        base(rule(), rule())
    with pytest.raises(RuleDefinitionError, match="subject 'toy' is declared twice"):
        RuleBase((it, toy_subject()), (), ())


def test_a_rule_needs_its_subject_and_that_subjects_own_facts():
    with pytest.raises(RuleDefinitionError, match=r"toy\.thing\.aspect: no subject 'toy'"):
        RuleBase((toy_subject("other"),), (rule(),), ())
    with pytest.raises(RuleDefinitionError, match=r"toy\.set_flag is no fact of its subject"):
        base(rule(), subject=toy_subject())
    stray = toy_subject().derive("stray", it.some + 1, TITLE)
    with pytest.raises(RuleDefinitionError, match=r"toy\.stray is no fact of its subject"):
        base(rule(otherwise=Effect.REDUCED, amount=stray))


@pytest.mark.parametrize(
    "chain", [Chain(kind="x", conclusion="a", then="b"), Chain(kind="toy", conclusion="a", then="b", up=True)]
)
def test_a_chain_leads_somewhere(chain):
    with pytest.raises(RuleDefinitionError, match="leads nowhere"):
        base(chains=(chain,))


@pytest.mark.parametrize(
    ("requires", "said"),
    [
        (it.price <= parameter("amont"), r"toy\.thing\.aspect: the call has no parameter amont"),
        (it.price <= parameter("round"), "toy.thing.aspect: parameter round is 'no number', not a whole"),
        (it.price <= parameter("share"), "toy.thing.aspect: parameter share is .*, not a whole"),
        (it.length <= parameter("day", "number"), "toy.thing.aspect: parameter day is .*, not a number"),
        (it.first <= parameter("moment", "day"), "toy.thing.aspect: parameter moment is .*, not a day"),
        (it.at <= parameter("day", "moment"), "toy.thing.aspect: parameter day is .*, not a moment"),
        (it.open_flag == parameter("amount", "flag"), "toy.thing.aspect: parameter amount is 3, not a flag"),
        (it.price <= parameter("flag"), "toy.thing.aspect: parameter flag is True, not a whole"),
        (it.price <= ratio("round")[0], "toy.thing.aspect: parameter round is no exact ratio"),
        (it.price <= ratio("distance")[1], "toy.thing.aspect: parameter distance is no exact ratio"),
    ],
)
def test_a_parameter_that_the_call_lacks_or_has_of_another_type_names_rule_and_key(requires, said):
    bound = BoundBase(base(rule(requires=requires)), Values(CALL | {"flag": True}))
    with pytest.raises(RuleDefinitionError, match=said):
        _ = bound.rules


def test_a_parameter_of_a_derived_fact_or_behind_a_given_one_is_looked_up_too():
    subject = toy_subject()
    subject.derive("scaled", subject.price * parameter("amont"), TITLE)
    ruled = rule_of(1, subject.set_flag, subject.scaled > 0)
    with pytest.raises(RuleDefinitionError, match=r"toy\.rule\.number_1: the call has no parameter amont"):
        _ = BoundBase(base(ruled, subject=subject), CALL).rules
    with pytest.raises(RuleDefinitionError, match=r"toy\.thing\.aspect: the call has no parameter amont"):
        _ = BoundBase(base(rule(rests_on=("amont",))), CALL).rules


def test_a_ratio_is_taken_apart_exactly():
    above, below = ratio("share")
    bound = BoundBase(base(), CALL)

    assert [bound.resolve(part).value for part in (above, below)] == [1, 3]


def test_a_bound_rule_holds_the_values_that_it_rests_on():
    bound = BoundBase(base(evolve(rule(requires=it.large <= parameter("amount")), rests_on=("share",))), CALL)

    assert dict(bound.rules[0].parameters) == {"amount": 3, "share": CALL["share"]}


def test_a_rule_reads_its_facts_in_reading_order_each_once():
    ruled = rule(applies=it.more.known & it.set_flag, requires=(it.some > it.more) | it.set_flag)

    assert [one.name for one in ruled.fields] == ["more", "set_flag", "some"]
    assert all(isinstance(one, Field) for one in ruled.fields)


def test_the_toy_has_a_fact_of_every_type():
    assert {one.type for one in it.given} == set(toy.DOMAINS)


def test_a_rule_is_found_by_its_id_and_a_near_one_is_named_for_one_that_is_not():
    rules = base(rule(), rule(id="toy.thing.colour"), rule(id="other.matter.x"))

    assert rules.find("toy.thing.colour").id == "toy.thing.colour"
    assert rules.position == {"toy.thing.aspect": 0, "toy.thing.colour": 1, "other.matter.x": 2}
    with pytest.raises(InputError, match=r"found 'toy\.thing\.color'; expected a rule id such as toy\.thing\.colour"):
        rules.find("toy.thing.color")
    with pytest.raises(InputError, match="`koubo rules` lists them"):
        rules.find("???")
