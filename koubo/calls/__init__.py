"""The parameters of each call for proposals: numbers, norms, regions, score table, calendar, readings."""

from __future__ import annotations

from koubo.calls.entries import CalendarEntry, Criterion, Gate, Grade, Precision, Reading
from koubo.calls.mails import Mail
from koubo.calls.model import Call
from koubo.calls.parameter import UNITS, Parameter, Unit
from koubo.calls.region import Level, Prefecture, Region, SupportItem, Wish
from koubo.calls.registry import calls, get_call
from koubo.calls.values import JAPAN, Kind, Value

__all__ = [
    "JAPAN",
    "UNITS",
    "CalendarEntry",
    "Call",
    "Criterion",
    "Gate",
    "Grade",
    "Kind",
    "Level",
    "Mail",
    "Parameter",
    "Precision",
    "Prefecture",
    "Reading",
    "Region",
    "SupportItem",
    "Unit",
    "Value",
    "Wish",
    "calls",
    "get_call",
]
