"""How much durable-rules bears, as measured and read off its source: rule bases beyond it are split or refused."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from toy import CALL, TITLE, Values, base_of, flat, in_a_box, rule_of, shown, toy_subject

from koubo.engine.bound import BoundBase
from koubo.engine.direct_runner import DirectRunner
from koubo.engine.hashes import MessageIds, fnv1a
from koubo.engine.limits import MAX_WAITING, fits
from koubo.models.fields import flag
from koubo.rules.language import ALWAYS, RuleDefinitionError, parameter
from koubo.rules.rule import Chain
from koubo.rules.subject import Subject

rete = pytest.importorskip("koubo.engine.rete", exc_type=ImportError)
network = pytest.importorskip("koubo.engine.network", exc_type=ImportError)

DIRECT, RETE = DirectRunner(), rete.ReteRunner()
it = toy_subject()
SIMPLE = base_of(rule_of(1, it.set_flag, it.open_flag), subject=it)


def many_flags(number):
    flags = attrs.make_class(
        "Many", {f"flag_{place}": flag("旗", "flag") for place in range(number)}, frozen=True, kw_only=True
    )
    flags.__annotations__ = {f"flag_{place}": bool | None for place in range(number)}
    return Subject("toy", TITLE, flags, parent="box")


@pytest.mark.parametrize("number", [63, 64, 65, 124])
def test_a_fact_that_matches_more_patterns_than_can_wait_is_judged_right(number):
    subject = many_flags(number)
    rules = [rule_of(place, one, ~one) for place, one in enumerate(subject.fields.values())]
    bound = base_of(*rules, subject=subject)
    toys = in_a_box(*(dict.fromkeys(subject.fields, value) for value in (True, False, None)))

    statuses = [(one.instance, one.status) for one in RETE.run(bound, toys).judged]

    assert statuses == [(0, "violated")] * number + [(2, "undetermined")] * number


def test_more_facts_than_a_message_holds_are_refused():
    subject = many_flags(126)
    rules = [rule_of(place, ALWAYS, one) for place, one in enumerate(subject.fields.values())]
    bound = base_of(*rules, subject=subject)

    with pytest.raises(RuleDefinitionError, match="the rules of toy read 126 facts, more than durable-rules bears"):
        network.Network(bound).prepare("toy")


@pytest.mark.parametrize("number", [250, 256, 600])
def test_more_rules_on_one_condition_than_the_engine_bears_are_split(number):
    bound = base_of(*(rule_of(place, it.set_flag, it.open_flag) for place in range(number)), subject=it)

    assert len(RETE.run(bound, in_a_box(flat(set_flag=True, open_flag=False))).judged) == number


def test_more_constants_than_the_engine_bears_are_split():
    names = [f"name{number}" for number in range(600)]
    bound = base_of(
        rule_of(1, ALWAYS, ~it.who.is_in(*names)),
        *(rule_of(2 + place, it.who == one, it.set_flag) for place, one in enumerate(names)),
        subject=it,
    )
    toys = in_a_box(flat(who="name0"), flat(who="name599"), flat(who="name600"), flat())

    assert shown(RETE.run(bound, toys)) == shown(DIRECT.run(bound, toys))


def test_more_comparisons_than_can_wait_are_split():
    call = Values(CALL | {f"limit{place}": place for place in range(200)})
    rules = [rule_of(place, ALWAYS, it.some >= parameter(f"limit{place}")) for place in range(200)]
    bound = BoundBase(base_of(*rules, subject=it).base, call)

    for some in (0, 100, 199):
        assert len(RETE.run(bound, in_a_box(flat(some=some))).judged) == 199 - some


def test_chains_count_among_the_rules_of_a_set_and_too_many_are_refused():
    chains = [Chain(kind="toy", conclusion=f"start{place}", then=f"end{place}") for place in range(250)]
    bound = BoundBase(attrs.evolve(SIMPLE.base, chains=chains), CALL)

    with pytest.raises(RuleDefinitionError, match="alone goes beyond what durable-rules bears"):
        network.Network(bound).prepare("toy")


COLLIDING = ("hakihikane", "monoriremi")


def test_two_facts_that_the_engine_would_take_for_one_are_refused():
    first, second = COLLIDING
    flags = attrs.make_class("Pair", {name: flag("旗", "flag") for name in COLLIDING}, frozen=True, kw_only=True)
    flags.__annotations__ = dict.fromkeys(COLLIDING, bool | None)
    subject = Subject("toy", TITLE, flags, parent="box")
    bound = base_of(rule_of(1, ALWAYS, subject.fields[first]), subject=subject)

    with pytest.raises(
        RuleDefinitionError, match=f"'v_{first}' and 'v_{second}' share a hash in durable-rules: rename one"
    ):
        network.Network(bound).prepare("toy")


def test_two_names_with_one_hash_do_read_each_other_in_the_engine():
    fired = []
    name, other = (f"v_{one}" for one in COLLIDING)
    rule = {"all": [{"m": {name: 1}}], "run": lambda closure: fired.append(closure.m["sid"])}
    host = network._QuietHost({"pair": {"rule": rule}})

    host.assert_fact("pair", {"id": "a", "sid": "t.0", other: 1})

    assert fired == ["t.0"]


def test_ids_of_messages_never_share_a_hash_and_stay_the_same():
    ids = MessageIds()
    last = ids[50_000]

    names = [ids[place] for place in range(50_001)]

    assert len({fnv1a(name) for name in names}) == len(names)
    assert names[-1] == last


def raw(patterns, fact):
    """Return how often the engine itself fires, or its error."""
    fired = []
    rules = {
        f"r{place}": {"all": [{"m": {"$and": list(one)}}], "run": lambda closure: fired.append(closure)}  # noqa: PLW0108
        for place, one in enumerate(patterns)
    }
    host = network._QuietHost({"raw": rules})
    try:
        host.assert_fact("raw", {"id": "a", "sid": "t.0", **fact})
    except network.MessageNotHandledException:
        return 0
    except Exception as error:  # noqa: BLE001  # the engine's own
        return str(error)
    return len(fired)


@pytest.mark.parametrize("number", [MAX_WAITING, MAX_WAITING + 1])
def test_the_engine_fails_in_the_middle_of_a_run_exactly_where_a_rule_base_is_said_not_to_fit(number):
    patterns = [[{"kind": "x"}, {f"v_{place}": True}] for place in range(number)]
    fact = {"kind": "x"} | {f"v_{place}": True for place in range(number)}

    if fits(patterns):
        assert raw(patterns, fact) == number
    else:
        assert raw(patterns, fact) == "Could not assert fact, error code: 303"
    assert fits(patterns) is (number <= MAX_WAITING)


NAMES = [f"v_{place}" for place in range(24)]
PARTS = st.sampled_from(
    [
        *({name: value} for name in NAMES for value in (0, 1)),
        *({op: {name: 1}} for op in ("$lt", "$gte", "$neq") for name in NAMES),
        *({"$lte": {name: {"$m": "v_0"}}} for name in NAMES),
        *({name: {"$m": "v_0"}} for name in NAMES),
    ]
)


@settings(max_examples=40)
@given(
    st.lists(st.lists(PARTS, min_size=1, max_size=3), min_size=20, max_size=110),
    st.lists(st.integers(0, 1), min_size=len(NAMES), max_size=len(NAMES)),
)
def test_the_engine_never_fails_on_what_is_said_to_fit(patterns, values):
    patterns = [[{"kind": "x"}, *one] for one in patterns]
    assume(fits(patterns))

    assert isinstance(raw(patterns, {"kind": "x"} | dict(zip(NAMES, values, strict=True))), int)
