"""``koubo review``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from koubo.cli.common import (
    AGAINST,
    CallOption,
    JsonOption,
    LangOption,
    SetOption,
    call_of,
    input_errors,
    lang_of,
    named,
    show,
    status_of,
    write_page,
)
from koubo.errors import InputError, Mistake
from koubo.files.load import load
from koubo.models.dossier import Dossier
from koubo.report.review_view import review_view
from koubo.reviewing import review


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("review", epilog="koubo review dossier.yaml --html review.html")(_review)


def _review(
    file: Annotated[Path, typer.Argument(help="A dossier: .yaml, .yml, .json.")],
    lang: LangOption,
    as_json: JsonOption = False,
    html: Annotated[Path | None, typer.Option("--html", help="Write a page for the browser.")] = None,
    call: CallOption = "r7",
    settings: SetOption = None,
) -> None:
    """Review a dossier: can it be filed as it is, and if not, what to do by when."""
    with input_errors():
        chosen = call_of(call, settings)
        dossier = dossier_of(file)
        with named(file):
            found = review(dossier, call=chosen)
        write_page(html, found, lang)
    show(found, lambda: review_view(found, lang_of(lang)), as_json=as_json)
    raise typer.Exit(AGAINST if found.fileable is False else status_of(found.findings))


def dossier_of(file: Path) -> Dossier:
    """Load a dossier; mistakes name the file."""
    loaded = load(file)
    if not isinstance(loaded, Dossier):
        raise InputError([Mistake("applicant", "nothing", "a dossier with its applicant")], source=str(file))
    return loaded
