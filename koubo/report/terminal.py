"""Terminal tables of an audit, with rich."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as Styled

from koubo.audit.result import BudgetAudit, LineAudit
from koubo.engine.finding import Finding
from koubo.report.words import COLOURS, SYMBOLS, VERDICTS, WORDS
from koubo.rules.rule import Effect, Status
from koubo.text import Lang

_BAR = 40


def audit_view(audit: BudgetAudit, lang: Lang) -> RenderableType:
    """Return the audit of a budget: verdict first, then each line, totals, and what to do."""
    parts: list[RenderableType] = [_headline(audit, lang), _lines(audit, lang), _totals(audit, lang)]
    if audit.totals.cap_with_tax_yen is not None:
        parts.append(_cap_bar(audit, lang))
    if audit.findings:
        parts.append(findings_view(audit.findings, lang))
    return Group(*parts)


def counts(findings: tuple[Finding, ...]) -> dict[str, int]:
    """Return how many findings stand against, are open, and merely warn."""
    return {
        "against": sum(one.against for one in findings),
        "open": sum(one.open for one in findings),
        "warnings": sum(one.effect is Effect.WARNING for one in findings),
    }


def _headline(audit: BudgetAudit, lang: Lang) -> Styled:
    found = counts(audit.findings)
    title = WORDS["audit_title" if audit.budget.stage.value == "plan" else "settlement_title"].in_(lang)
    line = Styled(f"{title}  ", style="bold")
    if not any(found.values()):
        line.append(WORDS["nothing_against"].in_(lang), style="bold green")
    else:
        style = "bold red" if found["against"] else "bold yellow"
        line.append(WORDS["against"].format(**found).in_(lang), style=style)
    if audit.call.changed:
        line.append(f"\n{WORDS['changed'].in_(lang)}: ", style="yellow")
        line.append(", ".join(f"{key} = {audit.call.parameter(key).shown.in_(lang)}" for key in audit.call.changed))
    return line


def _lines(audit: BudgetAudit, lang: Lang) -> Table:
    table = Table(header_style="bold", row_styles=("", "on grey7"), pad_edge=False)
    for key in ("line", "category", "description"):
        table.add_column(WORDS[key].in_(lang), overflow="fold")
    table.add_column(WORDS["claimed"].in_(lang), justify="right", no_wrap=True)
    table.add_column(WORDS["verdict"].in_(lang), no_wrap=True)
    table.add_column(WORDS["allowable"].in_(lang), justify="right", no_wrap=True)
    table.add_column(WORDS["clause"].in_(lang), overflow="fold")
    for one in audit.lines:
        table.add_row(*_row(one, lang))
    return table


def _row(one: LineAudit, lang: Lang) -> tuple[RenderableType, ...]:
    verdict = Styled(f"{SYMBOLS[one.verdict]} {VERDICTS[one.verdict].in_(lang)}", style=COLOURS[one.verdict])
    return (
        Styled(one.line_id),
        Styled(one.line.category.label.in_(lang)),
        Styled(one.line.description or ""),
        Styled(yen(one.line.amount_yen)),
        verdict,
        Styled(yen(one.allowable_yen)),
        Styled(", ".join(dict.fromkeys(finding.clause for finding in one.findings))),
    )


def _totals(audit: BudgetAudit, lang: Lang) -> Table:
    totals = audit.totals
    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_column()
    table.add_column(justify="right")
    rows = (
        ("claimed", totals.claimed_yen),
        ("pending", totals.pending_yen),
        ("disallowed", totals.disallowed_yen),
        ("general_admin_limit", totals.general_admin_limit_yen),
        ("subtotal", totals.subtotal_yen),
        ("tax", totals.consumption_tax_yen),
        ("with_tax", totals.total_with_tax_yen),
        ("cap", totals.cap_with_tax_yen),
    )
    for key, value in rows:
        table.add_row(WORDS[key].in_(lang), WORDS["unknown"].in_(lang) if value is None else yen(value))
    share = totals.non_labour_share
    table.add_row(WORDS["non_labour"].in_(lang), "–" if share is None else f"{float(share):.1%}")
    return table


def _cap_bar(audit: BudgetAudit, lang: Lang) -> Styled:
    totals = audit.totals
    cap = totals.cap_with_tax_yen or 0
    filled = min(_BAR, totals.total_with_tax_yen * _BAR // cap) if cap else _BAR
    key = {True: "within_cap", False: "over_cap", None: "cap_open"}[totals.within_cap]
    style = {True: "green", False: "red", None: "yellow"}[totals.within_cap]
    share = f" {totals.total_with_tax_yen * 100 // cap}%" if cap else ""
    return Styled.assemble(
        ("█" * filled, style), ("░" * (_BAR - filled), "dim"), (f"{share} {WORDS[key].in_(lang)}", style)
    )


def findings_view(findings: tuple[Finding, ...], lang: Lang) -> Table:
    """Return findings with their reasons and remedies, in the order given."""
    table = Table(title=WORDS["findings"].in_(lang), title_justify="left", header_style="bold", show_lines=True)
    table.add_column(WORDS["line"].in_(lang), overflow="fold")
    table.add_column(WORDS["clause"].in_(lang), overflow="fold")
    table.add_column(WORDS["why"].in_(lang), overflow="fold", ratio=3)
    table.add_column(WORDS["remedy"].in_(lang), overflow="fold", ratio=2)
    for one in findings:
        against = "red" if one.against else "magenta" if one.status is Status.UNDETERMINED else "yellow"
        remedy = one.remedy.in_(lang) if one.remedy is not None else ""
        clause = Styled(f"{one.clause}\n{one.rule_id}", style="dim")
        table.add_row(Styled(_short(one.subject)), clause, Styled(one.message.in_(lang), style=against), Styled(remedy))
    return table


def _short(subject: str) -> str:
    return subject.removeprefix("budget.lines[").removesuffix("]") if subject.startswith("budget.lines[") else subject


def yen(amount: int) -> str:
    """Return an amount with separators."""
    return f"{amount:,}"
