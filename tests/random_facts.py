"""Hypothesis strategies for the given facts of any subject of a rule base: around every value that a rule compares with."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from attrs import frozen
from hypothesis import strategies as st

from koubo.engine.bound import BoundBase
from koubo.models.checks import MAX_YEN
from koubo.models.labelled import LISTED
from koubo.rules.language import Among, Arithmetic, Compare, Constant, Expr, Field
from koubo.rules.subject import Subject

_DAY = date(2025, 6, 2)
_MOMENT = datetime(2025, 3, 28, 6, 0, tzinfo=UTC)
_USUAL: Mapping[str, tuple[Any, ...]] = {
    "flag": (True, False),
    "whole": (1, 2, 3, 1_000),
    "number": (0.5, 1.0, 2.0),
    "day": (_DAY, _DAY + timedelta(days=1), _DAY + timedelta(days=40)),
    "moment": (_MOMENT, _MOMENT + timedelta(seconds=1), _MOMENT + timedelta(days=9)),
    "name": ("a", "b"),
}
_ENDS: Mapping[str, tuple[Any, ...]] = {
    "whole": (-1, 0, MAX_YEN),
    "number": (0.0, 1e6),
    "day": (date(2000, 1, 1), date(2100, 1, 1)),
    "moment": (datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)),
    "name": ("", "c"),
}


@frozen(eq=False)
class Domains:
    """The values of the facts of one subject that are worth trying."""

    subject: Subject
    values: Mapping[str, tuple[Any, ...]]
    divisors: frozenset[str]

    def inner(self, fact: Field) -> tuple[Any, ...]:
        """Return known values to try, none of them the first or the last that there is."""
        return self.values[fact.name]

    def of(self, fact: Field) -> tuple[Any, ...]:
        """Return all known values to try, from the first to the last."""
        ends = () if fact.choices is not None or fact.name in self.divisors else _ENDS.get(fact.type, ())
        return (*self.values[fact.name], *ends)

    def facts(self, **fixed: Any) -> st.SearchStrategy[dict[str, Any]]:
        """Return given facts, some of them unknown as far as they may be."""

        def one(fact: Field) -> st.SearchStrategy[Any]:
            if fact.name in fixed:
                return st.just(fixed[fact.name])
            known = st.sampled_from(self.of(fact))
            return known if fact.always_known else st.none() | known

        return st.fixed_dictionaries({fact.name: one(fact) for fact in self.subject.given})


def domains(bound: BoundBase, kind: str) -> Domains:
    """Return what to try for a subject: usual values, and those about each value that a rule compares with."""
    subject = bound.base.by_kind[kind]
    roots: list[Expr] = [one.breach for one in bound.rules if one.rule.subject == kind]
    roots += [bound.resolve(one.expression) for one in subject.derived]
    nodes = [node for root in roots for node in root.walk()]
    around: dict[str, set[Any]] = {kind_of: set(usual) for kind_of, usual in _USUAL.items()}
    divisors = set()
    for node in nodes:
        match node:
            case Compare(left=Field() as fact, right=Constant(value=value)) if fact.type != "choice":
                around[fact.type] |= set(_near(value))
            case Among(left=Field(type="name") as fact, values=values):
                around["name"] |= set(values)
            case Arithmetic(op="//" | "%", right=right):
                divisors |= {part.name for part in right.walk() if isinstance(part, Field)}
    return Domains(subject, {fact.name: _tried(fact, around) for fact in subject.given}, frozenset(divisors))


def _tried(fact: Field, around: Mapping[str, set[Any]]) -> tuple[Any, ...]:
    if fact.choices is not None:
        ids = [member.value for member in fact.choices]
        return tuple(ids) if fact.type == "choice" else ("", *ids, LISTED.join(ids))
    values = sorted(around[fact.type], key=lambda value: (str(type(value)), value))
    return tuple(value for value in values if value or fact.type == "flag")


def _near(value: Any) -> list[Any]:
    if isinstance(value, bool | str):
        return [value]
    if isinstance(value, datetime):
        return [value - timedelta(seconds=1), value, value + timedelta(seconds=1)]
    if isinstance(value, date):
        return [value - timedelta(days=1), value, value + timedelta(days=1)]
    if isinstance(value, float):
        return [math.nextafter(value, 0.0), value, math.nextafter(value, math.inf)]
    return [max(value - 1, 0), value, value + 1]
