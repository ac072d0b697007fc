"""Places in an input, written ``budget.lines[3].amount_yen``, and values as a mistake shows them."""

from __future__ import annotations

import difflib
import functools
import json
import re
from collections.abc import Iterator, Mapping
from datetime import date

_PLAIN_KEY = re.compile(r"\w+(?:-\w+)*")
_LAST_STEP = re.compile(r"(?:\.[^.\[\]]*|\[[^\[\]]*\]|^[^.\[\]]+)$")
_LONGEST_KEY = 60
_LONGEST_VALUE = 80


def child(place: str, step: str | int) -> str:
    """Return the place of an item (whole number) or of a key (text) below ``place``."""
    if isinstance(step, int):
        return f"{place}[{step}]"
    if not _PLAIN_KEY.fullmatch(step):
        return f"{place}[{quoted(step)}]"
    return f"{place}.{step}" if place else step


def quoted(key: str) -> str:
    """Return a key in double quotes, shortened, with every unprintable character escaped."""
    short = key if len(key) <= _LONGEST_KEY else key[: _LONGEST_KEY - 1] + "…"
    return json.dumps(short, ensure_ascii=not short.isprintable())


def upwards(place: str) -> Iterator[str]:
    """Yield a place, then the places around it, out to the whole input."""
    while place:
        yield place
        shorter = _LAST_STEP.sub("", place)
        place = shorter if shorter != place else ""
    yield ""


def show(value: object) -> str:
    """Return a value as a mistake shows it: short, on one line, printable."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return repr(value if len(value) <= _LONGEST_VALUE else value[: _LONGEST_VALUE - 1] + "…")
    if isinstance(value, int | float):
        return _number(value)
    return f"a Python {type(value).__name__}"


@functools.lru_cache(maxsize=1024)
def suggestion(word: str, known: tuple[str, ...]) -> str:
    """Return `` – did you mean '…'?`` with the likeliest of the known words, "" where none is near."""
    close = difflib.get_close_matches(word, known, n=1) if len(word) <= _LONGEST_KEY else []
    return f" – did you mean {close[0]!r}?" if close else ""


def _number(value: float) -> str:
    # int.bit_length goes first: Python refuses to print a whole number of thousands of digits.
    if isinstance(value, int) and value.bit_length() > _LONGEST_VALUE * 3:
        return "a huge whole number"
    return repr(value)
