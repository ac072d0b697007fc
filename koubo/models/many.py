"""Fields that hold a list: left out it is unknown, given it is whole (what is not listed is not there)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from typing import Any

from attrs import NOTHING, field

from koubo.models.checks import fact, is_id
from koubo.models.fields import member_of


def items(kind: type, ja: str, en: str, **more: Any) -> Any:
    """A list of objects of one class, kept as a tuple."""
    return _many(lambda item: isinstance(item, kind), f"a list of {kind.__name__}", ja, en, **more)


def names(ja: str, en: str, **more: Any) -> Any:
    """A list of ids."""
    return _many(lambda item: is_id(item) is None, "a list of ids", ja, en, **more)


def choices(kind: type[Enum], ja: str, en: str, *, required: bool = False, **more: Any) -> Any:
    """A list of members of an enumeration, each given as itself or as its id."""
    expected = "a list of " + ", ".join(str(member.value) for member in kind)
    read = member_of(kind)
    return _many(lambda item: isinstance(item, kind), expected, ja, en, read=read, required=required, **more)


def _many(
    good: Callable[[object], bool],
    expected: str,
    ja: str,
    en: str,
    *,
    read: Callable[[object], object] = lambda item: item,
    required: bool = False,
    **more: Any,
) -> Any:
    def convert(value: object) -> object:
        # Text is a list of characters to Python, and a mapping one of its keys: neither is a list here.
        if value is None or isinstance(value, str | dict) or not isinstance(value, Iterable):
            return value
        return tuple(read(item) for item in value)

    def check(value: object) -> str | None:
        return None if isinstance(value, tuple) and all(map(good, value)) else expected

    metadata = fact(check, ja, en, **more)
    return field(default=NOTHING if required else None, converter=convert, metadata=metadata)
