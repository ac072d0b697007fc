"""The columns runner's reading of the language: a tree becomes a narwhals expression, in which null is unknown.

A fact stands in a column, or is the same for the whole frame and then folded away while lowering: a rule about
settlements costs nothing in a plan. A day stands in its column as its ordinal (day 1 is 0001-01-01), a moment as its
microseconds since 1970, a choice as its id or as a code of it, so that no engine has to know dates or compare text twice.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

import narwhals as nw

from koubo.engine.operands import UNKNOWN, Column, Given, Operand, Outcome, Pick, alike, in_column, literal, plain
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
    FactType,
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

_COMPARE: dict[str, Callable[[Any, Any], Any]] = {
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


class Lowering:
    """Lowers trees whose facts are known by name; what several rules need becomes a column of its own.

    Args:
        facts: each given fact: its column, its one value for all rows, or ``None`` where it is unknown in all rows.
        derived: the trees of the derived facts, with the call's values in place of parameters.
        prefix: what the names of added columns begin with.
        unknown: a condition that is undetermined in all rows, as the engine writes it.
    """

    def __init__(
        self, facts: Mapping[str, Given], derived: Mapping[str, Term], prefix: str, unknown: nw.Expr = UNKNOWN
    ) -> None:
        self._facts: dict[str, Operand] = {name: in_column(fact) for name, fact in facts.items()}
        self._derived = derived
        self._prefix = prefix
        self._unknown = unknown
        self._worked_out: list[dict[str, nw.Expr]] = []
        self._compared: dict[str, nw.Expr] = {}
        self._names: dict[object, str] = {}
        self._deriving = 0

    @property
    def layers(self) -> tuple[Mapping[str, nw.Expr], ...]:
        """The added columns, in layers of which each reads only those before it."""
        return tuple(layer for layer in (*self._worked_out, self._compared) if layer)

    def truth(self, node: Condition) -> Outcome:
        """Return a condition lowered."""
        match node:
            case Truth(value=value):
                return value
            case Holds(field=fact):
                return cast("Outcome", plain(self.operand(fact)))
            case Compare(op=op, left=left, right=right):
                return self._compare(op, self.operand(left), self.operand(right))
            case Among(left=left, values=values):
                return self._among(self.operand(left), values)
            case Known(left=left):
                return self._known(self.operand(left))
            case Not(condition=inner):
                found = self.truth(inner)
                return ~found if isinstance(found, nw.Expr) else None if found is None else not found
            case All(conditions=parts):
                return self._fold(map(self.truth, parts), decisive=False)
            case Either(conditions=parts):
                return self._fold(map(self.truth, parts), decisive=True)
        raise RuleDefinitionError(f"no column form for {describe(node)}")

    def operand(self, node: Term) -> Operand:
        """Return a term lowered."""
        match node:
            case Field(name=name):
                if name not in self._facts:
                    self._facts[name] = self._derive(name)
                return self._facts[name]
            case Constant(value=value):
                return in_column(value)
            case DayNumber(day=day):
                return self.operand(day)
            case Arithmetic(op=op, left=left, right=right):
                first, second = plain(self.operand(left)), plain(self.operand(right))
                return None if first is None or second is None else _ARITHMETIC[op](first, second)
            case Extreme(op=op, terms=terms):
                return functools.reduce(functools.partial(self._extreme, op), map(self.operand, terms))
            case FirstKnown(terms=terms, type=kind):
                return functools.reduce(functools.partial(self._first_known, kind), map(self.operand, terms))
            case Choose(when=when, then=then, otherwise=otherwise, type=kind):
                return self._choose(kind, self.truth(when), self.operand(then), self.operand(otherwise))
        raise RuleDefinitionError(f"no column form for {describe(node)}")

    def value(self, node: Term) -> nw.Expr | None:
        """Return a whole number or a measure lowered, as an expression; ``None`` where it is unknown in all rows."""
        found = plain(self.operand(node))
        return None if found is None else literal(found)

    def _derive(self, name: str) -> Operand:
        self._deriving += 1
        found = self.operand(self._derived[name])
        self._deriving -= 1
        if not isinstance(found, nw.Expr):
            return found
        level = self._level(name)
        self._worked_out += ({} for _ in range(level - len(self._worked_out)))
        return Column(self._add(self._worked_out[level - 1], found))

    def _level(self, name: str) -> int:
        """Return how many derived facts stand on one another up to this one."""
        read = {node.name for node in self._derived[name].walk() if isinstance(node, Field)}
        return 1 + max((self._level(one) for one in read & self._derived.keys()), default=0)

    def _add(self, layer: dict[str, nw.Expr], expression: nw.Expr) -> str:
        name = f"{self._prefix}{sum(map(len, self._worked_out)) + len(self._compared)}"
        layer[name] = expression
        return name

    def _shared(self, key: object, expression: nw.Expr) -> nw.Expr:
        """Return an expression as a column that holds it, the same for the same key."""
        if self._deriving:
            return expression
        if key not in self._names:
            self._names[key] = self._add(self._compared, expression)
        return nw.col(self._names[key])

    def _compare(self, op: str, left: Operand, right: Operand) -> Outcome:
        if left is None or right is None:
            return None
        if isinstance(left, Pick):
            return self._either(
                left.when, self._compare(op, left.then, right), self._compare(op, left.otherwise, right)
            )
        if isinstance(right, Pick):
            return self._either(
                right.when, self._compare(op, left, right.then), self._compare(op, left, right.otherwise)
            )
        left, right = alike(left, right)
        found = _COMPARE[op](plain(left), plain(right))
        if isinstance(left, Column) and not isinstance(right, nw.Expr):
            key = (Column, right.name) if isinstance(right, Column) else right
            return self._shared((op, left.name, key), found)
        return cast("Outcome", found)

    def _among(self, left: Operand, values: tuple[Value, ...]) -> Outcome:
        match left:
            case None:
                return None
            case Pick(when=when, then=then, otherwise=otherwise):
                return self._either(when, self._among(then, values), self._among(otherwise, values))
            case Column(name=name):
                codes = sorted(left.encode(value) for value in values)
                return self._shared(("in", name, *codes), left.expr.is_in(codes))
            case nw.Expr():
                return left.is_in(values)
        return left in values

    def _known(self, left: Operand) -> nw.Expr | bool:
        match left:
            case Column(name=name):
                return self._shared(("known", name), ~left.expr.is_null())
            case Pick(when=when, then=then, otherwise=otherwise):
                known = self._either(when, self._known(then), self._known(otherwise))
                return known.fill_null(False) if isinstance(known, nw.Expr) else bool(known)
            case nw.Expr():
                return ~left.is_null()
        return left is not None

    def _first_known(self, kind: FactType, first: Operand, second: Operand) -> Operand:
        known = self._known(first)
        if isinstance(known, bool):
            return first if known else second
        if kind == "choice":
            return Pick(known, first, second)
        rest = plain(second)
        return first if rest is None else nw.coalesce(plain(first), literal(rest))  # type: ignore[arg-type]  # an expression

    def _fold(self, parts: Iterable[Outcome], *, decisive: bool) -> Outcome:
        """Kleene's and (a false part decides) or or (a true part decides)."""
        expressions: list[nw.Expr] = []
        unknown = False
        for part in parts:
            if part is decisive:
                return decisive
            if isinstance(part, nw.Expr):
                expressions.append(part)
            unknown = unknown or part is None
        if not expressions:
            return None if unknown else not decisive
        if unknown:
            expressions.append(self._unknown)
        return functools.reduce(operator.or_ if decisive else operator.and_, expressions)

    def _either(self, when: nw.Expr, then: Outcome, otherwise: Outcome) -> Outcome:
        """Return one outcome where a condition holds, the other where it does not; undetermined where it is."""
        holds = self._fold((when, then), decisive=False)
        holds_not = self._fold((~when, otherwise), decisive=False)
        return self._fold((holds, holds_not, when & ~when), decisive=True)

    def _choose(self, kind: FactType, when: Outcome, then: Operand, otherwise: Operand) -> Operand:
        """Return one operand where a condition holds, the other where it does not; unknown where it is undetermined."""
        if when is None or (then is None and otherwise is None):
            return None
        if isinstance(when, bool):
            return then if when else otherwise
        if kind == "choice":
            return Pick(when, then, otherwise)
        first, second = plain(then), plain(otherwise)
        if kind == "flag":
            return self._either(when, cast("Outcome", first), cast("Outcome", second))
        return self._one_of_two(when, first, second)

    def _one_of_two(self, when: nw.Expr, first: nw.Expr | Value | None, second: nw.Expr | Value | None) -> nw.Expr:
        """Return one value or the other; not both are unknown.

        A gap comes from an expression that can have one: classic pandas has none in a column made of one value.
        """
        if isinstance(second, nw.Expr):
            rest = nw.when(~when).then(second)
            return rest if first is None else nw.when(when).then(literal(first)).otherwise(rest)
        if isinstance(first, nw.Expr) or first is None:
            return self._one_of_two(~when, second, first)
        if isinstance(first, str) or isinstance(second, str):
            raise RuleDefinitionError(f"no column form for a choice between {first!r} and {second!r}")
        if second is None:
            return (when | self._unknown).cast(nw.Int64) * first
        return when.cast(nw.Int64) * (first - second) + second  # type: ignore[operator]  # numbers

    def _extreme(self, op: str, first: Operand, second: Operand) -> Operand:
        left, right = plain(first), plain(second)
        if left is None or right is None:
            return None
        if not isinstance(left, nw.Expr) and not isinstance(right, nw.Expr):
            return min(left, right) if op == "min" else max(left, right)
        ahead = _COMPARE["<=" if op == "min" else ">="](left, right)
        return self._one_of_two(ahead, left, right)
