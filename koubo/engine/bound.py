"""A rule base bound to the parameters of one call: what the runners read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import Any, Protocol, TypeVar, cast

import attrs
from attrs import frozen

from koubo.engine.direct import Facts, Test, Worth, test_of, worth_of
from koubo.engine.leaves import can_hold
from koubo.errors import InputError
from koubo.rules.base import RuleBase
from koubo.rules.language import Condition, Constant, Expr, Field, Parameter, RuleDefinitionError, Value, is_a
from koubo.rules.rule import Rule
from koubo.rules.subject import Subject

E = TypeVar("E", bound=Expr)


class Parameters(Protocol):
    """What binding needs of a call."""

    def value(self, key: str) -> object:
        """Return the value of a parameter."""

    def __hash__(self) -> int:
        """Return the same for calls with the same parameters, which are equal."""


@frozen(eq=False)
class BoundRule:
    """A rule with the call's values in place of its parameters, and the functions of the direct runner."""

    rule: Rule
    index: int
    breach: Condition
    applies: Condition
    parameters: Mapping[str, Value]

    @cached_property
    def test(self) -> Test:
        """The breach as a function: true is violated, ``None`` undetermined."""
        return test_of(self.breach)

    @cached_property
    def speaks(self) -> Test:
        """Whether the rule applies, as a function."""
        return test_of(self.applies)


@frozen(eq=False)
class BoundBase:
    """A rule base bound to a call."""

    base: RuleBase
    call: Parameters

    @cached_property
    def rules(self) -> tuple[BoundRule, ...]:
        """All rules, in the call's order."""
        return tuple(self._bind(rule, index) for index, rule in enumerate(self.base.rules))

    @cached_property
    def derived(self) -> dict[str, tuple[tuple[str, Worth], ...]]:
        """For each kind the names of its derived facts and the functions that work them out, in order."""
        return {
            subject.kind: tuple(
                (one.field.name, worth_of(self._resolved(f"{subject.kind}.{one.field.name}", one.expression)))
                for one in subject.derived
            )
            for subject in self.base.subjects
        }

    @cached_property
    def _always_given(self) -> dict[str, tuple[str, ...]]:
        return {
            subject.kind: tuple(one.name for one in subject.given if one.always_known) for subject in self.base.subjects
        }

    @cached_property
    def _plans(self) -> dict[tuple[str, Value | None], tuple[BoundRule, ...]]:
        return {}

    def plan(self, kind: str, facts: Facts) -> tuple[BoundRule, ...]:
        """Return the rules that can apply to a subject of a kind, given its discriminating fact."""
        subject = self.base.by_kind[kind]
        value = facts[subject.discriminator] if subject.discriminator is not None else None
        plan = self._plans.get((kind, value))
        if plan is None:
            plan = self._plans[kind, value] = tuple(self._applicable(subject, value))
        return plan

    def _applicable(self, subject: Subject, value: Value | None) -> Iterator[BoundRule]:
        for one in self.rules:
            if one.rule.subject == subject.kind and can_hold(one.applies, subject.discriminator, value):
                yield one

    def complete(self, kind: str, given: Facts) -> dict[str, Value | None]:
        """Return given facts with the derived ones added.

        Raises:
            ValueError: if a fact that is always known is not; the runners would differ on it.
        """
        facts = dict(given)
        left_out = [name for name in self._always_given[kind] if facts.get(name) is None]
        if left_out:
            raise ValueError(f"{', '.join(left_out)} of {kind} cannot be unknown")
        for name, worth in self.derived[kind]:
            facts[name] = worth(facts)
        return facts

    def _bind(self, rule: Rule, index: int) -> BoundRule:
        values = {key: cast("Value", self._value(rule.id, key)) for key in sorted(self._keys(rule))}
        breach, applies = self._resolved(rule.id, rule.breach), self._resolved(rule.id, rule.applies)
        return BoundRule(rule, index, breach, applies, values)

    def _keys(self, rule: Rule) -> set[str]:
        """Return the keys of the parameters that a rule reads, those of derived facts too."""
        derived = {one.field.name: one.expression for one in self.base.by_kind[rule.subject].derived}
        keys = set(rule.rests_on)
        waiting: list[Expr] = [rule.breach]
        while waiting:
            for node in waiting.pop().walk():
                if isinstance(node, Parameter):
                    keys.add(node.key)
                elif isinstance(node, Field) and node.name in derived:
                    waiting.append(derived.pop(node.name))
        return keys

    def _value(self, name: str, key: str) -> object:
        try:
            return self.call.value(key)
        except InputError:
            raise RuleDefinitionError(f"{name}: the call has no parameter {key}") from None

    def _resolved(self, name: str, node: E) -> E:
        try:
            return self.resolve(node)
        except RuleDefinitionError as error:
            raise RuleDefinitionError(f"{name}: {error}") from None

    def resolve(self, node: E) -> E:
        """Return a tree with the call's values in place of its parameters."""
        if isinstance(node, Parameter):
            return cast("E", Constant(_typed(node, self.call.value(node.key)), node.type))
        if isinstance(node, Field):
            return node
        changes: dict[str, object] = {}
        for attribute in attrs.fields(cast("Any", type(node))):
            value = getattr(node, attribute.name)
            if isinstance(value, Expr):
                changes[attribute.name] = self.resolve(value)
            elif isinstance(value, tuple) and value and isinstance(value[0], Expr):
                changes[attribute.name] = tuple(self.resolve(part) for part in value)
        return cast("E", attrs.evolve(cast("Any", node), **changes)) if changes else node


def _typed(node: Parameter, value: object) -> Value:
    """Return the value of a parameter as its place in the tree needs it; refuse a value of another type."""
    if node.part != "whole":
        share = Fraction(value) if isinstance(value, int | Fraction) else None
        if share is None:
            raise RuleDefinitionError(f"parameter {node.key} is no exact ratio: {value!r}")
        return share.numerator if node.part == "numerator" else share.denominator
    if not is_a(node.type, value):
        raise RuleDefinitionError(f"parameter {node.key} is {value!r}, not a {node.type}")
    return float(value) if node.type == "number" else value  # type: ignore[arg-type, return-value]  # checked above


@lru_cache(maxsize=64)  # a sweep over many what-ifs must not keep them all
def bind(base: RuleBase, call: Parameters) -> BoundBase:
    """Return the rule base bound to a call; the same object for calls with the same parameters."""
    return BoundBase(base, call)
