"""The synonyms as regular expressions over a heading written as its parts in brackets: ``[人件費][謝金]``.

They use only what the regular expressions of all engines share: no look-around, no named classes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import frozen

from koubo.headings.lexicon import Entry, Lexicon
from koubo.headings.spelling import BLANKS


@frozen
class Patterns:
    """Patterns for the steps that write a heading as its parts, and for the answers.

    Attributes:
        blank: what is left out.
        separator: what becomes ``][``.
        closing: what becomes ``]``.
        idle: parts that are left out, empty ones and notes.
        answers: the answer that a whole heading of one kind of name gives, in the order in which they are tried.
        tail: the end of a heading that is unrelated unless a part of it is ``ours``.
        ours: a part that is not unrelated.
    """

    blank: str
    separator: str
    closing: str
    idle: str
    answers: tuple[tuple[str, str], ...]
    tail: str
    ours: str

    @classmethod
    def of(cls, lexicon: Lexicon) -> Patterns:
        """Lower the synonyms."""
        lower = _Lowering(lexicon)
        by_answer: dict[str, list[Entry]] = {}
        for entry in lexicon.entries:
            answer = str(entry.sense.candidates[0]) if entry.sense.definite else entry.sense.kind
            by_answer.setdefault(answer, []).append(entry)
        ambiguous, unrelated = by_answer.pop("ambiguous"), by_answer.pop("unrelated")
        definite = [entry for entries in by_answer.values() for entry in entries]
        return cls(
            blank=BLANKS,
            separator=lexicon.grammar.spelling.separators(),
            closing=f"(?:{lower.words(lexicon.grammar.closings)})\\]",
            idle=f"\\[(?:{lower.words(lexicon.grammar.notes)})?\\]",
            answers=(
                *((answer, lower.heading(entries, entries)) for answer, entries in by_answer.items()),
                ("unrelated", lower.heading(unrelated, unrelated)),
                # Parts of different kinds make an ambiguous heading: what is of one kind was tried before.
                ("ambiguous", lower.heading(lexicon.entries, ambiguous)),
            ),
            tail=f"(?:{lower.words(lexicon.tails)})\\]$",
            ours=f"\\[(?:{lower.names([*definite, *ambiguous])})\\]",
        )


@frozen
class _Lowering:
    lexicon: Lexicon

    def words(self, words: Iterable[str]) -> str:
        return "|".join(map(self.lexicon.grammar.spelling.pattern, words))

    def names(self, entries: Iterable[Entry]) -> str:
        """Return a pattern for one part that is a name of these entries."""
        return "|".join(pattern for entry in entries if (pattern := self.group(entry)))

    def group(self, entry: Entry) -> str:
        names = [name for name in entry.group.names if self.single(name)]
        if not names:
            return ""
        before = f"(?:{self.words(entry.group.before)})?" if entry.group.before else ""
        endings = self.words(ending for ending in entry.group.endings if ending)
        ending = f"(?:{endings}){'?' if '' in entry.group.endings else ''}" if endings else ""
        return f"{before}(?:{self.words(names)}){ending}"

    def heading(self, parts: Sequence[Entry], wholes: Sequence[Entry]) -> str:
        """Return a pattern for a heading all of whose parts are names of ``parts``, or that is a name of several parts."""
        several = (self.lexicon.grammar.take_apart(name) for entry in wholes for name in entry.group.spellings())
        whole = ["".join(f"\\[{self.words([part])}\\]" for part in name) for name in several if len(name) > 1]
        every = f"(?:\\[(?:{self.names(parts)})\\])+"
        return f"^(?:{'|'.join((every, *whole))})$"

    def single(self, name: str) -> bool:
        return len(self.lexicon.grammar.take_apart(name)) == 1
