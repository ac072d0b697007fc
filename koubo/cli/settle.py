"""``koubo settle``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as Styled

from koubo.cli.common import (
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
)
from koubo.errors import InputError, Mistake
from koubo.files.load import load
from koubo.models.dossier import Advance, Contract, Dossier
from koubo.models.expense import Budget
from koubo.report.terminal import findings_view
from koubo.report.words import WORDS
from koubo.settlement import Settlement, settle
from koubo.text import Lang, Text

_WORDS = {
    "contract_with_tax_yen": Text("契約額（税込）", "contract amount with tax"),
    "cap_with_tax_yen": WORDS["cap"],
    "cost_with_tax_yen": Text("確認された経費（税込）", "audited cost with tax"),
    "final_with_tax_yen": Text("確定額（税込）", "final amount with tax"),
    "advances_with_tax_yen": Text("概算払等の既払額", "paid in advance"),
    "remainder_with_tax_yen": Text("残額（支払われる額）", "still to be paid"),
    "repayment_with_tax_yen": Text("返納額", "to be paid back"),
}
_VOUCHERS = Text("証憑書類の不足・不明：{lines}", "Vouchers missing or not known: {lines}")


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("settle", epilog="koubo settle settlement.yaml --contract-yen 48000000 --paid-yen 20000000")(_settle)


def _settle(
    file: Annotated[Path, typer.Argument(help="A settlement, or a dossier with one: .yaml, .yml, .json, .xlsx.")],
    lang: LangOption,
    contract_yen: Annotated[int | None, typer.Option("--contract-yen", help="The contract amount with tax.")] = None,
    paid_yen: Annotated[int | None, typer.Option("--paid-yen", help="What was paid in advance, with tax.")] = None,
    as_json: JsonOption = False,
    call: CallOption = "r7",
    settings: SetOption = None,
) -> None:
    """Settle a contract: the least of contract amount, cap and audited cost, and what is left to pay or pay back."""
    with input_errors():
        loaded = load(file)
        dossier = loaded if isinstance(loaded, Dossier) else None
        budget = loaded if isinstance(loaded, Budget) else None if dossier is None else dossier.budget
        if budget is None:
            raise InputError([Mistake("budget", "nothing", "a settlement with its lines")], source=str(file))
        chosen = call_of(call, settings)
        contract = _contract(contract_yen, paid_yen)
        with named(file):
            found = settle(budget, contract, dossier=dossier, call=chosen)
    show(found, lambda: settlement_view(found, lang_of(lang)), as_json=as_json)
    raise typer.Exit(status_of(found.findings))


def _contract(amount: int | None, paid: int | None) -> Contract | None:
    if amount is None and paid is None:
        return None
    advances = None if paid is None else (Advance(amount_with_tax_yen=paid),)
    return Contract(amount_with_tax_yen=amount, advances=advances)


def settlement_view(settlement: Settlement, lang: Lang) -> RenderableType:
    """Return a settlement as tables."""
    table = Table(show_header=False, box=None, pad_edge=False)
    figures = settlement.to_dict()
    for key, label in _WORDS.items():
        value = figures[key]
        shown = WORDS["unknown"].in_(lang) if value is None else f"{value:,}"
        table.add_row(label.in_(lang), Styled(shown, style="bold" if key == "final_with_tax_yen" else ""))
    members = Table(header_style="bold", pad_edge=False)
    for key in ("member", "claimed", "allowable", "disallowed", "with_tax"):
        members.add_column(WORDS[key].in_(lang), justify="left" if key == "member" else "right")
    for one in settlement.by_member:
        amounts = (one.claimed_yen, one.allowable_yen, one.disallowed_yen, one.final_with_tax_yen)
        members.add_row(one.member, *("–" if amount is None else f"{amount:,}" for amount in amounts))
    parts: list[RenderableType] = [table, members]
    if settlement.vouchers:
        lines = ", ".join(one.line_id for one in settlement.vouchers)
        parts.append(Styled(_VOUCHERS.format(lines=lines).in_(lang), style="yellow"))
    if settlement.findings:
        parts.append(findings_view(settlement.findings, lang))
    return Group(*parts)
