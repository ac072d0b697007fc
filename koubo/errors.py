"""What koubo raises when an input cannot be read: every mistake at once, each with its place."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen


@frozen
class Mistake:
    """One thing wrong in an input.

    ``place`` is a path such as ``budget.lines[3].amount_yen`` or a cell such as ``支出計画書!D14``
    ("" for the whole input); ``found`` says what stood there and ``expected`` what should.
    """

    place: str
    found: str
    expected: str

    def __str__(self) -> str:
        return f"{self.place or '(input)'}: found {self.found}; expected {self.expected}"

    def under(self, prefix: str) -> Mistake:
        """Return the same mistake with its place below ``prefix``."""
        if not prefix:
            return self
        joint = "" if not self.place or self.place.startswith("[") else "."
        return Mistake(f"{prefix}{joint}{self.place}", self.found, self.expected)


class InputError(ValueError):
    """An input that cannot be read as what it should be; holds every mistake found.

    Attributes:
        mistakes: all mistakes, in the order of the input.
        source: the file's name, "" for input that did not come from a file.
    """

    def __init__(self, mistakes: Iterable[Mistake], source: str = "") -> None:
        """Take the mistakes, one or more."""
        self.mistakes: tuple[Mistake, ...] = tuple(mistakes)
        self.source = source
        super().__init__("\n".join(self.lines()))

    def lines(self) -> list[str]:
        """Return one line for each mistake: file, place, what was found, what was expected."""
        prefix = f"{self.source}: " if self.source else ""
        return [f"{prefix}{mistake}" for mistake in self.mistakes]
