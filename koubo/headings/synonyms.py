"""Reads synonyms.yaml, strictly: unknown keys, wrong types, missing categories and doubled names are mistakes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from attrs import Factory, frozen

from koubo.errors import InputError, Mistake
from koubo.files.document import Document, Tree
from koubo.files.place import child
from koubo.files.yaml_reader import read_yaml
from koubo.headings.lexicon import CANDIDATES, SOURCE, UNRELATED, Entry, Grammar, Group, Lexicon, Sense
from koubo.headings.spelling import Spelling
from koubo.models.expense import ExpenseCategory


@cache
def synonyms() -> Lexicon:
    """Return the synonyms that koubo brings along."""
    return read_synonyms(files("koubo.headings").joinpath(SOURCE).read_bytes())


def read_synonyms(data: bytes) -> Lexicon:
    """Read the bytes of a file laid out like synonyms.yaml.

    Raises:
        InputError: with every mistake found in the layout, or else in the names.
    """
    document = read_yaml(data)
    reader = _Reader()
    whole = reader.keys(
        document.tree,
        "",
        ("separators", "closings", "notes", "categories", "consumption_tax", "ambiguous", "unrelated"),
    )
    entries = [*reader.definite(whole)]
    unrelated = reader.keys(whole.get("unrelated"), "unrelated", ("groups", "tails"))
    entries += [*reader.ambiguous(whole.get("ambiguous"))]
    entries += [*reader.groups(unrelated.get("groups"), "unrelated.groups", UNRELATED)]
    tails = reader.words(unrelated.get("tails"), "unrelated.tails")
    entries += [Entry("unrelated.tails", UNRELATED, Group(tails))]
    closings, notes = (reader.words(whole.get(key), key) for key in ("closings", "notes"))
    separators = reader.keys(whole.get("separators"), "separators", ("words", "marks"))
    joints = reader.words(separators.get("words"), "separators.words")
    marks = reader.text(separators.get("marks"), "separators.marks")
    reader.stop(document)
    alphabet = [*closings, *notes, *tails, *(text for entry in entries for text in entry.group.spellings())]
    return Lexicon.of(Grammar(Spelling.of(alphabet, marks, joints), closings, notes), tuple(entries), tails)


@frozen
class _Reader:
    """Takes a plain tree apart and notes what is not as it should be."""

    mistakes: list[Mistake] = Factory(list)

    def stop(self, document: Document) -> None:
        """Raise the mistakes so far, if any."""
        mistakes = document.merged(self.mistakes)
        if mistakes:
            raise InputError(mistakes, SOURCE)

    def keys(self, tree: Tree, place: str, needed: tuple[str, ...], optional: tuple[str, ...] = ()) -> dict[str, Tree]:
        """Return a mapping of these keys and no other; one that is missing is noted where it is read."""
        if not isinstance(tree, dict):
            self.miss(place, tree, f"a mapping with the keys {', '.join(needed)}")
            return {}
        known = (*needed, *optional)
        self.mistakes.extend(
            Mistake(child(place, key), "an unknown key", f"one of {', '.join(known)}")
            for key in tree
            if key not in known
        )
        return tree

    def items(self, tree: Tree, place: str) -> list[tuple[str, Tree]]:
        """Return the items of a list that is not empty, each with its place."""
        if not isinstance(tree, list) or not tree:
            self.miss(place, tree, "a list that is not empty")
            return []
        return [(child(place, index), item) for index, item in enumerate(tree)]

    def text(self, tree: Tree, place: str) -> str:
        """Return a text that is not empty."""
        if isinstance(tree, str) and tree.strip():
            return tree
        self.miss(place, tree, "text")
        return ""

    def words(self, tree: Tree, place: str) -> tuple[str, ...]:
        """Return a list of texts."""
        return tuple(self.text(item, below) for below, item in self.items(tree, place))

    def endings(self, tree: Tree, place: str) -> tuple[str, ...]:
        """Return a list of texts of which one may be empty."""
        return tuple(item if item == "" else self.text(item, below) for below, item in self.items(tree, place))

    def group(self, tree: dict[str, Tree], place: str) -> Group:
        """Return the group that stands in a mapping."""
        before = self.words(tree["before"], child(place, "before")) if "before" in tree else ()
        endings = self.endings(tree["endings"], child(place, "endings")) if "endings" in tree else ("",)
        return Group(self.words(tree.get("names"), child(place, "names")), before, endings)

    def groups(self, tree: Tree, place: str, sense: Sense) -> Iterator[Entry]:
        """Yield the entries of a list of groups of one sense."""
        for below, item in self.items(tree, place):
            keys = self.keys(item, below, ("names",), ("before", "endings"))
            yield Entry(below, sense, self.group(keys, below))

    def ambiguous(self, tree: Tree) -> Iterator[Entry]:
        """Yield the entries of a list of groups that name their candidates."""
        for below, item in self.items(tree, "ambiguous"):
            keys = self.keys(item, below, ("candidates", "names"), ("before", "endings"))
            names = self.words(keys.get("candidates"), child(below, "candidates"))
            known = tuple(candidate for candidate in CANDIDATES if candidate in names)
            if len(known) != len(names):
                self.miss(child(below, "candidates"), list(names), f"some of {', '.join(CANDIDATES)}, each once")
            yield Entry(below, Sense("ambiguous", known), self.group(keys, below))

    def definite(self, whole: dict[str, Tree]) -> Iterator[Entry]:
        """Yield the entries of the categories and of consumption tax."""
        categories = self.keys(whole.get("categories"), "categories", tuple(ExpenseCategory))
        for category in ExpenseCategory:
            yield from self.groups(
                categories.get(category), child("categories", category), Sense("category", (category,))
            )
        tax = Sense("consumption_tax", ("consumption_tax",))
        yield from self.groups(whole.get("consumption_tax"), "consumption_tax", tax)

    def miss(self, place: str, tree: Tree, expected: str) -> None:
        """Note that something else stands at a place."""
        self.mistakes.append(Mistake(place, "nothing" if tree is None else repr(tree)[:80], expected))
