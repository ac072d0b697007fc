"""What an unquoted YAML scalar means here: YAML 1.2 without its traps, for reader and writer alike.

Only ``true`` and ``false`` are booleans, so ``no``, ``yes`` and ``on`` stay text; so do ``12:30``, ``0123``, ``1_000``,
``0x1F`` and dates, which the models read where they expect them.
"""

from __future__ import annotations

import math
import re

from koubo.files.plain import MAX_DIGITS, NOT_FINITE, TOO_LONG, Refused

NULL = re.compile(r"~|null|Null|NULL|")
BOOLEAN = re.compile(r"true|True|TRUE|false|False|FALSE")
WHOLE = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
FLOAT = re.compile(r"[-+]?(?:(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?|[0-9]+[eE][-+]?[0-9]+)")
NOT_NUMBERS = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")


def resolve(text: str) -> str | int | float | bool | Refused | None:
    """Return what an unquoted scalar stands for."""
    if NULL.fullmatch(text):
        return None
    if BOOLEAN.fullmatch(text):
        return text[0] in "tT"
    if WHOLE.fullmatch(text):
        digits = len(text.lstrip("+-"))
        return int(text) if digits <= MAX_DIGITS else Refused(f"a whole number of {digits:,} digits", TOO_LONG)
    if FLOAT.fullmatch(text):
        number = float(text)
        return number if math.isfinite(number) else Refused(f"the number {text[:40]}", NOT_FINITE)
    if NOT_NUMBERS.fullmatch(text):
        return Refused(text, NOT_FINITE)
    return text
