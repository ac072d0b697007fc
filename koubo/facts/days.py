"""Stretches of days, both ends included; what is not known of an end widens what is possible."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from attrs import frozen

from koubo.models.staff import Posting

_DAY = timedelta(days=1)


@frozen
class Stretch:
    """Days from a first to a last one."""

    first: date
    last: date

    def within(self, other: Stretch) -> Stretch | None:
        """Return the days that two stretches share, ``None`` where there are none."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Stretch(first, last) if first <= last else None

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def __str__(self) -> str:
        first = self.first.isoformat()
        return first if self.first == self.last else f"{first}/{self.last.isoformat()}"


EVER = Stretch(date.min, date.max)


def certain(posting: Posting) -> Stretch | None:
    """Return the days of a posting, ``None`` where an end is not known."""
    return None if posting.start is None or posting.end is None else Stretch(posting.start, posting.end)


def possible(posting: Posting) -> Stretch:
    """Return the days that a posting may have at most."""
    return Stretch(posting.start or EVER.first, posting.end or EVER.last)


def thin(term: Stretch, stretches: Iterable[Stretch], needed: int) -> tuple[Stretch, ...]:
    """Return the days of a term on which fewer stretches than needed run, joined where they follow each other."""
    changes: dict[date, int] = {}
    for stretch in stretches:
        shared = stretch.within(term)
        if shared is not None:
            changes[shared.first] = changes.get(shared.first, 0) + 1
            if shared.last < term.last:
                changes[shared.last + _DAY] = changes.get(shared.last + _DAY, 0) - 1
    gaps: list[Stretch] = []
    running, start = 0, term.first
    for day in [*sorted(changes), None]:
        if running < needed and (day is None or start < day):
            gaps.append(Stretch(start, term.last if day is None else day - _DAY))
        if day is not None:
            running, start = running + changes[day], day
    return joined(gaps)


def joined(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return the same days in order, each once, with stretches that touch made one."""
    merged: list[Stretch] = []
    for stretch in sorted(stretches, key=lambda one: one.first):
        if merged and (merged[-1].last == date.max or stretch.first <= merged[-1].last + _DAY):
            merged[-1] = Stretch(merged[-1].first, max(merged[-1].last, stretch.last))
        else:
            merged.append(stretch)
    return tuple(merged)


def listed(stretches: Sequence[Stretch]) -> str:
    """Return stretches as text: ``2025-08-01/2025-08-15, 2025-09-01``."""
    return ", ".join(map(str, stretches))
