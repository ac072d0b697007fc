"""Writes the pages that follow from the code: rule catalogue, parameters, readings, coverage, words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from word_tables import word_tables

from koubo.calls import get_call
from koubo.coverage import coverage
from koubo.explaining import Explanation, rules


def setup(app: Any) -> dict[str, Any]:
    """Write the pages when a build begins."""
    app.connect("builder-inited", lambda built: write(Path(built.srcdir) / "_generated"))
    return {"parallel_read_safe": True}


def write(folder: Path) -> None:
    """Write all generated pages into a folder."""
    folder.mkdir(exist_ok=True)
    pages = {
        "rules.md": _rules(),
        "parameters.md": _parameters(),
        "readings.md": _readings(),
        "coverage.md": _coverage(),
        "words.md": word_tables(),
    }
    for name, lines in pages.items():
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _rules() -> Iterator[str]:
    yield "# Rule catalogue (規則一覧)\n"
    yield "Generated from the rules. `koubo explain RULE_ID` shows the same for one rule, with the parameters in force.\n"
    for area, found in groupby(rules(), key=lambda one: one.rule.area):
        yield f"## {area}\n"
        for one in found:
            yield from _rule(one)


def _rule(one: Explanation) -> Iterator[str]:
    rule = one.rule
    yield f"### {rule.id}\n"
    yield f"**{rule.title.ja}** — {rule.title.en}\n"
    rows = [
        ("clause 条項", rule.clause),
        ("judges 対象", f"{one.subject.en} / {one.subject.ja}"),
        ("fails where 不適合となる場合", f"{one.fails.en}<br>{one.fails.ja}"),
        ("effect 効果", f"`{rule.otherwise.value}` {one.effect.en} / {one.effect.ja}"),
        ("facts 事実", ", ".join(f"`{field.name}`" for field in one.facts)),
    ]
    if rule.why is not None:
        rows.append(("why 理由", f"{rule.why.en}<br>{rule.why.ja}"))
    if rule.remedy is not None:
        rows.append(("remedy 対応", f"{rule.remedy.en}<br>{rule.remedy.ja}"))
    if one.parameters:
        rows.append(("parameters 条件値", "<br>".join(f"`{each.key}` = {each.shown.en}" for each in one.parameters)))
    if one.readings:
        rows.append(
            ("readings 解釈", ", ".join(f"[{each.id}](readings.md#{_anchor(each.id)})" for each in one.readings))
        )
    yield "| | |\n|---|---|"
    for label, value in rows:
        yield f"| {label} | {_cell(value)} |"
    yield ""


def _parameters() -> Iterator[str]:
    call = get_call("r7")
    yield "# Parameters (条件値)\n"
    yield "Every number of the call, once. Change one with `get_call('r7').evolve({'travel.min_one_way_km': 50})`.\n"
    yield "| key | value | clause | since | |\n|---|---|---|---|---|"
    for key, one in call.parameters.items():
        yield f"| `{key}` | {_cell(one.shown.en)} | {one.clause} | {one.since} | {_cell(one.title.en)} / {_cell(one.title.ja)} |"


def _readings() -> Iterator[str]:
    yield "# Readings of unclear text (解釈)\n"
    yield "Where the call is silent, contradicts itself or has slipped, one reading is taken and named.\n"
    for one in get_call("r7").readings:
        yield f"## {one.id}\n"
        yield f"Clauses: {', '.join(one.clauses)}\n"
        yield f"{one.question.en}\n\n{one.question.ja}\n"
        yield f"**Taken:** {one.taken.en}\n\n**解釈：** {one.taken.ja}\n"
        if one.settable:
            yield "Settable: " + ", ".join(f"`{key}`" for key in one.settable) + "\n"


def _coverage() -> Iterator[str]:
    found = coverage()
    counts = found.to_dict()["counts"]
    yield "# Coverage (条項の対応表)\n"
    yield "Each clause of the call: the rules that cite it, the parameters, dates and verbs taken from it, or why no program can judge it.\n"
    yield f"{counts['clauses']} clauses: {counts['covered']} worked out at least in part, {counts['with_reason']} left to people, with the reason.\n"
    yield "| clause | what it is about | covered by, or left to people |\n|---|---|---|"
    for row in found.clauses:
        names = (*row.rules, *row.parameters, *row.calendar, *row.scoring, *row.clause.verbs)
        covered = ", ".join((*(f"`{name}`" for name in names), *(f"see {clause}" for clause in row.clause.see)))
        left = [text for text in (row.clause.reason, row.clause.rest) if text is not None]
        cells = [covered, *(f"*Left to people:* {text.en}<br>{text.ja}" for text in left)]
        shown = _cell("<br>".join(cell for cell in cells if cell))
        yield f"| {row.id} | {_cell(row.title.en)}<br>{_cell(row.title.ja)} | {shown} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def _anchor(heading: str) -> str:
    return heading.lower().replace(" ", "-")
