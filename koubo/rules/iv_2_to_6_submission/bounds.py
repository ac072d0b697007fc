"""A time that may be known to the day only, held against the limits of the call."""

from __future__ import annotations

from koubo.rules.language import Condition, Field, Parameter


def by(first: Field, last: Field, exact: Field, limit: Parameter) -> Condition:
    """Whether a time lies by a limit, the very moment included; undetermined where its day alone leaves that open."""
    return (first <= limit) & ((last <= limit) | exact)


def since(first: Field, last: Field, exact: Field, limit: Parameter) -> Condition:
    """Whether a time lies at a limit or after it; undetermined where its day alone leaves that open."""
    return (last >= limit) & ((first >= limit) | exact)
