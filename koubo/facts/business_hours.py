"""Weekdays and business hours as VIII.5.(2).ト means them."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING

from koubo.calls import JAPAN, Call

if TYPE_CHECKING:
    from holidays import HolidayBase

_SATURDAY = 5


def is_weekday(day: date) -> bool | None:
    """Whether a day is Monday to Friday and no national holiday of Japan; ``None`` for a year too far to know."""
    known = _holidays()
    if day.weekday() >= _SATURDAY:
        return False
    return day not in known if known.start_year <= day.year <= known.end_year else None


def in_business_hours(moment: datetime, call: Call) -> bool | None:
    """Whether a moment lies in the business hours of a weekday in Japan, both ends included."""
    there = moment.astimezone(JAPAN)
    if not call.clock("incident.business_opens") <= there.time() <= call.clock("incident.business_closes"):
        return False
    return is_weekday(there.date())


@cache
def _holidays() -> HolidayBase:
    from holidays import country_holidays  # noqa: PLC0415  # slow to import, and asked for by incidents alone

    return country_holidays("JP")
