"""How structuring goes on after a mistake: what was wrong travels upwards with what can be read all the same.

An object with a mistake is put together from its good parts (a *ghost*, which is only looked at and never handed out),
so that a mistake in one line does not hide that two others share an id.
"""

from __future__ import annotations

from typing import Any, TypeVar

import attrs

from koubo.errors import InputError, Mistake
from koubo.files.place import show, upwards

T = TypeVar("T")


class Unknown:
    """Stands in a ghost for a value that could not be read; as it may be anything, a check never misses it.

    It equals whatever it is compared with, and its parts are unknown too; in a set or as a key it is one of a kind.
    """

    def __eq__(self, other: object) -> bool:
        """Whether it may be equal to something: always."""
        return True

    __hash__ = object.__hash__

    def __getattr__(self, name: str) -> Unknown:
        """Return a part of what is not known."""
        if name.startswith("__"):
            raise AttributeError(name)
        return Unknown()


class Broken(Exception):  # noqa: N818 -- it carries mistakes, and never leaves this room
    """A value that could not be read.

    Attributes:
        mistakes: what is wrong with it, places below the value.
        rest: what can be made of it all the same, an :class:`Unknown` where that is nothing.
    """

    def __init__(self, mistakes: list[Mistake], rest: object = None) -> None:
        """Take the mistakes, one or more."""
        self.mistakes = mistakes
        self.rest = Unknown() if rest is None else rest
        super().__init__(mistakes)


def broken(value: object, expected: str) -> Broken:
    """Return the exception for one value that is not what was expected."""
    return Broken([Mistake("", show(value), expected)])


def make(cls: type[T], facts: dict[str, Any], mistakes: list[Mistake]) -> T:
    """Return an instance of an attrs class from its facts, where neither the facts nor the class have a mistake.

    Args:
        cls: the class.
        facts: the arguments of its ``__init__``; required ones that could not be read are :class:`Unknown`.
        mistakes: what was wrong with the facts already; the class adds its own, but for places told of before.

    Raises:
        Broken: with all mistakes and a ghost.
    """
    found: list[Mistake] = []
    try:
        made = cls(**facts)
    except InputError as error:
        found = list(error.mistakes)
    except (ValueError, TypeError) as error:
        found = [] if mistakes else [Mistake("", str(error) or "facts at odds", "facts that fit together")]
    except Exception:  # a check of the class may stumble over a value that could not be read
        if not mistakes:
            raise
    else:
        if not mistakes:
            return made
    raise Broken(mistakes + _news(found, mistakes), _ghost(cls, facts))


def _news(found: list[Mistake], told: list[Mistake]) -> list[Mistake]:
    """Return the mistakes found that do not stand above, at or below a place told of already."""
    at = {mistake.place for mistake in told}
    above = {place for mistake in told for place in upwards(mistake.place)} - {""}
    return [mistake for mistake in found if mistake.place not in above and at.isdisjoint(upwards(mistake.place))]


def _ghost(cls: type[Any], facts: dict[str, Any]) -> object:
    ghost: object = object.__new__(cls)
    for attribute in attrs.fields(cls):
        if attribute.alias in facts:
            value = facts[attribute.alias]
        elif isinstance(attribute.default, attrs.Factory):  # type: ignore[arg-type]
            value = Unknown() if attribute.default.takes_self else attribute.default.factory()
        else:
            value = Unknown() if attribute.default is attrs.NOTHING else attribute.default
        # Around the freezing of the class: nothing but the checks of the objects around it sees a ghost.
        object.__setattr__(ghost, attribute.name, value)
    return ghost
