"""``koubo audit``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import track

from koubo.audit import BudgetAudit, audit_budget
from koubo.calls import Call
from koubo.cli.common import (
    AGAINST,
    CLEAR,
    UNREADABLE,
    CallOption,
    JsonOption,
    LangOption,
    SetOption,
    call_of,
    console,
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
from koubo.models.dossier import Dossier
from koubo.models.expense import Budget
from koubo.report.terminal import audit_view
from koubo.report.words import WORDS
from koubo.text import Lang

_CSV = "Facts of the budget that a CSV cannot hold"
StageOption = Annotated[str | None, typer.Option("--stage", help="plan or settlement.", rich_help_panel=_CSV)]
RegionOption = Annotated[str | None, typer.Option("--region", help="The support region.", rich_help_panel=_CSV)]
FromOption = Annotated[
    str | None, typer.Option("--contract-from", metavar="YYYY-MM-DD", help="First day.", rich_help_panel=_CSV)
]
ToOption = Annotated[
    str | None, typer.Option("--contract-to", metavar="YYYY-MM-DD", help="Last day.", rich_help_panel=_CSV)
]
CapOption = Annotated[
    int | None, typer.Option("--cap-with-tax-yen", help="A lower cap set by the secretariat.", rich_help_panel=_CSV)
]
RateOption = Annotated[
    list[str] | None,
    typer.Option(
        "--rate", metavar="MEMBER=RATE", help="Own general administrative rate, e.g. acme=0.083.", rich_help_panel=_CSV
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(
        "audit",
        epilog="koubo audit budget.yaml --lang en  ·  koubo audit lines.csv --region miyagi --rate acme=0.083",
    )(_audit)


def _audit(
    files: Annotated[list[Path], typer.Argument(help="Budgets or dossiers: .yaml, .yml, .json, .csv, .xlsx.")],
    lang: LangOption,
    as_json: JsonOption = False,
    html: Annotated[Path | None, typer.Option("--html", help="Write a page for the browser (one file only).")] = None,
    annotate: Annotated[
        Path | None, typer.Option("--annotate", help="Write the workbook back with verdicts (one .xlsx only).")
    ] = None,
    stage: StageOption = None,
    region: RegionOption = None,
    contract_from: FromOption = None,
    contract_to: ToOption = None,
    cap_with_tax_yen: CapOption = None,
    rate: RateOption = None,
    call: CallOption = "r7",
    settings: SetOption = None,
) -> None:
    """Audit budgets: what may be charged, what may not, what must be consulted on, what is not known."""
    given = {
        "stage": stage,
        "region": region,
        "contract_from": contract_from,
        "contract_to": contract_to,
        "cap_with_tax_yen": cap_with_tax_yen,
    }
    rest: dict[str, Any] = {key: value for key, value in given.items() if value is not None}
    with input_errors():
        chosen = call_of(call, settings)
        if rate:
            rest["general_admin_rates"] = dict(_rate(one) for one in rate)
        if len(files) > 1:
            _refuse_pages({"--html": html, "--annotate": annotate})
            raise typer.Exit(_many(files, rest, chosen, lang_of(lang), as_json=as_json))
        audit = audited(files[0], rest, chosen)
        write_page(html, audit, lang)
        if annotate is not None:
            needs_excel()
            from koubo.report.excel import annotate_budget  # noqa: PLC0415  # needs the excel extra

            annotate_budget(files[0], annotate, audit, lang_of(lang))
    show(audit, lambda: audit_view(audit, lang_of(lang)), as_json=as_json)
    raise typer.Exit(status_of(audit.findings))


def _refuse_pages(wanted: dict[str, Path | None]) -> None:
    found = [option for option, target in wanted.items() if target is not None]
    if found:
        raise InputError(Mistake(option, "several files to audit", "one file, as it writes one") for option in found)


def _rate(text: str) -> tuple[str, str]:
    member, equals, rate = text.partition("=")
    if not equals:
        raise InputError([Mistake("--rate", repr(text), "MEMBER=RATE such as acme=0.083")])
    return member, rate


def audited(file: Path, rest: dict[str, Any], call: Call) -> BudgetAudit:
    """Load a budget, alone or in its dossier, and audit it; mistakes name the file."""
    loaded = load(file, **rest)
    with named(file):
        if isinstance(loaded, Budget):
            return audit_budget(loaded, call=call)
        if isinstance(loaded, Dossier) and loaded.budget is not None:
            return audit_budget(loaded.budget, loaded, call=call)
    raise InputError([Mistake("budget", "nothing", "a budget with its lines")], source=str(file))


def _many(files: list[Path], rest: dict[str, Any], call: Call, lang: Lang, *, as_json: bool) -> int:
    """Audit several files, one row each; files that cannot be read stop nobody."""
    from rich.table import Table  # noqa: PLC0415  # only here

    audits: dict[str, BudgetAudit] = {}
    status = CLEAR
    for file in track(files, description="koubo audit", console=_stderr(), transient=True):
        try:
            audits[str(file)] = audit = audited(file, rest, call)
            status = max(status, status_of(audit.findings))
        except InputError as error:
            for line in error.lines():
                typer.echo(line, err=True)
            status = UNREADABLE
    if as_json:
        typer.echo(json.dumps({file: audit.to_dict() for file, audit in audits.items()}, ensure_ascii=False, indent=2))
        return status
    table = Table(header_style="bold", pad_edge=False)
    for key in ("file", "claimed", "allowable", "pending", "disallowed", "with_tax"):
        table.add_column(WORDS[key].in_(lang), justify="left" if key == "file" else "right")
    for name, audit in audits.items():
        totals = audit.totals
        figures = (
            totals.claimed_yen,
            totals.allowable_yen,
            totals.pending_yen,
            totals.disallowed_yen,
            totals.total_with_tax_yen,
        )
        table.add_row(
            name, *(f"{figure:,}" for figure in figures), style="red" if status_of(audit.findings) == AGAINST else ""
        )
    console().print(table)
    return status


def _stderr() -> Any:
    from rich.console import Console  # noqa: PLC0415  # only here

    return Console(stderr=True)
