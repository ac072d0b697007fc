"""The rule sets of one rule base inside durable-rules, and one run through them.

Subjects go in as facts; there a derived-fact rule completes each, the norms match it and assert findings, and
findings and conclusions chain on to the conclusions of the subject and of its parents. What the C engine does
wrong on the way is kept out here and in ``limits.py`` and ``hashes.py``.
"""

from __future__ import annotations

import itertools
import threading
import weakref
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import durable_rules_engine
from durable.engine import Closure, Host, MessageNotHandledException, MessageObservedException

from koubo.engine.bound import BoundBase
from koubo.engine.hashes import MessageIds, check_names, fnv1a
from koubo.engine.limits import check_size, split
from koubo.engine.lowering import MARK, LoweredRule, Pattern, encode, known_name, lower, mark_name
from koubo.engine.outcome import Instance
from koubo.rules.language import Value
from koubo.rules.rule import Chain, Status

_OWN_NAMES = ("id", "sid", "kind", "n", "name", "status", "effect")
_GROUP = 100
_BEGIN, _GIVEN, _FINDING, _CONCLUSION = "#begin", "#given", "#finding", "#conclusion"

Message = dict[str, Any]


class HinderedError(Exception):
    """The engine stopped on its way for a reason that another session does not have."""


class _QuietHost(Host):
    """A host without the two timer threads that durable-rules otherwise starts and never ends."""

    def _run(self) -> None:
        return


class Run:
    """What one run gathers while its facts chain."""

    def __init__(self, sid: str, instances: Sequence[Instance]) -> None:
        self.sid = sid
        self.instances = instances
        self.facts: list[dict[str, Value | None]] = [{} for _ in instances]
        self.judged: set[tuple[int, int, Status]] = set()
        self.drawn = [set(instance.drawn) for instance in instances]
        self.agenda: list[tuple[str, Message]] = []
        self.groups: dict[int, list[int]] = {}
        self.sent = itertools.count()
        self.touched: set[str] = set()
        self.error: BaseException | None = None


class Network:
    """The rule sets of one bound rule base in one host, and the runs under way in them."""

    def __init__(self, bound: BoundBase) -> None:
        self.bound = bound
        self.lock = threading.Lock()
        self.runs: dict[str, Run] = {}
        self.ids = MessageIds(_BEGIN)
        self.sets: dict[str, tuple[tuple[LoweredRule, ...], ...]] = {}
        self._told_known: dict[str, frozenset[str]] = {}
        self._messages: dict[tuple[str, Any], tuple[str, ...]] = {}
        self.host = _QuietHost()
        self._handles: list[int] = []
        weakref.finalize(self, _delete, self._handles).atexit = False

    def prepare(self, kind: str) -> None:
        """Build the rule sets of one kind of subject, before the first run that needs them.

        Raises:
            RuleDefinitionError: if its rules or facts go beyond what the engine bears, or share a hash there.
        """
        if kind in self.sets:
            return
        rules, chaining = lower(self.bound, kind), self._chaining(kind)
        check_size(kind, rules)
        names = list(self.bound.base.by_kind[kind].fields)
        check_names([*map(known_name, names), *map(mark_name, names), *_OWN_NAMES])
        sets = split(rules, [pattern for pattern, _ in chaining.values()])
        definitions = {}
        for number, some in enumerate(sets):
            name = set_name(kind, number)
            definitions[name] = {rule.name: _rule(rule.pattern, self._finding(name, rule)) for rule in some}
            own = chaining if number == 0 else {}
            definitions[name] |= {key: _rule(pattern, action) for key, (pattern, action) in own.items()}
            definitions[name][_BEGIN] = _rule([{"kind": _BEGIN}], _nothing)
        self.host.register_rulesets(definitions)
        self._handles[:] = [one._handle for one in self.host._ruleset_list]  # noqa: SLF001  # it never gives them back
        self._told_known[kind] = _needs_known_mark(itertools.chain(*sets))
        self.sets[kind] = sets

    def _chaining(self, kind: str) -> dict[str, tuple[list[Pattern], Callable[[Closure], None]]]:
        """Return the rules that complete the facts of a subject and draw conclusions on it, by name."""
        rules = {"#derive": ([{"kind": _GIVEN}], self._derive(kind))}
        for place, chain in enumerate(self.bound.base.chains):
            if chain.kind == kind:
                for way, pattern in enumerate(_grounds(chain)):
                    rules[f"#chain{place}.{way}"] = (pattern, self._conclude(chain))
        return rules

    def _guard(self, own: str, act: Callable[[Run, int], Iterable[tuple[str, Message]]]) -> Callable[[Closure], None]:
        """Assert what follows from a match, and keep what is raised: the engine swallows every exception.

        What follows in another rule set waits for its turn: run nested, the engine fires twice and crashes.
        """

        def action(closure: Closure) -> None:
            run = self.runs[closure.s.sid]
            if run.error is None:
                try:
                    for name, message in act(run, closure.m["n"]):
                        if name == own:
                            _tell(closure.assert_fact, self._stamped(run, message))
                        else:
                            run.agenda.append((name, message))
                except BaseException as error:  # noqa: BLE001  # raised again, outside the engine, by run()
                    run.error = error

        return action

    def _derive(self, kind: str) -> Callable[[Closure], None]:
        def act(run: Run, first: int) -> Iterable[tuple[str, Message]]:
            for number in run.groups[first]:
                facts = run.facts[number] = self.bound.complete(kind, run.instances[number].given or {})
                message = self._message(kind, number, facts)
                yield from ((set_name(kind, place), message) for place in range(len(self.sets[kind])))

        return self._guard(set_name(kind, 0), act)

    def _finding(self, own: str, lowered: LoweredRule) -> Callable[[Closure], None]:
        rule, status = lowered.rule, lowered.status
        kind, effect = rule.rule.subject, rule.rule.otherwise
        heard = any(
            one.kind == kind and one.status is status and effect in one.effects for one in self.bound.base.chains
        )

        def act(run: Run, number: int) -> Iterable[tuple[str, Message]]:
            run.judged.add((number, rule.index, status))
            found = {"kind": _FINDING, "n": number, "status": status.value, "effect": effect.value}
            return [(set_name(kind, 0), found)] if heard else []

        return self._guard(own, act)

    def _conclude(self, chain: Chain) -> Callable[[Closure], None]:
        def act(run: Run, number: int) -> Iterable[tuple[str, Message]]:
            target = run.instances[number].parent if chain.up else number
            if target is None or chain.then in run.drawn[target]:
                return []
            run.drawn[target].add(chain.then)
            return self._heard(run, target, chain.then)

        return self._guard(set_name(chain.kind, 0), act)

    def _heard(self, run: Run, number: int, conclusion: str) -> list[tuple[str, Message]]:
        """Return the message of a conclusion, if some chain speaks of it."""
        kind = run.instances[number].kind
        if not any(one.kind == kind and one.conclusion == conclusion for one in self.bound.base.chains):
            return []
        return [(set_name(kind, 0), {"kind": _CONCLUSION, "n": number, "name": conclusion})]

    def _message(self, kind: str, number: int, facts: dict[str, Value | None]) -> Message:
        """Return the facts that the rules of a subject read; unknown ones are marked and left out."""
        subject = self.bound.base.by_kind[kind]
        key = (kind, facts[subject.discriminator] if subject.discriminator is not None else None)
        names = self._messages.get(key)
        if names is None:
            read = (fact.name for rule in self.bound.plan(kind, facts) for fact in rule.rule.fields)
            names = self._messages[key] = tuple(dict.fromkeys(read))
        message: Message = {"kind": kind, "n": number}
        for name in names:
            value = facts[name]
            if value is None:
                message[mark_name(name)] = True
            else:
                message[known_name(name)] = encode(value)
                if name in self._told_known[kind]:
                    message[mark_name(name)] = False
        return message

    def run(self, sid: str, instances: Sequence[Instance]) -> Run:
        """Run once under a fresh session id, and leave nothing of it behind.

        Raises:
            HinderedError: if the engine stopped on its way; it need not under another session id.
        """
        if fnv1a(f"sid-{sid}") == fnv1a(_BEGIN):
            raise HinderedError("the engine's own fact of the session shares a hash with the first one told")
        for instance in instances:
            self.prepare(instance.kind)
        run = self.runs[sid] = Run(sid, instances)
        try:
            for group in _groups(instances):
                run.groups[group[0]] = group
                run.agenda.append((set_name(instances[group[0]].kind, 0), {"kind": _GIVEN, "n": group[0]}))
            for number, instance in enumerate(instances):
                for conclusion in sorted(instance.drawn):
                    run.agenda += self._heard(run, number, conclusion)
            while run.agenda and run.error is None:
                self._assert_next(run)
        finally:
            del self.runs[sid]
            for name in run.touched:
                self.host.delete_state(name, sid)
        if run.error is not None:
            raise run.error
        return run

    def _assert_next(self, run: Run) -> None:
        """Assert all that waits for one rule set; the engine then fires until nothing more follows there."""
        name = run.agenda[0][0]
        batch = [self._stamped(run, message) for waiting, message in run.agenda if waiting == name]
        run.agenda = [one for one in run.agenda if one[0] != name]
        if name not in run.touched:
            run.touched.add(name)
            # The engine frees what it never set up, and crashes, in a session in which nothing ever fired.
            _tell(self.host.assert_fact, name, {"kind": _BEGIN, "id": _BEGIN, "sid": run.sid})
        if name.endswith(".0"):  # given facts, findings and conclusions: each is spoken of by some rule of the set
            _tell(self.host.assert_facts, name, batch)
        else:
            for message in batch:
                _tell(self.host.assert_fact, name, message)

    def _stamped(self, run: Run, message: Message) -> Message:
        return {**message, "id": self.ids[next(run.sent)], "sid": run.sid}


def _tell(assert_fact: Callable[..., Any], *target_and_message: object) -> None:
    """Assert facts; one that no rule speaks of leads nowhere and is no error.

    Raises:
        HinderedError: if the engine takes a fact for one that it has seen, or gives up on an action for slowness.
        RuntimeError: if it swallowed an exception.
    """
    try:
        state = assert_fact(*target_and_message)
    except MessageNotHandledException:
        return
    except MessageObservedException as error:
        raise HinderedError(str(target_and_message)) from error
    if state == 0:
        raise HinderedError("durable-rules gave up on an action that took long by the clock")
    if state and "exception" in state:
        raise RuntimeError(f"durable-rules swallowed an exception: {state['exception']}")


def _nothing(_closure: Closure) -> None:
    """Do nothing: that it fired is enough."""


def _delete(handles: Iterable[int]) -> None:
    for handle in handles:
        durable_rules_engine.delete_ruleset(handle)


def _rule(pattern: Iterable[Message], action: Callable[[Closure], None]) -> dict[str, Any]:
    parts = list(pattern)
    return {"all": [{"m": parts[0] if len(parts) == 1 else {"$and": parts}}], "run": action}


def _groups(instances: Sequence[Instance]) -> Iterable[list[int]]:
    """Yield the subjects that are judged, by kind, so many at a time: a fact for each group begins the chain.

    One for each subject would cost as much again; one for all would take longer than the engine waits for an action.
    """
    kinds: dict[str, list[int]] = {}
    for number, instance in enumerate(instances):
        if instance.given is not None:
            kinds.setdefault(instance.kind, []).append(number)
    for numbers in kinds.values():
        for start in range(0, len(numbers), _GROUP):
            yield numbers[start : start + _GROUP]


def set_name(kind: str, number: int) -> str:
    """Return the name of a rule set of one kind of subject."""
    return f"koubo.{kind}.{number}"


def _grounds(chain: Chain) -> list[list[Message]]:
    if chain.conclusion is not None:
        return [[{"kind": _CONCLUSION}, {"name": chain.conclusion}]]
    status = chain.status.value if chain.status is not None else ""
    return [[{"kind": _FINDING}, {"status": status}, {"effect": effect.value}] for effect in sorted(chain.effects)]


def _needs_known_mark(rules: Iterable[LoweredRule]) -> frozenset[str]:
    """Return the facts of which some pattern asks that they are known."""
    return frozenset(
        name.removeprefix(MARK)
        for rule in rules
        for part in rule.pattern
        for name, value in part.items()
        if name.startswith(MARK) and value is False
    )
