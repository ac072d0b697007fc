"""The smaller nouns of a call: criteria and gates of the scoring, dates of the calendar, readings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from attrs import evolve, frozen

from koubo.calls.frozen import Table
from koubo.calls.parameter import Parameter
from koubo.calls.values import plain
from koubo.text import Text

Grade = Literal["S", "A", "B", "C", "D"]
Precision = Literal["exact", "planned", "about"]


@frozen
class Criterion:
    """A criterion that reviewers grade; ``points`` are those of each grade."""

    id: str
    clause: str
    title: Text
    points: Table[str, int]

    def to_dict(self) -> dict[str, object]:
        """Return plain JSON values."""
        return {"id": self.id, "clause": self.clause, "title": self.title.to_dict(), "points": dict(self.points)}


@frozen
class Gate:
    """A requirement without points; a proposal that fails it is disqualified."""

    id: str
    clause: str
    title: Text

    def to_dict(self) -> dict[str, object]:
        """Return plain JSON values."""
        return {"id": self.id, "clause": self.clause, "title": self.title.to_dict()}


@frozen
class CalendarEntry:
    """A date or span of the call, both ends included.

    Attributes:
        start: its beginning as ISO text, a moment, a day or a month; None where the call states none.
        until: its end, likewise.
        precision: ``exact``, ``planned`` (may still change) or ``about``.
        start_key: the parameter that gives ``start``, where one does.
        until_key: the parameter that gives ``until``, where one does.
    """

    id: str
    clause: str
    label: Text
    start: str | None
    until: str | None
    precision: Precision
    start_key: str | None = None
    until_key: str | None = None

    def filled(self, parameters: Mapping[str, Parameter]) -> CalendarEntry:
        """Return the entry with its ends taken from the parameters that give them."""
        start = str(plain(parameters[self.start_key].value)) if self.start_key else self.start
        until = str(plain(parameters[self.until_key].value)) if self.until_key else self.until
        return evolve(self, start=start, until=until)

    def to_dict(self) -> dict[str, object]:
        """Return plain JSON values; the ends are called ``from`` and ``until``."""
        return {
            "id": self.id,
            "clause": self.clause,
            "label": self.label.to_dict(),
            "from": self.start,
            "until": self.until,
            "precision": self.precision,
        }


@frozen
class Reading:
    """How unclear text of the call is read; ``settable`` are the parameters that choose another reading."""

    id: str
    clauses: tuple[str, ...]
    question: Text
    taken: Text
    settable: tuple[str, ...]

    def to_dict(self) -> dict[str, object]:
        """Return plain JSON values."""
        return {
            "id": self.id,
            "clauses": list(self.clauses),
            "question": self.question.to_dict(),
            "taken": self.taken.to_dict(),
            "settable": list(self.settable),
        }
