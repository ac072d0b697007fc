"""The application that the commands are part of."""

from __future__ import annotations

from typing import Annotated

import typer

from koubo._version import __version__
from koubo.cli import audit, diff, review, rounds, rules, schedule, settle, template

app = typer.Typer(
    name="koubo",
    help="A call for proposals (公募要領) as rules that a program can run.",
    epilog="Exit status: 0 nothing against it, 1 findings against it, 2 the input could not be read.",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    del version


for module in (review, audit, rounds, settle, schedule, diff, rules, template):
    module.register(app)


def main() -> None:
    """Run the command line."""
    app()
