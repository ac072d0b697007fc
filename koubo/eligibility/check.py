"""``check_eligibility``: facts of the dossier, judged by the rules, chained from the members to the proposal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from koubo.calls import Call
from koubo.eligibility.result import Conclusion, EligibilityReport, MemberEligibility, in_order
from koubo.eligibility.subjects import PROPOSAL, Subjects, subjects
from koubo.engine.finding import Finding
from koubo.engine.runners import RunnerName
from koubo.errors import InputError, Mistake
from koubo.facts.people import Pool
from koubo.judging import Judgement, as_call, judge
from koubo.models.checks import shown
from koubo.models.dossier import Dossier
from koubo.rules.iv_1_qualifications.chains import (
    DECIDED,
    ELIGIBILITY_OPEN,
    INELIGIBLE,
    MEANING,
    VALIDITY_OPEN,
    VOID,
)


@overload
def check_eligibility(
    dossier: Dossier, *, call: Call | str | None = None, run_with: RunnerName | None = None
) -> EligibilityReport: ...
@overload
def check_eligibility(
    dossier: Sequence[Dossier], *, call: Call | str | None = None, run_with: RunnerName | None = None
) -> list[EligibilityReport]: ...
def check_eligibility(
    dossier: Dossier | Sequence[Dossier], *, call: Call | str | None = None, run_with: RunnerName | None = None
) -> EligibilityReport | list[EligibilityReport]:
    """Check whether an applicant qualifies (IV.1.(1), IV.3.(4).②, ⑥, VIII.2).

    Args:
        dossier: one dossier, or several that are checked together: the same person in two of them is found by the
            same id at the same corporation, and must not be posted for two proposals on one day.
        call: the call, with changed parameters if wanted; that of the dossier where left out.
        run_with: the runner; the default one where left out.

    Returns:
        A report, or a list of them in the order of the dossiers.

    Raises:
        InputError: if something else than dossiers is given.
    """
    several = (dossier,) if isinstance(dossier, Dossier) else _dossiers(dossier)
    pool = Pool(several)
    reports = [_report(one, pool, as_call(call or one.call), run_with) for one in several]
    return reports[0] if isinstance(dossier, Dossier) else reports


def _dossiers(given: object) -> tuple[Dossier, ...]:
    expected = "a dossier or a list of dossiers, as koubo.load gives them"
    if not isinstance(given, list | tuple):
        raise InputError([Mistake("dossier", shown(given), expected)])
    mistakes = [
        Mistake(f"dossier[{place}]", shown(one), expected)
        for place, one in enumerate(given)
        if not isinstance(one, Dossier)
    ]
    if mistakes:
        raise InputError(mistakes)
    return tuple(given)


def _report(dossier: Dossier, pool: Pool, call: Call, run_with: RunnerName | None) -> EligibilityReport:
    found = subjects(dossier, pool, call)
    judgement = judge(found.instances, call, run_with)
    return EligibilityReport(
        eligible=_verdict(judgement.conclusions(PROPOSAL), VOID, VALIDITY_OPEN),
        by_member={name: _member(place, found, judgement) for name, place in found.members.items()},
        findings=in_order(judgement, judgement.findings),
        conclusions=_chain(found, judgement),
        call=call,
        proposal_id=None if dossier.proposal is None else dossier.proposal.id,
        region=None if dossier.proposal is None else dossier.proposal.region,
        runner=judgement.outcome.runner,
        judgement=judgement,
    )


def _verdict(conclusions: frozenset[str], bad: str, unsure: str) -> bool | None:
    return False if bad in conclusions else None if unsure in conclusions else True


def _member(place: int, found: Subjects, judgement: Judgement) -> MemberEligibility:
    own: list[Finding] = list(judgement.findings_by_instance[place])
    for number, instance in enumerate(found.instances):
        if instance.parent == place:
            own += judgement.findings_by_instance[number]
    return MemberEligibility(
        _verdict(judgement.conclusions(place), INELIGIBLE, ELIGIBILITY_OPEN), in_order(judgement, tuple(own))
    )


def _chain(found: Subjects, judgement: Judgement) -> tuple[Conclusion, ...]:
    """Return what was concluded of whom, from the bottom up; what is open no more where it is refused is left out."""
    return tuple(
        Conclusion(instance.name, conclusion)
        for place, instance in reversed(list(enumerate(found.instances)))
        for conclusion in MEANING
        if conclusion in judgement.conclusions(place) and DECIDED.get(conclusion) not in judgement.conclusions(place)
    )
