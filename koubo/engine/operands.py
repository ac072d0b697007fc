"""What a term or a condition becomes when it is lowered to columns."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

import narwhals as nw
from attrs import frozen

from koubo.rules.language import RuleDefinitionError, Value

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@frozen
class Column:
    """A fact that stands in a column.

    Attributes:
        name: the name of the column.
        codes: for a choice that stands as whole numbers: the code of each id.
    """

    name: str
    codes: Mapping[str, int] | None = None

    @property
    def expr(self) -> nw.Expr:
        """The column as an expression."""
        return nw.col(self.name)

    def encode(self, value: Value) -> Value:
        """Return a value as it would stand in this column."""
        return value if self.codes is None else self.codes[str(value)]


@frozen(eq=False)
class Pick:
    """A choice that depends on a condition; it is compared branch by branch and never made into a column."""

    when: nw.Expr
    then: Operand
    otherwise: Operand


Operand = Column | Pick | nw.Expr | Value | None
"""A lowered term: a column, a choice between two, an expression, one value for all rows, or unknown in all rows."""
Outcome = nw.Expr | bool | None
"""A lowered condition: an expression, or what it comes to in all rows."""
Given = Column | Value | None
UNKNOWN = nw.lit(None, dtype=nw.Boolean)


def in_column(fact: Given) -> Given:
    """Return a value as it stands in a column: a day as its ordinal, a moment as its microseconds since 1970."""
    if isinstance(fact, datetime):
        return (fact - _EPOCH) // datetime.resolution
    return fact.toordinal() if isinstance(fact, date) else fact


def plain(operand: Operand) -> nw.Expr | Value | None:
    """Return an operand as an expression, a value, or unknown."""
    if isinstance(operand, Pick):
        raise RuleDefinitionError("a choice between two choices can only be compared")
    return operand.expr if isinstance(operand, Column) else operand


def literal(operand: nw.Expr | Value) -> nw.Expr:
    """Return an operand as an expression."""
    return operand if isinstance(operand, nw.Expr) else nw.lit(operand)


def alike(left: Operand, right: Operand) -> tuple[Operand, Operand]:
    """Return both sides of a comparison with a value encoded as the column beside it."""
    match left, right:
        case Column(), Column():
            if left.codes != right.codes:
                raise RuleDefinitionError(f"{left.name} and {right.name} are choices of different kinds")
        case Column(), bool() | int() | float() | str():
            return left, left.encode(right)
        case bool() | int() | float() | str(), Column():
            return right.encode(left), right
    return left, right
