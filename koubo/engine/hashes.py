"""The 32-bit hashes by which durable-rules tells names and messages apart: what shares one it takes for the same."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

from koubo.rules.language import RuleDefinitionError


def fnv1a(text: str) -> int:
    """Return the 32-bit FNV-1a hash of a text, as durable-rules works it out."""
    value = 0x811C9DC5
    for byte in text.encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


def check_names(names: Iterable[str]) -> None:
    """Refuse two names of facts that share a hash.

    Raises:
        RuleDefinitionError: naming both.
    """
    seen: dict[int, str] = {}
    for name in dict.fromkeys(names):
        other = seen.setdefault(fnv1a(name), name)
        if other != name:
            raise RuleDefinitionError(f"the facts {other!r} and {name!r} share a hash in durable-rules: rename one")


class MessageIds:
    """Ids of messages, no two of which share a hash, nor one with a text that is taken; they serve every run."""

    def __init__(self, *taken: str) -> None:
        self._ids: list[str] = []
        self._hashes = set(map(fnv1a, taken))
        self._numbers = itertools.count()

    def __getitem__(self, place: int) -> str:
        while len(self._ids) <= place:
            name = f"{next(self._numbers):x}"
            found = fnv1a(name)
            if found not in self._hashes:
                self._hashes.add(found)
                self._ids.append(name)
        return self._ids[place]
