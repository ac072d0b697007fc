"""The verb ``settle``: the final amount of the contract, member by member, against what was paid in advance."""

from koubo.settlement.result import MemberSettlement, MissingVoucher, Settlement, Span
from koubo.settlement.settle import settle

__all__ = ["MemberSettlement", "MissingVoucher", "Settlement", "Span", "settle"]
