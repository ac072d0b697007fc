"""What a rule says where some facts are unknown, held against what it says of every value that they could have."""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from attrs import frozen
from random_facts import Domains, domains

from koubo.engine.bound import BoundBase, BoundRule
from koubo.rules.language import Expr, Field, FirstKnown, Known

Facts = Mapping[str, Any]


@frozen(eq=False)
class Completed:
    """A rule with the given facts that it reads, directly or through derived ones."""

    bound: BoundBase
    rule: BoundRule
    domains: Domains

    @cached_property
    def _nodes(self) -> tuple[Expr, ...]:
        derived = {one.field.name: one.expression for one in self.domains.subject.derived}
        found: list[Expr] = []
        waiting: list[Expr] = [self.rule.rule.breach]
        while waiting:
            for node in waiting.pop().walk():
                found.append(node)
                if isinstance(node, Field) and node.name in derived:
                    waiting.append(derived.pop(node.name))
        return tuple(found)

    @cached_property
    def reads(self) -> tuple[Field, ...]:
        """The given facts that it reads."""
        names = {node.name for node in self._nodes if isinstance(node, Field)}
        return tuple(fact for fact in self.domains.subject.given if fact.name in names)

    @cached_property
    def may_be_open(self) -> tuple[Field, ...]:
        """Those that may be unknown, and of which it does not ask whether they are: for it they could have any value."""
        asked = {part.name for node in self._nodes for part in _asked_whether_known(node)}
        return tuple(fact for fact in self.reads if not fact.always_known and fact.name not in asked)

    def says(self, given: Facts) -> bool | None:
        """Return whether it is broken."""
        return self.rule.test(self.bound.complete(self.rule.rule.subject, given))

    def of_every_value(self, given: Facts, most: int = 400) -> Iterator[bool | None]:
        """Yield whether it is broken for each way to know what is unknown, or for a choice of very many."""
        unknown = [fact for fact in self.may_be_open if given[fact.name] is None]
        ways = [self.domains.of(fact) for fact in unknown]
        some: Iterable[tuple[Any, ...]] = itertools.product(*ways)
        if math.prod(map(len, ways)) > most:
            pick = random.Random(0)  # noqa: S311  # the same choice on every run
            some = (tuple(map(pick.choice, ways)) for _ in range(most))
        for values in some:
            yield self.says({**given, **{fact.name: value for fact, value in zip(unknown, values, strict=True)}})


_IN_ORDER = (
    ("contract_from", "contract_to"),
    ("rental_from", "rental_to"),
    ("suspended_from", "suspended_to"),
    ("sent_from", "sent_until"),
    ("received_from", "received_until"),
    ("upload_requested_from", "upload_requested_until"),
    ("region_taken", "region_claimed"),
    ("seats_taken", "seats_claimed"),
    ("general_admin_limit_yen", "general_admin_ceiling_yen"),
)
_KNOWN_TOGETHER = (
    ("sent_from", "sent_until"),
    ("received_from", "received_until"),
    ("upload_requested_from", "upload_requested_until"),
    ("detail_seconds", "in_business_hours"),
    ("suspended_from", "running"),
    ("evaluation_numerator", "evaluation_denominator"),
    ("minimum_numerator", "minimum_denominator"),
    ("general_admin_limit_yen", "general_admin_ceiling_yen"),
)


_NOBODY_SELECTED_BEFORE = date(2025, 3, 29)


def possible(given: Facts) -> bool:
    """Whether facts are such as models and builders give: ends after starts, and what has one source known together."""
    in_order = all(
        given.get(first) is None or given.get(last) is None or given[first] <= given[last] for first, last in _IN_ORDER
    )
    together = all((given.get(one) is None) == (given.get(other) is None) for one, other in _KNOWN_TOGETHER)
    seats_known = given.get("seats", 1) is not None
    return (
        in_order
        and together
        and seats_known
        and (given.get("selected_on") or _NOBODY_SELECTED_BEFORE) >= _NOBODY_SELECTED_BEFORE
    )


def completed(bound: BoundBase, rule_id: str) -> Completed:
    """Return a rule of a bound base with the facts that it reads."""
    (rule,) = [one for one in bound.rules if one.rule.id == rule_id]
    return Completed(bound, rule, domains(bound, rule.rule.subject))


def _asked_whether_known(node: Expr) -> list[Field]:
    """Return the facts of which a node gives a meaning to their being left out."""
    match node:
        case Known(left=left):
            roots: tuple[Expr, ...] = (left,)
        case FirstKnown(terms=terms):
            roots = terms[:-1]
        case _:
            roots = ()
    return [part for root in roots for part in root.walk() if isinstance(part, Field)]
