"""Sample models with every kind of field, for the tests of structuring."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from enum import Enum, StrEnum
from fractions import Fraction
from types import SimpleNamespace
from typing import Any, Literal

import pytest
from attrs import field, frozen, validators

from koubo.errors import InputError, Mistake
from koubo.files.structure import structure

JAPAN = timezone(timedelta(hours=9))


class Colour(StrEnum):
    RED = "red"
    DARK_GREEN = "dark_green"


class Size(Enum):
    SMALL = 1
    LARGE = 2

    @property
    def label(self) -> SimpleNamespace:
        return SimpleNamespace(ja={1: "小（一人用）", 2: "大"}[self.value])


@frozen(kw_only=True)
class Term:
    start: date | None = field(default=None, metadata={"key": "from"})
    end: date | None = field(default=None, metadata={"key": "to"})

    def __attrs_post_init__(self) -> None:
        if self.start and self.end and self.end < self.start:
            raise InputError([Mistake("to", self.end.isoformat(), f"not before {self.start}")])


@frozen(kw_only=True)
class Item:
    id: str
    price: int = field(default=1, validator=validators.ge(0))
    colour: Colour = Colour.RED
    km: float | None = None
    fits: bool | None = None

    def __attrs_post_init__(self) -> None:
        if self.km is not None and self.price > 1000:
            raise ValueError("an item with a distance costs at most 1000")


@frozen(kw_only=True)
class Shop:
    name: str
    items: tuple[Item, ...] = ()
    term: Term | None = None
    owner: str | Literal[False] | None = None
    register: Term | Literal[False] | None = None
    seen: date | datetime | None = None
    opened: datetime | None = None
    shares: Mapping[str, Fraction] = field(factory=dict)
    sizes: Mapping[Colour, Size] = field(factory=dict)
    limit: int | None = None
    must_say: bool | None
    extra: Any = None
    made: str = field(init=False, default="here")

    def __attrs_post_init__(self) -> None:
        ids = [item.id for item in self.items]
        again = [place for place, name in enumerate(ids) if name in ids[:place]]
        if again:
            raise InputError(Mistake(f"items[{n}].id", f"{ids[n]!r} again", "its own id") for n in again)


@frozen
class Total:
    parts: tuple[int, ...]

    def __attrs_post_init__(self) -> None:
        if sum(self.parts) > 10:
            raise InputError([Mistake("parts", "too much", "at most 10")])


@frozen
class Faulty:
    def __attrs_post_init__(self) -> None:
        raise ZeroDivisionError


def shop(**facts: Any) -> dict[str, Any]:
    return {"name": "n", "must_say": None, **facts}


def mistakes(tree: object, cls: type = Shop, **options: Any) -> list[tuple[str, str, str]]:
    with pytest.raises(InputError) as error:
        structure(tree, cls, **options)
    return [(mistake.place, mistake.found, mistake.expected) for mistake in error.value.mistakes]
