"""Every block of Python and every command of README, guides and concepts runs, and shows what they say it shows.

In a ``python`` block, what follows ``>>>`` is compared like a doctest. In a ``console`` block each line after a command
that starts with ``$`` has to be found in its output, in that order; … stands for lines, or the rest of a line. A ``yaml`` block whose first
line is a comment with the name of a file is that file.
"""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from doctest import ELLIPSIS, NORMALIZE_WHITESPACE
from pathlib import Path

import pytest
from sybil import Document, Example, Sybil
from sybil.example import SybilFailure
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser
from typer.testing import CliRunner

from koubo.cli.app import app

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", *ROOT.glob("docs/*.md"), *ROOT.glob("docs/guide/**/*.md")])
_COMMAND = re.compile(r"^\$ ", re.MULTILINE)
_NAMED = re.compile(r"# (\S+\.ya?ml)\n")
_SKIPPED = "…"


def _console(example: Example) -> str | None:
    """Run the commands of a block; return what is wrong."""
    for part in _COMMAND.split(example.parsed)[1:]:
        command, *expected = part.rstrip().splitlines()
        program, *arguments = shlex.split(command)
        assert program == "koubo", f"{command}: only koubo is run here"
        result = CliRunner().invoke(app, arguments, catch_exceptions=False)
        left = iter(_plain(result.output))
        for line in _plain("\n".join(expected)):
            if line != _SKIPPED and not any(_same(line, found) for found in left):
                return f"$ {command}\nnot found, or not in this order: {line}\nin: {result.output}"
    return None


def _same(shown: str, found: str) -> bool:
    return found.startswith(shown.removesuffix(_SKIPPED).rstrip()) if shown.endswith(_SKIPPED) else found == shown


def _plain(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines() if line.strip()]


def _file(example: Example) -> None:
    named = _NAMED.match(example.parsed)
    if named is not None:
        Path(named[1]).write_text(example.parsed, encoding="utf-8")


def _document(page: Path) -> Document:
    parsers = [
        PythonCodeBlockParser(doctest_optionflags=ELLIPSIS | NORMALIZE_WHITESPACE),
        CodeBlockParser(language="console", evaluator=_console),
        CodeBlockParser(language="yaml", evaluator=_file),
        SkipParser(),
    ]
    return Sybil(parsers=parsers, encoding="utf-8").parse(page)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_a_page_shows_is_so(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    for file in (ROOT / "docs" / "guide").glob("*.yaml"):
        shutil.copy(file, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "140")
    monkeypatch.delenv("KOUBO_LANG", raising=False)
    failures = list(_failures(page))
    if failures:
        pytest.fail("\n".join(failures), pytrace=False)


def _failures(page: Path) -> Iterator[str]:
    for example in _document(page).examples():
        try:
            example.evaluate()
        except SybilFailure as failure:
            yield str(failure)


def test_pages_with_examples_are_found() -> None:
    assert len([page for page in PAGES if list(_document(page).examples())]) >= 8
