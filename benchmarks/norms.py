"""The norms of the benchmark as plain comparisons, and the lines as plain facts, for engines that are not koubo."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from attrs import frozen

from koubo.audit.context import line_context
from koubo.calls import get_call
from koubo.engine.bound import BoundBase, bind
from koubo.engine.leaves import Leaf, leaves
from koubo.models.expense import Budget
from koubo.rules.language import OPPOSITE, Value
from koubo.rules.registry import rule_base
from koubo.rules.vi_2_expenses.line import line

CONTRACT: dict[str, Any] = {"contract_from": date(2025, 5, 12), "contract_to": date(2026, 3, 13)}
NUMBER = 40
"""How many norms are measured: the first of chapter VI.2 that a complete line of a plan can break."""
OPEN = "expense.general_admin.limit"
"""The norm that is undetermined row by row, and so is none of them."""


@frozen
class Comparison:
    """One comparison: of a fact with a value, with one of several values, or with another fact."""

    fact: str
    op: str
    value: Any
    other_fact: bool = False


@frozen
class Norm:
    """A norm that is broken where all comparisons of one of its ways hold; no two ways hold at once."""

    id: str
    ways: tuple[tuple[Comparison, ...], ...]


def call_base() -> BoundBase:
    """Return the rules of the call, bound to its parameters."""
    return bind(rule_base("r7"), get_call("r7"))


def norms() -> tuple[Norm, ...]:
    """Return the norms of the benchmark, taken apart from koubo's own rules."""
    return tuple(_norms())[:NUMBER]


def _norms() -> Iterator[Norm]:
    context = line_context(Budget(lines=(), **CONTRACT), get_call("r7"))
    known = {name: value for name, value in context.items() if value is not None} | {"supplier_near_group": False}
    for rule in call_base().rules:
        if rule.rule.subject != "line" or rule.rule.id == OPEN:
            continue
        ways = [_way(leaf, known) for leaf in leaves(rule.breach) if leaf.value is True]
        found = tuple(way for way in ways if way is not None)
        if found:
            yield Norm(rule.rule.id, found)


def _way(leaf: Leaf, known: Mapping[str, Value]) -> tuple[Comparison, ...] | None:
    """Return the comparisons of a leaf that depend on the line; ``None`` where no complete line of a plan meets it."""
    found = []
    for atom, outcome in leaf.outcomes:
        if outcome is None:
            return None
        op = atom.op if outcome else "not in" if atom.op == "in" else OPPOSITE[atom.op]  # type: ignore[index]
        if atom.fact in known and atom.other_fact is None:
            if not _holds(known[atom.fact], op, atom.other):
                return None
            continue
        other = atom.other if atom.other_fact is None else atom.other_fact
        found.append(Comparison(atom.fact, op, other, atom.other_fact is not None))
    return tuple(found)


def _holds(value: Value, op: str, other: Any) -> bool:
    tests = {"==": value == other, "!=": value != other, "in": op == "in" and value in other}
    return tests[op]


def facts_read() -> tuple[str, ...]:
    """Return the names of the facts that the norms read."""
    read = {
        name
        for norm in norms()
        for way in norm.ways
        for one in way
        for name in ((one.fact, one.value) if one.other_fact else (one.fact,))
    }
    return tuple(sorted(read))


def given_facts(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Value | None]]:
    """Return lines as the facts that koubo's own runners are given."""
    context = line_context(Budget(lines=(), **CONTRACT), get_call("r7"))
    return [line.flatten(row, context) for row in rows]


def plain_facts(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return lines as the facts that the norms read, derived ones worked out beforehand: a head start for the others."""
    base, read = call_base(), facts_read()
    found = []
    for given in given_facts(rows):
        facts = base.complete("line", given)
        # Other engines have no unknown; a share of a lease is asked of rentals alone, which all have one.
        found.append({name: facts["amount_yen"] if facts[name] is None else facts[name] for name in read})
    return found
