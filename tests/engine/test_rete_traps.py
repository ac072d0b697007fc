"""What durable-rules does wrong, as measured, and how each of it is impossible or an error here."""

from __future__ import annotations

import gc
import os
import threading
import weakref
from concurrent.futures import ThreadPoolExecutor
from itertools import chain, repeat
from pathlib import Path

import attrs
import pytest
from toy import CALL, Sort, Values, base_of, flat, in_a_box, rule_of, shown, toy_subject

from koubo.engine.bound import BoundBase
from koubo.engine.direct_runner import DirectRunner
from koubo.rules.language import ALWAYS, parameter

rete = pytest.importorskip("koubo.engine.rete", exc_type=ImportError)
network = pytest.importorskip("koubo.engine.network", exc_type=ImportError)
engine = pytest.importorskip("durable.engine", exc_type=ImportError)

DIRECT, RETE = DirectRunner(), rete.ReteRunner()
it = toy_subject()
SIMPLE = base_of(rule_of(1, it.set_flag, it.some >= parameter("amount")), subject=it)
GOOD, BAD, OPEN = flat(set_flag=True, some=3), flat(set_flag=True, some=2), flat(set_flag=True)


def live(net):
    """Return the sessions that still have a state in the engine."""
    found = []
    for ruleset in net.host._ruleset_list:
        for number in range(2_000):
            try:
                ruleset.get_state(f"t.{number}")
            except Exception:  # noqa: BLE001, S112  # the engine's own error: there is no such session
                continue
            found.append((ruleset._name, number))
    return found


# --- threads, exceptions, sessions ------------------------------------------------------------------


def test_no_timer_thread_is_started():
    before = set(threading.enumerate())

    network.Network(SIMPLE).run("t.0", in_a_box(BAD))

    assert set(threading.enumerate()) == before


@attrs.frozen(eq=False)
class Broken(BoundBase):
    """A rule base whose derived facts raise."""

    error: BaseException = attrs.field(kw_only=True)

    def complete(self, kind, given):  # noqa: ARG002  # as BoundBase has it
        raise self.error


@pytest.mark.parametrize(
    "error", [ZeroDivisionError("in a derived fact"), KeyboardInterrupt(), SystemExit(3), MemoryError()]
)
def test_what_is_raised_in_an_action_surfaces_and_leaves_nothing_behind(error):
    net = network.Network(Broken(SIMPLE.base, CALL, error=error))

    with pytest.raises(type(error)) as caught:
        net.run("t.0", in_a_box(BAD, GOOD))

    assert caught.value is error
    assert net.runs == {}
    assert live(net) == []


def test_what_the_engine_swallowed_on_its_own_is_raised(monkeypatch):
    def stumble(closure):
        raise LookupError("stumbled")

    monkeypatch.setattr(network, "_nothing", stumble)

    with pytest.raises(
        RuntimeError, match=r"durable-rules swallowed an exception: exception caught 'stumbled'|stumbled"
    ):
        network.Network(SIMPLE).run("t.0", in_a_box(BAD))


def test_a_fact_that_no_rule_speaks_of_leads_nowhere():
    bound = base_of(*(rule_of(number, it.some >= 1, it.who == f"name{number}") for number in range(300)), subject=it)

    outcome = RETE.run(bound, in_a_box(flat(), GOOD))

    assert len(rete._network(bound).sets["toy"]) > 1
    assert shown(outcome) == shown(DIRECT.run(bound, in_a_box(flat(), GOOD)))


def test_a_session_in_which_nothing_fired_is_freed_without_a_crash():
    bound = base_of(*(rule_of(number, it.set_flag, it.who == f"name{number}") for number in range(600)), subject=it)

    for _ in range(20):
        assert RETE.run(bound, in_a_box(flat())).judged == ()


def test_states_are_deleted_so_that_more_runs_than_the_engine_has_sessions_are_right_in_flat_memory():
    statm = Path("/proc/self/statm")
    if not statm.exists():
        pytest.skip("no /proc here to read the size of the process from")
    net = network.Network(SIMPLE)
    sizes = []
    for number in range(1_500):
        run = net.run(f"t.{number}", in_a_box(BAD))
        assert run.drawn == [{"bad", "worse"}, {"spoilt", "returned"}]
        if number in {200, 1_499}:
            gc.collect()
            sizes.append(int(statm.read_text().split()[1]) * 4096)

    assert sizes[1] - sizes[0] < 4_000_000
    assert net.runs == {}
    assert live(net) == []


def test_a_network_that_is_no_longer_needed_gives_its_rule_sets_back(monkeypatch):
    deleted = []
    delete = network.durable_rules_engine.delete_ruleset
    monkeypatch.setattr(network.durable_rules_engine, "delete_ruleset", lambda one: deleted.append(one) or delete(one))
    net = network.Network(SIMPLE)
    net.prepare("toy")
    handles = [one._handle for one in net.host._ruleset_list]
    gone = weakref.ref(net)

    del net
    gc.collect()

    assert gone() is None
    assert set(handles) <= set(deleted)


def test_a_sweep_over_many_what_ifs_keeps_few_networks():
    for amount in range(40):
        bound = BoundBase(SIMPLE.base, Values(CALL | {"amount": amount}))

        assert [one.status for one in RETE.run(bound, in_a_box(BAD)).judged] == (["violated"] if amount > 2 else [])

    assert len(rete._NETWORKS) <= rete._MOST_NETWORKS


def test_a_rule_base_that_ran_can_be_built_into_a_second_network():
    definitions = [network.Network(SIMPLE) for _ in range(2)]

    assert [len(net.run(f"t.{place}", in_a_box(BAD)).judged) for place, net in enumerate(definitions)] == [1, 1]


# --- hashes and false duplicates --------------------------------------------------------------------


def hindered(monkeypatch, times):
    """Let the engine take the first given facts for ones that it has seen, so many times."""
    assert_facts = engine.Host.assert_facts
    answers = chain(repeat(True, times), repeat(False))
    sessions = []

    def sometimes(self, name, facts, complete=None):
        sessions.append(facts[0]["sid"])
        if next(answers):
            raise engine.MessageObservedException(facts)
        return assert_facts(self, name, facts, complete)

    monkeypatch.setattr(engine.Host, "assert_facts", sometimes)
    return sessions


def test_a_false_duplicate_is_tried_again_under_another_session(monkeypatch):
    sessions = hindered(monkeypatch, 2)

    outcome = RETE.run(SIMPLE, in_a_box(BAD, OPEN))

    assert shown(outcome) == shown(DIRECT.run(SIMPLE, in_a_box(BAD, OPEN)))
    assert len(set(sessions)) >= 3


def test_a_duplicate_that_stays_is_an_error(monkeypatch):
    hindered(monkeypatch, 99)

    with pytest.raises(network.HinderedError):
        RETE.run(SIMPLE, in_a_box(BAD))


def test_a_session_whose_own_fact_would_clash_with_the_first_one_told_is_not_begun(monkeypatch):
    hashes = chain([7], repeat(8))
    monkeypatch.setattr(network, "fnv1a", lambda text: next(hashes) if not text.startswith("#") else 7)

    outcome = RETE.run(SIMPLE, in_a_box(BAD))

    assert shown(outcome) == shown(DIRECT.run(SIMPLE, in_a_box(BAD)))


def test_a_clock_that_jumps_in_the_middle_of_a_run_stops_nothing(monkeypatch):
    clock = chain([0, 0, 0, 100, 200, 300], repeat(400))
    monkeypatch.setattr(engine, "_unix_now", lambda: next(clock))

    outcome = RETE.run(SIMPLE, in_a_box(BAD, OPEN))

    assert shown(outcome) == shown(DIRECT.run(SIMPLE, in_a_box(BAD, OPEN)))


def test_equal_subjects_are_two_and_not_duplicates():
    assert [one.instance for one in RETE.run(SIMPLE, in_a_box(BAD, BAD, BAD)).judged] == [0, 1, 2]


def test_thousands_of_facts_in_one_run_do_not_clash():
    toys = [BAD] * 2_000

    outcome = RETE.run(SIMPLE, in_a_box(*toys))

    assert len(outcome.judged) == 2_000
    assert outcome.conclusions[-1] == {"spoilt", "returned"}


# --- values -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change", [{"some": 2**63}, {"some": -(2**63) - 1}, {"length": -1.0}, {"length": float("nan")}]
)
def test_what_the_engine_cannot_hold_is_judged_directly(change):
    bound = base_of(rule_of(1, it.set_flag, (it.some >= 1) | (it.length > 0)), subject=it)
    toys = in_a_box(flat(set_flag=True) | change)

    outcome = RETE.run(bound, toys)

    assert outcome.runner == "direct"
    assert [one.status for one in outcome.judged] == [one.status for one in DIRECT.run(bound, toys).judged]


@pytest.mark.parametrize("whole", [2**63 - 1, 2**53 + 1, -(2**63) + 1])
def test_whole_numbers_up_to_the_last_are_exact(whole):
    bound = BoundBase(SIMPLE.base, Values(CALL | {"amount": whole}))
    toys = in_a_box(*(flat(set_flag=True, some=whole + step) for step in (-1, 0) if abs(whole + step) < 2**63))

    assert shown(RETE.run(bound, toys)) == shown(DIRECT.run(bound, toys))


@pytest.mark.parametrize(
    "name", ["5", "true", "null", "1.0", '"', "\\", '\\"', "{}", "$m", "sid", "", " ", "a\tb\n", "\u2028", "市", "𠮷"]
)
def test_words_that_look_like_something_else_are_words(name):
    bound = BoundBase(
        base_of(rule_of(1, it.set_flag, it.who != parameter("name", "name")), subject=it).base,
        Values(name=name, amount=1),
    )
    others = ["5", "5.0", "True", "true", "", name + " ", name + "\\", name]
    toys = in_a_box(*(flat(set_flag=True, who=one) for one in others))

    violated = [others[one.instance] for one in RETE.run(bound, toys).judged]

    assert violated == [one for one in others if one == name]


def test_true_is_not_taken_for_one_nor_five_for_its_figure():
    rules = [
        rule_of(1, it.set_flag, it.some != 1),
        rule_of(2, ALWAYS, it.open_flag),
        rule_of(3, it.set_flag, it.who != "5"),
    ]
    bound = base_of(*rules, subject=it)
    toys = in_a_box(
        flat(set_flag=True, some=5, open_flag=True, who="1"), flat(set_flag=True, some=1, open_flag=False, who="5")
    )

    assert [(one.instance, one.rule.rule.id[-1]) for one in RETE.run(bound, toys).judged] == [
        (1, "1"),
        (1, "2"),
        (1, "3"),
    ]


@pytest.mark.parametrize(
    ("first", "last", "status"),
    [
        (1, 2, []),
        (2, 1, ["violated"]),
        (None, 1, ["undetermined"]),
        (1, None, ["undetermined"]),
        (None, None, ["undetermined"]),
    ],
)
def test_a_comparison_with_a_fact_that_is_missing_does_not_hold(first, last, status):
    bound = base_of(
        rule_of(1, it.set_flag, ~(it.some > it.more)), rule_of(2, it.who.known, it.tint == it.shade), subject=it
    )

    judged = RETE.run(bound, in_a_box(flat(set_flag=True, some=first, more=last))).judged

    assert [one.status for one in judged] == status


def test_a_fact_that_rules_of_another_sort_read_is_not_missed_where_it_is_not_sent():
    rules = [
        rule_of(1, it.sort == Sort.ROUND, it.some >= it.more),
        rule_of(2, it.sort == Sort.SQUARE, it.some >= it.price),
    ]
    bound = base_of(*rules, subject=it)
    toys = in_a_box(*(flat(sort=sort, some=some, price=2, more=4) for sort in ("round", "square") for some in (1, 3)))

    assert [(one.instance, one.rule.rule.id[-1]) for one in RETE.run(bound, toys).judged] == [
        (0, "1"),
        (1, "1"),
        (2, "2"),
    ]


# --- threads and forks ------------------------------------------------------------------------------


def test_eight_threads_get_their_own_answers():
    toys = [in_a_box(*([GOOD] * good), *([BAD] * bad), *([OPEN] * (3 - bad))) for good in range(4) for bad in range(4)]
    expected = [shown(DIRECT.run(SIMPLE, one)) for one in toys]

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda place: shown(RETE.run(SIMPLE, toys[place % len(toys)])), range(800)))

    assert found == [expected[place % len(toys)] for place in range(800)]


def test_eight_threads_with_rule_bases_of_their_own_get_their_own_answers():
    def sweep(offset):
        calls = [Values(CALL | {"amount": amount + offset}) for amount in range(6)]
        bases = [BoundBase(SIMPLE.base, call) for call in calls]
        return [len(RETE.run(bound, in_a_box(flat(set_flag=True, some=10))).judged) for bound in bases]

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(sweep, range(16)))

    assert found == [[int(amount + offset > 10) for amount in range(6)] for offset in range(16)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this platform does not fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded, use of fork:DeprecationWarning")
def test_a_child_forked_while_other_threads_hold_the_locks_runs_on_its_own():
    expected = shown(RETE.run(SIMPLE, in_a_box(BAD, OPEN)))
    net = rete._network(SIMPLE)
    held, done = threading.Event(), threading.Event()

    def hold():
        with rete._LOCK, net.lock:
            held.set()
            done.wait()

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover  # in the child
        os.write(writing, shown(RETE.run(SIMPLE, in_a_box(BAD, OPEN))).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        found = pipe.read()
    _, status = os.waitpid(child, 0)
    done.set()
    holder.join()

    assert status == 0
    assert found == expected
    assert shown(RETE.run(SIMPLE, in_a_box(BAD, OPEN))) == expected
