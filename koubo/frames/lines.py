"""Every row of a frame judged as a budget line: verdict, three amounts, and which rules and mistakes were found."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence

import narwhals as nw
from attrs import frozen
from narwhals.dtypes import DType

from koubo.engine.bound import BoundBase
from koubo.engine.operands import Given
from koubo.engine.table import Judging, judging
from koubo.frames.columns import line_columns, present
from koubo.frames.reading import Read, read, whole_number
from koubo.frames.ways import Way
from koubo.models.expense import LINE_PAIRS
from koubo.models.pairs import NotAbove, NotBefore, OnlyWhere
from koubo.rules.language import Compare, Condition, Constant, Holds
from koubo.rules.vi_2_expenses.chains import ALLOWABLE, PENDING, REDUCED, VERDICTS
from koubo.rules.vi_2_expenses.line import line

MISTAKE = "mistake"
VERDICT, FINDINGS = "koubo_verdict", "koubo_findings"
ALLOWABLE_YEN, PENDING_YEN, DISALLOWED_YEN = "koubo_allowable_yen", "koubo_pending_yen", "koubo_disallowed_yen"
ADDED = (VERDICT, ALLOWABLE_YEN, PENDING_YEN, DISALLOWED_YEN, FINDINGS)

_REFUSING = frozenset(VERDICTS) - PENDING - {REDUCED}

Layer = Mapping[str, nw.Expr]


@frozen(eq=False)
class Lines:
    """How to judge the rows of a frame as budget lines.

    Attributes:
        reads: how each column that the frame has is read.
        judging: how the rules judge the facts that were read.
        amount: the amount as a whole number, whether in bounds or not.
        way: how the engine reads choices and days.
        prefix: what the names of added columns begin with.
    """

    reads: Mapping[str, Read]
    judging: Judging
    amount: nw.Expr
    way: Way
    prefix: str

    @property
    def own_mistakes(self) -> dict[str, str]:
        """The columns whose own values can be a mistake, and the columns that say in which rows they are."""
        return {name: f"{self.prefix}x{name}" for name, one in self.reads.items() if one.wrong is not None}

    @property
    def rules(self) -> tuple[tuple[str, str], ...]:
        """The ids of the rules that can be found in a row, in the call's order, with the columns of their breaches."""
        return tuple((rule.rule.id, column) for rule, column in self.judging.rules)

    @property
    def place(self) -> str:
        """The column of the place of the verdict among all verdicts; 0 is a mistake."""
        return f"{self.prefix}verdict"

    def layers(self) -> Iterator[Layer]:
        """Yield the columns to add, layer by layer; each layer reads only those before it."""
        yield {key: value for one in self.reads.values() for key, value in one.cleaned.items()}
        wrong = {self.own_mistakes[name]: one.wrong for name, one in self.reads.items() if one.wrong is not None}
        yield wrong | {key: value for one in self.reads.values() for key, value in one.sound.items()}
        yield from self.judging.layers
        yield {self.place: self._place_of_verdict(), **self._least()}
        yield self._verdict_and_amounts()

    def _place_of_verdict(self) -> nw.Expr:
        """Return the place of the first verdict that holds, mistakes going before all others."""
        bad = [nw.col(name) for name in (*self.own_mistakes.values(), *self.judging.also.values())]
        conditions = [nw.any_horizontal(*bad, ignore_nulls=True), *map(self.judging.concluded, VERDICTS)]
        cases = [(one, nw.lit(place)) for place, one in enumerate(conditions) if one is not None]
        return first_of(cases, nw.lit(len(conditions)))

    def _least(self) -> Layer:
        """Return the smallest amount to which a rule reduces the line."""
        parts: list[nw.Expr] = [nw.when(nw.col(column)).then(amount) for column, amount in self.judging.amounts.items()]
        return {f"{self.prefix}least": functools.reduce(_lesser, parts)} if parts else {}

    def _verdict_and_amounts(self) -> Layer:
        place, amount, none = nw.col(self.place), self.amount, nw.lit(0, dtype=nw.Int64)
        verdicts = (MISTAKE, *VERDICTS, ALLOWABLE)
        pending = _among(place, [one in PENDING | {MISTAKE} for one in verdicts])
        refused = _among(place, [one in _REFUSING for one in verdicts])
        allowable = [(place == verdicts.index(ALLOWABLE), amount)]
        disallowed = [(refused, amount)]
        if self.judging.amounts:
            least, reduced = nw.col(f"{self.prefix}least"), place == verdicts.index(REDUCED)
            allowable.append((reduced, least))
            disallowed.append((reduced, amount - least))
        return {
            VERDICT: self.way.words(self.place, verdicts),
            ALLOWABLE_YEN: first_of(allowable, none),
            PENDING_YEN: nw.when(pending).then(amount).otherwise(none),
            DISALLOWED_YEN: first_of(disallowed, none),
        }


def lines(schema: Mapping[str, DType], way: Way, bound: BoundBase, context: Mapping[str, Given], prefix: str) -> Lines:
    """Work out how to judge the rows of a frame.

    Args:
        schema: the frame's columns and their types.
        way: how its engine reads choices and days.
        bound: the rule base, bound to a call.
        context: the facts that are the same for all lines: stage, contract term …
        prefix: what no column of the frame begins with.

    Raises:
        InputError: naming every required column that is missing and every column of a wrong type.
    """
    reads = {column.name: read(column, schema[column.name], way, f"{prefix}c_") for column in present(schema)}
    facts: dict[str, Given] = {one.name: one.default for one in line.given}
    facts |= {column.name: column.default for column in line_columns()}
    facts |= {name: one.fact for name, one in reads.items()} | dict(context)
    pairs = {pair.field: _condition(pair) for pair in LINE_PAIRS}
    return Lines(
        reads,
        judging(bound, line.kind, facts, pairs, prefix, way.unknown),
        whole_number("amount_yen", schema["amount_yen"]),
        way,
        prefix,
    )


def _condition(pair: NotBefore | NotAbove | OnlyWhere) -> Condition:
    """Return when a check between two columns finds a mistake."""
    fact = line.fields[pair.field]
    match pair:
        case NotBefore(start=start):
            return Compare("<", fact, line.fields[start])
        case NotAbove(whole=whole):
            return Compare(">", fact, line.fields[whole])
        case OnlyWhere(choice=choice, value=value):
            return Holds(fact) & Compare("!=", line.fields[choice], Constant(value.value, "choice"))


def first_of(cases: Sequence[tuple[nw.Expr, nw.Expr]], otherwise: nw.Expr) -> nw.Expr:
    """Return the value of the first condition that holds."""
    return functools.reduce(lambda rest, one: nw.when(one[0]).then(one[1]).otherwise(rest), reversed(cases), otherwise)


def _among(place: nw.Expr, wanted: Sequence[bool]) -> nw.Expr:
    return place.is_in([number for number, one in enumerate(wanted) if one])


def _lesser(first: nw.Expr, second: nw.Expr) -> nw.Expr:
    """Return the lesser of two numbers, or the one that is there."""
    return nw.when(first.is_null() | (second < first)).then(second).otherwise(first)
