"""What changed between two versions of a budget, and what that does to verdicts and totals."""

from __future__ import annotations

from functools import cached_property
from typing import Any, Literal

import attrs
from attrs import frozen

from koubo.audit.result import BudgetAudit, LineAudit
from koubo.engine.finding import Finding, plain
from koubo.models.expense import ExpenseLine
from koubo.results import Shown

_TOTALS = (
    "claimed_yen",
    "allowable_yen",
    "pending_yen",
    "disallowed_yen",
    "general_admin_limit_yen",
    "subtotal_yen",
    "total_with_tax_yen",
    "cap_with_tax_yen",
    "within_cap",
)


@frozen(eq=False, kw_only=True)
class LineChange:
    """One line that was added, removed or changed, or whose verdict changed though it did not."""

    line_id: str
    change: Literal["added", "removed", "changed", "verdict"]
    fields: dict[str, tuple[Any, Any]]
    before: LineAudit | None
    after: LineAudit | None

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return {
            "line_id": self.line_id,
            "change": self.change,
            "fields": {name: {"before": old, "after": new} for name, (old, new) in self.fields.items()},
            "verdict": {"before": _verdict(self.before), "after": _verdict(self.after)},
            "allowable_yen": {
                "before": None if self.before is None else self.before.allowable_yen,
                "after": None if self.after is None else self.after.allowable_yen,
            },
        }


@frozen(eq=False, kw_only=True)
class BudgetDiff(Shown):
    """Two audits side by side."""

    before: BudgetAudit
    after: BudgetAudit

    @cached_property
    def lines(self) -> tuple[LineChange, ...]:
        """The lines with a difference: those of the new version in its order, then the removed ones."""
        old = {one.line_id: one for one in self.before.lines}
        new = {one.line_id: one for one in self.after.lines}
        found = [_change(old.get(name), one) for name, one in new.items()]
        found += [_change(one, None) for name, one in old.items() if name not in new]
        return tuple(one for one in found if one is not None)

    @property
    def totals(self) -> dict[str, tuple[Any, Any]]:
        """The totals that differ, before and after."""
        pairs = {name: (getattr(self.before.totals, name), getattr(self.after.totals, name)) for name in _TOTALS}
        return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of the new version that the old one did not have."""
        return _without(self.after.findings, self.before.findings)

    @cached_property
    def resolved(self) -> tuple[Finding, ...]:
        """The findings of the old version that the new one no longer has."""
        return _without(self.before.findings, self.after.findings)

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return {
            "lines": [one.to_dict() for one in self.lines],
            "totals": {name: {"before": old, "after": new} for name, (old, new) in self.totals.items()},
            "findings": [one.to_dict() for one in self.findings],
            "resolved": [one.to_dict() for one in self.resolved],
        }


def diff_audits(before: BudgetAudit, after: BudgetAudit) -> BudgetDiff:
    """Compare the audits of two versions of a budget; lines are matched by their ids."""
    return BudgetDiff(before=before, after=after)


def _change(before: LineAudit | None, after: LineAudit | None) -> LineChange | None:
    if before is None or after is None:
        one = after if before is None else before
        kind: Literal["added", "removed"] = "added" if before is None else "removed"
        return (
            None if one is None else LineChange(line_id=one.line_id, change=kind, fields={}, before=before, after=after)
        )
    fields = {
        attribute.name: (plain(getattr(before.line, attribute.name)), plain(getattr(after.line, attribute.name)))
        for attribute in attrs.fields(ExpenseLine)
        if getattr(before.line, attribute.name) != getattr(after.line, attribute.name)
    }
    if before.bearer != after.bearer:
        fields["member"] = (before.bearer, after.bearer)
    moved = (before.verdict, before.allowable_yen) != (after.verdict, after.allowable_yen)
    if not fields and not moved:
        return None
    change: Literal["changed", "verdict"] = "changed" if fields else "verdict"
    return LineChange(line_id=after.line_id, change=change, fields=fields, before=before, after=after)


def _verdict(one: LineAudit | None) -> str | None:
    return None if one is None else one.verdict


def _without(findings: tuple[Finding, ...], others: tuple[Finding, ...]) -> tuple[Finding, ...]:
    seen = {(one.subject, one.rule_id, one.status) for one in others}
    return tuple(one for one in findings if (one.subject, one.rule_id, one.status) not in seen)
