"""A call for proposals as data: parameters, regions, score table, calendar, readings of unclear text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from fractions import Fraction
from functools import cached_property

import attrs
from attrs import frozen

from koubo.calls.entries import CalendarEntry, Criterion, Gate, Grade, Precision, Reading
from koubo.calls.frozen import Table
from koubo.calls.mails import Mail
from koubo.calls.naming import short, unknown
from koubo.calls.parameter import UNITS, Parameter, Unit, disordered
from koubo.calls.region import Level, Prefecture, Region, SupportItem, Wish
from koubo.calls.values import Kind, Value
from koubo.errors import InputError, Mistake
from koubo.text import Text

__all__ = [
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
]


@frozen(eq=False)
class Call:
    """A call for proposals.

    Two calls are equal when they stem from the same published call and hold the same values.
    """

    id: str
    title: Text
    fiscal_year: int
    parameters: Table[str, Parameter] = attrs.field(repr=False)
    support_items: tuple[SupportItem, ...] = attrs.field(repr=False)
    regions: tuple[Region, ...] = attrs.field(repr=False)
    prefectures: tuple[Prefecture, ...] = attrs.field(repr=False)
    criteria: tuple[Criterion, ...] = attrs.field(repr=False)
    gates: tuple[Gate, ...] = attrs.field(repr=False)
    calendar: tuple[CalendarEntry, ...] = attrs.field(repr=False)
    mails: tuple[Mail, ...] = attrs.field(repr=False)
    readings: tuple[Reading, ...] = attrs.field(repr=False)

    @cached_property
    def fingerprint(self) -> tuple[str, tuple[tuple[str, Value], ...]]:
        """The id and the changed values, sorted: a cheap key for caches."""
        return self.id, tuple((key, self.parameters[key].value) for key in self.changed)

    @cached_property
    def changed(self) -> tuple[str, ...]:
        """The keys whose values differ from the published call, sorted."""
        return tuple(sorted(key for key, parameter in self.parameters.items() if parameter.changed))

    def __eq__(self, other: object) -> bool:
        return self.fingerprint == other.fingerprint if isinstance(other, Call) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.fingerprint)

    def parameter(self, key: str) -> Parameter:
        """Return a parameter.

        Raises:
            InputError: the call has no such parameter; the likely right key is suggested.
        """
        if key not in self.parameters:
            raise InputError([unknown("parameter", key, self.parameters, f"a parameter of call {self.id}")])
        return self.parameters[key]

    def value(self, key: str) -> Value:
        """Return the value of a parameter; an unknown key is an ``InputError``."""
        return self.parameter(key).value

    def integer(self, key: str) -> int:
        """Return a whole number (yen, points, hours …); another kind of parameter is a ``TypeError``."""
        value = self.value(key)
        if isinstance(value, int):
            return value
        raise self._other_kind(key, "an integer")

    def number(self, key: str) -> int | float:
        """Return a number (km, years); another kind of parameter is a ``TypeError``."""
        value = self.value(key)
        if isinstance(value, (int, float)):
            return value
        raise self._other_kind(key, "a number")

    def ratio(self, key: str) -> Fraction:
        """Return an exact ratio; another kind of parameter is a ``TypeError``."""
        value = self.value(key)
        if isinstance(value, Fraction):
            return value
        raise self._other_kind(key, "a ratio")

    def text(self, key: str) -> str:
        """Return what was chosen among several readings; another kind of parameter is a ``TypeError``."""
        value = self.value(key)
        if isinstance(value, str):
            return value
        raise self._other_kind(key, "a text")

    def day(self, key: str) -> date:
        """Return a day; another kind of parameter is a ``TypeError``."""
        value = self.value(key)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        raise self._other_kind(key, "a day")

    def moment(self, key: str) -> datetime:
        """Return a moment in Japan time; another kind of parameter is a ``TypeError``."""
        value = self.value(key)
        if isinstance(value, datetime):
            return value
        raise self._other_kind(key, "a moment")

    def clock(self, key: str) -> time:
        """Return a time of day (Japan time); another kind of parameter is a ``TypeError``."""
        value = self.value(key)
        if isinstance(value, time):
            return value
        raise self._other_kind(key, "a time of day")

    def region(self, region_id: str) -> Region:
        """Return a support region; an unknown id is an ``InputError`` that suggests the likely right one."""
        for region in self.regions:
            if region.id == region_id:
                return region
        known = [region.id for region in self.regions]
        raise InputError([unknown("region", region_id, known, f"a region of call {self.id}")])

    def prefecture(self, code: str) -> Prefecture:
        """Return a prefecture by its two digits; an unknown code is an ``InputError``."""
        for prefecture in self.prefectures:
            if prefecture.code == code:
                return prefecture
        raise InputError([Mistake("prefecture", short(code), "two digits from 01 to 47")])

    def mail(self, mail_id: str) -> Mail:
        """Return a mail that the call asks for; an unknown id is an ``InputError``."""
        for mail in self.mails:
            if mail.id == mail_id:
                return mail
        raise InputError([unknown("kind", mail_id, [mail.id for mail in self.mails], f"a mail of call {self.id}")])

    def reading(self, reading_id: str) -> Reading:
        """Return a reading of unclear text; an unknown id is an ``InputError``."""
        for reading in self.readings:
            if reading.id == reading_id:
                return reading
        known = [reading.id for reading in self.readings]
        raise InputError([unknown("reading", reading_id, known, f"a reading of call {self.id}")])

    def evolve(self, changes: Mapping[str, object] | None = None, /, **more: object) -> Call:
        """Return the call with changed parameters: "what if the threshold were 50 km".

        Args:
            changes: key → value, e.g. ``{"travel.min_one_way_km": 50}``.
            more: the same as keywords, with ``__`` for the dot: ``travel__min_one_way_km=50``.

        Raises:
            InputError: keys that the call does not have or that are given twice, and values of the wrong
                kind or out of bounds; all of them at once.
        """
        wanted: dict[str, object] = dict(changes or {})
        mistakes: list[Mistake] = []
        for name, raw in more.items():
            key = name.replace("__", ".")
            if key in wanted:
                mistakes.append(Mistake(key, "a value given twice", "each key once"))
            wanted[key] = raw
        parameters = dict(self.parameters)
        for key, raw in wanted.items():
            try:
                parameters[key] = self.parameter(key).changed_to(raw)
            except InputError as error:
                mistakes.extend(error.mistakes)
        mistakes = mistakes or disordered(parameters)
        if mistakes:
            raise InputError(mistakes)
        calendar = tuple(entry.filled(parameters) for entry in self.calendar)
        return attrs.evolve(self, parameters=Table(parameters), calendar=calendar)

    def to_dict(self) -> dict[str, object]:
        """Return plain JSON values."""
        return {
            "id": self.id,
            "title": self.title.to_dict(),
            "fiscal_year": self.fiscal_year,
            "changed": list(self.changed),
            "parameters": {key: parameter.to_dict() for key, parameter in self.parameters.items()},
            "support_items": [item.to_dict() for item in self.support_items],
            "regions": [region.to_dict() for region in self.regions],
            "prefectures": [prefecture.to_dict() for prefecture in self.prefectures],
            "criteria": [criterion.to_dict() for criterion in self.criteria],
            "gates": [gate.to_dict() for gate in self.gates],
            "mails": [mail.to_dict() for mail in self.mails],
            "calendar": [entry.to_dict() for entry in self.calendar],
            "readings": [reading.to_dict() for reading in self.readings],
        }

    def _other_kind(self, key: str, wanted: str) -> TypeError:
        return TypeError(f"parameter {key} of call {self.id} is of kind {self.parameter(key).kind}, not {wanted}")
