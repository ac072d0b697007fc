"""``koubo score`` and ``koubo select``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import attrs
import typer

from koubo.calls import Call
from koubo.cli.common import (
    AGAINST,
    CLEAR,
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
from koubo.files.extras import needs_excel
from koubo.files.load import load
from koubo.files.tables import read_round_csv
from koubo.models.selection import Candidate, SelectionRound
from koubo.report.round_view import score_view, selection_view
from koubo.scoring import score
from koubo.selection import select

SeatsOption = Annotated[
    int | None, typer.Option("--seats", help="How many are to be selected, if not the call's number.")
]
MinimumOption = Annotated[
    str | None, typer.Option("--minimum", help="Evaluation points below which nobody is selected, e.g. 60.")
]
WithdrawnOption = Annotated[
    list[str] | None, typer.Option("--withdrawn", help="Id of a candidate whose contract fell through.")
]
HtmlOption = Annotated[Path | None, typer.Option("--html", help="Write a page for the browser.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("score", epilog="koubo score round.yaml --candidate aoba")(_score)
    app.command("select", epilog="koubo select round.yaml --html ranking.html  ·  koubo select panel.csv --seats 5")(
        _select
    )


def _score(
    file: Annotated[Path, typer.Argument(help="A round: .yaml, .yml, .json, .csv, .xlsx.")],
    lang: LangOption,
    candidate: Annotated[
        str | None, typer.Option("--candidate", help="The id of the candidate, where there are several.")
    ] = None,
    as_json: JsonOption = False,
    call: CallOption = "r7",
    settings: SetOption = None,
) -> None:
    """Score a candidate of a round: evaluation, price and municipality points, gates."""
    with input_errors():
        chosen = call_of(call, settings)
        round_ = _round(file, {}, chosen)
        one = _candidate(round_, candidate, file)
        lowest = select(round_, call=chosen).of(one.id).lowest_estimate_with_tax_yen
        found = score(
            one.reviews,
            estimate_with_tax_yen=one.estimate_with_tax_yen,
            lowest_estimate_with_tax_yen=lowest or one.estimate_with_tax_yen,
            region=one.region,
            gates=one.gates,
            call=chosen,
        )
    show(found, lambda: score_view(found, lang_of(lang)), as_json=as_json)
    raise typer.Exit(status_of(found.findings))


def _candidate(round_: SelectionRound, name: str | None, file: Path) -> Candidate:
    ids = [one.id for one in round_.candidates]
    wanted = ids[0] if name is None and len(ids) == 1 else name
    if wanted not in ids:
        found = "nothing" if name is None else repr(name)
        raise InputError([Mistake("--candidate", found, f"one of {', '.join(ids)}")], source=str(file))
    place = ids.index(wanted)
    if not round_.candidates[place].reviews:
        expected = "grades, or sheets for several reviewers"
        raise InputError([Mistake(f"round.candidates[{place}].grades", "nothing", expected)], source=str(file))
    return round_.candidates[place]


def _select(
    file: Annotated[Path, typer.Argument(help="A round: .yaml, .yml, .json, .csv, .xlsx.")],
    lang: LangOption,
    as_json: JsonOption = False,
    html: HtmlOption = None,
    annotate: Annotated[
        Path | None, typer.Option("--annotate", help="Write the workbook back with the ranking (.xlsx only).")
    ] = None,
    seats: SeatsOption = None,
    minimum: MinimumOption = None,
    withdrawn: WithdrawnOption = None,
    call: CallOption = "r7",
    settings: SetOption = None,
) -> None:
    """Rank a round and select from the top; ties and unknowns stay open for the committee."""
    given = {"seats": seats, "minimum_evaluation_points": minimum, "withdrawn": withdrawn}
    with input_errors():
        chosen = call_of(call, settings)
        round_ = _round(file, {key: value for key, value in given.items() if value is not None}, chosen)
        with named(file):
            found = select(round_, call=chosen)
        write_page(html, found, lang)
        if annotate is not None:
            needs_excel()
            from koubo.report.excel import annotate_round  # noqa: PLC0415  # needs the excel extra

            annotate_round(file, annotate, found, lang_of(lang))
    show(found, lambda: selection_view(found, lang_of(lang)), as_json=as_json)
    raise typer.Exit(AGAINST if found.kept_out else CLEAR)


def _round(file: Path, rest: dict[str, Any], call: Call) -> SelectionRound:
    if file.suffix.lower() == ".csv":
        return read_round_csv(file, rest, call.id)
    round_ = load(file)
    if not isinstance(round_, SelectionRound):
        raise InputError([Mistake("round", "nothing", "a round with its candidates")], source=str(file))
    return attrs.evolve(round_, **rest)
