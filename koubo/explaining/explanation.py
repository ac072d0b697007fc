"""``explain`` and ``rules``: the rule base as data and in words."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from koubo.calls import Call, Parameter, Reading
from koubo.calls.naming import unknown
from koubo.engine.finding import Finding
from koubo.errors import InputError
from koubo.explaining.sentences import sentence, words
from koubo.judging import as_call
from koubo.results import Shown
from koubo.rules.base import RuleBase
from koubo.rules.language import NEVER, Expr, Field
from koubo.rules.language import Parameter as ParameterNode
from koubo.rules.registry import rule_base
from koubo.rules.rule import Effect, Rule
from koubo.text import Text

EFFECTS: dict[Effect, Text] = {
    Effect.DISQUALIFIED: Text("欠格", "the proposal is disqualified"),
    Effect.INVALID: Text("応募は無効", "the application is invalid"),
    Effect.NOT_ALLOWABLE: Text("計上不可", "the cost is not allowable"),
    Effect.REDUCED: Text("減額", "the amount is reduced"),
    Effect.NEEDS_CONSULTATION: Text("要事前協議", "prior consultation is needed"),
    Effect.NEEDS_APPROVAL: Text("要承認", "approval is needed"),
    Effect.NEEDS_DOCUMENT: Text("要書類", "a document is needed"),
    Effect.OVER_CAP: Text("限度額超過", "the cap is exceeded"),
    Effect.LATE: Text("期限超過", "it is late"),
    Effect.BREACH: Text("義務違反", "a duty is broken"),
    Effect.WARNING: Text("注意", "a warning"),
}


@frozen(eq=False)
class Explanation(Shown):
    """One rule in words: clause, what it asks, which facts it reads, what follows, readings of unclear text."""

    rule: Rule
    call: Call
    base: RuleBase

    @property
    def id(self) -> str:
        """The id of the rule."""
        return self.rule.id

    @property
    def rule_id(self) -> str:
        """The id of the rule, by the name that a finding has for it."""
        return self.rule.id

    @property
    def clause(self) -> str:
        """The clause in the call's own numbering."""
        return self.rule.clause

    @property
    def findings(self) -> tuple[Finding, ...]:
        """None: a rule is explained here, not applied."""
        return ()

    @property
    def subject(self) -> Text:
        """What it judges."""
        return self.base.by_kind[self.rule.subject].title

    @property
    def applies(self) -> Text:
        """When it speaks."""
        return sentence(self.rule.applies, self.call)

    @property
    def requires(self) -> Text:
        """What it asks then."""
        return sentence(self.rule.requires, self.call)

    @property
    def fails(self) -> Text:
        """For whom it would fail."""
        if self.rule.requires is NEVER:
            return self.applies
        return sentence(self.rule.breach, self.call)

    @property
    def effect(self) -> Text:
        """What a violation means."""
        return EFFECTS[self.rule.otherwise]

    @property
    def facts(self) -> tuple[Field, ...]:
        """The facts that it reads."""
        return self.rule.reads

    @property
    def formulas(self) -> dict[str, Text]:
        """How the derived facts that it reads are worked out, by name."""
        read = {field.name for field in self.rule.fields}
        if self.rule.amount is not None:
            read.add(self.rule.amount.name)
        found: dict[str, Text] = {}
        # A derived fact follows from facts declared before it.
        for one in reversed(self.base.by_kind[self.rule.subject].derived):
            if one.field.name in read:
                found[one.field.name] = words(one.expression, self.call)
                read |= {part.name for part in one.expression.walk() if isinstance(part, Field)}
        return found

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """The parameters of the call that it reads."""
        derived = {one.field.name: one.expression for one in self.base.by_kind[self.rule.subject].derived}
        trees: list[Expr] = [self.rule.breach, *(derived[name] for name in self.formulas)]
        named = [node.key for tree in trees for node in tree.walk() if isinstance(node, ParameterNode)]
        keys = dict.fromkeys([*named, *self.rule.rests_on])
        return tuple(self.call.parameter(key) for key in keys)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The readings of unclear text that it rests on."""
        return tuple(self.call.reading(name) for name in self.rule.readings)

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        rule = self.rule
        return {
            "rule_id": rule.id,
            "clause": rule.clause,
            "area": rule.area,
            "subject": {"kind": rule.subject, **self.subject.to_dict()},
            "title": rule.title.to_dict(),
            "why": None if rule.why is None else rule.why.to_dict(),
            "applies": self.applies.to_dict(),
            "requires": self.requires.to_dict(),
            "fails": self.fails.to_dict(),
            "effect": {"id": rule.otherwise.value, **self.effect.to_dict()},
            "remedy": None if rule.remedy is None else rule.remedy.to_dict(),
            "facts": [_fact(field, self.formulas.get(field.name)) for field in self.facts],
            "parameters": [
                {
                    "key": one.key,
                    "value": str(one.value),
                    "unit": one.unit,
                    "clause": one.clause,
                    "changed": one.changed,
                }
                for one in self.parameters
            ],
            "readings": [
                {
                    "id": one.id,
                    "question": one.question.to_dict(),
                    "taken": one.taken.to_dict(),
                    "settable": list(one.settable),
                }
                for one in self.readings
            ],
        }


def _fact(field: Field, formula: Text | None) -> dict[str, Any]:
    return {
        "name": field.name,
        "label": field.label.to_dict(),
        "type": field.type,
        "unit": field.unit,
        "choices": [member.value for member in field.choices] if field.choices is not None else None,
        "default": field.default,
        "formula": None if formula is None else formula.to_dict(),
    }


def explain(rule_id: str, *, call: Call | str | None = None) -> Explanation:
    """Explain a rule.

    Raises:
        InputError: if there is no such rule; the message names the nearest ids.
    """
    chosen = as_call(call)
    base = rule_base(chosen.id)
    return Explanation(base.find(rule_id), chosen, base)


def rules(area: str | None = None, *, call: Call | str | None = None) -> list[Explanation]:
    """Return the rules in the call's order, all of them or those of an area (the first part of their ids).

    Raises:
        InputError: if there is no such area; the message names the areas.
    """
    chosen = as_call(call)
    base = rule_base(chosen.id)
    areas = dict.fromkeys(rule.area for rule in base.rules)
    if area is not None and area not in areas:
        raise InputError([unknown("area", area, areas, "an area of the rules")])
    return [Explanation(rule, chosen, base) for rule in base.rules if area in {None, rule.area}]
