"""IV.1.(1): the qualifications of applicants; one module for each group of clauses."""

from __future__ import annotations

from koubo.rules.iv_1_qualifications import corporation, fitness, staff
from koubo.rules.iv_1_qualifications.chains import CHAINS
from koubo.rules.iv_1_qualifications.subjects import applicant, member, person
from koubo.rules.rule import Rule

SUBJECTS = (applicant, member, person)
RULES: tuple[Rule, ...] = (*corporation.RULES, *staff.RULES, *fitness.RULES)

__all__ = ["CHAINS", "RULES", "SUBJECTS"]
