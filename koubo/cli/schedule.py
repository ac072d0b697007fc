"""``koubo deadlines`` and ``koubo duties``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as Styled

from koubo.calls import JAPAN
from koubo.cli.common import (
    CallOption,
    JsonOption,
    LangOption,
    SetOption,
    call_of,
    input_errors,
    lang_of,
    show,
    status_of,
    write_bytes,
)
from koubo.cli.review import dossier_of
from koubo.duties.check import STATES, Duties, DutyState, check_duties
from koubo.report.words import WORDS
from koubo.schedule.calendar import Calendar, deadlines
from koubo.text import Lang, Text

_STYLES = {
    DutyState.OVERDUE: "bold red",
    DutyState.DUE: "yellow",
    DutyState.NOT_KNOWN: "magenta",
    DutyState.DONE: "green",
}
_ROUGH = {"planned": Text("（予定）", " (planned)"), "about": Text("（目途）", " (about)")}


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("deadlines", epilog="koubo deadlines --ics call.ics")(_deadlines)
    app.command("duties", epilog="koubo duties dossier.yaml --on 2025-09-01")(_duties)


def _deadlines(
    lang: LangOption,
    as_json: JsonOption = False,
    ics: Annotated[Path | None, typer.Option("--ics", help="Write an iCalendar file (extra: calendar).")] = None,
    call: CallOption = "r7",
    settings: SetOption = None,
) -> None:
    """Show every date of a call, with its clause."""
    with input_errors():
        found = deadlines(call_of(call, settings))
        if ics is not None:
            write_bytes("--ics", ics, found.to_ics(lang_of(lang)))
    show(found, lambda: calendar_view(found, lang_of(lang)), as_json=as_json)


def _duties(
    file: Annotated[Path, typer.Argument(help="A dossier: .yaml, .yml, .json.")],
    lang: LangOption,
    on: Annotated[str | None, typer.Option("--on", metavar="YYYY-MM-DD", help="The day; today if left out.")] = None,
    as_json: JsonOption = False,
    call: CallOption = "r7",
    settings: SetOption = None,
) -> None:
    """Show what is overdue, due, not known and done on a day, most urgent first."""
    with input_errors():
        day = on or datetime.now(JAPAN).date()
        found = check_duties(dossier_of(file), day, call=call_of(call, settings))
    show(found, lambda: duties_view(found, lang_of(lang)), as_json=as_json)
    raise typer.Exit(status_of(found.findings))


def calendar_view(calendar: Calendar, lang: Lang) -> RenderableType:
    """Return the dates of a call as a table."""
    table = Table(title=calendar.title.in_(lang), title_justify="left", header_style="bold", pad_edge=False)
    for key in ("what_is_due", "from", "until", "clause"):
        table.add_column(WORDS[key].in_(lang), overflow="fold", no_wrap=key in {"from", "until"})
    for entry in calendar.entries:
        rough = _ROUGH.get(entry.precision)
        label = entry.label.in_(lang) + ("" if rough is None else rough.in_(lang))
        table.add_row(label, _at(entry.start), _at(entry.until), entry.clause)
    return table


def duties_view(duties: Duties, lang: Lang) -> RenderableType:
    """Return the duties on a day as a table, most urgent first."""
    counts = ", ".join(f"{STATES[state].in_(lang)} {len(duties.of(state))}" for state in DutyState)
    table = Table(header_style="bold", pad_edge=False)
    for key in ("verdict", "until", "what_is_due", "subject", "clause"):
        table.add_column(WORDS[key].in_(lang), overflow="fold", no_wrap=key == "until")
    for one in duties.duties:
        due = "" if one.due is None else _at(one.due.at.isoformat())
        state = Styled(STATES[one.state].in_(lang), style=_STYLES[one.state])
        table.add_row(state, due, one.what.in_(lang), Styled(one.subject), one.clause)
    return Group(Styled(f"{duties.on.isoformat()}  {counts}", style="bold"), table)


def _at(moment: str | None) -> str:
    return "" if moment is None else moment.replace("T", " ").removesuffix("+09:00").removesuffix(":00")
