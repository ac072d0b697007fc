"""What every command shares: options, output, exit statuses."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console, RenderableType

from koubo.calls import Call, get_call
from koubo.errors import InputError, Mistake
from koubo.results import Paged
from koubo.text import Lang

CLEAR, AGAINST, UNREADABLE = 0, 1, 2


class Language(StrEnum):
    """The language of a terminal table or page."""

    JA = "ja"
    EN = "en"


def _language() -> Language:
    return Language.EN if os.environ.get("KOUBO_LANG") == "en" else Language.JA


JsonOption = Annotated[bool, typer.Option("--json", help="Print the result as JSON, exactly to_dict().")]
LangOption = Annotated[
    Language, typer.Option("--lang", default_factory=_language, help="ja or en; KOUBO_LANG sets the default.")
]
CallOption = Annotated[str, typer.Option("--call", help="The call for proposals.")]
SetOption = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="KEY=VALUE", help="Change a parameter of the call: --set travel.min_one_way_km=50"),
]


def lang_of(language: Language) -> Lang:
    """Return the language as the library names it."""
    return "en" if language is Language.EN else "ja"


def call_of(call_id: str, settings: list[str] | None) -> Call:
    """Return the call with the parameters changed as ``--set`` says."""
    call = get_call(call_id)
    changes: dict[str, object] = {}
    for setting in settings or ():
        key, equals, value = setting.partition("=")
        if not equals:
            raise InputError([Mistake("--set", repr(setting), "KEY=VALUE")])
        changes[key.strip()] = _value(value.strip(), call.value(key.strip()))
    return call.evolve(changes) if changes else call


def _value(text: str, now: object) -> object:
    """Read a value as what the parameter holds now; what cannot be read so is left for the call to refuse."""
    kind: Callable[[str], object] | None = {int: int, float: float}.get(type(now))
    try:
        return text if kind is None else kind(text)
    except ValueError:
        return text


@contextmanager
def input_errors() -> Iterator[None]:
    """Turn mistakes of the input into one line each on stderr, and exit status 2."""
    try:
        yield
    except InputError as error:
        for line in error.lines():
            typer.echo(line, err=True)
        raise typer.Exit(UNREADABLE) from None


@contextmanager
def named(file: Path) -> Iterator[None]:
    """Name the file in mistakes that show only after it was loaded, when its parts are held against each other."""
    try:
        yield
    except InputError as error:
        raise InputError(error.mistakes, error.source or str(file)) from None


def show(result: Any, view: Callable[[], RenderableType], *, as_json: bool) -> None:
    """Print a result as JSON or as a view for people; colours only where the output is a terminal."""
    if as_json:
        typer.echo(json.dumps(result.to_dict(), ensure_ascii=False, indent=2))
    else:
        console().print(view())


def write_page(target: Path | None, result: Paged, language: Language) -> None:
    """Write the page of a result, if one is wanted."""
    if target is not None:
        write_bytes("--html", target, result.to_html(lang_of(language)).encode())


def write_bytes(option: str, target: Path, data: bytes) -> None:
    """Write a file that an option names; one that cannot be written is a mistake of the command line."""
    try:
        target.write_bytes(data)
    except OSError as error:
        raise InputError([Mistake(option, f"{target}: {error.strerror}", "a file that can be written")]) from None


def console() -> Console:
    """Return a console; without a terminal it has no colours and a width that keeps tables whole."""
    plain = Console()
    return plain if plain.is_terminal else Console(width=int(os.environ.get("COLUMNS", "140")))


def status_of(findings: Any) -> int:
    """Return the exit status for findings: warnings and open questions alone are nothing against it."""
    return AGAINST if any(finding.against for finding in findings) else CLEAR
