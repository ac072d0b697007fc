"""What every result has: findings, plain JSON values, and how a notebook shows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, runtime_checkable

from koubo.engine.finding import Finding
from koubo.text import Lang


@runtime_checkable
class Result(Protocol):
    """A result of a verb."""

    @property
    def findings(self) -> Sequence[Finding]:
        """The violated and undetermined findings, in the order of the rule base."""

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""


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
