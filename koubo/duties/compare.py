"""``compare_plan``: what the implementation plan changed that nobody directed (VI.1.(1))."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from koubo.calls import Call
from koubo.engine.finding import Finding
from koubo.engine.outcome import Instance
from koubo.engine.runners import RunnerName
from koubo.facts.duties.plan import Difference, comparison_facts, difference
from koubo.judging import as_call, judge
from koubo.models.dossier import Dossier
from koubo.models.implementation import ImplementationPlan
from koubo.models.staff import StaffRole
from koubo.results import Shown
from koubo.rules.duties.vi_1_plan import comparison


@frozen(eq=False)
class PlanComparison(Shown):
    """How a plan differs from the proposal that was selected.

    Attributes:
        call: id of the call.
        support_items: support that the plan adds and drops; ``None`` where one side is not known.
        residents: resident supporters that the plan adds and removes, by id; likewise.
        directed: the changes that the ministry or the secretariat directed; ``None`` where not known.
        findings: the violated and undetermined findings, in the order of the rule base.
        trace: all findings.
    """

    call: str
    support_items: Difference | None
    residents: Difference | None
    directed: tuple[str, ...] | None
    findings: tuple[Finding, ...]
    trace: tuple[Finding, ...]

    @property
    def acceptable(self) -> bool | None:
        """Whether every change was directed; ``None`` where that is not known."""
        if any(finding.against for finding in self.findings):
            return False
        return None if any(finding.open for finding in self.findings) else True

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return {
            "call": self.call,
            "acceptable": self.acceptable,
            "support_items": _plain(self.support_items, "dropped"),
            "residents": _plain(self.residents, "removed"),
            "directed": None if self.directed is None else list(self.directed),
            "findings": [finding.to_dict() for finding in self.findings],
        }


def compare_plan(
    proposal: Dossier,
    plan: Dossier,
    *,
    call: Call | str | None = None,
    run_with: RunnerName | None = None,
) -> PlanComparison:
    """Return how the implementation plan differs from the proposal.

    After selection neither support nor resident supporters are added or dropped at the applicant's or the region's own
    wish. Changes that the ministry or the secretariat directed are named in ``plan.directed_changes`` of the second
    dossier: ids of support items and of resident supporters.

    Args:
        proposal: the dossier as it was selected; its support items and resident supporters are read.
        plan: the dossier of the implementation plan.
        call: the call or its id; that of the plan where it is left out.
        run_with: the runner; the default one where it is left out.
    """
    asked = as_call(plan.call if call is None else call)
    directed = (plan.plan or ImplementationPlan()).directed_changes
    items = difference(_support(proposal), _support(plan))
    residents = difference(_residents(proposal), _residents(plan))
    given = comparison.flatten(comparison_facts(items, residents, directed))
    judgement = judge([Instance(comparison.kind, "plan", given)], asked, run_with)
    return PlanComparison(asked.id, items, residents, directed, judgement.findings, judgement.trace)


def _support(dossier: Dossier) -> tuple[str, ...] | None:
    return None if dossier.proposal is None else dossier.proposal.support_items


def _residents(dossier: Dossier) -> list[str] | None:
    people = dossier.people(StaffRole.RESIDENT_SUPPORTER)
    return None if people is None else [person.id for person in people]


def _plain(found: Difference | None, lost: str) -> dict[str, list[str]] | None:
    return None if found is None else {"added": list(found.added), lost: list(found.dropped)}
