"""A calendar as an iCalendar file; needs the extra ``calendar``."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import icalendar
from icalendar.enums import STATUS

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
    file = icalendar.Calendar.new(
        uid=f"{calendar.call}@koubo",
        prodid="-//koubo//koubo//EN",
        name=calendar.title.in_(lang),
        language=lang,
        subcomponents=[_event(calendar.call, entry, lang, made) for entry in calendar.entries],
    )
    return bytes(file.to_ical())


def _event(call: str, entry: CalendarEntry, lang: Lang, stamp: datetime) -> icalendar.Event:
    span = ends(entry)
    rough = _ROUGH.get(entry.precision)
    event = icalendar.Event.new(
        uid=f"{call}-{entry.id}@koubo",
        stamp=stamp,
        summary=entry.label.in_(lang) + ("" if rough is None else rough.in_(lang)),
        description=_CLAUSE.format(clause=entry.clause).in_(lang),
        status=STATUS.CONFIRMED if rough is None else STATUS.TENTATIVE,
        start=span.first.astimezone(UTC) if isinstance(span.first, datetime) else span.first,
    )
    if isinstance(span.last, datetime):
        if span.last != span.first:  # a deadline is an event without length, which has no end of its own
            event.end = span.last.astimezone(UTC)
    else:
        event.end = span.last + timedelta(days=1)  # the end of days lies outside the event
    return event
