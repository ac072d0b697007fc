"""The verb ``check_eligibility``: who may apply, by themselves, jointly, and for several regions at once."""

from __future__ import annotations

from koubo.eligibility.check import check_eligibility
from koubo.eligibility.result import Conclusion, EligibilityReport, MemberEligibility

__all__ = ["Conclusion", "EligibilityReport", "MemberEligibility", "check_eligibility"]
