"""From the checks of a dossier to its candidate in a round: what they concluded chains on to eligibility and gates."""

from __future__ import annotations

import attrs

from koubo.audit import BudgetAudit
from koubo.calls import Call
from koubo.eligibility import EligibilityReport
from koubo.engine.outcome import Instance
from koubo.engine.runners import RunnerName
from koubo.judging import as_call, judge
from koubo.models.selection import Candidate
from koubo.rules.content import CONTENT_MISSING, CONTENT_OPEN
from koubo.rules.rule import Status
from koubo.selection.result import subject_name
from koubo.submission import SubmissionReport

_BUDGET_GATE = "budget"


def with_reports(
    candidate: Candidate,
    *,
    eligibility: EligibilityReport | None = None,
    submission: SubmissionReport | None = None,
    budget: BudgetAudit | None = None,
    call: Call | str | None = None,
    run_with: RunnerName | None = None,
) -> Candidate:
    """Return a candidate with what the checks of its dossier found.

    A report that keeps it out makes it ineligible, whatever was stated; an expenditure plan over its cap fails the
    gate ``budget``. What was stated of a candidate otherwise stands; what was not is taken from the reports (an open
    one leaves it unknown), and a report that is left out says nothing. A plan within its cap may still be improper:
    it never passes the gate by itself.

    Args:
        candidate: the candidate.
        eligibility: what ``check_eligibility`` gave for its dossier.
        submission: what ``check_submission`` gave; of the required contents the mandatory ones count.
        budget: what ``audit_budget`` gave.
        call: the call whose rules chain.
        run_with: the runner; the default one where left out.
    """
    name = subject_name(candidate.id)
    entry = _of_proposal(eligibility) | _of_submission(submission)
    plan = budget.conclusions if budget is not None else frozenset[str]()
    judgement = judge(
        [Instance("candidate", name, None, drawn=entry), Instance("candidate", name, None, drawn=plan)],
        as_call(call),
        run_with,
    )
    entered, planned = judgement.conclusions(0), judgement.conclusions(1)
    eligible = candidate.eligible
    if "ineligible" in entered:
        eligible = False
    elif eligible is None and (eligibility is not None or submission is not None):
        eligible = None if "undetermined" in entered else True
    gates = {**candidate.gates, **({_BUDGET_GATE: False} if "disqualified" in planned else {})}
    return attrs.evolve(candidate, eligible=eligible, gates=gates)


def _of_proposal(report: EligibilityReport | None) -> frozenset[str]:
    links = report.conclusions if report is not None else ()
    return frozenset(link.conclusion for link in links if link.subject == "proposal")


def _of_submission(report: SubmissionReport | None) -> frozenset[str]:
    if report is None:
        return frozenset()
    mandatory = {entry.status for entry in report.checklist if entry.excludes}
    missing = {CONTENT_MISSING} if Status.VIOLATED in mandatory else set[str]()
    unknown = {CONTENT_OPEN} if Status.UNDETERMINED in mandatory else set[str]()
    return report.conclusions | missing | unknown
