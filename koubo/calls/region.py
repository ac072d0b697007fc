"""The support regions of a call, what each of them wishes for, and the prefectures they lie in."""

from __future__ import annotations

from typing import Literal

from attrs import field, frozen

from koubo.calls.frozen import Table
from koubo.text import Text

Level = Literal["full", "partial", "none"]


@frozen
class Prefecture:
    """A prefecture with the number of its municipalities.

    Attributes:
        code: two digits of JIS X 0401, e.g. ``04``.
        municipalities: cities, towns, villages and special wards.
        special_wards: the special wards among them.
    """

    code: str
    name_ja: str
    name_en: str
    municipalities: int
    special_wards: int

    def to_dict(self) -> dict[str, object]:
        """Return plain JSON values."""
        return {
            "code": self.code,
            "name": {"ja": self.name_ja, "en": self.name_en},
            "municipalities": self.municipalities,
            "special_wards": self.special_wards,
        }


@frozen
class SupportItem:
    """A kind of support that regions may wish for; a compulsory one is given whether wished for or not."""

    id: str
    clause: str
    title: Text
    compulsory: bool

    def to_dict(self) -> dict[str, object]:
        """Return plain JSON values."""
        return {"id": self.id, "clause": self.clause, "title": self.title.to_dict(), "compulsory": self.compulsory}


@frozen
class Wish:
    """How far a region wishes for one support item: expressly (full), in part or indirectly, or not at all."""

    item: str
    level: Level


@frozen
class Region:
    """A support region: a prefecture and the municipalities that apply with it.

    Attributes:
        annex: number of the annex that describes it, e.g. ``1-1``.
        municipalities: cities, towns, villages and special wards, by their official names.
        other_bodies: partners that are no municipalities (wide-area unions, partial-affairs associations).
        previously_selected: the prefecture was a support region before.
        wishes: support item id → wish, one for each item of the call.
    """

    id: str
    annex: str
    prefecture: str
    prefecture_en: str
    prefecture_code: str
    municipalities: tuple[str, ...]
    other_bodies: tuple[str, ...]
    previously_selected: bool
    wishes: Table[str, Wish] = field(repr=False)

    @property
    def clause(self) -> str:
        """The annex as a clause, e.g. ``別添1-1``."""
        return f"別添{self.annex}"

    @property
    def municipality_count(self) -> int:
        """How many municipalities and special wards take part."""
        return len(self.municipalities)

    def to_dict(self) -> dict[str, object]:
        """Return plain JSON values."""
        return {
            "id": self.id,
            "clause": self.clause,
            "prefecture": {"code": self.prefecture_code, "ja": self.prefecture, "en": self.prefecture_en},
            "municipalities": list(self.municipalities),
            "municipality_count": self.municipality_count,
            "other_bodies": list(self.other_bodies),
            "previously_selected": self.previously_selected,
            "wishes": {item: wish.level for item, wish in self.wishes.items()},
        }
