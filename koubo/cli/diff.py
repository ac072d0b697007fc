"""``koubo diff``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text as Styled

from koubo.audit.diff import BudgetDiff, LineChange, diff_audits
from koubo.cli.audit import audited
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
)
from koubo.report.terminal import findings_view
from koubo.report.words import COLOURS, SYMBOLS, VERDICTS, WORDS
from koubo.text import Lang, Text

_CHANGES = {
    "added": Text("追加", "added"),
    "removed": Text("削除", "removed"),
    "changed": Text("変更", "changed"),
    "verdict": Text("判定のみ変化", "verdict only"),
}
_SAME = Text("違いはありません。", "No difference.")
_RESOLVED = Text("解消した指摘：{ids}", "Resolved: {ids}")


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("diff", epilog="koubo diff plan-v1.yaml plan-v2.yaml")(_diff)


def _diff(
    old: Annotated[Path, typer.Argument(help="The earlier version of a budget.")],
    new: Annotated[Path, typer.Argument(help="The later version.")],
    lang: LangOption,
    as_json: JsonOption = False,
    call: CallOption = "r7",
    settings: SetOption = None,
) -> None:
    """Show what changed between two versions of a budget, and what that does to verdicts and totals."""
    with input_errors():
        chosen = call_of(call, settings)
        diff = diff_audits(audited(old, {}, chosen), audited(new, {}, chosen))
    show(diff, lambda: diff_view(diff, lang_of(lang)), as_json=as_json)
    raise typer.Exit(status_of(diff.findings))


def diff_view(diff: BudgetDiff, lang: Lang) -> RenderableType:
    """Return a difference as tables."""
    if not diff.lines and not diff.totals:
        return Styled(_SAME.in_(lang), style="green")
    lines = Table(header_style="bold", pad_edge=False)
    for key in ("line", "change", "what", "verdict", "allowable"):
        lines.add_column(WORDS[key].in_(lang), overflow="fold")
    for one in diff.lines:
        lines.add_row(*_row(one, lang))
    totals = Table(show_header=False, box=None, pad_edge=False)
    for name, (before, after) in diff.totals.items():
        step = (
            f" ({after - before:+,})"
            if isinstance(before, int) and isinstance(after, int) and name != "within_cap"
            else ""
        )
        totals.add_row(name, f"{_shown(before)} → {_shown(after)}{step}")
    parts: list[RenderableType] = [lines, totals]
    if diff.resolved:
        ids = ", ".join(f"{one.subject} {one.rule_id}" for one in diff.resolved)
        parts.append(Styled(_RESOLVED.format(ids=ids).in_(lang), style="green"))
    if diff.findings:
        parts.append(findings_view(diff.findings, lang))
    return Group(*parts)


def _row(one: LineChange, lang: Lang) -> tuple[RenderableType, ...]:
    fields = "\n".join(f"{name}: {_shown(old)} → {_shown(new)}" for name, (old, new) in one.fields.items())
    sides = [side for side in (one.before, one.after) if side is not None]
    verdict = Styled(" → ").join(
        [
            Styled(f"{SYMBOLS[side.verdict]} {VERDICTS[side.verdict].in_(lang)}", style=COLOURS[side.verdict])
            for side in sides
        ]
    )
    allowable = " → ".join(f"{side.allowable_yen:,}" for side in sides)
    return one.line_id, _CHANGES[one.change].in_(lang), fields, verdict, allowable


def _shown(value: object) -> str:
    return (
        "–" if value is None else f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)
    )
