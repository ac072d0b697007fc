"""How every result is shown: a table in a notebook, and a whole page where there is one."""

from __future__ import annotations

from koubo.text import Lang


class Shown:
    """Shows a result in a notebook; the page room is asked only then, so that no verb depends on it."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        from koubo.report.notebook import notebook_html  # noqa: PLC0415  # pages come last

        return notebook_html(self)


class Paged(Shown):
    """Also gives a whole page."""

    __slots__ = ()

    def to_html(self, lang: Lang = "ja") -> str:
        """Return a self-contained page in Japanese or English."""
        from koubo.report.page import page_html  # noqa: PLC0415  # pages come last

        return page_html(self, lang)
