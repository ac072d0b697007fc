"""The direct evaluator: the meaning of the language, and the oracle that the other runners are held against.

A condition becomes a function from facts to true, false or ``None`` (undetermined); a term one to a value or ``None``.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, cast

from koubo.rules.language import (
    All,
    Among,
    Arithmetic,
    Choose,
    Compare,
    Condition,
    Constant,
    DayNumber,
    Either,
    Extreme,
    Field,
    FirstKnown,
    Holds,
    Known,
    Not,
    RuleDefinitionError,
    Term,
    Truth,
    Value,
    describe,
)

Facts = Mapping[str, Value | None]
Test = Callable[[Facts], bool | None]
Worth = Callable[[Facts], Value | None]

_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_ARITHMETIC: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "//": operator.floordiv,
    "%": operator.mod,
}


def test_of(node: Condition) -> Test:
    """Return a condition as a function of facts."""
    match node:
        case Truth(value=truth):
            return lambda _facts: truth
        case Holds(field=field):
            return cast("Test", worth_of(field))
        case Compare(op=op, left=Field(name=name), right=Constant(value=value)):
            return _with_constant(_COMPARE[op], name, value)
        case Compare(op=op, left=left, right=right):
            return cast("Test", _with_both(_COMPARE[op], worth_of(left), worth_of(right)))
        case Among(left=left, values=values):
            return _among(worth_of(left), frozenset(values))
        case Known(left=left):
            known = worth_of(left)
            return lambda facts: known(facts) is not None
        case Not(condition=inner):
            return _not(test_of(inner))
        case All(conditions=parts):
            return _fold(tuple(map(test_of, parts)), decisive=False)
        case Either(conditions=parts):
            return _fold(tuple(map(test_of, parts)), decisive=True)
    raise RuleDefinitionError(f"no meaning for {describe(node)}")


def worth_of(node: Term) -> Worth:
    """Return a term as a function of facts."""
    match node:
        case Field(name=name):
            return operator.itemgetter(name)
        case Constant(value=value):
            return lambda _facts: value
        case Arithmetic(op=op, left=left, right=right):
            return _with_both(_ARITHMETIC[op], worth_of(left), worth_of(right))
        case Extreme(op=op, terms=terms):
            return _extreme(min if op == "min" else max, tuple(map(worth_of, terms)))
        case FirstKnown(terms=terms):
            return _first_known(tuple(map(worth_of, terms)))
        case Choose(when=when, then=then, otherwise=otherwise):
            return _choose(test_of(when), worth_of(then), worth_of(otherwise))
        case DayNumber(day=day):
            return _day_number(worth_of(day))
    raise RuleDefinitionError(f"no meaning for {describe(node)}")


def open_facts(node: Condition, facts: Facts) -> Iterator[Field]:
    """Yield the unknown facts that leave a condition undetermined; not those of parts that are decided without them."""
    if test_of(node)(facts) is not None:
        return
    if isinstance(node, Not | All | Either):
        for part in node.parts():
            yield from open_facts(cast("Condition", part), facts)
    else:
        yield from (part for part in node.walk() if isinstance(part, Field) and facts[part.name] is None)


def _with_constant(compare: Callable[[Any, Any], bool], name: str, value: Value) -> Test:
    def test(facts: Facts) -> bool | None:
        found = facts[name]
        return None if found is None else compare(found, value)

    return test


def _with_both(combine: Callable[[Any, Any], Any], left: Worth, right: Worth) -> Worth:
    def worth(facts: Facts) -> Value | None:
        first = left(facts)
        if first is None:
            return None
        second = right(facts)
        return None if second is None else combine(first, second)

    return worth


def _among(left: Worth, values: frozenset[Value]) -> Test:
    def test(facts: Facts) -> bool | None:
        found = left(facts)
        return None if found is None else found in values

    return test


def _not(inner: Test) -> Test:
    def test(facts: Facts) -> bool | None:
        found = inner(facts)
        return None if found is None else not found

    return test


def _fold(parts: tuple[Test, ...], *, decisive: bool) -> Test:
    """Kleene's and (a false part decides) or or (a true part decides)."""

    def test(facts: Facts) -> bool | None:
        result: bool | None = not decisive
        for part in parts:
            found = part(facts)
            if found is decisive:
                return decisive
            if found is None:
                result = None
        return result

    return test


def _extreme(pick: Callable[[Any], Any], parts: tuple[Worth, ...]) -> Worth:
    def worth(facts: Facts) -> Value | None:
        values = [part(facts) for part in parts]
        return None if None in values else cast("Value", pick(values))

    return worth


def _first_known(parts: tuple[Worth, ...]) -> Worth:
    def worth(facts: Facts) -> Value | None:
        return next((found for part in parts if (found := part(facts)) is not None), None)

    return worth


def _choose(when: Test, then: Worth, otherwise: Worth) -> Worth:
    def worth(facts: Facts) -> Value | None:
        found = when(facts)
        return None if found is None else then(facts) if found else otherwise(facts)

    return worth


def _day_number(day: Worth) -> Worth:
    def worth(facts: Facts) -> Value | None:
        found = day(facts)
        return found.toordinal() if isinstance(found, date) else None

    return worth
