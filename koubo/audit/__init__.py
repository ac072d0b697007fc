"""The audit of a budget: a verdict and three amounts for each line, totals, limits and the cap."""

from koubo.audit.budget import audit_budget
from koubo.audit.result import BudgetAudit, LineAudit, Totals

__all__ = ["BudgetAudit", "LineAudit", "Totals", "audit_budget"]
