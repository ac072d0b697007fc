"""One spelling for text that is written in many: width, half-width kana, Kangxi radicals, blanks, enumeration.

What Unicode holds to be compatible (NFKC) with the letters of the synonyms, in either case, is read as them. The same table of
variants folds a single heading and is spelled out in the patterns for a dataframe, so that both read alike; a character
that no synonym is written in may stay as it is, since nothing matches it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

JOINT = "・"
"""What every separator is read as."""

BLANKS = "[\\x00-\\x20\\x7f-\u00a0\u00ad\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]"
"""A pattern for one blank or control character; headings are spaced out (人　件　費) and wrapped, so none of them separates."""

# The blocks that hold compatibility characters; the rest of Unicode normalises to itself, to Hangul or to rare scripts.
_BLOCKS = (
    range(0x21, 0xAC00),
    range(0xF900, 0x10000),
    range(0x1D400, 0x1D800),
    range(0x1F100, 0x1F200),
    range(0x2F800, 0x2FA20),
)
_HALF_WIDTH = range(0xFF66, 0xFF9E)
_SOUND_MARKS = {"\u3099": "\u3099\uff9e", "\u309a": "\u309a\uff9f"}


@frozen
class Spelling:
    """The variants of the characters that the synonyms and separators are written in.

    Attributes:
        variants: character → the other ways to write it; of :data:`JOINT` every mark that separates.
        joints: words that separate the parts of a heading, the longer before the shorter.
    """

    variants: Mapping[str, tuple[str, ...]]
    joints: tuple[str, ...]
    _base: Mapping[str, str]
    _folding: re.Pattern[str]

    @classmethod
    def of(cls, alphabet: Iterable[str], marks: str, joints: Iterable[str]) -> Spelling:
        """Build it from the characters in use, the marks that separate, and the words that do."""
        words = tuple(sorted(joints, key=len, reverse=True))
        letters = {letter for text in (*alphabet, *words) for letter in text} - set(marks)
        variants = _variants(letters, frozenset(marks))
        base = {variant: letter for letter, ways in variants.items() for variant in ways}
        longest_first = sorted(base, key=len, reverse=True)
        return cls(variants, words, base, re.compile("|".join(map(re.escape, longest_first))))

    def fold(self, text: str) -> str:
        """Return ``text`` without blanks, each variant as the character it stands for."""
        bare = re.sub(BLANKS, "", text)
        return self._folding.sub(lambda found: self._base[found[0]], bare)

    def split(self, text: str) -> list[str]:
        """Return what stands between the separators of a folded text, empty stretches too."""
        return re.split("|".join((JOINT, *self.joints)), text)

    def pattern(self, text: str) -> str:
        """Return a regular expression for every way to write ``text``, in the syntax that all engines share."""
        return "".join(self._letter(letter) for letter in text)

    def separators(self) -> str:
        """Return a regular expression for one separator."""
        return "|".join((self._letter(JOINT), *map(self.pattern, self.joints)))

    def _letter(self, letter: str) -> str:
        ways = (letter, *self.variants.get(letter, ()))
        if len(ways) == 1:
            return re.escape(letter)
        if all(len(way) == 1 for way in ways):
            return f"[{''.join(map(re.escape, ways))}]"
        return f"(?:{'|'.join(map(re.escape, ways))})"


def plain(text: str) -> str:
    """Return ``text`` in compatible characters and small letters, as the synonyms are written."""
    return unicodedata.normalize("NFKC", text).lower()


def _variants(letters: set[str], marks: frozenset[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {letter: [] for letter in (*sorted(letters), JOINT)}
    found[JOINT] += sorted(marks - {JOINT})
    for character in _characters():
        folded = plain(character)
        if character in letters or character in marks:
            continue
        if folded in letters:
            found[folded].append(character)
        elif marks.issuperset(folded):
            found[JOINT].append(character)
    for letter in letters:
        found[letter] += _with_sound_mark(letter)
    return {letter: tuple(ways) for letter, ways in found.items() if ways}


def _characters() -> Iterator[str]:
    return (chr(code) for block in _BLOCKS for code in block)


def _with_sound_mark(letter: str) -> list[str]:
    """Return ガ written as カ and a sound mark, each in both widths."""
    apart = unicodedata.normalize("NFD", letter)
    if apart[1:] not in _SOUND_MARKS:
        return []
    half = (chr(code) for code in _HALF_WIDTH if unicodedata.normalize("NFKC", chr(code)) == apart[0])
    return [kana + mark for kana in (apart[0], *half) for mark in _SOUND_MARKS[apart[1]]]
