"""Checks between two fields of one model, as data: what is unknown passes, and every runner reads the same checks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Any

from attrs import frozen

from koubo.errors import Mistake
from koubo.models.checks import reversed_days


@frozen
class NotBefore:
    """A day does not lie before another one."""

    field: str
    start: str

    def mistakes(self, instance: Any) -> list[Mistake]:
        """Return the mistake of an instance, if it has one."""
        start: date | None = getattr(instance, self.start)
        return reversed_days(start, getattr(instance, self.field), self.field, self.start)


@frozen
class NotAbove:
    """A part in yen is no more than the whole."""

    field: str
    whole: str
    whole_name: str

    def mistakes(self, instance: Any) -> list[Mistake]:
        """Return the mistake of an instance, if it has one."""
        part, whole = getattr(instance, self.field), getattr(instance, self.whole)
        if part is None or whole is None or part <= whole:
            return []
        return [Mistake(self.field, f"{part}", f"no more than {self.whole_name} ({whole})")]


@frozen
class OnlyWhere:
    """A fact is true only where a choice is the one that it goes with, or is unknown."""

    field: str
    choice: str
    value: Enum

    def mistakes(self, instance: Any) -> list[Mistake]:
        """Return the mistake of an instance, if it has one."""
        chosen = getattr(instance, self.choice)
        if not getattr(instance, self.field) or chosen in {None, self.value}:
            return []
        return [Mistake(self.field, f"true with the {self.choice} {chosen.value}", f"only for a {self.value.value}")]


Pair = NotBefore | NotAbove | OnlyWhere


def pair_mistakes(pairs: Iterable[Pair], instance: Any) -> list[Mistake]:
    """Return the mistakes between the fields of an instance whose fields are good one by one."""
    return [mistake for pair in pairs for mistake in pair.mistakes(instance)]
