"""Dates of the call and of the contract: the calendar, the clocks of incidents and accidents, Japanese era dates."""

from koubo.schedule.calendar import Calendar, deadlines
from koubo.schedule.due import accident_deadline, information_plan_due
from koubo.schedule.era import era_date, parse_era
from koubo.schedule.incidents import IncidentDeadlines, incident_deadlines

__all__ = [
    "Calendar",
    "IncidentDeadlines",
    "accident_deadline",
    "deadlines",
    "era_date",
    "incident_deadlines",
    "information_plan_due",
    "parse_era",
]
