"""Quantifiers over facts that may be unknown (Kleene's logic)."""

from __future__ import annotations

from collections.abc import Iterable


def some(values: Iterable[bool | None] | None) -> bool | None:
    """Whether one value or more is true; ``None`` where an unknown one decides, or the list itself is unknown."""
    if values is None:
        return None
    known = list(values)
    return True if True in known else None if None in known else False


def every(values: Iterable[bool | None] | None) -> bool | None:
    """Whether all values are true; ``None`` where an unknown one decides, or the list itself is unknown."""
    if values is None:
        return None
    known = list(values)
    return False if False in known else None if None in known else True


def both(first: bool | None, second: bool | None) -> bool | None:
    """Whether two values are true."""
    return every((first, second))
