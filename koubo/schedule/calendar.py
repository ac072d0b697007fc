"""``deadlines``: every date of the call, as data and as an iCalendar file."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from attrs import frozen

from koubo.calls import CalendarEntry, Call
from koubo.engine.finding import Finding
from koubo.judging import as_call
from koubo.results import Shown
from koubo.text import Lang, Text

TIME_ZONE = "Asia/Tokyo"


@frozen
class Calendar(Shown):
    """The dates of a call, in the order of its calendar; both ends of an entry are included.

    Attributes:
        call: id of the call.
        title: its title.
        entries: the dates, each with its clause.
    """

    call: str
    title: Text
    entries: tuple[CalendarEntry, ...]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Nothing: a calendar judges nobody."""
        return ()

    @property
    def trace(self) -> tuple[Finding, ...]:
        """Nothing: a calendar judges nobody."""
        return ()

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values: moments with their zone, days ``YYYY-MM-DD``, months ``YYYY-MM``."""
        return {
            "call": self.call,
            "time_zone": TIME_ZONE,
            "findings": [],
            "entries": [entry.to_dict() for entry in self.entries],
        }

    def to_ics(self, lang: Lang = "ja", *, stamp: datetime | None = None) -> bytes:
        """Return an iCalendar file (RFC 5545), which calendar programs take in; needs the extra ``calendar``.

        A month is an event of all its days; what is planned or about is tentative. An entry keeps its identity from
        one file to the next, so that taking in a newer file moves it instead of doubling it.

        Args:
            lang: the language of the entries.
            stamp: when the file is made, an aware moment; now where it is left out.

        Raises:
            ImportError: if icalendar is not installed.
        """
        from koubo.schedule.ics import to_ics  # noqa: PLC0415  # an extra, asked for only here

        return to_ics(self, lang, stamp)


def deadlines(call: Call | str | None = None) -> Calendar:
    """Return the calendar of a call, ``r7`` where none is named.

    Raises:
        InputError: if there is no such call.
    """
    asked = as_call(call)
    return Calendar(asked.id, asked.title, asked.calendar)
