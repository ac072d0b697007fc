"""Weekdays and business hours as VIII.5.(2).ト means them."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache

import holidays

from koubo.calls import Call
from koubo.errors import InputError, Mistake

_SATURDAY = 5


def is_weekday(day: date) -> bool:
    """Whether a day is Monday to Friday and no national holiday of Japan.

    Raises:
        InputError: for a year whose national holidays are not known.
    """
    known = _holidays()
    if not known.start_year <= day.year <= known.end_year:
        expected = f"a year from {known.start_year} to {known.end_year}, whose national holidays are known"
        raise InputError([Mistake("", day.isoformat(), expected)])
    return day.weekday() < _SATURDAY and day not in known


def in_business_hours(moment: datetime, call: Call) -> bool:
    """Whether a moment in Japan time lies in the business hours of a weekday, both ends included."""
    opens, closes = call.clock("incident.business_opens"), call.clock("incident.business_closes")
    return is_weekday(moment.date()) and opens <= moment.time() <= closes


@cache
def _holidays() -> holidays.HolidayBase:
    return holidays.country_holidays("JP")
