"""The reference has every public name, and every page that is written by hand is in a table of contents."""

from __future__ import annotations

import re
from pathlib import Path

import koubo
import koubo.plots

DOCS = Path(__file__).parents[2] / "docs"


def test_every_public_name_is_in_the_reference() -> None:
    shown = set(re.findall(r"auto(?:function|class):: ([\w.]+)", (DOCS / "reference.md").read_text(encoding="utf-8")))
    public = {f"koubo.{name}" for name in koubo.__all__ if name != "__version__"}
    public |= {f"koubo.plots.{name}" for name in koubo.plots.__all__}

    assert shown == public


def test_guides_in_both_languages_have_the_same_chapters_and_commands() -> None:
    for english in sorted((DOCS / "guide" / "en").glob("*.md")):
        japanese = DOCS / "guide" / "ja" / english.name

        assert _outline(english) == _outline(japanese), english.name


def _outline(page: Path) -> tuple[int, list[str]]:
    text = page.read_text(encoding="utf-8")
    commands = [command.replace(" --lang en", "") for command in re.findall(r"^\$ (.+)$", text, re.MULTILINE)]
    return text.count("\n## "), commands
