"""Enumerations whose members have an id and words in both languages."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from koubo.text import Text

LISTED = ", "
"""Joins the ids of several members where one fact names them all."""


class LabelledEnum(StrEnum):
    """An enumeration written as ``NAME = "id", "日本語", "English"``; a member equals its id."""

    label: Text

    def __new__(cls, value: str, ja: str, en: str) -> Self:
        """Make a member from its id and its words."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = Text(ja, en)
        return member
