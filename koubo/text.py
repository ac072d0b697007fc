"""A short text in Japanese and English: the one mechanism behind every message."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

Lang = Literal["ja", "en"]


@frozen
class Text:
    """The same words in Japanese and in English; neither may be empty."""

    ja: str
    en: str

    def __attrs_post_init__(self) -> None:
        if not (self.ja.strip() and self.en.strip()):
            msg = f"a text needs both languages: ja={self.ja!r}, en={self.en!r}"
            raise ValueError(msg)

    def in_(self, lang: Lang) -> str:
        """Return the words in one language."""
        return self.ja if lang == "ja" else self.en

    def format(self, **values: Text | str | int) -> Text:
        """Fill the ``{named}`` gaps; a :class:`Text` value fills each language with its own words."""
        ja = {key: value.ja if isinstance(value, Text) else value for key, value in values.items()}
        en = {key: value.en if isinstance(value, Text) else value for key, value in values.items()}
        return Text(self.ja.format(**ja), self.en.format(**en))

    def to_dict(self) -> dict[str, str]:
        """Return ``{"ja": …, "en": …}``."""
        return {"ja": self.ja, "en": self.en}
