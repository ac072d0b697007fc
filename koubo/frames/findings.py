"""The findings of each row as text: joined by the engine itself, or looked up from a number that says which were found.

A lookup is many times cheaper, since few different sets of findings occur among millions of rows.
"""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import cast

import narwhals as nw
from attrs import frozen

from koubo.frames.lines import FINDINGS, Layer, Lines

BITS = 62
"""How many findings one whole number of 64 bits tells apart."""

Found = Sequence[tuple[str, str]]
"""What can be found, with the column that says in which rows it is."""
Bit = Callable[[str, int], nw.Expr]


@frozen(eq=False)
class Findings:
    """What can be found in a row.

    Attributes:
        own: mistakes of one column by themselves.
        pairs: mistakes between two columns; they count where there is none of the first kind.
        rules: rules, violated where their column is true and undetermined where it is null; they count where there is
            no mistake.
        place: the column of the place of the verdict, which is 0 for a mistake.
        prefix: what the names of added columns begin with.
    """

    own: Found
    pairs: Found
    rules: Found
    place: str
    prefix: str

    @classmethod
    def of(cls, lines: Lines) -> Findings:
        """Take what can be found in lines."""
        own = [(f"input.{name}", column) for name, column in lines.own_mistakes.items()]
        pairs = [(f"input.{name}", column) for name, column in lines.judging.also.items()]
        return cls(own, pairs, lines.rules, lines.place, lines.prefix)

    def joined(self) -> Layer:
        """Return the findings as one expression of text."""
        spoilt = nw.any_horizontal(*(nw.col(column) for _, column in self.own), ignore_nulls=True)
        mistakes = [nw.when(nw.col(column)).then(nw.lit(text)) for text, column in self.own]
        mistakes += [nw.when(nw.col(column) & ~spoilt).then(nw.lit(text)) for text, column in self.pairs]
        none = nw.lit(None, dtype=nw.String)
        rules = [nw.when(~nw.col(column)).then(none).otherwise(nw.lit(text)) for text, column in self.rules]
        text = nw.when(nw.col(self.place) == 0).then(_joined(mistakes)).otherwise(_joined(rules))
        return {FINDINGS: text}

    def numbered(self, bit_of: Bit) -> Layer:
        """Return columns that together say what was found: below zero mistakes, else rules.

        Args:
            bit_of: returns a power of two where a column is not false, else 0, as it costs the engine least.
        """
        chunks = list(self._chunks())
        mistakes = [
            nw.when(nw.col(column)).then(nw.lit(-(2**bit))).otherwise(nw.lit(0))
            for bit, (_, column) in enumerate((*self.own, *self.pairs))
        ]
        spoilt = nw.col(self.place) == 0
        return {
            name: nw.when(spoilt)
            .then(_sum(mistakes) if number == 0 else nw.lit(0))
            .otherwise(_sum([bit_of(column, bit) for bit, (_, column) in enumerate(chunk)]))
            for number, (name, chunk) in enumerate(chunks)
        }

    @property
    def lookups(self) -> Mapping[str, Callable[[int], str]]:
        """For each column of :meth:`numbered` the text of a number that stands in it."""
        return {name: functools.cache(functools.partial(self._text, chunk)) for name, chunk in self._chunks()}

    def together(self) -> nw.Expr:
        """Return the findings from the columns of :meth:`numbered` after each was replaced by its texts."""
        names = [name for name, _ in self._chunks()]
        if len(names) == 1:
            return nw.col(names[0])
        return _joined([nw.when(nw.col(name) != "").then(nw.col(name)) for name in names])

    def _chunks(self) -> Iterator[tuple[str, Found]]:
        for number, start in enumerate(range(0, max(len(self.rules), 1), BITS)):
            yield f"{self.prefix}found{number}", self.rules[start : start + BITS]

    def _text(self, rules: Found, number: int) -> str:
        if number >= 0:
            return ";".join(text for bit, (text, _) in enumerate(rules) if number >> bit & 1)
        every = [*self.own, *self.pairs]
        found = [place for place in range(len(every)) if -number >> place & 1]
        own = [place for place in found if place < len(self.own)]
        return ";".join(every[place][0] for place in own or found)


def bit_by_case(column: str, bit: int) -> nw.Expr:
    """Pick one of two numbers."""
    return nw.when(~nw.col(column)).then(nw.lit(0)).otherwise(nw.lit(2**bit))


def bit_by_product(column: str, bit: int) -> nw.Expr:
    """Multiply truth by a number: to pick one of two, pandas and PyArrow make a column of each."""
    return cast("nw.Expr", nw.col(column).fill_null(True).cast(nw.Int64) * 2**bit)


def _sum(parts: Sequence[nw.Expr]) -> nw.Expr:
    return functools.reduce(operator.add, parts, nw.lit(0, dtype=nw.Int64))


def _joined(parts: Sequence[nw.Expr]) -> nw.Expr:
    return nw.concat_str(*parts, separator=";", ignore_nulls=True) if parts else nw.lit("")
