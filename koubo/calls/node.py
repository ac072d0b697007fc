"""A YAML document read by what is expected of it; every surprise is a mistake with its place."""

from __future__ import annotations

import re
from typing import Final, TypeAlias

import yaml
from attrs import field, frozen

from koubo.calls.naming import unknown
from koubo.errors import InputError, Mistake
from koubo.text import Text

# libyaml parses ten times faster; the pure reader gives the same nodes where it is not built in.
_Loader: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAG: Final = "tag:yaml.org,2002:"
_DIGITS: Final = re.compile(r"[0-9]{1,18}")
_NOTHING: Final = yaml.ScalarNode(f"{_TAG}null", "")

Raw: TypeAlias = "int | str | bool"


def parse(text: str, place: str, mistakes: list[Mistake]) -> Node:
    """Return the root of a YAML document; ``mistakes`` gathers all that is found wrong in it.

    Raises:
        InputError: the text is no YAML.
    """
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        raise InputError([Mistake(place, " ".join(str(error).split()), "one YAML document")]) from error
    return Node(_NOTHING if root is None else root, place, mistakes)


@frozen
class Node:
    """One value of the document with its place, read by what is expected there.

    A reader that finds something else notes the mistake and returns an empty value, so that one pass
    finds all mistakes; whoever assembles a call looks at ``mistakes`` before using what was read.
    """

    node: yaml.Node
    place: str
    mistakes: list[Mistake] = field(repr=False, eq=False)

    def items(self) -> dict[str, Node]:
        """Return the values of a mapping by key; a key twice is a mistake."""
        if not isinstance(self.node, yaml.MappingNode):
            self._expected("a mapping")
            return {}
        found: dict[str, Node] = {}
        for key, value in self.node.value:
            name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
            place = f"{self.place}.{name}"
            if name in found:
                self.mistakes.append(Mistake(place, "the key twice", "each key once"))
            found[name] = Node(value, place, self.mistakes)
        return found

    def fields(self, required: tuple[str, ...], optional: tuple[str, ...] = ()) -> dict[str, Node]:
        """Return the values of a mapping with fixed keys; unknown and missing ones are mistakes."""
        found = self.items()
        allowed = (*required, *optional)
        self.mistakes.extend(unknown(found[key].place, key, allowed, "a key") for key in found if key not in allowed)
        for key in required:
            if key not in found:
                place = f"{self.place}.{key}"
                self.mistakes.append(Mistake(place, "nothing", "a value"))
                # Read on without further mistakes: the missing key was noted.
                found[key] = Node(_NOTHING, place, [])
        return {key: found[key] for key in allowed if key in found}

    def entries(self) -> list[Node]:
        """Return the entries of a list."""
        if not isinstance(self.node, yaml.SequenceNode):
            self._expected("a list")
            return []
        return [Node(value, f"{self.place}[{index}]", self.mistakes) for index, value in enumerate(self.node.value)]

    def raw(self) -> Raw:
        """Return a single value: true and false, whole numbers, everything else as text."""
        if isinstance(self.node, yaml.ScalarNode):
            kind, value = self.node.tag.removeprefix(_TAG), str(self.node.value)
            if kind == "bool" and value in {"true", "false"}:
                return value == "true"
            if kind == "int" and _DIGITS.fullmatch(value):
                return int(value)
            if kind in {"str", "timestamp"}:
                return value
        self._expected("a text, a whole number, true or false")
        return ""

    def text(self) -> str:
        """Return a text that is not empty."""
        raw = self.raw()
        if isinstance(raw, str) and raw.strip():
            return raw
        self._expected("a text")
        return ""

    def whole(self) -> int:
        """Return a whole number from 0."""
        raw = self.raw()
        if isinstance(raw, int) and not isinstance(raw, bool):
            return raw
        self._expected("a whole number")
        return 0

    def flag(self) -> bool:
        """Return true or false."""
        raw = self.raw()
        if isinstance(raw, bool):
            return raw
        self._expected("true or false")
        return False

    def texts(self) -> tuple[str, ...]:
        """Return a list of texts, each once."""
        found = tuple(entry.text() for entry in self.entries())
        for index, text in enumerate(found):
            if text in found[:index]:
                self.mistakes.append(Mistake(f"{self.place}[{index}]", f"{text!r} twice", "each entry once"))
        return found

    def words(self) -> Text:
        """Return a text in both languages."""
        both = self.fields(("ja", "en"))
        ja, en = both["ja"].text(), both["en"].text()
        return Text(ja or "?", en or "?")

    def known(self, names: tuple[str, ...], what: str) -> str:
        """Return a text that is one of the names."""
        found = self.text()
        if found and found not in names:
            self.mistakes.append(unknown(self.place, found, names, what))
        return found

    def _expected(self, what: str) -> None:
        if isinstance(self.node, yaml.ScalarNode):
            found = repr(str(self.node.value)[:40]) if self.node.value else "nothing"
        else:
            found = "a list" if isinstance(self.node, yaml.SequenceNode) else "a mapping"
        self.mistakes.append(Mistake(self.place, found, what))
