"""A finding: what was found and why, in both languages, and what would put it right."""

from __future__ import annotations

import json
from datetime import date

import pytest
from attrs import evolve
from toy import CALL, MOMENT, Colour, Sort, base_of, flat, rule_of, toy_subject

from koubo.engine.finding import make, status_of, value_text
from koubo.rules.language import ALWAYS, NEVER, parameter
from koubo.rules.rule import Effect
from koubo.text import Text

it = toy_subject()
PARTS = {"remedy": Text("直してください。", "Mend it."), "readings": ("some_reading",), "rests_on": ("share",)}


def found(applies, requires, effect=Effect.NOT_ALLOWABLE, **known):
    """Return the finding of one rule on a toy."""
    bound = base_of(evolve(rule_of(1, applies, requires, effect), **PARTS), subject=it)
    facts = bound.complete("toy", flat(**known))
    return make(bound.rules[0], "box.toys[T1]", status_of(bound.rules[0], facts), facts)


@pytest.mark.parametrize(
    ("known", "ja", "en"),
    [
        ({"some": 2}, "「試験」に適合しません（数：2円）。", "Not met: a trial (some: 2 yen)."),
        ({"some": 3}, "「試験」に適合しています。", "Met: a trial."),
        ({}, "「試験」を判定できません。不明な事実：数。", "Cannot be decided: a trial. Not known: some."),
        ({"set_flag": False}, "「試験」は適用されません。", "Does not apply: a trial."),
    ],
)
def test_the_message_says_what_was_found_and_why(known, ja, en):
    finding = found(it.set_flag, it.some >= parameter("amount"), **{"set_flag": True} | known)

    assert finding.message == Text(ja, en)


@pytest.mark.parametrize(
    ("applies", "requires", "known", "named"),
    [
        (it.set_flag, it.open_flag & (it.some >= 1), {}, ["open_flag", "some"]),
        (it.set_flag, it.open_flag & (it.some >= 1), {"open_flag": True}, ["some"]),
        # One side of the or is decided; the other would change nothing.
        (it.set_flag | (it.some >= 1), it.open_flag, {}, ["open_flag"]),
        (~(it.set_flag & (it.some >= 1)), it.open_flag, {"set_flag": False}, ["open_flag"]),
        (it.some.known | it.set_flag, it.who == it.whom, {"whom": "b"}, ["who"]),
        # A derived fact is named by the given ones that it follows from.
        (it.set_flag, it.sum >= 1, {"some": 1}, ["more"]),
        (it.set_flag, it.days >= 1, {"first": date(2025, 6, 2)}, ["last"]),
        (it.set_flag, (it.sum >= 1) & (it.some >= 1), {}, ["some", "more"]),
    ],
)
def test_an_open_finding_names_the_facts_that_would_settle_it(applies, requires, known, named):
    finding = found(applies, requires, **{"set_flag": True} | known)

    assert [one.name for one in finding.unknown] == named
    assert finding.remedy.en == f"State what is not known: {', '.join(it.fields[name].label.en for name in named)}."
    assert {finding.facts[name] for name in named} == {None}


@pytest.mark.parametrize(
    ("requires", "told"),
    [
        (it.open_flag, "flag: no"),
        (NEVER, "second flag: yes, colour: red"),
        (it.colour != Colour.RED, "colour: red"),
        (it.some >= parameter("amount"), "some: 1 yen"),
        ((it.some >= parameter("amount")) | (it.who == "x"), "some: 1 yen, who: a"),
    ],
)
def test_a_violation_tells_what_the_norm_asks_about_or_else_what_makes_it_speak(requires, told):
    known = {"set_flag": True, "colour": "red", "open_flag": False, "some": 1, "who": "a"}
    finding = found(it.set_flag & (it.colour == Colour.RED), requires, **known)

    assert finding.message.en == f"Not met: a trial ({told})."


@pytest.mark.parametrize(
    ("effect", "known", "against", "is_open"),
    [
        (Effect.NOT_ALLOWABLE, {"open_flag": False}, True, False),
        (Effect.NOT_ALLOWABLE, {}, False, True),
        (Effect.NOT_ALLOWABLE, {"open_flag": True}, False, False),
        (Effect.WARNING, {"open_flag": False}, False, False),
        (Effect.WARNING, {}, False, False),
    ],
)
def test_a_warning_neither_stands_against_a_subject_nor_leaves_it_open(effect, known, against, is_open):
    finding = found(ALWAYS, it.open_flag, effect, **known)

    assert (finding.against, finding.open) == (against, is_open)


@pytest.mark.parametrize(("known", "en"), [({"open_flag": False}, "Mend it."), ({"open_flag": True}, None)])
def test_the_remedy_is_the_rules_where_it_is_broken(known, en):
    remedy = found(ALWAYS, it.open_flag, **known).remedy

    assert (remedy and remedy.en) == en


def test_a_finding_as_plain_json():
    finding = found(it.set_flag, it.first >= parameter("day", "day"), set_flag=True, first=date(2025, 3, 30))

    assert json.loads(json.dumps(finding.to_dict())) == {
        "rule_id": "toy.rule.number_1",
        "clause": "VI.2",
        "subject": "box.toys[T1]",
        "status": "violated",
        "effect": "not_allowable",
        "message": {
            "ja": "「試験」に適合しません（初日：2025-03-30）。",
            "en": "Not met: a trial (first day: 2025-03-30).",
        },
        "facts": {"set_flag": True, "first": "2025-03-30"},
        "parameters": {"day": CALL["day"].isoformat(), "share": "1/3"},
        "readings": ["some_reading"],
        "remedy": {"ja": "直してください。", "en": "Mend it."},
    }


@pytest.mark.parametrize(
    ("name", "value", "ja", "en"),
    [
        ("open_flag", True, "はい", "yes"),
        ("open_flag", False, "いいえ", "no"),
        ("price", 1_234_567, "1,234,567円", "1,234,567 yen"),
        ("price", 0, "0円", "0 yen"),
        ("length", 100.0, "100km", "100 km"),
        ("length", 99.9, "99.9km", "99.9 km"),
        ("pieces", 2, "2", "2"),
        ("sort", Sort.SQUARE.value, "角", "square"),
        ("who", "山田", "山田", "山田"),
        ("who", "", "なし", "none"),
        ("first", date(2025, 3, 7), "2025-03-07", "2025-03-07"),
        ("at", MOMENT, "2025-03-28 06:00:00+00:00", "2025-03-28 06:00:00+00:00"),
    ],
)
def test_a_known_fact_as_people_read_it(name, value, ja, en):
    assert value_text(it.fields[name], value) == Text(ja, en)
