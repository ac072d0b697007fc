"""From what Python or a JSON parser holds to a plain tree: nothing endless, nothing foreign, no NaN."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from datetime import date, time
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from numbers import Integral
from typing import Any, NoReturn

from attrs import Factory, define, frozen

from koubo.errors import InputError, Mistake
from koubo.files.document import Document, Tree
from koubo.files.place import child, quoted, show
from koubo.files.text import unfit_character

MAX_DEPTH = 50
"""Deepest nesting of lists and mappings."""
MAX_DIGITS = 30
"""Most digits of a whole number."""
MAX_VALUES = 1_000_000
"""Most values in one tree: a few bytes of a file, or one list that a mapping holds many times, may each be a value."""

TOO_DEEP = f"at most {MAX_DEPTH} levels of lists and mappings"
TOO_MANY = (f"more than {MAX_VALUES:,} values", "fewer; larger tables are for koubo.audit_frame")
TOO_LONG = f"a number of at most {MAX_DIGITS} digits"
NOT_FINITE = "a finite number, or null where it is not known"
_HUGE = 10**MAX_DIGITS


@frozen
class Refused:
    """Stands in a parsed tree for a value that its parser refused, until its place is known."""

    found: str
    expected: str


class Twice(dict[str, object]):
    """A mapping in which keys stood more than once."""

    def __init__(self, values: Mapping[str, object], keys: Iterable[str]) -> None:
        """Take the mapping and the keys that stood in it again."""
        super().__init__(values)
        self.keys_again = tuple(dict.fromkeys(keys))


def plain(value: object) -> Document:
    """Return a value of Python as a plain tree, with a mistake for everything that has no place in one.

    Raises:
        InputError: for nesting deeper than 50 levels (a mapping may hold itself) and for more than a million values.
    """
    walk = _Walk()
    return Document(walk.value(value, "", 0), {}, tuple(walk.mistakes))


@define
class _Walk:
    mistakes: list[Mistake] = Factory(list)
    values: int = 0

    def value(self, value: object, place: str, depth: int) -> Tree:
        self.values += 1
        if self.values > MAX_VALUES:
            self.stop("", *TOO_MANY)
        if isinstance(value, Enum):
            return self.value(value.value, place, depth)
        if isinstance(value, Mapping | list | tuple):
            if depth >= MAX_DEPTH:
                self.stop(place, "deeper nesting", TOO_DEEP)
            if isinstance(value, Mapping):
                return self.mapping(value, place, depth)
            return [self.value(item, child(place, index), depth + 1) for index, item in enumerate(value)]
        return self.scalar(value, place)

    def mapping(self, value: Mapping[object, object], place: str, depth: int) -> dict[str, Tree]:
        if isinstance(value, Twice):
            for again in value.keys_again:
                self.refuse(child(place, again), "the key again", "each key once")
        result: dict[str, Tree] = {}
        for raw, item in value.items():
            key: Any = raw.value if isinstance(raw, Enum) else raw
            if not isinstance(key, str):
                self.refuse(child(place, show(key)), f"the key {show(key)}", "keys that are text")
            elif unfit_character(key):
                self.refuse(child(place, key), f"the key {quoted(key)}", "keys that can be read")
            else:
                result[str(key)] = self.value(item, child(place, key), depth + 1)
        return result

    def scalar(self, value: object, place: str) -> Tree:
        if value is None or isinstance(value, bool):
            return value
        fault = self.fault(value)
        if fault:
            self.refuse(place, *fault)
            return None
        if isinstance(value, Integral):
            return int(value)
        return str(value) if isinstance(value, str) else value

    @staticmethod
    def fault(value: object) -> tuple[str, str] | None:
        match value:
            case Refused():
                return value.found, value.expected
            case str():
                unfit = unfit_character(value)
                return (f"text with the control character {unfit}", "text that can be read") if unfit else None
            case Integral():
                return (show(int(value)), TOO_LONG) if abs(int(value)) >= _HUGE else None
            case float():
                return None if math.isfinite(value) else (show(value), NOT_FINITE)
            case Fraction():
                long = max(abs(value.numerator), value.denominator) >= _HUGE
                return ("a fraction of too many digits", TOO_LONG) if long else None
            case Decimal():
                good = value.is_finite() and len(value.as_tuple().digits) + abs(value.adjusted()) <= MAX_DIGITS
                return None if good else ("a decimal that is not finite or too long", TOO_LONG)
            case date() | time():
                # pandas' "not a time" passes for a datetime and, like NaN, differs from itself.
                return None if value == value else ("not a time", "a time, or null where it is not known")  # noqa: PLR0124
            case _:
                return show(value), "text, a number, true, false, null, a date, a list or a mapping"

    def refuse(self, place: str, found: str, expected: str) -> None:
        self.mistakes.append(Mistake(place, found, expected))

    def stop(self, place: str, found: str, expected: str) -> NoReturn:
        raise InputError([*self.mistakes, Mistake(place, found, expected)])
