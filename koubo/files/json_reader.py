"""JSON to a plain tree: a key twice, NaN and numbers of a thousand digits are mistakes with their place."""

from __future__ import annotations

import json
import math

from koubo.errors import InputError, Mistake
from koubo.files.document import Document
from koubo.files.plain import MAX_DIGITS, NOT_FINITE, TOO_DEEP, TOO_LONG, Refused, Twice, plain
from koubo.files.text import decode


def read_json(data: bytes) -> Document:
    """Read the bytes of a JSON file.

    Raises:
        InputError: if it is empty, no JSON, not in UTF-8, too large or nested too deeply.
    """
    text = decode(data)
    if not text.strip():
        raise InputError([Mistake("", "nothing: the file is empty", "a mapping in JSON")])
    try:
        parsed = json.loads(
            text, object_pairs_hook=_mapping, parse_int=_whole, parse_float=_decimal, parse_constant=_constant
        )
    except json.JSONDecodeError as error:
        found = f"no JSON: {error.msg} (line {error.lineno}, column {error.colno})"
        raise InputError([Mistake("", found, "JSON")]) from error
    except RecursionError as error:
        raise InputError([Mistake("", "deeper nesting", TOO_DEEP)]) from error
    return plain(parsed)


def _mapping(pairs: list[tuple[str, object]]) -> dict[str, object]:
    values = dict(pairs)
    if len(values) == len(pairs):
        return values
    seen: set[str] = set()
    again = [key for key, _ in pairs if key in seen or seen.add(key)]  # type: ignore[func-returns-value]
    return Twice(values, again)


def _whole(digits: str) -> int | Refused:
    if len(digits.lstrip("-")) > MAX_DIGITS:
        return Refused(f"a whole number of {len(digits.lstrip('-')):,} digits", TOO_LONG)
    return int(digits)


def _decimal(digits: str) -> float | Refused:
    number = float(digits)
    return number if math.isfinite(number) else Refused(f"the number {digits[:40]}", NOT_FINITE)


def _constant(name: str) -> Refused:
    return Refused(name, NOT_FINITE)
