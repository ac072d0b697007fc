"""``review``: the checks that a dossier has facts for, chained to whether it can be filed as it is."""

from __future__ import annotations

from collections.abc import Iterable

from koubo.audit import BudgetAudit, audit_budget
from koubo.calls import Call
from koubo.eligibility import EligibilityReport, check_eligibility
from koubo.engine.finding import Finding
from koubo.engine.outcome import Instance
from koubo.engine.runners import RunnerName
from koubo.judging import as_call, judge
from koubo.models.dossier import Dossier
from koubo.reviewing.result import Conclusion, Review
from koubo.reviewing.todo import todos
from koubo.rules.dossier import BUDGET_MEANING, FILEABILITY_OPEN, NOT_FILEABLE
from koubo.rules.iv_1_qualifications.chains import MEANING as QUALIFICATION_MEANING
from koubo.rules.iv_2_to_6_submission.chains import MEANING as FILING_MEANING
from koubo.rules.registry import rule_base
from koubo.submission import SubmissionReport, check_submission

_MEANING = {**QUALIFICATION_MEANING, **FILING_MEANING, **BUDGET_MEANING}


def review(dossier: Dossier, *, call: Call | str | None = None, run_with: RunnerName | None = None) -> Review:
    """Review a dossier: qualification, submission, content and budget, and whether it can be filed as it is.

    A check of which the dossier has no facts at all is left out, and leaves the verdict open.

    Args:
        dossier: what is known of the application.
        call: the call, with changed parameters if wanted; the dossier's own where it is left out.
        run_with: the runner; the default one where it is left out.

    Raises:
        InputError: if the budget does not fit the dossier, or ``proposal.contents`` holds what is no content.
    """
    asked = as_call(dossier.call if call is None else call)
    eligibility = _eligibility(dossier, asked, run_with)
    submission = _submission(dossier, asked, run_with)
    budget = None if dossier.budget is None else audit_budget(dossier.budget, dossier, call=asked, run_with=run_with)
    reports = [report for report in (eligibility, submission, budget) if report is not None]
    findings = _once(asked, (finding for report in reports for finding in report.findings))
    conclusions, drawn = _chain(eligibility, submission, budget, asked, run_with)
    return Review(
        dossier=dossier,
        call=asked,
        fileable=False if NOT_FILEABLE in drawn else None if FILEABILITY_OPEN in drawn else True,
        eligibility=eligibility,
        submission=submission,
        budget=budget,
        conclusions=conclusions,
        findings=findings,
        trace=_once(asked, (finding for report in reports for finding in report.trace)),
        todo=todos(findings, dossier, asked),
    )


def _eligibility(dossier: Dossier, call: Call, run_with: RunnerName | None) -> EligibilityReport | None:
    parts = (dossier.contract, dossier.applicant, dossier.staff, dossier.proposal)
    return None if _nothing(parts) else check_eligibility(dossier, call=call, run_with=run_with)


def _submission(dossier: Dossier, call: Call, run_with: RunnerName | None) -> SubmissionReport | None:
    parts = (dossier.proposal, dossier.submission)
    return None if _nothing(parts) else check_submission(dossier, call=call, run_with=run_with)


def _nothing(parts: Iterable[object]) -> bool:
    return all(part is None for part in parts)


def _once(call: Call, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings in the order of the rule base, those that two reports share once."""
    position = rule_base(call.id).position
    # One subject may be judged several times by one rule, each time on other facts: a member on each suspension.
    each = {(finding.rule_id, finding.subject, *finding.read.values()): finding for finding in findings}
    return tuple(sorted(each.values(), key=lambda finding: position[finding.rule_id]))


def _chain(
    eligibility: EligibilityReport | None,
    submission: SubmissionReport | None,
    budget: BudgetAudit | None,
    call: Call,
    run_with: RunnerName | None,
) -> tuple[tuple[Conclusion, ...], frozenset[str]]:
    """Chain what the reports concluded on to the dossier; return the whole chain, and what it says of the dossier."""
    below = [(one.subject, one.conclusion) for one in (eligibility.conclusions if eligibility is not None else ())]
    of_proposal = {conclusion for subject, conclusion in below if subject == "proposal"}
    filed = submission.conclusions if submission is not None else frozenset()
    parts = [
        Instance("dossier", "dossier", None, drawn=_unchecked(eligibility, submission)),
        Instance("proposal", "proposal", None, 0, frozenset(of_proposal | (filed & QUALIFICATION_MEANING.keys()))),
        Instance("submission", "submission", None, 0, filed & FILING_MEANING.keys()),
        Instance("budget", "budget", None, 0, budget.conclusions if budget is not None else frozenset()),
    ]
    judgement = judge(parts, call, run_with)
    above = [
        (part.name, conclusion)
        for place, part in reversed(list(enumerate(parts)))
        for conclusion in _MEANING
        if conclusion in judgement.conclusions(place)
    ]
    told = [one for one in below if one[0] not in {part.name for part in parts}]
    links = tuple(Conclusion(subject, name, _MEANING[name]) for subject, name in (*told, *above))
    return links, judgement.conclusions(0)


def _unchecked(*reports: object) -> frozenset[str]:
    return frozenset({FILEABILITY_OPEN}) if None in reports else frozenset()
