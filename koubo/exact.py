"""Exact numbers as people and programs read them: a rounded decimal beside the exact fraction."""

from __future__ import annotations

from fractions import Fraction
from math import floor

PLACES = 3


def points(value: Fraction | int) -> dict[str, str]:
    """Return points as ``{"decimal": "6.667", "exact": "20/3"}``.

    The decimal is rounded half-up to three places, for showing only; nothing is ever computed with it.
    """
    return {"decimal": decimal(value), "exact": str(Fraction(value))}


def decimal(value: Fraction | int, places: int = PLACES) -> str:
    """Return a decimal rounded half-up (away from zero at the half) to a number of places."""
    scaled = floor(abs(Fraction(value)) * 10**places + Fraction(1, 2))
    whole, rest = divmod(scaled, 10**places)
    sign = "-" if value < 0 and scaled else ""
    return f"{sign}{whole}.{rest:0{places}d}" if places else f"{sign}{whole}"
