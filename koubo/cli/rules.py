"""``koubo rules`` and ``koubo explain``."""

from __future__ import annotations

import json
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
    console,
    input_errors,
    lang_of,
    show,
)
from koubo.coverage import Coverage, coverage
from koubo.explaining import Explanation, explain
from koubo.explaining import rules as all_rules
from koubo.report.words import WORDS
from koubo.text import Lang, Text

_COVERED = Text(
    "全{clauses}条項：規則等で確認{covered}、判定できない理由を付記{reason}",
    "{clauses} clauses: {covered} covered, {reason} with a reason why no program can judge them",
)
_ROWS = {
    "subject": Text("対象", "judges"),
    "applies": Text("適用", "speaks when"),
    "requires": Text("求めること", "asks that"),
    "fails": Text("不適合となる場合", "fails where"),
}


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command("rules")(_rules)
    app.command("explain")(_explain)


def _rules(
    lang: LangOption,
    area: Annotated[str | None, typer.Option("--area", help="Only the rules of an area, such as expense.")] = None,
    covered: Annotated[
        bool, typer.Option("--coverage", help="List every clause: what covers it, or why nothing can.")
    ] = False,
    as_json: JsonOption = False,
    call: CallOption = "r7",
) -> None:
    """List the rules of a call, with their clauses."""
    if covered:
        with input_errors():
            clauses = coverage(call_of(call, None))
        show(clauses, lambda: coverage_view(clauses, lang_of(lang)), as_json=as_json)
        return
    with input_errors():
        found = all_rules(area, call=call_of(call, None))
    if as_json:
        typer.echo(json.dumps([one.to_dict() for one in found], ensure_ascii=False, indent=2))
        return
    words = lang_of(lang)
    table = Table(header_style="bold", pad_edge=False)
    for key in ("clause", "rule", "effect", "why"):
        table.add_column(WORDS[key].in_(words), overflow="fold")
    for one in found:
        table.add_row(one.clause, one.id, one.effect.in_(words), one.rule.title.in_(words))
    console().print(table)


def coverage_view(table: Coverage, lang: Lang) -> RenderableType:
    """Return every clause of a call with what covers it, or the reason why nothing can."""
    view = Table(header_style="bold", pad_edge=False)
    for key in ("clause", "subject", "rule", "why"):
        view.add_column(WORDS[key].in_(lang), overflow="fold")
    for one in table.clauses:
        cited = (*one.rules, *one.parameters, *one.calendar, *one.scoring, *one.clause.verbs, *one.clause.see)
        reason = one.clause.reason or one.clause.rest
        view.add_row(one.id, one.title.in_(lang), "\n".join(cited), "" if reason is None else reason.in_(lang))
    counts = table.to_dict()["counts"]
    words = _COVERED.format(covered=counts["covered"], clauses=counts["clauses"], reason=counts["with_reason"])
    return Group(view, Styled(words.in_(lang), style="bold"))


def _explain(
    rule_id: Annotated[str, typer.Argument(help="The id of a rule, such as expense.travel.min_distance.")],
    lang: LangOption,
    as_json: JsonOption = False,
    call: CallOption = "r7",
    settings: SetOption = None,
) -> None:
    """Explain a rule: what it checks, why, for whom it would fail, what would put it right."""
    with input_errors():
        found = explain(rule_id, call=call_of(call, settings))
    show(found, lambda: explanation_view(found, lang_of(lang)), as_json=as_json)


def explanation_view(one: Explanation, lang: Lang) -> RenderableType:
    """Return the explanation of a rule as a table."""
    rule = one.rule
    table = Table(show_header=False, box=None, pad_edge=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row(WORDS["clause"].in_(lang), rule.clause)
    for key, label in _ROWS.items():
        table.add_row(label.in_(lang), getattr(one, key).in_(lang))
    table.add_row(WORDS["effect"].in_(lang), one.effect.in_(lang))
    for text, key in ((rule.why, "why"), (rule.remedy, "remedy")):
        if text is not None:
            table.add_row(WORDS[key].in_(lang), text.in_(lang))
    for name, formula in one.formulas.items():
        table.add_row(name, formula.in_(lang))
    for parameter in one.parameters:
        shown = f"{parameter.title.in_(lang)}: {parameter.shown.in_(lang)} ({parameter.clause})"
        table.add_row(parameter.key, Styled(shown, style="yellow" if parameter.changed else ""))
    for reading in one.readings:
        table.add_row(reading.id, f"{reading.question.in_(lang)}\n→ {reading.taken.in_(lang)}")
    return Group(Styled(f"{rule.id}  {rule.title.in_(lang)}", style="bold"), table)
