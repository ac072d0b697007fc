"""The columns of the sheets: key, words, type and help of each; template and reader share them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from types import NoneType
from typing import Any, Final, get_args

import attrs
from attrs import Factory, frozen

from koubo.calls import Call
from koubo.files.excel.book import folded
from koubo.files.structure import key_of
from koubo.text import Text

YES_NO: Final = {"はい": "true", "いいえ": "false"}
"""What a cell of a true-or-false fact offers to choose from."""


@frozen
class Column:
    """A column of a table, or a row of a form.

    Attributes:
        key: the place of its values in the tree, below that of the row.
        kind: the type of a value: ``str``, ``int``, ``float``, ``bool``, ``date``, ``Fraction`` or an enumeration.
        choices: what may be chosen, as people read it → as the model does; empty where anything may be written.
    """

    key: str
    title: Text
    kind: type
    help: Text | None = None
    required: bool = False
    unit: str = ""
    choices: Mapping[str, str] = Factory(dict)

    @property
    def japanese(self) -> str:
        """The Japanese words, with a star where the column is required."""
        return f"{self.title.ja}*" if self.required else self.title.ja

    @property
    def english(self) -> str:
        """The English words with the key."""
        return f"{self.title.en} ({self.key})"

    @property
    def names(self) -> tuple[str, ...]:
        """What may stand at its head."""
        return self.key, self.title.ja, self.japanese, self.title.en, self.english


def columns_of(cls: type[Any], keys: Iterable[str], helps: Mapping[str, Text]) -> tuple[Column, ...]:
    """Return columns for the fields of a model that have these keys in its files, in this order."""
    fields = {key_of(field): field for field in attrs.fields(attrs.resolve_types(cls))}
    return tuple(_column(key, fields[key], helps.get(key)) for key in keys)


def _column(key: str, field: attrs.Attribute[Any], words: Text | None) -> Column:
    kinds: list[Any] = [kind for kind in get_args(field.type) if kind is not NoneType] or [field.type]
    label, unit = field.metadata["label"], field.metadata.get("unit", "")
    required = field.default is attrs.NOTHING
    return Column(key, label, kinds[0], words, required, unit, _choices(kinds[0]))


def _choices(kind: type) -> Mapping[str, str]:
    if kind is bool:
        return YES_NO
    if not issubclass(kind, Enum):
        return {}
    return {member.label.ja if hasattr(member, "label") else str(member.value): str(member.value) for member in kind}


def regions_of(calls: Iterable[Call]) -> dict[str, str]:
    """Return the support regions of calls, as people read them → their ids."""
    return {region.prefecture: region.id for call in calls for region in call.regions}


def named(columns: Iterable[Column]) -> dict[str, Column]:
    """Return columns by everything that may stand at their heads, in one spelling."""
    return {folded(name): column for column in columns for name in column.names}
