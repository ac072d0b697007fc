"""What a reader gives: the plain tree of a file, where its parts stand, and the mistakes met on the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import evolve, field, frozen

from koubo.errors import Mistake
from koubo.files.place import upwards

Tree = Any
"""Nested ``dict`` with text keys, ``list``, ``str``, ``int``, ``float``, ``bool``, ``None``: what a file says."""


@frozen
class Document:
    """A file as a plain tree.

    Attributes:
        tree: the plain tree; a refused value stands in it as ``None``.
        lines: place → line of the file, as far as the reader knows them.
        mistakes: what the reader refused; a tree with mistakes is read on only to find more of them.
    """

    tree: Tree
    lines: Mapping[str, int] = field(factory=dict)
    mistakes: Sequence[Mistake] = ()

    def merged(self, more: Iterable[Mistake]) -> list[Mistake]:
        """Return the reader's mistakes and ``more`` of them, with line numbers, in the order of the file.

        Of ``more``, what stands at a place that the reader refused already is left out.
        """
        refused = {mistake.place for mistake in self.mistakes}
        rest = [mistake for mistake in more if mistake.place not in refused]
        numbered = [(self._line(mistake.place), mistake) for mistake in (*self.mistakes, *rest)]
        numbered.sort(key=lambda pair: pair[0])
        return [_numbered(mistake, line) for line, mistake in numbered]

    def _line(self, place: str) -> int:
        return next((self.lines[around] for around in upwards(place) if around in self.lines), 0)


def _numbered(mistake: Mistake, line: int) -> Mistake:
    return evolve(mistake, found=f"{mistake.found} (line {line})") if line else mistake
