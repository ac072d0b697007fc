"""Pictures of the terminal for the pages, drawn from real output when a build begins; nothing in them comes from outside."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, cast

from rich.cells import cell_len
from rich.console import Console, RenderableType

import koubo
from koubo.cli.rules import explanation_view
from koubo.report.round_view import selection_view
from koubo.report.terminal import audit_view
from koubo.text import Lang

DOCS = Path(__file__).parents[1]
EXAMPLES = DOCS.parent / "examples"
_WIDTH = 112
_TEXT = re.compile(
    r'<text class="(?P<style>[^"]+)" x="(?P<x>[^"]+)" y="(?P<y>[^"]+)" textLength="[^"]+" (?P<rest>[^>]+)>(?P<text>[^<]*)</text>'
)
_FONTS = re.compile(r"@font-face \{.*?\}|font-variant-east-asian: full-width;|Fira Code, ", re.DOTALL)
_CELL = 20 * 0.61


def setup(app: Any) -> dict[str, Any]:
    """Draw the pictures when a build begins."""
    app.connect("builder-inited", lambda built: draw(Path(built.srcdir) / "_generated"))
    return {"parallel_read_safe": True}


def draw(folder: Path) -> None:
    """Draw all pictures into a folder."""
    folder.mkdir(exist_ok=True)
    languages: tuple[Lang, ...] = ("en", "ja")
    for lang in languages:
        for name, (title, view) in _views(lang).items():
            (folder / f"{name}-{lang}.svg").write_text(svg(view, title), encoding="utf-8")


def _views(lang: Lang) -> dict[str, tuple[str, RenderableType]]:
    budget = cast("koubo.Budget", koubo.load(DOCS / "guide" / "first-budget.yaml"))
    round_ = cast("koubo.SelectionRound", koubo.load(EXAMPLES / "rounds" / "spring-2025.yaml"))
    explained = koubo.explain("expense.travel.min_distance")
    return {
        "audit": ("koubo audit first-budget.yaml", audit_view(koubo.audit_budget(budget), lang)),
        "select": ("koubo select examples/rounds/spring-2025.yaml", selection_view(koubo.select(round_), lang)),
        "explain": (f"koubo explain {explained.id}", explanation_view(explained, lang)),
    }


def svg(view: RenderableType, title: str, width: int = _WIDTH) -> str:
    """Return what a terminal of some width would show."""
    console = Console(record=True, width=width, file=io.StringIO(), color_system="truecolor", force_terminal=True)
    console.print(view)
    drawn = _FONTS.sub("", console.export_svg(title=title))  # fonts from elsewhere, which have no Japanese
    return _TEXT.sub(lambda found: "".join(_runs(found)), drawn)


def _runs(found: re.Match[str]) -> Iterator[str]:
    """Place wide and narrow characters apart: rich takes all for narrow and so presses Japanese words together."""
    x = float(found["x"])
    for _, run in groupby(html.unescape(found["text"]), key=cell_len):
        text = "".join(run)
        length = cell_len(text) * _CELL
        shown = html.escape(text).replace(" ", "&#160;")
        yield f'<text class="{found["style"]}" x="{x:g}" y="{found["y"]}" textLength="{length:g}" {found["rest"]}>{shown}</text>'
        x += length
