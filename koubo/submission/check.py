"""``check_submission``: documents, channels and times, required content, support menu."""

from __future__ import annotations

from collections.abc import Iterable

from koubo.calls import Call
from koubo.calls.naming import unknown
from koubo.engine.finding import Finding
from koubo.engine.outcome import Instance
from koubo.engine.runners import RunnerName
from koubo.errors import InputError, Mistake
from koubo.facts.content import content_facts, contents_by_key, fact_name
from koubo.facts.equipment_list import equipment_list_facts
from koubo.facts.menu import MenuFacts, menu_facts
from koubo.facts.proposal import proposal_facts
from koubo.facts.submission import inquiry_facts, labour_person_facts, submission_facts
from koubo.judging import Judgement, as_call, judge
from koubo.models.dossier import Dossier
from koubo.models.proposal import ContentState, Proposal
from koubo.rules import content
from koubo.rules.iii_1_support_menu import support
from koubo.rules.iv_1_qualifications.chains import VALIDITY_OPEN, VOID
from koubo.rules.iv_2_to_6_submission.careers import labour_person
from koubo.rules.iv_2_to_6_submission.chains import ACCEPTANCE_OPEN, NOT_ACCEPTABLE
from koubo.rules.iv_2_to_6_submission.documents import document
from koubo.rules.iv_2_to_6_submission.invalidity import proposal as proposal_subject
from koubo.rules.iv_2_to_6_submission.questions import inquiry
from koubo.rules.iv_2_to_6_submission.windows import submission as submission_subject
from koubo.rules.rule import Status
from koubo.rules.viii_4_equipment_list import equipment_list
from koubo.submission.copies import counted_documents
from koubo.submission.report import ContentEntry, MenuEntry, State, SubmissionReport

_SUBMISSION, _PROPOSAL = 0, 1


def check_submission(
    dossier: Dossier, *, call: Call | str | None = None, run_with: RunnerName | None = None
) -> SubmissionReport:
    """Check whether an application is whole, in time and by the right channels (IV.2 to IV.6), and what it holds.

    Contents and support menu are judged where the dossier says something of them; a content that is left out of a
    given list is open, not missing.

    Args:
        dossier: what is known of the application.
        call: the call, with changed parameters if wanted; the dossier's own where it is left out.
        run_with: the runner; the default one where it is left out.

    Raises:
        InputError: if ``proposal.contents`` holds a key that is no required content.
    """
    asked = as_call(dossier.call if call is None else call)
    proposal = dossier.proposal
    _refuse_unknown_contents(proposal)
    menu = menu_facts(asked, proposal)
    judgement = judge(list(_instances(dossier, asked, menu)), asked, run_with)
    contents_at = next((place for place, one in enumerate(judgement.instances) if one.kind == "content"), None)
    drawn = judgement.conclusions(_SUBMISSION) | judgement.conclusions(_PROPOSAL)
    written = frozenset({content.CONTENT_OPEN}) if contents_at is None else judgement.conclusions(contents_at)
    trace = _in_order(judgement, judgement.trace)
    return SubmissionReport(
        dossier=dossier,
        call=asked,
        acceptable=_verdict(drawn, {NOT_ACCEPTABLE, VOID}, {ACCEPTANCE_OPEN, VALIDITY_OPEN}),
        content_complete=_verdict(written, {content.CONTENT_MISSING}, {content.CONTENT_OPEN}),
        checklist=_checklist(proposal, trace),
        menu=tuple(
            MenuEntry(item=item, wish=facts.wish, covered=facts.covered)
            for item, facts in zip(asked.support_items, menu, strict=True)
        ),
        conclusions=drawn,
        findings=_in_order(judgement, judgement.findings),
        trace=trace,
    )


def _instances(dossier: Dossier, call: Call, menu: Iterable[MenuFacts]) -> Iterable[Instance]:
    """Yield the subjects; the submission and the proposal stand first."""
    proposal, submission = dossier.proposal, dossier.submission
    yield Instance("submission", "submission", submission_subject.flatten(submission_facts(submission)))
    yield Instance("proposal", "proposal", proposal_subject.flatten(proposal_facts(proposal)))
    for counted in counted_documents(submission, call):
        name = f"submission.documents[{counted.document_kind.value}]"
        yield Instance("document", name, document.flatten(counted), _SUBMISSION)
    for person_id, person in labour_person_facts(dossier).items():
        yield Instance("labour_person", f"staff[{person_id}]", labour_person.flatten(person), _SUBMISSION)
    for number, one in enumerate((submission.inquiries if submission is not None else None) or ()):
        yield Instance("inquiry", f"submission.inquiries[{number}]", inquiry.flatten(inquiry_facts(one)), _SUBMISSION)
    if proposal is not None and (proposal.region is not None or proposal.support_items is not None):
        for facts in menu:
            yield Instance("support", f"proposal.support_items[{facts.item}]", support.flatten(facts))
    if proposal is not None and proposal.uses_ict_equipment is not None:
        listed = equipment_list_facts(proposal)
        yield Instance("equipment_list", "proposal.supply_chain_items", equipment_list.flatten(listed))
    if proposal is not None and proposal.contents is not None:
        yield Instance("content", "proposal.contents", content.content.flatten(content_facts(proposal)))


def _refuse_unknown_contents(proposal: Proposal | None) -> None:
    given = (proposal.contents if proposal is not None else None) or {}
    what = "a content that `koubo rules --area proposal_content` lists"
    mistakes = [
        unknown(f"proposal.contents.{key}", key, content.KEYS, what)
        for key in given
        if key.removeprefix(content.AREA) not in content.KEYS
    ]
    mistakes += [
        Mistake(f"proposal.contents.{key}", "the same content a second time", "each content once")
        for key in given
        if key.startswith(content.AREA) and key.removeprefix(content.AREA) in given
    ]
    if mistakes:
        raise InputError(mistakes)


def _verdict(drawn: frozenset[str], against: set[str], left_open: set[str]) -> bool | None:
    return False if drawn & against else None if drawn & left_open else True


def _in_order(judgement: Judgement, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    position = judgement.bound.base.position
    return tuple(sorted(findings, key=lambda finding: position[finding.rule_id]))


def _checklist(proposal: Proposal | None, trace: Iterable[Finding]) -> tuple[ContentEntry, ...]:
    statuses = {finding.rule_id: finding.status for finding in trace}
    given = contents_by_key(proposal)
    return tuple(
        ContentEntry(
            key=key,
            label=content.content[fact_name(key)].label,
            rule=rule,
            state=_state(given.get(key)),
            status=statuses.get(rule.id, Status.UNDETERMINED),
        )
        for key, rule in zip(content.KEYS, content.RULES, strict=True)
    )


def _state(given: ContentState | None) -> State:
    return "unknown" if given is None else "stated" if given is ContentState.STATED else "missing"
