"""What the names in headings stand for: the synonyms as objects, and the checks that they do not contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from attrs import frozen

from koubo.errors import InputError, Mistake
from koubo.headings.spelling import JOINT, Spelling, plain
from koubo.models.expense import ExpenseCategory

HeadingKind = Literal["category", "consumption_tax", "ambiguous", "unrelated", "unknown"]
"""What a heading turned out to be."""

Candidate = ExpenseCategory | Literal["consumption_tax"]
"""What a name may stand for."""

SOURCE = "synonyms.yaml"

CANDIDATES: tuple[Candidate, ...] = (*ExpenseCategory, "consumption_tax")
"""All candidates, in the order in which they are named."""

Parts = tuple[str, ...]
"""A heading taken apart."""


@frozen
class Sense:
    """What a name stands for: of a definite one one candidate, of an ambiguous one those it may be, of an unrelated one none."""

    kind: HeadingKind
    candidates: tuple[Candidate, ...] = ()

    @property
    def definite(self) -> bool:
        """Whether it leaves nothing open."""
        return self.kind in {"category", "consumption_tax"}


UNKNOWN = Sense("unknown")
UNRELATED = Sense("unrelated")


@frozen
class Group:
    """Names of one sense: every ``before`` (or none) with every name with every ending."""

    names: tuple[str, ...]
    before: tuple[str, ...] = ()
    endings: tuple[str, ...] = ("",)

    def spellings(self) -> Iterator[str]:
        """Yield every full name."""
        for before in ("", *self.before):
            for name in self.names:
                yield from (f"{before}{name}{ending}" for ending in self.endings)


@frozen
class Entry:
    """A group with its sense and its place in the file."""

    place: str
    sense: Sense
    group: Group


@frozen
class Grammar:
    """How a heading falls into parts.

    Attributes:
        spelling: the ways to write what follows and the names.
        closings: what may end a part without changing it (等).
        notes: parts that say nothing of the category (精査中).
    """

    spelling: Spelling
    closings: tuple[str, ...]
    notes: tuple[str, ...]

    def take_apart(self, heading: str) -> Parts:
        """Return the parts in their plain spelling, without closings, notes and what is empty."""
        stretches = (self._open(stretch) for stretch in self.spelling.split(self.spelling.fold(heading)))
        return tuple(part for part in stretches if part and part not in self.notes)

    def _open(self, part: str) -> str:
        return next((part.removesuffix(closing) for closing in self.closings if part.endswith(closing)), part)


@frozen
class Lexicon:
    """All names, ready to be looked up.

    Attributes:
        grammar: how a heading falls into parts.
        entries: the groups of names, in the order of the file.
        tails: ends that make a whole heading unrelated (補助金).
        names: parts of a name, most often one → its sense.
    """

    grammar: Grammar
    entries: tuple[Entry, ...]
    tails: tuple[str, ...]
    names: Mapping[Parts, Sense]

    @classmethod
    def of(cls, grammar: Grammar, entries: tuple[Entry, ...], tails: tuple[str, ...]) -> Lexicon:
        """Build it.

        Raises:
            InputError: for names not in their plain spelling, names that stand twice and names that contradict their parts.
        """
        lexicon = cls(grammar, entries, tails, _names(grammar, entries))
        _raise_any(lexicon.contradictions())
        return lexicon

    def sense(self, parts: Parts) -> Sense:
        """Return what a heading of these parts stands for."""
        whole = self.names.get(parts)
        if whole:
            return whole
        senses = [self.part(part) for part in parts]
        together = combined(senses)
        if together == UNKNOWN and self.tail(parts) and all(sense in {UNKNOWN, UNRELATED} for sense in senses):
            return UNRELATED
        return together

    def part(self, part: str) -> Sense:
        """Return what one part stands for."""
        return self.names.get((part,), UNKNOWN)

    def tail(self, parts: Parts) -> str:
        """Return the tail that ends the last part, "" for none."""
        return next((tail for tail in self.tails if parts and parts[-1].endswith(tail)), "")

    def contradictions(self) -> Iterator[Mistake]:
        """Yield the names of several parts that say otherwise than their parts do, and separators that would cut a letter in two."""
        for parts, sense in self.names.items():
            by_parts = combined([self.part(part) for part in parts])
            if by_parts.kind not in {"ambiguous", "unknown", sense.kind} or (by_parts.definite and by_parts != sense):
                yield Mistake("", f"{JOINT.join(parts)!r} as {sense.kind}", f"{by_parts.kind}, which its parts make it")
        two_letters = [way for ways in self.grammar.spelling.variants.values() for way in ways if len(way) > 1]
        for joint in self.grammar.spelling.joints:
            # ど may be written と and a sound mark: と must not separate.
            if any(way.startswith(joint[-1]) for way in two_letters):
                yield Mistake(
                    "separators.words", repr(joint), "a word whose last letter does not begin the spelling of another"
                )


def combined(senses: list[Sense]) -> Sense:
    """Return what parts of these senses make together.

    Parts of one definite sense keep it and unrelated ones stay unrelated; one unknown part leaves the whole unknown; anything else
    is ambiguous between all candidates.
    """
    different = set(senses)
    if not different or UNKNOWN in different:
        return UNKNOWN
    if len(different) == 1:
        return different.pop()
    named = {candidate for sense in different for candidate in sense.candidates}
    return Sense("ambiguous", tuple(candidate for candidate in CANDIDATES if candidate in named))


def _names(grammar: Grammar, entries: tuple[Entry, ...]) -> dict[Parts, Sense]:
    names: dict[Parts, Sense] = {}
    places: dict[Parts, str] = {}
    mistakes: list[Mistake] = []
    for entry in entries:
        for name in entry.group.spellings():
            parts = grammar.take_apart(name)
            if not parts or (len(parts) == 1 and parts[0] != name) or plain(name) != name:
                mistakes.append(
                    Mistake(entry.place, repr(name), "a name in its plain spelling, with neither closing nor note")
                )
            elif parts in names:
                mistakes.append(Mistake(entry.place, repr(name), f"each name once; it stands at {places[parts]} too"))
            else:
                names[parts], places[parts] = entry.sense, entry.place
    _raise_any(mistakes)
    return names


def _raise_any(mistakes: Iterable[Mistake]) -> None:
    found = list(mistakes)
    if found:
        raise InputError(found, SOURCE)
