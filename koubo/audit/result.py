"""What an audit gives: the verdict of each line, totals, and breakdowns."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property
from typing import Any

import attrs
from attrs import frozen

from koubo.calls import Call
from koubo.engine.finding import Finding
from koubo.exact import points
from koubo.judging import Judgement
from koubo.models.expense import Budget, ExpenseLine
from koubo.results import Paged


@frozen(eq=False, kw_only=True)
class LineAudit:
    """The verdict of one line; the three amounts always add up to what was claimed, in yen without tax."""

    line: ExpenseLine
    bearer: str
    verdict: str
    allowable_yen: int
    pending_yen: int
    disallowed_yen: int
    findings: tuple[Finding, ...]

    @property
    def line_id(self) -> str:
        """The id of the line."""
        return self.line.line_id

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return {
            "line_id": self.line_id,
            "category": self.line.category.value,
            "member": self.bearer,
            "amount_yen": self.line.amount_yen,
            "verdict": self.verdict,
            "allowable_yen": self.allowable_yen,
            "pending_yen": self.pending_yen,
            "disallowed_yen": self.disallowed_yen,
            "findings": [finding.to_dict() for finding in self.findings],
        }


@frozen(kw_only=True)
class Amounts:
    """What was claimed, and what became of it, in yen without tax."""

    claimed_yen: int
    allowable_yen: int
    pending_yen: int
    disallowed_yen: int

    @classmethod
    def of(cls, lines: list[LineAudit]) -> Amounts:
        """Add up lines."""
        return cls(
            claimed_yen=sum(one.line.amount_yen for one in lines),
            allowable_yen=sum(one.allowable_yen for one in lines),
            pending_yen=sum(one.pending_yen for one in lines),
            disallowed_yen=sum(one.disallowed_yen for one in lines),
        )

    def to_dict(self) -> dict[str, int]:
        """Return plain JSON values."""
        return attrs.asdict(self)


@frozen(kw_only=True)
class MemberAmounts(Amounts):
    """One corporation's amounts with its limit of general administrative cost; ``None`` where it is not known."""

    general_admin_rate: Fraction | None
    general_admin_base_yen: int
    general_admin_limit_yen: int | None

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        rate = self.general_admin_rate
        return {**attrs.asdict(self), "general_admin_rate": None if rate is None else str(rate)}


@frozen(kw_only=True)
class Totals(Amounts):
    """The totals of a budget; all but the first four are of allowable amounts.

    ``within_cap`` is ``None`` where pending lines or an unknown region decide.
    """

    direct_cost_yen: int
    labour_yen: int
    general_admin_base_yen: int
    general_admin_limit_yen: int | None
    general_admin_yen: int
    subcontract_yen: int
    subtotal_yen: int
    consumption_tax_yen: int
    total_with_tax_yen: int
    cap_with_tax_yen: int | None
    within_cap: bool | None
    non_labour_share: Fraction | None

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        share = self.non_labour_share
        return {**attrs.asdict(self), "non_labour_share": None if share is None else points(share)}


@frozen(eq=False, kw_only=True)
class BudgetAudit(Paged):
    """The audit of a budget.

    Attributes:
        budget: what was audited.
        call: the call with the parameters that were used.
        lines: the verdicts, in the order of the budget.
        totals: the totals.
        by_category, by_member: breakdowns, in the order of the categories and of first appearance.
        findings: violated and undetermined findings, line by line, the budget's own last.
        runner: the runner that judged.
    """

    budget: Budget
    call: Call
    lines: tuple[LineAudit, ...]
    totals: Totals
    by_category: Mapping[str, Amounts]
    by_member: Mapping[str, MemberAmounts]
    findings: tuple[Finding, ...]
    conclusions: frozenset[str]
    runner: str
    judgements: tuple[Judgement, ...] = attrs.field(repr=False)

    @cached_property
    def trace(self) -> tuple[Finding, ...]:
        """All findings, satisfied and not applicable ones too."""
        order = {f"budget.lines[{line.line_id}]": place for place, line in enumerate(self.lines)}
        every = [finding for judgement in self.judgements for finding in judgement.trace]
        return tuple(sorted(every, key=lambda finding: order.get(finding.subject, len(order))))

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return {
            "call": self.call.id,
            "changed_parameters": {key: str(self.call.value(key)) for key in self.call.changed},
            "stage": self.budget.stage.value,
            "region": self.budget.region,
            "lines": [line.to_dict() for line in self.lines],
            "totals": self.totals.to_dict(),
            "by_category": {name: amounts.to_dict() for name, amounts in self.by_category.items()},
            "by_member": {name: amounts.to_dict() for name, amounts in self.by_member.items()},
            "findings": [finding.to_dict() for finding in self.findings],
        }
