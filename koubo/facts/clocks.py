"""The clocks that run after an incident (VIII.5.(2).ト, 別添3.1.(5)), an accident (VIII.4.(4).ハ) and the contract (別添3.1)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from attrs import frozen

from koubo.calls import Call
from koubo.facts.business_hours import in_business_hours

DETAILS_CLAUSE = "VIII.5.(2).ト"
DETAILS_CLAUSE_ANNEX3 = "別添3.1.(5)"


@frozen
class DetailsClock:
    """When the details of an incident are due, in Japan time, by each of the two texts.

    Attributes:
        counted_from: the first report, or the last moment for it where none is known.
        in_business_hours: whether that moment lies in business hours.
        by: when they are due by VIII.5.(2).ト.
        by_annex3: when they are due by 別添3.1.(5).
    """

    counted_from: datetime
    in_business_hours: bool
    by: datetime
    by_annex3: datetime

    @property
    def binding_clause(self) -> str:
        """The clause that binds: the stricter one, VIII.5 where both say the same."""
        return DETAILS_CLAUSE if self.by <= self.by_annex3 else DETAILS_CLAUSE_ANNEX3


def first_report_by(recognised_at: datetime, call: Call) -> datetime:
    """Return when the first report of an incident is due."""
    return recognised_at + _hours(call, "incident.first_report_hours")


def details_clock(counted_from: datetime, call: Call) -> DetailsClock | None:
    """Return when the details are due; ``None`` where the national holidays of the year are not known."""
    open_then = in_business_hours(counted_from, call)
    if open_then is None:
        return None
    otherwise = "incident.detail_hours_otherwise"
    hours = _hours(call, "incident.detail_hours_in_business" if open_then else otherwise)
    annex3 = _hours(call, "incident.detail_hours_in_business_annex3" if open_then else otherwise)
    return DetailsClock(counted_from, open_then, counted_from + hours, counted_from + annex3)


def accident_report_by(noticed_at: datetime, call: Call) -> datetime:
    """Return when the first report of an accident is due."""
    return noticed_at + _hours(call, "accident.first_report_hours")


def plan_approval_by(contracted_on: date, call: Call) -> date:
    """Return the day by which the information management plan is approved."""
    return contracted_on + timedelta(days=call.integer("information_plan.days"))


def seconds_between(start: datetime | None, end: datetime | None) -> int | None:
    """Return the seconds from one moment to another, a begun one as whole; ``None`` where one is not known."""
    return None if start is None or end is None else -((start - end) // timedelta(seconds=1))


def _hours(call: Call, key: str) -> timedelta:
    return timedelta(hours=call.integer(key))
