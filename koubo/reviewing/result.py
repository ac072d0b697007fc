"""What ``review`` gives: whether it can be filed as it is, the reports behind that, and what to do."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from koubo.audit import BudgetAudit
from koubo.calls import Call
from koubo.eligibility import EligibilityReport
from koubo.engine.finding import Finding
from koubo.models.dossier import Dossier
from koubo.results import Paged
from koubo.reviewing.todo import Todo
from koubo.submission import SubmissionReport
from koubo.text import Text


@frozen
class Conclusion:
    """A link of the chain that leads to the verdict: what follows on a subject, and what that means."""

    subject: str
    conclusion: str
    meaning: Text

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return {"subject": self.subject, "conclusion": self.conclusion, "meaning": self.meaning.to_dict()}


@frozen(eq=False, kw_only=True)
class Review(Paged):
    """The review of a dossier.

    Attributes:
        fileable: true where the applicant is eligible, the submission acceptable and no budget over its cap; false
            where one of them fails, else ``None``.
        eligibility, submission, budget: the reports; ``None`` where the dossier has no facts for one.
        conclusions: the chain from the parts to the dossier.
        findings: violated and undetermined ones of all reports, each once, in the order of the rule base.
        trace: all of them.
        todo: what to do, the most serious first.
    """

    dossier: Dossier
    call: Call
    fileable: bool | None
    eligibility: EligibilityReport | None
    submission: SubmissionReport | None
    budget: BudgetAudit | None
    conclusions: tuple[Conclusion, ...]
    findings: tuple[Finding, ...]
    trace: tuple[Finding, ...]
    todo: tuple[Todo, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        proposal = self.dossier.proposal
        return {
            "call": self.call.id,
            "changed_parameters": {key: str(self.call.value(key)) for key in self.call.changed},
            "proposal": None if proposal is None else proposal.id,
            "region": None if proposal is None else proposal.region,
            "fileable": self.fileable,
            "eligibility": None if self.eligibility is None else self.eligibility.to_dict(),
            "submission": None if self.submission is None else self.submission.to_dict(),
            "budget": None if self.budget is None else self.budget.to_dict(),
            "conclusions": [conclusion.to_dict() for conclusion in self.conclusions],
            "findings": [finding.to_dict() for finding in self.findings],
            "todo": [todo.to_dict() for todo in self.todo],
        }
