"""A subject of rules (a line, a member, a person …) and the facts that rules may read of it."""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from functools import cached_property
from typing import Any

import attrs

from koubo.rules.language import Choose, FactType, Field, FirstKnown, RuleDefinitionError, Term, Value
from koubo.text import Text

_SIMPLE: dict[object, FactType] = {
    bool: "flag",
    int: "whole",
    float: "number",
    date: "day",
    datetime: "moment",
    str: "name",
}


@attrs.frozen(eq=False)
class Derived:
    """A fact that follows from others, declared once for every runner."""

    field: Field
    expression: Term


class Subject:
    """The facts of one kind of subject, made from attrs classes; ``line.one_way_km`` is a :class:`Field`.

    A name that is no fact raises when it is asked for, that is when the module with the rule is imported.

    Args:
        kind: the name of the kind, such as ``line``.
        title: what it is, in both languages.
        sources: attrs classes whose fields are its facts. A field without metadata ``label`` is no fact, nor is one
            marked ``compound``: it says several things, and a builder makes a fact of each.
        discriminator: the name of a required fact that splits the rules (the category of a line).
        parent: the kind of subject that a conclusion on this one is handed up to.
    """

    def __init__(
        self,
        kind: str,
        title: Text,
        *sources: type[Any],
        discriminator: str | None = None,
        parent: str | None = None,
    ) -> None:
        self.kind = kind
        self.title = title
        self.parent = parent
        self.fields: dict[str, Field] = {}
        self.derived: list[Derived] = []
        for source in sources:
            hints = typing.get_type_hints(source)
            for attribute in attrs.fields(source):
                if "label" in attribute.metadata and not attribute.metadata.get("compound"):
                    self._add(_fact(kind, attribute, hints[attribute.name]))
        self.discriminator = discriminator
        if discriminator is not None and not self.fields[discriminator].required:
            raise RuleDefinitionError(f"{kind}.{discriminator} may be unknown and cannot split rules")

    def _add(self, fact: Field) -> Field:
        if fact.name in self.fields:
            raise RuleDefinitionError(f"{self.kind}.{fact.name} is declared twice")
        self.fields[fact.name] = fact
        return fact

    def __getattr__(self, name: str) -> Field:
        try:
            return self.__dict__["fields"][name]  # type: ignore[no-any-return]
        except KeyError:
            known = ", ".join(sorted(self.__dict__.get("fields", ())))
            raise AttributeError(f"{self.__dict__.get('kind')} has no fact {name!r}; it has {known}") from None

    def __getitem__(self, name: str) -> Field:
        """Return a fact by its name, also one that is called as an attribute of the subject is (``kind``)."""
        if name not in self.fields:
            return self.__getattr__(name)
        return self.fields[name]

    def derive(self, name: str, expression: Term, label: Text, unit: str = "") -> Field:
        """Declare a fact that follows from facts declared before it."""
        read = [part for part in expression.walk() if isinstance(part, Field)]
        given = {one.name: one for part in read for one in (part.follows_from or (part,))}
        fact = Field(
            self.kind,
            name,
            expression.type,
            label,
            unit=unit,
            choices=_choices(expression),
            required=all(part.always_known for part in read),
            follows_from=tuple(given.values()),
        )
        self.derived.append(Derived(fact, expression))
        return self._add(fact)

    @cached_property
    def given(self) -> tuple[Field, ...]:
        """The facts that are given, not derived."""
        derived = {one.field.name for one in self.derived}
        return tuple(one for one in self.fields.values() if one.name not in derived)

    def flatten(self, *sources: Any) -> dict[str, Value | None]:
        """Return the given facts as flat values, from instances or mappings; a later source goes before an earlier.

        What no source has takes its default, or is unknown.
        """
        facts: dict[str, Value | None] = {one.name: one.default for one in self.given}
        for source in sources:
            read = source.get if isinstance(source, Mapping) else functools.partial(_attribute, source)
            for name in facts:
                value = read(name)
                if value is not None:
                    facts[name] = value.value if isinstance(value, Enum) else value
        for name in self._numbers:
            number = facts[name]
            if number is not None:
                facts[name] = float(number)  # type: ignore[arg-type]  # a whole number of km or years is one too
        return facts

    @cached_property
    def _numbers(self) -> tuple[str, ...]:
        return tuple(one.name for one in self.given if one.type == "number")


def _choices(term: Term) -> type[Enum] | None:
    """Return the enumeration whose members a term can be."""
    match term:
        case Field(type="choice", choices=choices):
            return choices
        case Choose(then=then, otherwise=otherwise):
            return _choices(then) or _choices(otherwise)
        case FirstKnown(terms=terms):
            return _choices(terms[0])
    return None


def _attribute(source: Any, name: str) -> Any:
    return getattr(source, name, None)


def _fact(kind: str, attribute: attrs.Attribute[Any], hint: object) -> Field:
    choices: type[Enum] | None = attribute.metadata.get("members")
    optional = False
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
        inner = [one for one in typing.get_args(hint) if one is not type(None)]
        optional = True
        if len(inner) != 1:
            raise RuleDefinitionError(f"{kind}.{attribute.name}: {hint} is no type of a fact")
        hint = inner[0]
    if isinstance(hint, type) and issubclass(hint, Enum):
        choices = hint
        fact_type: FactType = "choice"
    elif hint in _SIMPLE:
        fact_type = _SIMPLE[hint]
    else:
        raise RuleDefinitionError(f"{kind}.{attribute.name}: {hint} is no type of a fact")
    default = None if optional or attribute.default is attrs.NOTHING else attribute.default
    return Field(
        kind,
        attribute.name,
        fact_type,
        attribute.metadata["label"],
        unit=attribute.metadata.get("unit", ""),
        choices=choices,
        default=default.value if isinstance(default, Enum) else default,
        required=not optional,
    )
