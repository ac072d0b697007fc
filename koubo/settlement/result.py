"""What a settlement gives: the final amount and what it rests on, members, what is paid or paid back, vouchers."""

from __future__ import annotations

from typing import Any

import attrs
from attrs import frozen

from koubo.audit.result import BudgetAudit
from koubo.engine.finding import Finding
from koubo.results import Shown


@frozen
class Span:
    """An amount that is known, or between which two amounts it lies; ``most`` is ``None`` where nothing limits it."""

    least: int
    most: int | None

    @property
    def known(self) -> int | None:
        """The amount, ``None`` where it is not known."""
        return self.least if self.least == self.most else None

    def to_dict(self) -> dict[str, int | None]:
        """Return plain JSON values."""
        return attrs.asdict(self)


@frozen(kw_only=True)
class MemberSettlement:
    """One corporation's part of the final amount; ``None`` where the final amount is not known."""

    member: str
    claimed_yen: int
    allowable_yen: int
    pending_yen: int
    disallowed_yen: int
    final_with_tax_yen: int | None

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return attrs.asdict(self)


@frozen(kw_only=True)
class MissingVoucher:
    """A line whose vouchers are missing, or of which it is not known (``known`` false) that they are there."""

    line_id: str
    member: str
    amount_yen: int
    known: bool

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return attrs.asdict(self)


@frozen(eq=False, kw_only=True)
class Settlement(Shown):
    """The settlement of a contract; amounts with tax unless they say otherwise.

    Attributes:
        audit: the audit of the settlement that it rests on.
        contract: the contract amount.
        cap: the cap of the region, or a lower one that the secretariat set.
        cost: the audited cost with tax; what is pending widens it.
        final: the least of the three.
        bounded_by: which of ``contract``, ``cap`` and ``cost`` the final amount equals; empty where it is not known.
        advances_with_tax_yen: what was paid before; ``None`` where that is not known.
        by_member: the members in the order of the audit; the final amount is shared out by allowable cost.
        vouchers: the lines whose vouchers are missing or not known to be there, in the order of the budget.
    """

    audit: BudgetAudit
    contract: Span
    cap: Span
    cost: Span
    final: Span
    bounded_by: tuple[str, ...]
    advances_with_tax_yen: int | None
    by_member: tuple[MemberSettlement, ...]
    vouchers: tuple[MissingVoucher, ...]

    @property
    def final_with_tax_yen(self) -> int | None:
        """The final amount; ``None`` where something pending or unknown decides."""
        return self.final.known

    @property
    def remainder_with_tax_yen(self) -> int | None:
        """What is still to be paid; ``None`` where the final amount or the advance payments are not known."""
        return self._balance(1)

    @property
    def repayment_with_tax_yen(self) -> int | None:
        """What is to be paid back; ``None`` where the final amount or the advance payments are not known."""
        return self._balance(-1)

    def _balance(self, sign: int) -> int | None:
        final, paid = self.final.known, self.advances_with_tax_yen
        return None if final is None or paid is None else max(sign * (final - paid), 0)

    @property
    def missing_vouchers(self) -> tuple[str, ...]:
        """The ids of the lines whose vouchers are known to be missing."""
        return tuple(one.line_id for one in self.vouchers if one.known)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The violated and undetermined findings of the audit."""
        return self.audit.findings

    @property
    def trace(self) -> tuple[Finding, ...]:
        """All findings of the audit."""
        return self.audit.trace

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return {
            "call": self.audit.call.id,
            "contract_with_tax_yen": self.contract.known,
            "cap_with_tax_yen": self.cap.known,
            "cost_with_tax_yen": self.cost.known,
            "final_with_tax_yen": self.final.known,
            "final_between_with_tax_yen": self.final.to_dict(),
            "bounded_by": list(self.bounded_by),
            "advances_with_tax_yen": self.advances_with_tax_yen,
            "remainder_with_tax_yen": self.remainder_with_tax_yen,
            "repayment_with_tax_yen": self.repayment_with_tax_yen,
            "by_member": [one.to_dict() for one in self.by_member],
            "vouchers": [one.to_dict() for one in self.vouchers],
            "findings": [finding.to_dict() for finding in self.findings],
        }
