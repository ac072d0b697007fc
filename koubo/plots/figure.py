"""What every picture shares: a figure without global state, and a font that has the characters."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Final

from koubo.text import Lang, Text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Fonts with Japanese characters as they are called on Linux, Windows and macOS, in the order in which they are taken.
_JAPANESE: Final = (
    "Noto Sans CJK JP",
    "Noto Sans JP",
    "Source Han Sans JP",
    "IPAexGothic",
    "IPAGothic",
    "TakaoGothic",
    "BIZ UDGothic",
    "Yu Gothic",
    "Meiryo",
    "MS Gothic",
    "Hiragino Sans",
    "Hiragino Kaku Gothic ProN",
    "Noto Serif CJK JP",
)
COLOURS: Final = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#f0e442", "#999999")
"""Colours that colour-blind people can tell apart (Okabe and Ito), the last one grey."""


@cache
def japanese_font() -> str | None:
    """Return the name of an installed font that has Japanese characters; ``None`` where there is none.

    Raises:
        ImportError: if the extra ``koubo[plot]`` is not installed.
    """
    require()
    from matplotlib import font_manager  # noqa: PLC0415  # an extra

    installed = {font.name for font in font_manager.fontManager.ttflist}
    return next((name for name in _JAPANESE if name in installed), None)


def wording(lang: Lang) -> Lang:
    """Return the language in which a picture can be labelled: Japanese only where a font has its characters."""
    return lang if lang == "en" or japanese_font() is not None else "en"


@contextmanager
def blank(width: float, height: float) -> Iterator[tuple[Figure, Axes]]:
    """Give a new figure of a size in inches and its axes; what is drawn inside has a font for Japanese names."""
    require()
    from matplotlib import rc_context  # noqa: PLC0415  # an extra
    from matplotlib.figure import Figure  # noqa: PLC0415  # an extra

    font = japanese_font()
    families = [*([font] if font is not None else []), "DejaVu Sans"]
    # A figure of its own, not pyplot's: nothing stays open, and no display is asked for.
    with rc_context({"font.family": families}):
        figure = Figure(figsize=(width, height), layout="constrained")
        axes = figure.subplots()
        axes.spines[["top", "right"]].set_visible(False)
        yield figure, axes


def label(words: Text, lang: Lang) -> str:
    """Return words in the language that can be shown."""
    return words.in_(wording(lang))


def require() -> None:
    """Raise :class:`ImportError` with what to install, where matplotlib is missing."""
    try:
        import matplotlib  # noqa: F401, PLC0415  # an extra
    except ImportError:
        msg = "pictures need the extra: pip install 'koubo[plot]'"
        raise ImportError(msg) from None
