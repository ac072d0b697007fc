"""A parameter of a call: one number or norm with its unit, its clause and the date from which it holds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from fractions import Fraction
from typing import Final

from attrs import evolve, field, frozen

from koubo.calls.frozen import Table
from koubo.calls.naming import short, unknown
from koubo.calls.values import EXPECTED, Kind, Value, plain, read_value
from koubo.errors import InputError, Mistake
from koubo.text import Text


@frozen
class Unit:
    """A unit: how it is written after 1, after other numbers, and the kind of value that it goes with.

    A unit without a kind leaves it to the parameter to state one.
    """

    one: Text
    many: Text
    kind: Kind | None


def _unit(kind: Kind | None, ja: str, one: str, many: str = "") -> Unit:
    return Unit(Text(ja, one), Text(ja, many or one), kind)


UNITS: Final[Table[str, Unit]] = Table(
    {
        "yen": _unit("integer", "円", " yen"),
        "km": _unit("number", "km", " km"),
        "year": _unit("number", "年", " year", " years"),
        "ratio": _unit("ratio", "割合", " ratio"),
        "percent": _unit("integer", "%", "%"),
        "hour": _unit("integer", "時間", " hour", " hours"),
        "day": _unit("integer", "日", " day", " days"),
        "points": _unit("integer", "点", " point", " points"),
        "proposals": _unit("integer", "件", " proposal", " proposals"),
        "persons": _unit("integer", "人", " person", " persons"),
        "records": _unit("integer", "件", " record", " records"),
        "reports": _unit("integer", "回", " report", " reports"),
        "municipalities": _unit("integer", "市区町村", " municipality", " municipalities"),
        "-": _unit(None, "単位なし", " no unit"),
    }
)


@frozen
class Parameter:
    """A number or norm of the call.

    Attributes:
        key: dotted name, e.g. ``travel.min_one_way_km``.
        kind: what kind of value it has; a changed value has to be of the same kind.
        unit: one of :data:`UNITS`.
        value: the value that holds; ratios are exact fractions, moments are in Japan time.
        clause: where the call says so.
        since: the date from which it holds.
        title: what it is.
        published: the value in the published call (differs from ``value`` after ``Call.evolve``).
        choices: for texts, what may be chosen, each with its meaning.
        most: the greatest value that makes sense, where the kind's own bound is too wide.
        not_above: the key of the parameter that this one may not exceed.
        reading: id of the reading of unclear text under which another value may be chosen.
    """

    key: str
    kind: Kind
    unit: str
    value: Value
    clause: str
    since: date
    title: Text
    published: Value
    choices: Table[str, Text] = field(factory=Table)
    most: int | None = None
    not_above: str | None = None
    reading: str | None = None

    @property
    def changed(self) -> bool:
        """Whether the value differs from that of the published call."""
        return self.value != self.published

    def changed_to(self, raw: object) -> Parameter:
        """Return the parameter with another value.

        Raises:
            InputError: ``raw`` is no value of this parameter's kind, or out of its bounds.
        """
        value = read_value(self.kind, raw)
        if self.choices and not (isinstance(value, str) and value in self.choices):
            raise InputError([unknown(self.key, raw, self.choices, "a choice")])
        if value is None or (self.most is not None and not (isinstance(value, (int, float)) and value <= self.most)):
            most = "" if self.most is None else f", at most {self.most:,}"
            raise InputError([Mistake(self.key, short(raw), f"{EXPECTED[self.kind]}{most} (unit: {self.unit})")])
        return evolve(self, value=value)

    def published_as(self, raw: object) -> Parameter:
        """Return the parameter as published with this value; raises as :meth:`changed_to` does."""
        parameter = self.changed_to(raw)
        return evolve(parameter, published=parameter.value)

    @property
    def shown(self) -> Text:
        """The value with its unit as people write it, e.g. ``100,000円`` / ``100,000 yen``."""
        value = self.value
        if isinstance(value, Fraction):
            percent = value * 100
            share = f"{percent}%" if percent.denominator == 1 else str(value)
            return Text(share, share)
        if isinstance(value, (int, float)):
            unit = UNITS[self.unit]
            words = unit.one if value == 1 else unit.many
            return Text(f"{value:,}{words.ja}", f"{value:,}{words.en}")
        if isinstance(value, date):
            hour = f"{value:%H:%M}" if isinstance(value, datetime) else ""
            return Text(f"{value.year}年{value.month}月{value.day}日{hour}", f"{value:%Y-%m-%d} {hour}".strip())
        if isinstance(value, time):
            return Text(f"{value:%H:%M}", f"{value:%H:%M}")
        return self.choices[value]

    def to_dict(self) -> dict[str, object]:
        """Return plain JSON values."""
        return {
            "key": self.key,
            "kind": self.kind,
            "unit": self.unit,
            "value": plain(self.value),
            "published": plain(self.published),
            "changed": self.changed,
            "clause": self.clause,
            "since": self.since.isoformat(),
            "title": self.title.to_dict(),
            "choices": {choice: text.to_dict() for choice, text in self.choices.items()},
            "reading": self.reading,
        }


def disordered(parameters: Mapping[str, Parameter]) -> list[Mistake]:
    """Return a mistake for each parameter that exceeds the one it may not exceed."""
    mistakes = []
    for parameter in parameters.values():
        if parameter.not_above is not None:
            upper = parameters[parameter.not_above]
            if _exceeds(parameter.value, upper.value):
                expected = f"at most {plain(upper.value)}, the value of {upper.key}"
                mistakes.append(Mistake(parameter.key, str(plain(parameter.value)), expected))
    return mistakes


def _exceeds(value: Value, upper: Value) -> bool:
    if isinstance(value, (int, float, Fraction)) and isinstance(upper, (int, float, Fraction)):
        return value > upper
    if isinstance(value, time) and isinstance(upper, time):
        return value > upper
    if isinstance(value, datetime) and isinstance(upper, datetime):
        return value > upper
    if isinstance(value, date) and isinstance(upper, date):
        # A day beside a moment: the moment's own day still counts.
        return value.toordinal() > upper.toordinal()
    return True
