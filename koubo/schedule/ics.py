"""A calendar as an iCalendar file; needs the extra ``calendar``."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import icalendar

from koubo.calls import CalendarEntry
from koubo.schedule.ends import ends
from koubo.text import Lang, Text

if TYPE_CHECKING:
    from koubo.schedule.calendar import Calendar

_CLAUSE = Text("公募要領 {clause}", "Clause {clause} of the call")
_ROUGH = {
    "planned": Text("（予定）", " (planned)"),
    "about": Text("（目途）", " (about)"),
}


def to_ics(calendar: Calendar, lang: Lang, stamp: datetime | None) -> bytes:
    """Return the iCalendar file of a calendar; moments are in UTC, which every program shows in its own zone."""
    made = (stamp or datetime.now(UTC)).astimezone(UTC)
    file = icalendar.Calendar()
    file.add("version", "2.0")
    file.add("prodid", "-//koubo//koubo//EN")
    file.add("x-wr-calname", calendar.title.in_(lang))
    for entry in calendar.entries:
        file.add_component(_event(calendar.call, entry, lang, made))
    return bytes(file.to_ical())


def _event(call: str, entry: CalendarEntry, lang: Lang, stamp: datetime) -> icalendar.Event:
    span = ends(entry)
    rough = _ROUGH.get(entry.precision)
    event = icalendar.Event()
    event.add("uid", f"{call}-{entry.id}@koubo")
    event.add("dtstamp", stamp)
    event.add("summary", entry.label.in_(lang) + ("" if rough is None else rough.in_(lang)))
    event.add("description", _CLAUSE.format(clause=entry.clause).in_(lang))
    event.add("status", "CONFIRMED" if rough is None else "TENTATIVE")
    event.add("dtstart", _utc(span.first))
    if not isinstance(span.last, datetime):
        event.add("dtend", span.last + timedelta(days=1))  # the end of days lies outside the event
    elif span.last != span.first:  # a deadline is an event without length, which has no end of its own
        event.add("dtend", _utc(span.last))
    return event


def _utc(at: date) -> date:
    return at.astimezone(UTC) if isinstance(at, datetime) else at
