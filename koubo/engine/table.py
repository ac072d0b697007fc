"""The table runner: all rules of one kind of subject as columns of a frame whose rows are its subjects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import narwhals as nw
from attrs import frozen

from koubo.engine.bound import BoundBase, BoundRule
from koubo.engine.columns import Lowering
from koubo.engine.operands import UNKNOWN, Given
from koubo.rules.language import Condition, RuleDefinitionError
from koubo.rules.rule import Chain, Status


@frozen(eq=False)
class Judging:
    """How to judge every row of a frame.

    Attributes:
        layers: the columns to add, layer by layer; each layer reads only those before it.
        rules: the rules that can be violated or undetermined in some row, in the call's order, each with the column
            of its breach: true is violated, null undetermined.
        amounts: for the column of each of these rules that reduces: the fact to which it does.
        also: for each other condition that was asked for and can hold in some row: its column.
        chains: what follows from findings.
    """

    layers: tuple[Mapping[str, nw.Expr], ...]
    rules: tuple[tuple[BoundRule, str], ...]
    amounts: Mapping[str, nw.Expr]
    also: Mapping[str, str]
    chains: tuple[Chain, ...]

    def concluded(self, conclusion: str) -> nw.Expr | None:
        """Return in which rows a conclusion is drawn; ``None`` where it is in no row."""
        grounds = [
            nw.col(column).is_null() if chain.status is Status.UNDETERMINED else nw.col(column)
            for chain in self.chains
            if chain.then == conclusion
            for rule, column in self.rules
            if rule.rule.otherwise in chain.effects
        ]
        return nw.any_horizontal(*grounds, ignore_nulls=True) if grounds else None


def judging(
    bound: BoundBase,
    kind: str,
    facts: Mapping[str, Given],
    also: Mapping[str, Condition],
    prefix: str,
    unknown: nw.Expr = UNKNOWN,
) -> Judging:
    """Lower all rules of a kind.

    Args:
        bound: the rule base, bound to a call.
        kind: the kind of subject that a row is.
        facts: all given facts of the kind.
        also: other conditions on the same facts, by a name.
        prefix: what the names of added columns begin with; no column of the frame does.
        unknown: a condition that is undetermined in all rows, as the engine writes it.
    """
    derived = {one.field.name: bound.resolve(one.expression) for one in bound.base.by_kind[kind].derived}
    lowering = Lowering(facts, derived, f"{prefix}f", unknown)
    rules: list[tuple[BoundRule, str]] = []
    held: dict[str, nw.Expr] = {}
    amounts: dict[str, nw.Expr] = {}
    others: dict[str, str] = {}
    for rule in bound.rules:
        breach = lowering.truth(rule.breach) if rule.rule.subject == kind else False
        if breach is False:
            continue
        column = f"{prefix}r{len(rules)}"
        held[column] = unknown if breach is None else _expression(breach)
        rules.append((rule, column))
        amount = None if rule.rule.amount is None or breach is None else lowering.value(rule.rule.amount)
        if amount is not None:
            amounts[column] = amount
    for name, condition in also.items():
        outcome = lowering.truth(condition)
        if outcome is not False:
            others[name] = column = f"{prefix}a{len(others)}"
            held[column] = unknown if outcome is None else _expression(outcome)
    return Judging((*lowering.layers, held), tuple(rules), amounts, others, _on_findings(kind, bound.base.chains))


def _expression(outcome: nw.Expr | bool) -> nw.Expr:
    return outcome if isinstance(outcome, nw.Expr) else nw.lit(outcome, dtype=nw.Boolean)


def _on_findings(kind: str, chains: Iterable[Chain]) -> tuple[Chain, ...]:
    """Return the chains from findings of a kind; refuse those that lead from one conclusion on a row to another."""
    own = tuple(chain for chain in chains if chain.kind == kind and not chain.up)
    if any(chain.status is None for chain in own):
        raise RuleDefinitionError(f"a table draws no conclusion on a {kind} from another conclusion")
    return own
