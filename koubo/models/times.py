"""Moments of a dossier: a time without a zone is Japan time, and a day alone is any moment of that day."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from attrs import field

from koubo.calls import JAPAN
from koubo.models.checks import fact, is_day, is_moment


def at(ja: str, en: str, **more: Any) -> Any:
    """A moment; without a zone it is Japan time."""
    return field(default=None, converter=in_japan, metadata=fact(is_moment, ja, en, **more))


def when(ja: str, en: str, **more: Any) -> Any:
    """A moment, or a day of which the time is not known."""
    return field(default=None, converter=in_japan, metadata=fact(_is_moment_or_day, ja, en, **more))


def in_japan(value: Any) -> Any:
    """Give a time without a zone the zone of Japan; leave the rest for the check to refuse."""
    return value.replace(tzinfo=JAPAN) if isinstance(value, datetime) and value.tzinfo is None else value


def day_of(value: date) -> date:
    """Return the day in Japan of a moment, or a day itself."""
    return value.astimezone(JAPAN).date() if isinstance(value, datetime) else value


def span(value: date) -> tuple[datetime, datetime]:
    """Return the first and the last moment that a value may stand for: twice a moment itself, or the ends of a day."""
    if isinstance(value, datetime):
        return value, value
    first = datetime(value.year, value.month, value.day, tzinfo=JAPAN)
    return first, first.replace(hour=23, minute=59, second=59, microsecond=999_999)


def _is_moment_or_day(value: object) -> str | None:
    if is_moment(value) is None or is_day(value) is None:
        return None
    return "a time YYYY-MM-DDThh:mm or a day YYYY-MM-DD"
