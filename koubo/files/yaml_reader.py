"""YAML to a plain tree, built from parser events: no tag is obeyed, no alias followed, nothing is constructed.

PyYAML's own loaders follow aliases, take the last of two equal keys, nest until the stack ends and read ``no`` as
false; its parser does none of this, so koubo builds the tree itself and knows the line of every key.
"""

from __future__ import annotations

from typing import Any, NoReturn

import yaml
from attrs import Factory, define
from yaml import events

from koubo.errors import InputError, Mistake
from koubo.files.document import Document
from koubo.files.place import child, quoted
from koubo.files.plain import MAX_DEPTH, MAX_VALUES, TOO_DEEP, TOO_MANY, Refused
from koubo.files.text import decode, unfit_character
from koubo.files.yaml_scalars import resolve

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(data: bytes) -> Document:
    """Read the bytes of a YAML file that holds one document.

    Raises:
        InputError: if it is empty, no YAML, not in UTF-8, too large, nested too deeply, or holds several documents.
    """
    text = decode(data)
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except InputError:
        raise
    except yaml.MarkedYAMLError as error:
        builder.stop("", f"no YAML: {_problem(error)}", "YAML")
    except (yaml.YAMLError, ValueError, OverflowError):
        # The parser in Python lets the latter two out for an escape beyond Unicode.
        builder.stop("", "no YAML", "YAML")
    return builder.document()


def _problem(error: yaml.MarkedYAMLError) -> str:
    words = ", ".join(part for part in (error.context, error.problem) if part)
    mark = error.problem_mark or error.context_mark
    return f"{words} (line {mark.line + 1}, column {mark.column + 1})" if mark else words


@define
class _Level:
    """A list or mapping under way; ``key`` is the mapping's key whose value comes next."""

    place: str
    holds: dict[str, object] | list[object]
    key: str | None = None


@define
class _Builder:
    levels: list[_Level] = Factory(list)
    lines: dict[str, int] = Factory(dict)
    mistakes: list[Mistake] = Factory(list)
    root: object = None
    documents: int = 0
    values: int = 0

    def take(self, event: events.Event) -> None:
        if isinstance(event, events.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self.stop("", f"a second document (line {_line(event)})", "one YAML document")
        elif isinstance(event, events.CollectionEndEvent):
            self.levels.pop()
        elif isinstance(event, events.NodeEvent):
            level = self.levels[-1] if self.levels else None
            if level and isinstance(level.holds, dict) and level.key is None:
                level.key = self.key(event, level)
            else:
                self.node(event, level)

    def key(self, event: events.NodeEvent, level: _Level) -> str:
        mapping: Any = level.holds
        if not isinstance(event, events.ScalarEvent):
            found = "an alias" if isinstance(event, events.AliasEvent) else "a list or mapping"
            self.stop(level.place, f"{found} as a key (line {_line(event)})", "keys that are text")
        key: str = event.value
        place = child(level.place, key)
        if event.tag is not None:
            self.refuse(place, f"the tag {quoted(event.tag)}", "plain YAML without tags")
        if event.implicit[0] and key == "<<":
            self.refuse(place, "a merge key", "every fact where it belongs")
        if not key or unfit_character(key):
            self.refuse(place, f"the key {quoted(key)}", "keys that can be read")
        if key in mapping:
            self.refuse(place, f"the key again, first given on line {self.lines[place]}", "each key once")
        self.lines[place] = _line(event)
        return key

    def node(self, event: events.NodeEvent, level: _Level | None) -> None:
        place = self.place(level)
        self.lines.setdefault(place, _line(event))
        self.values += 1
        if self.values > MAX_VALUES:
            self.stop("", *TOO_MANY)
        tag = getattr(event, "tag", None)
        if tag is not None:
            self.refuse(place, f"the tag {quoted(tag)}", "plain YAML without tags")
        value: Any = None
        if isinstance(event, events.AliasEvent):
            self.refuse(place, f"the alias *{str(event.anchor)[:40]}", "the value itself; aliases are not followed")
        elif isinstance(event, events.ScalarEvent):
            value = self.scalar(event, place)
        else:
            if len(self.levels) >= MAX_DEPTH:
                self.stop(place, f"deeper nesting (line {_line(event)})", TOO_DEEP)
            value = [] if isinstance(event, events.SequenceStartEvent) else {}
            self.levels.append(_Level(place, value))
        self.put(value, level)

    def scalar(self, event: events.ScalarEvent, place: str) -> object:
        value = resolve(event.value) if event.implicit[0] else event.value
        unfit = unfit_character(value) if isinstance(value, str) else None
        if unfit:
            self.refuse(place, f"text with the control character {unfit}", "text that can be read")
        if isinstance(value, Refused):
            self.refuse(place, value.found, value.expected)
            return None
        return value

    @staticmethod
    def place(level: _Level | None) -> str:
        if level is None:
            return ""
        return child(level.place, len(level.holds) if level.key is None else level.key)

    def put(self, value: object, level: _Level | None) -> None:
        if level is None:
            self.root = value
        elif isinstance(level.holds, list):
            level.holds.append(value)
        elif level.key is not None:
            level.holds[level.key] = value
            level.key = None

    def refuse(self, place: str, found: str, expected: str) -> None:
        self.mistakes.append(Mistake(place, found, expected))

    def stop(self, place: str, found: str, expected: str) -> NoReturn:
        so_far = Document(None, self.lines, self.mistakes).merged([])
        raise InputError([*so_far, Mistake(place, found, expected)])

    def document(self) -> Document:
        if self.root is None and not self.mistakes:
            self.stop("", "nothing: the file is empty", "a mapping in YAML")
        self.lines.pop("", None)
        return Document(self.root, self.lines, tuple(self.mistakes))


def _line(event: events.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
