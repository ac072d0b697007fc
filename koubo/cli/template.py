"""``koubo template``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from koubo.cli.common import CallOption, LangOption, call_of, input_errors, lang_of, write_bytes
from koubo.errors import InputError, Mistake
from koubo.files.extras import needs_excel
from koubo.text import Text

_DONE = Text("{file} を作成しました。", "{file} written.")

FileArgument = Annotated[Path, typer.Argument(help="The workbook to write, .xlsx.", metavar="FILE.xlsx")]
ForceOption = Annotated[bool, typer.Option("--force", help="Replace a file that is there, with all that is in it.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    group = typer.Typer(no_args_is_help=True, help="Write an Excel workbook to fill in.")
    group.command("budget", epilog="koubo template budget budget.xlsx  ·  koubo audit budget.xlsx")(_budget)
    group.command("round", epilog="koubo template round round.xlsx  ·  koubo select round.xlsx")(_round)
    app.add_typer(group, name="template")


def _budget(file: FileArgument, lang: LangOption, force: ForceOption = False, call: CallOption = "r7") -> None:
    """Write a workbook for a budget (支出計画書): lines, members and rates, basic facts."""
    with input_errors():
        _check(file, force=force)
        from koubo.files.excel.template import budget_template  # noqa: PLC0415  # needs the excel extra

        write_bytes("FILE", file, budget_template(call_of(call, None)))
    typer.echo(_DONE.format(file=str(file)).in_(lang_of(lang)))


def _round(file: FileArgument, lang: LangOption, force: ForceOption = False, call: CallOption = "r7") -> None:
    """Write a workbook for a selection round: candidates, the reviewers' sheets, conditions."""
    with input_errors():
        _check(file, force=force)
        from koubo.files.excel.template import round_template  # noqa: PLC0415  # needs the excel extra

        write_bytes("FILE", file, round_template(call_of(call, None)))
    typer.echo(_DONE.format(file=str(file)).in_(lang_of(lang)))


def _check(file: Path, *, force: bool) -> None:
    needs_excel()
    if file.suffix.lower() != ".xlsx":
        raise InputError([Mistake("FILE", f"the ending {file.suffix!r}", "a name that ends in .xlsx")])
    if file.exists() and not force:
        raise InputError([Mistake("FILE", f"{file}, which is there already", "a new name, or --force to replace it")])
