"""Budget lines in dataframes: audited and added up where they live."""

from koubo.frames.audit import audit_frame
from koubo.frames.totals import audit_totals

__all__ = ["audit_frame", "audit_totals"]
