"""What ``check_eligibility`` answers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from attrs import field, frozen

from koubo.calls import Call
from koubo.engine.finding import Finding
from koubo.judging import Judgement
from koubo.results import Shown
from koubo.rules.iv_1_qualifications.chains import MEANING


@frozen
class Conclusion:
    """A link of the chain: what follows on a subject from the findings, and from the conclusions below it."""

    subject: str
    conclusion: str

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return {
            "subject": self.subject,
            "conclusion": self.conclusion,
            "meaning": MEANING[self.conclusion].to_dict(),
        }


@frozen(eq=False)
class MemberEligibility:
    """Whether one member qualifies: ``True``, ``False`` or ``None`` (not known), with its own findings."""

    eligible: bool | None
    findings: tuple[Finding, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return {"eligible": self.eligible, "findings": [finding.to_dict() for finding in self.findings]}


@frozen(eq=False, kw_only=True)
class EligibilityReport(Shown):
    """Whether an applicant qualifies and its proposal stands.

    Attributes:
        eligible: ``False`` where a requirement is broken, else ``None`` where one cannot be decided, else ``True``;
            warnings do not count.
        by_member: the same for each member by itself.
        findings: violated and undetermined findings, in the order of the rule base.
        conclusions: the chain from the members and people to the applicant, the proposal and the dossier.
        call: the call with the parameters that were used.
        proposal_id, region: which proposal it is about.
        runner: the runner that judged.
    """

    eligible: bool | None
    by_member: Mapping[str, MemberEligibility]
    findings: tuple[Finding, ...]
    conclusions: tuple[Conclusion, ...]
    call: Call
    proposal_id: str | None
    region: str | None
    runner: str
    judgement: Judgement = field(repr=False)

    @cached_property
    def trace(self) -> tuple[Finding, ...]:
        """All findings, satisfied and not applicable ones too, in the order of the rule base."""
        return in_order(self.judgement, self.judgement.trace)

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return {
            "call": self.call.id,
            "changed_parameters": {key: str(self.call.value(key)) for key in self.call.changed},
            "proposal": self.proposal_id,
            "region": self.region,
            "eligible": self.eligible,
            "by_member": {name: member.to_dict() for name, member in self.by_member.items()},
            "conclusions": [conclusion.to_dict() for conclusion in self.conclusions],
            "findings": [finding.to_dict() for finding in self.findings],
        }


def in_order(judgement: Judgement, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return findings in the order of the rule base; those of one rule stay in the order of the subjects."""
    position = judgement.bound.base.position
    return tuple(sorted(findings, key=lambda finding: position[finding.rule_id]))
