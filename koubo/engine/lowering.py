"""Rules as durable-rules definitions: plain dictionaries that say of one message of facts when a rule fires."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from attrs import frozen

from koubo.engine.bound import BoundBase, BoundRule
from koubo.engine.leaves import Atom, Leaf, leaves
from koubo.rules.language import OPPOSITE, RuleDefinitionError, Value
from koubo.rules.rule import Status

MAX_WHOLE = 2**63 - 1
KNOWN, MARK = "v_", "u_"

_OPERATORS = {"!=": "$neq", "<": "$lt", "<=": "$lte", ">": "$gt", ">=": "$gte"}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Pattern = dict[str, Any]


@frozen(eq=False)
class LoweredRule:
    """One leaf of one rule: a pattern over one fact message and what its match means."""

    name: str
    rule: BoundRule
    status: Status
    pattern: tuple[Pattern, ...]


def encode(value: Value) -> bool | int | str:
    """Return a value as the engine compares it exactly.

    A float that is not negative keeps its order as the whole number that its bits spell, so nothing is rounded.

    Raises:
        OverflowError: for a value that the engine cannot hold without changing it.
    """
    if isinstance(value, bool | str):
        return value
    if isinstance(value, int):
        number = value
    elif isinstance(value, float):
        if not value >= 0:
            raise OverflowError(f"{value} has no order among the bits of floats")
        number = int.from_bytes(struct.pack(">d", value + 0.0), "big")
    elif isinstance(value, datetime):
        number = (value - _EPOCH) // datetime.resolution
    else:
        number = value.toordinal()
    if abs(number) > MAX_WHOLE:
        raise OverflowError(f"{value} does not fit 64 bits")
    return number


def known_name(fact: str) -> str:
    """Return the name of a fact's value in a message."""
    return f"{KNOWN}{fact}"


def mark_name(fact: str) -> str:
    """Return the name of the mark that says whether a fact is unknown."""
    return f"{MARK}{fact}"


def lower(bound: BoundBase, kind: str) -> tuple[LoweredRule, ...]:
    """Return the rules of one kind of subject, leaf by leaf."""
    return tuple(
        LoweredRule(f"{rule.rule.id}#{number}", rule, Status.VIOLATED if leaf.value else Status.UNDETERMINED, pattern)
        for rule in bound.rules
        if rule.rule.subject == kind
        for number, (leaf, pattern) in enumerate(_patterns(rule, kind))
    )


def _patterns(rule: BoundRule, kind: str) -> Iterator[tuple[Leaf, tuple[Pattern, ...]]]:
    for leaf in leaves(rule.breach):
        alternatives: list[list[Pattern]] = [[{"kind": kind}]]
        # Equality first: it leaves fewest matches waiting.
        for atom, outcome in sorted(leaf.outcomes, key=lambda one: not (one[0].op == "==" and one[1] is True)):
            ways = list(_atom_patterns(atom, outcome))
            alternatives = [
                [*start, *(one for one in way if one not in start)] for start in alternatives for way in ways
            ]
        for parts in alternatives:
            if not any(
                {**part, name: not part[name]} in parts for part in parts for name in part if name.startswith(MARK)
            ):
                yield leaf, tuple(parts)


def _atom_patterns(atom: Atom, outcome: bool | None) -> Iterator[list[Pattern]]:
    """Yield the disjoint patterns under which a comparison comes to an outcome."""
    name = known_name(atom.fact)
    if outcome is None:
        for place, fact in enumerate(atom.unsure):
            yield [*({mark_name(known): False} for known in atom.unsure[:place]), {mark_name(fact): True}]
    elif atom.op == "known":
        yield [{mark_name(atom.fact): not outcome}]
    elif atom.op == "in":
        values = atom.other if isinstance(atom.other, tuple) else ()
        if outcome:
            yield from ([{name: encode(value)}] for value in values)
        else:
            yield [{"$neq": {name: encode(value)}} for value in values]
    else:
        op = atom.op if outcome else OPPOSITE[atom.op]  # type: ignore[index]  # a comparator by the branches above
        right: object
        if atom.other_fact is not None:
            right = {"$m": known_name(atom.other_fact)}
        elif atom.other is None or isinstance(atom.other, tuple):
            raise RuleDefinitionError(f"{atom} compares with nothing")
        else:
            right = encode(atom.other)
        # A comparison with a fact that is not in the message would hold: ask first that both are.
        known = [{mark_name(fact): False} for fact in atom.unsure] if atom.other_fact is not None else []
        yield [*known, {name: right} if op == "==" else {_OPERATORS[op]: {name: right}}]
