"""``incident_deadlines``: when the reports of a breach of information security are due."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from attrs import frozen

from koubo.calls import Call
from koubo.engine.finding import Finding
from koubo.engine.outcome import Instance
from koubo.errors import InputError, Mistake
from koubo.facts.clocks import DetailsClock, details_clock, first_report_by
from koubo.facts.duties.events import incident_facts
from koubo.judging import as_call, judge
from koubo.models.events import Incident
from koubo.models.happened import occurred
from koubo.results import Shown
from koubo.rules.duties.viii_5_incidents import FIRST_REPORT, incident
from koubo.rules.rule import Status
from koubo.schedule.when import japan_moment


@frozen(kw_only=True)
class IncidentDeadlines(Shown):
    """The deadlines after an incident, in Japan time (VIII.5.(2).ト, 別添3.1.(5)).

    Attributes:
        recognised_at: when the incident was recognised.
        first_reported_at: when the first report was made; ``None`` where that is not known.
        first_report_by: when the first report is due.
        details: when the details are due by each of the two texts, and from when that is counted.
        findings: a late first report.
        trace: what was said of the first report, also where it was in time.
    """

    recognised_at: datetime
    first_reported_at: datetime | None
    first_report_by: datetime
    details: DetailsClock
    findings: tuple[Finding, ...]
    trace: tuple[Finding, ...]

    @property
    def detailed_report_by(self) -> datetime:
        """When the details are due by VIII.5.(2).ト, the stricter text."""
        return self.details.by

    @property
    def detailed_report_by_annex3(self) -> datetime:
        """When the details are due by 別添3.1.(5)."""
        return self.details.by_annex3

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values; ``binding`` names the clause whose time for the details binds."""
        return {
            "recognised_at": self.recognised_at.isoformat(),
            "first_reported_at": None if self.first_reported_at is None else self.first_reported_at.isoformat(),
            "first_report_by": self.first_report_by.isoformat(),
            "counted_from": self.details.counted_from.isoformat(),
            "in_business_hours": self.details.in_business_hours,
            "detailed_report_by": self.detailed_report_by.isoformat(),
            "detailed_report_by_annex3": self.detailed_report_by_annex3.isoformat(),
            "binding": self.details.binding_clause,
            "findings": [finding.to_dict() for finding in self.findings],
        }


def incident_deadlines(
    recognised_at: datetime | str,
    first_reported_at: datetime | str | None = None,
    *,
    call: Call | str | None = None,
) -> IncidentDeadlines:
    """Return when the reports of an incident are due.

    Args:
        recognised_at: when the incident was recognised: a moment or ISO text, in any zone; Japan time without one.
        first_reported_at: when the first report was made. Where it is left out, the time for the details is counted
            from the last moment for the first report.
        call: the call or its id; ``r7`` where it is left out.

    Raises:
        InputError: for what is no moment, a first report before the recognition, and a year whose national holidays
            are not known.
    """
    asked = as_call(call)
    recognised = japan_moment(recognised_at, "recognised_at")
    reported = None if first_reported_at is None else japan_moment(first_reported_at, "first_reported_at")
    told = Incident(recognised_at=recognised, first_reported_at=reported)
    due = first_report_by(recognised, asked)
    clock = details_clock(reported or due, asked)
    if clock is None:
        raise InputError([Mistake("recognised_at", recognised.isoformat(), "a year whose national holidays are known")])
    trace = () if reported is None else _first_report(told, asked)
    return IncidentDeadlines(
        recognised_at=recognised,
        first_reported_at=reported,
        first_report_by=due,
        details=clock,
        findings=tuple(finding for finding in trace if finding.status is Status.VIOLATED),
        trace=trace,
    )


def _first_report(told: Incident, call: Call) -> tuple[Finding, ...]:
    given = incident.flatten(told, occurred(told, None), incident_facts(told, call))
    judgement = judge([Instance(incident.kind, "incident", given)], call)
    return tuple(finding for finding in judgement.trace if finding.rule_id == FIRST_REPORT)
