"""A rule as data: when it speaks, what it asks, what follows otherwise, and where the call says so."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cached_property
from typing import Any

from attrs import field, frozen

from koubo.rules.language import (
    Among,
    Arithmetic,
    Compare,
    Condition,
    Constant,
    Expr,
    Field,
    Holds,
    Known,
    Parameter,
    RuleDefinitionError,
    Value,
    condition,
)
from koubo.text import Text

RULE_ID = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)+")
CLAUSE = re.compile(r"(?:[IVX]+|別添\d)(?:\.(?:\(\d+\)|\d+|[①-⑳]|[ア-ン]|[a-z]|脚注\d))*")


class Effect(StrEnum):
    """What a violation means."""

    DISQUALIFIED = "disqualified"
    INVALID = "invalid"
    NOT_ALLOWABLE = "not_allowable"
    REDUCED = "reduced"
    NEEDS_CONSULTATION = "needs_consultation"
    NEEDS_APPROVAL = "needs_approval"
    NEEDS_DOCUMENT = "needs_document"
    OVER_CAP = "over_cap"
    LATE = "late"
    BREACH = "breach"
    WARNING = "warning"

    @property
    def counts(self) -> bool:
        """Whether a violation stands against the subject; a warning alone does not."""
        return self is not Effect.WARNING


COUNTING = frozenset(effect for effect in Effect if effect.counts)
"""The effects that count: all but a mere warning."""


class Status(StrEnum):
    """What a rule says of one subject."""

    SATISFIED = "satisfied"
    VIOLATED = "violated"
    UNDETERMINED = "undetermined"
    NOT_APPLICABLE = "not_applicable"


def _conditions(value: Any) -> Condition:
    return condition(value)


@frozen(eq=False, kw_only=True)
class Rule:
    """One norm of the call.

    Attributes:
        id: ``area.thing.aspect``.
        clause: the call's own numbering, such as ``VI.2.(1).ニ``.
        title: what the norm asks, as one sentence in each language.
        applies: when it speaks.
        requires: what it asks then.
        otherwise: what a violation means.
        remedy: what would put a violation right; ``None`` where nothing would.
        amount: for ``Effect.REDUCED``: the derived fact to which a violation reduces the line, in yen.
        readings: ids of the readings of unclear text that it rests on.
        rests_on: keys of the parameters of the call from which a given fact was worked out, beside those that the
            conditions name.
        why: what the norm is for, in one sentence, where the title does not say it.
    """

    id: str
    clause: str
    title: Text
    applies: Condition = field(converter=_conditions)
    requires: Condition = field(converter=_conditions)
    otherwise: Effect
    remedy: Text | None = None
    amount: Field | None = None
    readings: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()
    why: Text | None = None

    def __attrs_post_init__(self) -> None:
        if not RULE_ID.fullmatch(self.id):
            raise RuleDefinitionError(f"rule id {self.id!r} is not of the form area.thing.aspect")
        if not CLAUSE.fullmatch(self.clause):
            raise RuleDefinitionError(f"{self.id}: {self.clause!r} is no clause as the call numbers them")
        kinds = {fact.subject for fact in self.fields}
        if len(kinds) != 1:
            raise RuleDefinitionError(f"{self.id} reads facts of {sorted(kinds) or 'nothing'}; a rule has one subject")
        if (self.otherwise is Effect.REDUCED) != (self.amount is not None):
            raise RuleDefinitionError(f"{self.id}: an amount goes with the effect reduced, and only with it")
        for node in self.breach.walk():
            _check_simple(self.id, node)

    @cached_property
    def area(self) -> str:
        """The first part of the id."""
        return self.id.partition(".")[0]

    @cached_property
    def breach(self) -> Condition:
        """The one condition that all runners read: true is violated, undetermined is undetermined."""
        return self.applies & ~self.requires

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """The facts that its conditions read, each once, in reading order."""
        found: dict[str, Field] = {}
        for root in (self.applies, self.requires):
            for node in root.walk():
                if isinstance(node, Field):
                    found.setdefault(node.name, node)
        return tuple(found.values())

    @cached_property
    def reads(self) -> tuple[Field, ...]:
        """The facts that it reads, each derived one followed by the given ones that it follows from."""
        found = {one.name: one for fact in self.fields for one in (fact, *fact.follows_from)}
        return tuple(found.values())

    @property
    def subject(self) -> str:
        """The kind of subject that it judges."""
        return self.fields[0].subject


def _check_simple(rule_id: str, node: Expr) -> None:
    """Refuse what not every runner can read, or what hides a number of the call in a rule."""
    values: tuple[Value, ...] = ()
    match node:
        case Compare(left=Field(), right=Constant(value=value)):
            values = (value,)
        case Among(left=Field(), values=some):
            values = some
        case Compare(left=Field(), right=Field() | Parameter()) | Known(left=Field()) | Holds(field=Field()):
            pass
        case Compare(left=Constant() | Parameter()) | Among() | Known() | Holds():
            raise RuleDefinitionError(f"{rule_id}: a comparison begins with a fact")
        case Compare() | Arithmetic():
            raise RuleDefinitionError(f"{rule_id}: arithmetic belongs to a derived fact")
    for value in values:
        if not isinstance(value, str) and value not in {0, 1}:
            raise RuleDefinitionError(f"{rule_id}: the value {value} belongs to the call's parameters")


@frozen(eq=False, kw_only=True)
class Chain:
    """How a finding or a conclusion leads to a conclusion on the same subject or on its parent.

    Attributes:
        kind: the kind of subject on which the ground stands.
        status, effects: the findings that are a ground; or
        conclusion: the conclusion that is one.
        then: the conclusion that follows.
        up: whether it follows on the parent of the subject instead of on the subject.
    """

    kind: str
    then: str
    status: Status | None = None
    effects: frozenset[Effect] = frozenset()
    conclusion: str | None = None
    up: bool = False
