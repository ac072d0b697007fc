"""``check_duties``: what is overdue, due, not known and done on a day, most urgent first."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from attrs import frozen

from koubo.calls import JAPAN, Call
from koubo.duties.subjects import DutySubjects
from koubo.duties.terms import TERMS, Due, Facts, expected
from koubo.engine.finding import Finding
from koubo.engine.runners import RunnerName
from koubo.judging import as_call, judge
from koubo.models.dossier import Dossier
from koubo.results import Shown
from koubo.rules.rule import Status
from koubo.schedule.when import japan_day, japan_moment
from koubo.text import Text


class DutyState(StrEnum):
    """How a duty stands on a day, most urgent first."""

    OVERDUE = "overdue"
    DUE = "due"
    NOT_KNOWN = "not_known"
    DONE = "done"


STATES = {
    DutyState.OVERDUE: Text("期限超過・未対応", "overdue"),
    DutyState.DUE: Text("期限前", "due"),
    DutyState.NOT_KNOWN: Text("不明", "not known"),
    DutyState.DONE: Text("済", "done"),
}


@frozen(eq=False)
class Duty:
    """One duty as it stands on a day.

    Attributes:
        state: overdue (or broken already), due, not known, done.
        due: by when it is due; ``None`` where it has no term or the term is not known.
        finding: what the rule says of it.
    """

    state: DutyState
    due: Due | None
    finding: Finding

    @property
    def id(self) -> str:
        """The id of its rule."""
        return self.finding.rule_id

    @property
    def clause(self) -> str:
        """The clause that asks for it."""
        return self.finding.clause

    @property
    def subject(self) -> str:
        """Whom or what it is asked of, such as ``incidents[0]``."""
        return self.finding.subject

    @property
    def what(self) -> Text:
        """What is asked."""
        return self.finding.rule.title

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return {
            "id": self.id,
            "clause": self.clause,
            "subject": self.subject,
            "what": self.what.to_dict(),
            "due": None if self.due is None else self.due.at.isoformat(),
            "precision": None if self.due is None else "about" if self.due.about else "exact",
            "state": self.state.value,
            "finding": self.finding.to_dict(),
        }


@frozen(eq=False)
class Duties(Shown):
    """The duties of the contract as they stand on a day.

    Attributes:
        call: id of the call.
        on: the day asked about.
        duties: what is asked of this dossier, most urgent first.
        findings: the violated and undetermined ones, in the order of the rule base.
        trace: all, those that do not apply too, in the order of the rule base.
    """

    call: str
    on: date
    duties: tuple[Duty, ...]
    findings: tuple[Finding, ...]
    trace: tuple[Finding, ...]

    def of(self, state: DutyState) -> tuple[Duty, ...]:
        """Return the duties in one state, most urgent first."""
        return tuple(duty for duty in self.duties if duty.state is state)

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return {
            "call": self.call,
            "on": self.on.isoformat(),
            "counts": {state.value: len(self.of(state)) for state in DutyState},
            "duties": [duty.to_dict() for duty in self.duties],
            "findings": [finding.to_dict() for finding in self.findings],
        }


def check_duties(
    dossier: Dossier,
    on: date | str,
    *,
    call: Call | str | None = None,
    run_with: RunnerName | None = None,
) -> Duties:
    """Return what the contract asks for on a day: plan, registers, reports, security, information (VI to IX, 別添2, 3).

    Args:
        dossier: what is known. What is asked of every contract (plan, reports, security, information, activities) is
            looked at also where the dossier says nothing of it; it is then not known.
        on: the day asked about, or a moment. Of a day all hours count, so that a report of an hour that is not made by
            its end is overdue; what is recorded for a later day has not happened yet.
        call: the call or its id; that of the dossier where it is left out.
        run_with: the runner; the default one where it is left out.

    Raises:
        InputError: for what is no day.
    """
    asked = as_call(dossier.call if call is None else call)
    day, now = _day_and_moment(on)
    instances = DutySubjects(dossier, asked, day, now).instances()
    judgement = judge(instances, asked, run_with)
    base = judgement.bound.base
    facts = [judgement.outcome.facts[place] for place, one in enumerate(instances) for _ in base.of(one.kind)]
    told = sorted(zip(judgement.trace, facts, strict=True), key=lambda pair: base.position[pair[0].rule_id])
    asked_for = [pair for pair in told if pair[0].status is not Status.NOT_APPLICABLE]
    return Duties(
        call=asked.id,
        on=day,
        duties=tuple(sorted((_duty(*pair, asked, now) for pair in asked_for), key=_urgency)),
        findings=tuple(sorted(judgement.findings, key=lambda finding: base.position[finding.rule_id])),
        trace=tuple(finding for finding, _ in told),
    )


def _day_and_moment(on: date | str) -> tuple[date, datetime]:
    """Return the day and the last moment of it that counts."""
    if isinstance(on, datetime) or (isinstance(on, str) and len(on) > len("2025-09-01")):
        moment = japan_moment(on, "on")
        return moment.date(), moment
    day = japan_day(on, "on")
    return day, datetime.combine(day + timedelta(days=1), time(), JAPAN) - datetime.resolution


def _duty(finding: Finding, facts: Facts, call: Call, now: datetime) -> Duty:
    term = TERMS.get(finding.rule_id)
    due = None if term is None else term.due(facts, finding) or expected(finding, facts, call)
    done = None if term is None else facts[term.done]
    return Duty(_state(finding, due, done is False, now), due, finding)


def _state(finding: Finding, due: Due | None, outstanding: bool, now: datetime) -> DutyState:
    if finding.status is Status.SATISFIED:
        return DutyState.DUE if outstanding else DutyState.DONE
    if finding.status is Status.UNDETERMINED:
        if not (outstanding and due is not None):
            return DutyState.NOT_KNOWN
        return DutyState.OVERDUE if _moment(due.at) < now else DutyState.DUE
    return DutyState.OVERDUE if finding.effect.counts else DutyState.DUE


def _urgency(duty: Duty) -> tuple[int, bool, datetime]:
    due = duty.due
    return list(DutyState).index(duty.state), due is None, _moment(date.max if due is None else due.at)


def _moment(at: date) -> datetime:
    """Return a moment itself, or the last one of a day."""
    return at if isinstance(at, datetime) else datetime.combine(at, time.max, JAPAN)
