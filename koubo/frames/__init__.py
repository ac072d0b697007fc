"""Budget lines in dataframes: audited and added up where they live."""

from koubo.frames.audit import audit_frame

__all__ = ["audit_frame"]
