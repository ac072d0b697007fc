"""Workbooks given back with the verdicts written into them. Needs the extra ``excel``."""

from koubo.report.excel.budget_notes import annotate_budget
from koubo.report.excel.round_notes import annotate_round

__all__ = ["annotate_budget", "annotate_round"]
