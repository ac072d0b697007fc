"""The verbs ``check_duties`` and ``compare_plan``: what the contract asks for on a day, and what may not change."""

from koubo.duties.check import Duties, Duty, DutyState, check_duties
from koubo.duties.compare import PlanComparison, compare_plan

__all__ = ["Duties", "Duty", "DutyState", "PlanComparison", "check_duties", "compare_plan"]
