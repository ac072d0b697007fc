"""Draws the pictures of the page with Chromium: ``python docs/pictures/draw.py``, after the look of the page has changed.

The pictures of the terminal are drawn at each build; these are kept, as no browser is asked for to build the docs.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import koubo
from koubo.text import Lang

HERE = Path(__file__).parent
_SIZE = "1000,2050"
_LANGUAGES: tuple[Lang, ...] = ("en", "ja")


def draw() -> None:
    """Draw the page of the first budget in both languages."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("Chromium is needed to draw the pictures of the page.")
    budget = koubo.load(HERE.parent / "guide" / "first-budget.yaml")
    if not isinstance(budget, koubo.Budget):
        raise SystemExit("first-budget.yaml holds no budget.")
    audit = koubo.audit_budget(budget)
    for lang in _LANGUAGES:
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder) / "page.html"
            page.write_text(audit.to_html(lang), encoding="utf-8")
            target = HERE / f"audit-page-{lang}.png"
            options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--window-size={_SIZE}"]
            command = [chromium, *options, f"--screenshot={target}", page.as_uri()]
            subprocess.run(command, check=True, capture_output=True)  # noqa: S603  # our own page


if __name__ == "__main__":
    draw()
