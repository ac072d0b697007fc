"""The ends of a calendar entry as days and moments: ``2026-03`` is the whole of that month."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from attrs import frozen

from koubo.calls import CalendarEntry
from koubo.calls.values import read_value


@frozen
class Ends:
    """When an entry begins and ends, both included: two moments, or two days."""

    first: date | datetime
    last: date | datetime


def ends(entry: CalendarEntry) -> Ends:
    """Return the ends of an entry; one without a beginning is a single moment, day or month."""
    first = _first(entry.start or entry.until or "")
    last = _last(entry.until or entry.start or "")
    if isinstance(last, datetime) and not isinstance(first, datetime):
        first = datetime(first.year, first.month, first.day, tzinfo=last.tzinfo)
    return Ends(first, last)


def _first(text: str) -> date | datetime:
    return _read(f"{text}-01" if len(text) == len("2026-03") else text)


def _last(text: str) -> date | datetime:
    if len(text) != len("2026-03"):
        return _read(text)
    first = date.fromisoformat(f"{text}-01")
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _read(text: str) -> date | datetime:
    moment = read_value("moment", text)
    return moment if isinstance(moment, datetime) else date.fromisoformat(text)
