"""A condition taken apart into disjoint ways of being true or undetermined.

The forward-chaining engine knows no third truth value and fires once for each side of an *or* that holds. So each
condition is split over its comparisons, each of which is true, false or unknown, into leaves that exclude one
another: on any facts exactly one leaf holds where the condition is true or undetermined, and none where it is false.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import frozen

from koubo.rules.language import (
    OPPOSITE,
    All,
    Among,
    Comparator,
    Compare,
    Condition,
    Constant,
    Either,
    Field,
    Holds,
    Known,
    Not,
    RuleDefinitionError,
    Truth,
    Value,
    describe,
)

_OPEN = "open"
_Truth = bool | None | str


@frozen
class Atom:
    """One comparison: of a fact with a value, with several values, with another fact, or whether it is known.

    ``unsure`` names those of its facts that may be unknown.
    """

    fact: str
    op: Comparator | str
    other: Value | tuple[Value, ...] | None = None
    other_fact: str | None = None
    unsure: tuple[str, ...] = ()


@frozen
class Leaf:
    """One way in which a condition holds: what each comparison read comes to."""

    outcomes: tuple[tuple[Atom, bool | None], ...]
    value: bool | None


def leaves(root: Condition) -> Iterator[Leaf]:
    """Yield the ways in which a condition is true or undetermined."""
    yield from _grow(root, {})


def can_hold(root: Condition, fact: str | None, value: Value | None) -> bool:
    """Whether a condition is not false for every subject of which one fact has a value, or for every subject at all."""
    path: dict[Atom, bool | None] = {} if fact is None else {Atom(fact, "==", value): True}
    return _evaluate(root, path) is not False


def _grow(root: Condition, path: dict[Atom, bool | None]) -> Iterator[Leaf]:
    found = _evaluate(root, path)
    if not isinstance(found, str):
        if found is not False:
            yield Leaf(tuple(path.items()), found)
        return
    atom = _next_open(root, path)
    outcomes: tuple[bool | None, ...] = (True, False, None) if atom.unsure else (True, False)
    for outcome in outcomes:
        yield from _grow(root, {**path, atom: outcome})


def _next_open(node: Condition, path: Mapping[Atom, bool | None]) -> Atom:
    """Return the first comparison that still bears on the value of a condition that is open."""
    match node:
        case Not(condition=inner):
            return _next_open(inner, path)
        case All(conditions=parts) | Either(conditions=parts):
            return _next_open(next(part for part in parts if _evaluate(part, path) == _OPEN), path)
    return atom_of(node)[0]


def _evaluate(node: Condition, path: Mapping[Atom, bool | None]) -> _Truth:
    match node:
        case Truth(value=value):
            return value
        case Not(condition=inner):
            return _opposite(_evaluate(inner, path))
        case All(conditions=parts):
            return _fold([_evaluate(part, path) for part in parts], decisive=False)
        case Either(conditions=parts):
            return _fold([_evaluate(part, path) for part in parts], decisive=True)
    atom, straight = atom_of(node)
    found = _looked_up(atom, path)
    return found if straight else _opposite(found)


def _opposite(value: _Truth) -> _Truth:
    return not value if isinstance(value, bool) else value


def _fold(values: list[_Truth], *, decisive: bool) -> _Truth:
    if decisive in values:
        return decisive
    if _OPEN in values:
        return _OPEN
    return None if None in values else not decisive


def _looked_up(atom: Atom, path: Mapping[Atom, bool | None]) -> _Truth:
    """Return what the path says of an atom, directly or by what it says of another one on the same fact."""
    if atom in path:
        return path[atom]
    if atom.other_fact is not None:
        return _OPEN
    for seen, outcome in path.items():
        if seen.fact != atom.fact or seen.other_fact is not None:
            continue
        if outcome is None:
            return False if atom.op == "known" else None
        if seen.op == "known":
            if outcome is False:
                return None
        elif atom.op == "known":
            return True
        elif seen.op == "==" and outcome is True and atom.op in {"==", "in"}:
            return seen.other in atom.other if isinstance(atom.other, tuple) else seen.other == atom.other
    return _OPEN


def atom_of(node: Condition) -> tuple[Atom, bool]:
    """Return the comparison of a node in its normal form, and whether the node is it or its opposite."""
    match node:
        case Holds(field=Field() as fact):
            return Atom(fact.name, "==", True, unsure=_unsure(fact)), True
        case Known(left=Field() as fact):
            return Atom(fact.name, "known"), True
        case Among(left=Field() as fact, values=values):
            return Atom(fact.name, "in", tuple(sorted(values, key=str)), unsure=_unsure(fact)), True
        case Compare(op=op, left=Field() as fact, right=right):
            straight = op in {"==", ">=", "<="}
            normal = op if straight else OPPOSITE[op]
            if isinstance(right, Constant):
                return Atom(fact.name, normal, right.value, unsure=_unsure(fact)), straight
            if isinstance(right, Field):
                return Atom(fact.name, normal, other_fact=right.name, unsure=_unsure(fact, right)), straight
    raise RuleDefinitionError(f"{describe(node)} cannot be taken apart")


def _unsure(*facts: Field) -> tuple[str, ...]:
    return tuple(fact.name for fact in facts if not fact.always_known)
