"""The models that are written in files otherwise than by their own fields: how each is read and written."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from attrs import asdict, frozen

from koubo.files.document import Tree


@frozen
class Form:
    """How a model stands in a file: ``read`` makes it from a plain tree, ``write`` is the way back."""

    read: Callable[[Any], Any]
    write: Callable[[Any], Tree]


@functools.cache
def forms() -> Mapping[type, Form]:
    """Return the models with a form of their own."""
    from koubo.models.rates import GeneralAdminRate  # noqa: PLC0415 -- models are loaded when first used

    return {GeneralAdminRate: Form(GeneralAdminRate.of, _write_rate)}


def _write_rate(rate: Any) -> Tree:
    if rate.own is not None:
        return exact(rate.own)
    return asdict(rate.statement) if rate.statement is not None else {"separately_set": exact(rate.separately_set)}


def exact(number: Fraction) -> str:
    """Return an exact number as decimal text where it has one, else as a quotient: ``"66.67"``, ``"200/3"``."""
    rest = number.denominator
    twos = fives = 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    places = max(twos, fives)
    if rest != 1 or places > 12:  # longer decimals say less than the quotient
        return f"{number.numerator}/{number.denominator}"
    if not places:
        return str(number.numerator)
    digits = f"{abs(number.numerator) * 10**places // number.denominator:0{places + 1}d}"
    return f"{'-' if number < 0 else ''}{digits[:-places]}.{digits[-places:]}"
