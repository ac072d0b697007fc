"""Moments and days as they are handed in, brought to Japan time."""

from __future__ import annotations

from datetime import date, datetime

from koubo.calls.values import JAPAN
from koubo.files.structure import structure


def japan_moment(value: datetime | str, place: str) -> datetime:
    """Return a moment in Japan time; one without a zone is Japan time already.

    Raises:
        InputError: for what is no moment, such as a day without a time.
    """
    return structure(value, datetime, place=place).astimezone(JAPAN)


def japan_day(value: date | str, place: str) -> date:
    """Return a day; of a moment the day that it falls on in Japan.

    Raises:
        InputError: for what is no day.
    """
    return japan_moment(value, place).date() if isinstance(value, datetime) else structure(value, date, place=place)
