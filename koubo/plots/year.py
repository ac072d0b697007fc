"""A picture of the year of a call: its spans as bars, its deadlines as points, from the opening to the final report."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from koubo.calls import JAPAN, CalendarEntry
from koubo.plots.figure import COLOURS, blank, label
from koubo.schedule.calendar import Calendar
from koubo.schedule.ends import ends
from koubo.text import Lang, Text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_TITLE = Text("公募から最終報告まで", "From the call to the final report")
_KINDS = {
    "exact": (COLOURS[0], Text("確定", "fixed")),
    "planned": (COLOURS[2], Text("予定", "planned")),
    "about": (COLOURS[1], Text("目途", "about")),
}
_LONGEST_POINT = timedelta(days=2)


def plot_year(calendar: Calendar, *, lang: Lang = "en") -> Figure:
    """Draw the dates of a call, one row each, the first at the top.

    Args:
        calendar: what ``deadlines()`` gives.
        lang: the language of the labels; English where no installed font has Japanese characters.

    Raises:
        ImportError: if the extra ``koubo[plot]`` is not installed.
    """
    rows = sorted(calendar.entries, key=lambda entry: _span(entry)[::-1])
    with blank(10, 1.2 + 0.32 * len(rows)) as (figure, axes):
        for row, entry in enumerate(rows):
            _draw(axes, row, entry)
        axes.set_yticks(range(len(rows)), [label(entry.label, lang) for entry in rows])
        axes.invert_yaxis()
        axes.set_title(label(_TITLE, lang), loc="left")
        _months(axes)
        _legend(axes, {entry.precision for entry in rows}, lang)
    return figure


def _span(entry: CalendarEntry) -> tuple[datetime, datetime]:
    """Return the first and the last moment of an entry."""
    span = ends(entry)
    return _moment(span.first, time()), _moment(span.last, time(23, 59))


def _moment(at: date, clock: time) -> datetime:
    return at if isinstance(at, datetime) else datetime.combine(at, clock, JAPAN)


def _draw(axes: Axes, row: int, entry: CalendarEntry) -> None:
    from matplotlib.dates import date2num  # noqa: PLC0415  # an extra

    span = _span(entry)
    # Without their zone, as matplotlib would show them in UTC.
    first, last = (date2num(moment.replace(tzinfo=None)) for moment in span)  # type: ignore[no-untyped-call]
    colour, _ = _KINDS[entry.precision]
    if span[1] - span[0] <= _LONGEST_POINT:
        axes.plot([last], [row], marker="D", color=colour, markersize=6)
    else:
        axes.barh(row, last - first, left=first, height=0.5, color=colour)


def _months(axes: Axes) -> None:
    from matplotlib.dates import DateFormatter, MonthLocator  # noqa: PLC0415  # an extra

    axes.xaxis.set_major_locator(MonthLocator())  # type: ignore[no-untyped-call]
    axes.xaxis.set_major_formatter(DateFormatter("%Y-%m"))  # type: ignore[no-untyped-call]
    axes.tick_params(axis="x", rotation=45)
    axes.grid(axis="x", alpha=0.3)
    axes.use_sticky_edges = False


def _legend(axes: Axes, shown: set[str], lang: Lang) -> None:
    from matplotlib.patches import Patch  # noqa: PLC0415  # an extra

    handles = [
        Patch(color=colour, label=label(words, lang)) for kind, (colour, words) in _KINDS.items() if kind in shown
    ]
    axes.legend(handles=handles, loc="upper right")
