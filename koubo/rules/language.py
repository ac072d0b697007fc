"""The language of conditions: a small typed expression tree, read by every runner and run by none.

A fact may be unknown, so that a condition is true, false or undetermined (Kleene's logic). A tree is built with
Python's operators on the facts of a subject (``line.one_way_km >= parameter("travel.min_one_way_km")``); it is never
evaluated by building it, and asking a tree for its truth raises, so that ``and``, ``or`` and chained comparisons
cannot drop a part of it.
"""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum
from typing import Any, Literal, NoReturn, cast

import attrs
from attrs import field, frozen

from koubo.text import Text

FactType = Literal["flag", "whole", "number", "day", "moment", "choice", "name"]
"""What a fact is: true/false, a whole number, a float, a date, an aware datetime, a member of an enumeration, an id."""
Comparator = Literal["==", "!=", "<", "<=", ">", ">="]
Value = bool | int | float | str | date
"""A known fact as the runners see it; an unknown one is ``None``. A choice stands as its id."""

OPPOSITE: dict[Comparator, Comparator] = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", "<=": ">", ">": "<="}


class RuleDefinitionError(TypeError):
    """A rule that is wrong as written: found when the rule base is built, never when it runs."""


class Expr:
    """A node of a tree; has no truth of its own."""

    __slots__ = ()

    def __bool__(self) -> NoReturn:
        message = "a condition has no truth of its own: combine conditions with &, | and ~, not and, or, not"
        raise RuleDefinitionError(message)

    def parts(self) -> tuple[Expr, ...]:
        """Return the nodes directly below this one."""
        values = (getattr(self, one.name) for one in attrs.fields(cast("Any", type(self))))
        each = (value if isinstance(value, tuple) else (value,) for value in values)
        return tuple(part for values in each for part in values if isinstance(part, Expr))

    def walk(self) -> Iterator[Expr]:
        """Yield this node and all below it, from left to right."""
        yield self
        for part in self.parts():
            yield from part.walk()


class Condition(Expr):
    """A node that is true, false or undetermined."""

    __slots__ = ()

    def __and__(self, other: Condition | Field) -> Condition:
        return All((self, condition(other)))

    def __or__(self, other: Condition | Field) -> Condition:
        return Either((self, condition(other)))

    def __invert__(self) -> Condition:
        return Not(self)


class Term(Expr):
    """A node that is a value, or unknown."""

    __slots__ = ()

    type: FactType

    def _compare(self, op: Comparator, other: object) -> Condition:
        return Compare(op, self, term(other, like=self))

    def __eq__(self, other: object) -> Condition:  # type: ignore[override]  # builds a tree
        return self._compare("==", other)

    def __ne__(self, other: object) -> Condition:  # type: ignore[override]  # builds a tree
        return self._compare("!=", other)

    def __lt__(self, other: object) -> Condition:
        return self._compare("<", other)

    def __le__(self, other: object) -> Condition:
        return self._compare("<=", other)

    def __gt__(self, other: object) -> Condition:
        return self._compare(">", other)

    def __ge__(self, other: object) -> Condition:
        return self._compare(">=", other)

    __hash__ = object.__hash__

    def __add__(self, other: object) -> Term:
        return Arithmetic("+", self, term(other, like=self))

    def __sub__(self, other: object) -> Term:
        return Arithmetic("-", self, term(other, like=self))

    def __mul__(self, other: object) -> Term:
        return Arithmetic("*", self, term(other, like=self))

    def __floordiv__(self, other: object) -> Term:
        return Arithmetic("//", self, term(other, like=self))

    def __mod__(self, other: object) -> Term:
        return Arithmetic("%", self, term(other, like=self))

    def is_in(self, *choices: object) -> Condition:
        """Whether the value is one of several."""
        return Among(self, tuple(constant(choice, like=self).value for choice in choices))

    @property
    def known(self) -> Condition:
        """Whether the value is known; never undetermined itself."""
        return Known(self)


@frozen(eq=False)
class Field(Term):
    """A fact of a subject, given or derived."""

    subject: str
    name: str
    type: FactType
    label: Text
    unit: str = ""
    choices: builtins.type[Enum] | None = None
    default: Value | None = None
    """What stands for the fact where it is left out; ``None`` where it is then unknown."""
    required: bool = False
    """Whether the fact is always given."""
    follows_from: tuple[Field, ...] = ()
    """The given facts that a derived one follows from; none for a given one."""

    @property
    def always_known(self) -> bool:
        """Whether the fact can never be unknown."""
        return self.required or self.default is not None

    def __and__(self, other: Condition | Field) -> Condition:
        return condition(self) & other

    def __or__(self, other: Condition | Field) -> Condition:
        return condition(self) | other

    def __invert__(self) -> Condition:
        return ~condition(self)


@frozen(eq=False)
class Constant(Term):
    """A value that stands in the rule itself: a choice, true or false, zero."""

    value: Value
    type: FactType


@frozen(eq=False)
class Parameter(Term):
    """A value of the call, by the key of its parameter; ``part`` takes one side of an exact ratio."""

    key: str
    type: FactType
    part: Literal["whole", "numerator", "denominator"] = "whole"


@frozen(eq=False)
class Arithmetic(Term):
    """A sum, difference, product, quotient rounded down, or remainder of whole numbers; unknown if a side is."""

    op: Literal["+", "-", "*", "//", "%"]
    left: Term
    right: Term
    type: FactType = field(default="whole", init=False)

    def __attrs_post_init__(self) -> None:
        for side in (self.left, self.right):
            if side.type != "whole":
                raise RuleDefinitionError(f"{self.op} works on whole numbers, not on {describe(side)}")


@frozen(eq=False)
class Extreme(Term):
    """The smallest or the largest of several whole numbers; unknown if one is."""

    op: Literal["min", "max"]
    terms: tuple[Term, ...]
    type: FactType = field(default="whole", init=False)


@frozen(eq=False)
class FirstKnown(Term):
    """The first of several terms that is known."""

    terms: tuple[Term, ...]
    type: FactType = field(init=False)

    def __attrs_post_init__(self) -> None:
        kinds = {one.type for one in self.terms}
        if len(kinds) != 1:
            raise RuleDefinitionError(f"first_known of unlike types: {sorted(kinds)}")
        object.__setattr__(self, "type", kinds.pop())


@frozen(eq=False)
class Choose(Term):
    """One term where a condition holds, another where it does not; unknown where it is undetermined."""

    when: Condition
    then: Term
    otherwise: Term
    type: FactType = field(init=False)

    def __attrs_post_init__(self) -> None:
        if self.then.type != self.otherwise.type:
            raise RuleDefinitionError(f"choose between unlike types: {self.then.type} and {self.otherwise.type}")
        object.__setattr__(self, "type", self.then.type)


@frozen(eq=False)
class DayNumber(Term):
    """The number of a day, counted from a fixed one, so that days can be subtracted."""

    day: Term
    type: FactType = field(default="whole", init=False)

    def __attrs_post_init__(self) -> None:
        if self.day.type != "day":
            raise RuleDefinitionError(f"day_number needs a day, not {describe(self.day)}")


@frozen(eq=False)
class Truth(Condition):
    """A condition that always, or never, holds."""

    value: bool


@frozen(eq=False)
class Holds(Condition):
    """A true-or-false fact taken as a condition."""

    field: Term

    def __attrs_post_init__(self) -> None:
        if self.field.type != "flag":
            raise RuleDefinitionError(f"{describe(self.field)} is no condition: compare it with something")


@frozen(eq=False)
class Compare(Condition):
    """Two values of one type compared; undetermined if a side is unknown."""

    op: Comparator
    left: Term
    right: Term

    def __attrs_post_init__(self) -> None:
        if self.left.type != self.right.type or _unlike_choices(self.left, self.right):
            raise RuleDefinitionError(f"unlike types: {describe(self.left)} {self.op} {describe(self.right)}")
        if self.op not in {"==", "!="} and self.left.type in {"flag", "choice", "name"}:
            raise RuleDefinitionError(f"{describe(self.left)} has no order")


@frozen(eq=False)
class Among(Condition):
    """A value is one of several; undetermined if it is unknown."""

    left: Term
    values: tuple[Value, ...]

    def __attrs_post_init__(self) -> None:
        if not self.values:
            raise RuleDefinitionError(f"{describe(self.left)} is one of nothing")


@frozen(eq=False)
class Known(Condition):
    """A value is known."""

    left: Term


@frozen(eq=False)
class Not(Condition):
    """The opposite of a condition."""

    condition: Condition


@frozen(eq=False)
class All(Condition):
    """All conditions hold: false if one is false, else undetermined if one is undetermined."""

    conditions: tuple[Condition, ...]


@frozen(eq=False)
class Either(Condition):
    """One condition or more holds: true if one is true, else undetermined if one is undetermined."""

    conditions: tuple[Condition, ...]


ALWAYS = Truth(True)
NEVER = Truth(False)


def condition(value: object) -> Condition:
    """Return a condition: itself, or a true-or-false fact taken as one."""
    if isinstance(value, Condition):
        return value
    if isinstance(value, Term):
        return Holds(value)
    raise RuleDefinitionError(f"{value!r} is no condition")


_PYTHON: dict[FactType, tuple[type, ...]] = {
    "flag": (bool,),
    "whole": (int,),
    "number": (int, float),
    "day": (date,),
    "moment": (datetime,),
    "choice": (str,),
    "name": (str,),
}


def is_a(kind: FactType, value: object) -> bool:
    """Whether a value is of a type; true is no number, and a moment no day."""
    another: dict[FactType, tuple[type, ...]] = {"flag": (), "day": (datetime,)}
    return isinstance(value, _PYTHON[kind]) and not isinstance(value, another.get(kind, (bool,)))


def constant(value: object, like: Term) -> Constant:
    """Return a value of the type of another term as a constant of the rule; refuse any other."""
    if like.type == "choice" and isinstance(like, Field) and like.choices is not None:
        if not isinstance(value, like.choices):
            raise RuleDefinitionError(f"{describe(like)} is compared with {value!r}, no {like.choices.__name__}")
        return Constant(value.value, "choice")
    if not is_a(like.type, value):
        raise RuleDefinitionError(f"{describe(like)} is compared with {value!r}")
    if like.type == "number":
        return Constant(float(value), "number")  # type: ignore[arg-type]  # checked above
    return Constant(value.value if isinstance(value, Enum) else value, like.type)  # type: ignore[arg-type]  # checked above


def _unlike_choices(left: Term, right: Term) -> bool:
    return (
        isinstance(left, Field)
        and isinstance(right, Field)
        and left.type == "choice"
        and left.choices is not right.choices
    )


def term(value: object, like: Term) -> Term:
    """Return a term: itself, or a plain value as a constant of the type of its neighbour."""
    return value if isinstance(value, Term) else constant(value, like)


def parameter(key: str, type: FactType = "whole") -> Parameter:  # noqa: A002  # reads as the field it sets
    """Name a parameter of the call; its value is put in when the rules are bound to a call."""
    return Parameter(key, type)


def ratio(key: str) -> tuple[Parameter, Parameter]:
    """Name both sides of an exact ratio of the call: numerator and denominator."""
    return Parameter(key, "whole", "numerator"), Parameter(key, "whole", "denominator")


def smallest(*terms: Term) -> Term:
    """Return the smallest of several whole numbers."""
    return Extreme("min", terms)


def largest(first: Term, *rest: Term | int) -> Term:
    """Return the largest of several whole numbers."""
    return Extreme("max", (first, *(term(one, like=first) for one in rest)))


def first_known(*terms: Term) -> Term:
    """Return the first of several terms that is known."""
    return FirstKnown(terms)


def choose(when: Condition | Field, then: Term | int | Enum, otherwise: Term) -> Term:
    """Return one term where a condition holds and another where it does not."""
    return Choose(condition(when), term(then, like=otherwise), otherwise)


def day_number(day: Term) -> Term:
    """Return the number of a day."""
    return DayNumber(day)


def describe(expression: Expr) -> str:
    """Return a short name of a node for error messages."""
    match expression:
        case Field(subject=subject, name=name, type=kind):
            return f"{subject}.{name} ({kind})"
        case Constant(value=value):
            return repr(value)
        case Parameter(key=key):
            return f'parameter("{key}")'
        case _:
            return type(expression).__name__
