"""Fields of models, each with its check, its label in both languages and its unit; left out means unknown.

The functions return ``Any`` so that a field is declared as ``one_way_km: float | None = number(…)``, as attrs'
own ``field`` is.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Any

from attrs import converters, field

from koubo.models.checks import (
    MAX_COUNT,
    Check,
    Measure,
    OneOf,
    Whole,
    fact,
    is_day,
    is_flag,
    is_id,
    is_moment,
    is_text,
    is_yen,
)


def member_of(kind: type[Enum]) -> Callable[[object], object]:
    """Take the id of a member of an enumeration as well as the member; leave the rest for the check to refuse."""
    known = {member.value: member for member in kind}

    def convert(value: object) -> object:
        return known.get(value, value) if isinstance(value, str) else value

    return convert


def _fact(check: Check, ja: str, en: str, unit: str, default: Any, convert: Any = None, **more: Any) -> Any:
    steps = [] if default is None else [converters.default_if_none(default)]
    if convert is not None:
        steps.append(convert)
    converter = converters.pipe(*steps) if steps else None
    return field(default=default, converter=converter, metadata=fact(check, ja, en, unit, **more))


def flag(ja: str, en: str, default: bool | None = None, **more: Any) -> Any:
    """A true-or-false fact."""
    return _fact(is_flag, ja, en, "", default, **more)


def yen(ja: str, en: str, default: int | None = None, **more: Any) -> Any:
    """An amount in whole yen, not negative."""
    return _fact(is_yen, ja, en, "yen", default, **more)


def count(ja: str, en: str, default: int | None = None, minimum: int = 1, unit: str = "", **more: Any) -> Any:
    """A whole number from a minimum on."""
    return _fact(Whole(minimum, MAX_COUNT), ja, en, unit, default, **more)


def number(ja: str, en: str, unit: str, **more: Any) -> Any:
    """A measure (kilometres, years) that is not negative."""
    return _fact(Measure(unit), ja, en, unit, None, **more)


def day(ja: str, en: str, **more: Any) -> Any:
    """A day."""
    return _fact(is_day, ja, en, "", None, **more)


def moment(ja: str, en: str, **more: Any) -> Any:
    """An aware moment in time."""
    return _fact(is_moment, ja, en, "", None, **more)


def name(ja: str, en: str, **more: Any) -> Any:
    """An id."""
    return _fact(is_id, ja, en, "", None, **more)


def text(ja: str, en: str, **more: Any) -> Any:
    """Free text."""
    return _fact(is_text, ja, en, "", None, **more)


def choice(kind: type[Enum], ja: str, en: str, default: Enum | None = None, **more: Any) -> Any:
    """A member of an enumeration, given as itself or as its id."""
    return _fact(OneOf(kind), ja, en, "", default, member_of(kind), **more)
