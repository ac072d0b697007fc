"""IV.2 to IV.6: filing of the application, questions, consultation; one module for each matter."""

from __future__ import annotations

from koubo.rules.iv_2_to_6_submission import careers, documents, invalidity, questions, windows
from koubo.rules.iv_2_to_6_submission.chains import CHAINS
from koubo.rules.rule import Rule

SUBJECTS = (
    windows.submission,
    documents.document,
    careers.labour_person,
    questions.inquiry,
    invalidity.proposal,
)
RULES: tuple[Rule, ...] = (
    *careers.RULES,
    *documents.RULES,
    *windows.RULES,
    *invalidity.RULES,
    *questions.RULES,
)

__all__ = ["CHAINS", "RULES", "SUBJECTS"]
