"""A finding: what a rule said of one subject, and why, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from fractions import Fraction
from typing import Any

from attrs import frozen

from koubo.engine.bound import BoundRule
from koubo.engine.direct import Facts, open_facts
from koubo.models.labelled import LISTED
from koubo.rules.language import Field, Value
from koubo.rules.rule import Effect, Rule, Status
from koubo.text import Text

_MESSAGES = {
    Status.VIOLATED: Text("「{title}」に適合しません（{facts}）。", "Not met: {title} ({facts})."),
    Status.UNDETERMINED: Text(
        "「{title}」を判定できません。不明な事実：{facts}。", "Cannot be decided: {title}. Not known: {facts}."
    ),
    Status.SATISFIED: Text("「{title}」に適合しています。", "Met: {title}."),
    Status.NOT_APPLICABLE: Text("「{title}」は適用されません。", "Does not apply: {title}."),
}
_SUPPLY = Text("次の事実を示してください：{facts}。", "State what is not known: {facts}.")
_NONE = Text("なし", "none")
_YES_NO = {True: Text("はい", "yes"), False: Text("いいえ", "no")}


@frozen(eq=False)
class Finding:
    """What one rule said of one subject.

    Attributes:
        bound: the rule, bound to a call.
        subject: the subject, such as ``budget.lines[L3]``.
        status: satisfied, violated, undetermined or not applicable.
        read: the facts that the rule read; ``None`` is not known.
    """

    bound: BoundRule
    subject: str
    status: Status
    read: Mapping[str, Value | None]

    @property
    def rule(self) -> Rule:
        """The rule."""
        return self.bound.rule

    @property
    def parameters(self) -> Mapping[str, object]:
        """The parameters of the call that it read."""
        return self.bound.parameters

    @property
    def rule_id(self) -> str:
        """The id of the rule."""
        return self.rule.id

    @property
    def clause(self) -> str:
        """The clause in the call's own numbering."""
        return self.rule.clause

    @property
    def effect(self) -> Effect:
        """What a violation means."""
        return self.rule.otherwise

    @property
    def against(self) -> bool:
        """Whether it stands against the subject: violated, and not a mere warning."""
        return self.status is Status.VIOLATED and self.effect.counts

    @property
    def open(self) -> bool:
        """Whether it leaves the subject open: undetermined, and not a mere warning."""
        return self.status is Status.UNDETERMINED and self.effect.counts

    @property
    def facts(self) -> dict[str, Any]:
        """The facts that the rule read, as plain JSON values; ``None`` is not known."""
        return {name: plain(value) for name, value in self.read.items()}

    @property
    def unknown(self) -> tuple[Field, ...]:
        """The facts that it would need to know; of a derived one, those that it follows from."""
        missing = open_facts(self.bound.breach, self.read)
        given = [one for field in missing for one in (field.follows_from or (field,))]
        return tuple({one.name: one for one in given if self.read[one.name] is None}.values())

    @property
    def message(self) -> Text:
        """The sentence that says what was found and why."""
        shown = self.unknown if self.status is Status.UNDETERMINED else self._telling
        return _MESSAGES[self.status].format(title=self.rule.title, facts=_listed(shown, self.read))

    @property
    def remedy(self) -> Text | None:
        """What would put it right: the rule's remedy where it is violated, the missing facts where undetermined."""
        if self.status is Status.UNDETERMINED:
            return _SUPPLY.format(facts=_joined([field.label for field in self.unknown]))
        return self.rule.remedy if self.status is Status.VIOLATED else None

    @property
    def _telling(self) -> tuple[Field, ...]:
        """The facts worth showing: what the norm asks about, or what makes it speak where it asks nothing."""
        asked = {node.name for node in self.rule.requires.walk() if isinstance(node, Field)}
        known = tuple(field for field in self.rule.fields if self.read.get(field.name) is not None)
        return tuple(field for field in known if field.name in asked) or known

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        remedy = self.remedy
        return {
            "rule_id": self.rule_id,
            "clause": self.clause,
            "subject": self.subject,
            "status": self.status.value,
            "effect": self.effect.value,
            "message": self.message.to_dict(),
            "facts": self.facts,
            "parameters": {key: plain(value) for key, value in self.parameters.items()},
            "readings": list(self.rule.readings),
            "remedy": None if remedy is None else remedy.to_dict(),
        }


def plain(value: object) -> Any:
    """Return a value as plain JSON."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, Fraction) else value


def make(rule: BoundRule, subject: str, status: Status, facts: Facts) -> Finding:
    """Return the finding of a bound rule on the facts of a subject."""
    return Finding(rule, subject, status, {field.name: facts[field.name] for field in rule.rule.reads})


def status_of(rule: BoundRule, facts: Facts) -> Status:
    """Return what a rule says of facts, by the direct evaluator: all four statuses, for the full trace."""
    breach = rule.test(facts)
    if breach is True:
        return Status.VIOLATED
    if breach is None:
        return Status.UNDETERMINED
    return Status.NOT_APPLICABLE if rule.speaks(facts) is False else Status.SATISFIED


def _listed(fields: tuple[Field, ...], facts: Facts) -> Text:
    parts = []
    for field in fields:
        value = facts.get(field.name)
        shown = None if value is None else value_text(field, value)
        parts.append(
            field.label if shown is None else Text(f"{field.label.ja}：{shown.ja}", f"{field.label.en}: {shown.en}")
        )
    return _joined(parts)


def _joined(parts: list[Text]) -> Text:
    return Text("、".join(part.ja for part in parts), ", ".join(part.en for part in parts))


_UNITS = {
    "yen": Text("円", " yen"),
    "km": Text("km", " km"),
    "year": Text("年", " years"),
    "day": Text("日", " days"),
    "persons": Text("人", " persons"),
    "records": Text("件", " records"),
    "proposals": Text("件", " proposals"),
}


def _member_text(choices: type[Enum], value: Value) -> Text:
    label = getattr(choices(value), "label", None)
    return label if isinstance(label, Text) else Text(str(value), str(value))


def value_text(field: Field, value: Value) -> Text:
    """Return a known fact as people read it."""
    if isinstance(value, bool):
        return _YES_NO[value]
    if value == "":
        return _NONE
    if field.choices is not None:
        if field.type != "name":
            return _member_text(field.choices, value)
        listed = [_member_text(field.choices, one) for one in str(value).split(LISTED) if one]
        return _joined(listed) if listed else _NONE
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    shown = f"{value:,}" if isinstance(value, int | float) else str(value)
    unit = _UNITS.get(field.unit, Text(field.unit, f" {field.unit}") if field.unit else None)
    return Text(shown + unit.ja, shown + unit.en) if unit is not None else Text(shown, shown)
