"""The clocks that run after an incident (VIII.5.(2).ト, 別添3.1.(5)), an accident (VIII.4.(4).ハ) and the contract (別添3.1)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from attrs import frozen

from koubo.calls import Call
from koubo.facts.business_hours import in_business_hours

DETAILS_CLAUSE = "VIII.5.(2).ト"
DETAILS_CLAUSE_ANNEX3 = "別添3.1.(5)"


@frozen
class IncidentClock:
    """When the reports of an incident are due, in Japan time."""

    first_report_by: datetime
    counted_from: datetime
    in_business_hours: bool
    detailed_report_by: datetime
    detailed_report_by_annex3: datetime

    @property
    def binding_clause(self) -> str:
        """The clause whose time for the details binds: the stricter one, VIII.5 where both say the same."""
        return DETAILS_CLAUSE if self.detailed_report_by <= self.detailed_report_by_annex3 else DETAILS_CLAUSE_ANNEX3


def incident_clock(recognised_at: datetime, first_reported_at: datetime | None, call: Call) -> IncidentClock:
    """Return when the reports of an incident are due; both moments are in Japan time."""
    first_report_by = recognised_at + _hours(call, "incident.first_report_hours")
    counted_from = first_report_by if first_reported_at is None else first_reported_at
    open_then = in_business_hours(counted_from, call)
    otherwise = "incident.detail_hours_otherwise"
    details = "incident.detail_hours_in_business" if open_then else otherwise
    annex3 = "incident.detail_hours_in_business_annex3" if open_then else otherwise
    return IncidentClock(
        first_report_by,
        counted_from,
        open_then,
        counted_from + _hours(call, details),
        counted_from + _hours(call, annex3),
    )


def accident_report_by(noticed_at: datetime, call: Call) -> datetime:
    """Return when the first report of an accident is due."""
    return noticed_at + _hours(call, "accident.first_report_hours")


def plan_approval_by(contracted_on: date, call: Call) -> date:
    """Return the day by which the information management plan is approved."""
    return contracted_on + timedelta(days=call.integer("information_plan.days"))


def _hours(call: Call, key: str) -> timedelta:
    return timedelta(hours=call.integer(key))
