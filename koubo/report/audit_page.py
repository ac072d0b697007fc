"""The page of a budget audit: verdict first, then what to do, then each line."""

from __future__ import annotations

from typing import Any

from koubo.audit.result import Amounts, BudgetAudit, LineAudit
from koubo.exact import decimal
from koubo.models.expense import ExpenseCategory
from koubo.report.charts import ALLOWABLE, DISALLOWED, NEUTRAL, PENDING, Bar, Chart
from koubo.report.rendering import finding_context, render, yen
from koubo.report.terminal import counts
from koubo.report.words import SYMBOLS, VERDICTS, WORDS
from koubo.rules.rule import Effect
from koubo.text import Lang

_ORDER = ("not_allowable", "reduced", "needs_consultation", "undetermined", "allowable")


def audit_page(audit: BudgetAudit, lang: Lang) -> str:
    """Return the page of an audit."""
    totals = audit.totals
    title = WORDS["audit_title" if audit.budget.stage.value == "plan" else "settlement_title"].in_(lang)
    return render(
        "audit.html",
        lang,
        audit.call,
        title=title,
        headline=_headline(audit, lang),
        figures=figures(audit, lang),
        cap_chart=None if totals.cap_with_tax_yen is None else _cap_chart(audit, lang).context(),
        category_chart=_category_chart(audit, lang).context(),
        verdict_chart=_verdict_chart(audit, lang).context(),
        todo=_todo(audit, lang),
        lines=[_line(one, lang) for one in audit.lines],
        findings=[finding_context(one, lang) for one in audit.findings if one.subject == "budget"],
        members=[
            {
                "name": name,
                "figures": [
                    yen(value, lang)
                    for value in (
                        one.claimed_yen,
                        one.allowable_yen,
                        one.pending_yen,
                        one.disallowed_yen,
                        one.general_admin_limit_yen,
                    )
                ],
            }
            for name, one in audit.by_member.items()
        ],
    )


def figures(audit: BudgetAudit, lang: Lang) -> list[dict[str, str]]:
    """Return the figures that stand at the top of a page and in a notebook."""
    totals = audit.totals
    rows = (
        ("claimed", totals.claimed_yen),
        ("allowable", totals.allowable_yen),
        ("pending", totals.pending_yen),
        ("disallowed", totals.disallowed_yen),
        ("with_tax", totals.total_with_tax_yen),
        ("cap", totals.cap_with_tax_yen),
    )
    shown = [{"label": WORDS[key].in_(lang), "value": yen(value, lang)} for key, value in rows]
    share = totals.non_labour_share
    value = "–" if share is None else f"{decimal(share * 100, 1)}%"
    return [*shown, {"label": WORDS["non_labour"].in_(lang), "value": value}]


def _headline(audit: BudgetAudit, lang: Lang) -> dict[str, str]:
    found = counts(audit.findings)
    key = "against" if found["against"] else "open" if found["open"] else "clear"
    symbol = {"against": SYMBOLS["not_allowable"], "open": SYMBOLS["undetermined"], "clear": SYMBOLS["allowable"]}[key]
    cap = {True: "within_cap", False: "over_cap", None: "cap_open"}[audit.totals.within_cap]
    return {
        "kind": key,
        "symbol": symbol,
        "words": WORDS[f"headline_{key}"].in_(lang),
        "counts": f"{WORDS['against'].format(**found).in_(lang)} · {WORDS[cap].in_(lang)}",
    }


def _todo(audit: BudgetAudit, lang: Lang) -> list[dict[str, str]]:
    """Return what would put things right, the gravest first; a remedy shared by several lines once."""
    seen: dict[tuple[str, str], list[str]] = {}
    rank = list(Effect)
    for one in sorted(audit.findings, key=lambda found: (not found.against, not found.open, rank.index(found.effect))):
        what = one.remedy.in_(lang) if one.remedy is not None else one.rule.title.in_(lang)
        seen.setdefault((what, one.clause), []).append(one.subject.removeprefix("budget.lines[").removesuffix("]"))
    return [
        {"what": what, "clause": clause, "where": ", ".join(where), "due": ""} for (what, clause), where in seen.items()
    ]


def _line(one: LineAudit, lang: Lang) -> dict[str, Any]:
    return {
        "id": one.line_id,
        "category": one.line.category.label.in_(lang),
        "description": one.line.description or "",
        "claimed": yen(one.line.amount_yen, lang),
        "allowable": yen(one.allowable_yen, lang),
        "pending": yen(one.pending_yen, lang),
        "disallowed": yen(one.disallowed_yen, lang),
        "member": one.bearer,
        "verdict": one.verdict,
        "verdict_words": VERDICTS[one.verdict].in_(lang),
        "symbol": SYMBOLS[one.verdict],
        "findings": [finding_context(finding, lang) for finding in one.findings],
    }


def _legend(lang: Lang) -> list[tuple[str, str]]:
    return [
        (WORDS["allowable"].in_(lang), ALLOWABLE),
        (WORDS["pending"].in_(lang), PENDING),
        (WORDS["disallowed"].in_(lang), DISALLOWED),
    ]


def _bar(label: str, amounts: Amounts, lang: Lang) -> Bar:
    sizes = (amounts.allowable_yen, amounts.pending_yen, amounts.disallowed_yen)
    parts = [(words, size, colour, yen(size, lang)) for (words, colour), size in zip(_legend(lang), sizes, strict=True)]
    return Bar(label, parts, yen(amounts.claimed_yen, lang))


def _category_chart(audit: BudgetAudit, lang: Lang) -> Chart:
    labels = {category.value: category.label.in_(lang) for category in ExpenseCategory}
    bars = [_bar(labels[name], one, lang) for name, one in audit.by_category.items()]
    return Chart(bars, _legend(lang))


def _verdict_chart(audit: BudgetAudit, lang: Lang) -> Chart:
    bars = []
    for verdict in _ORDER:
        lines = [one for one in audit.lines if one.verdict == verdict]
        if lines:
            bars.append(
                _bar(f"{SYMBOLS[verdict]} {VERDICTS[verdict].in_(lang)} ({len(lines)})", Amounts.of(lines), lang)
            )
    return Chart(bars, _legend(lang))


def _cap_chart(audit: BudgetAudit, lang: Lang) -> Chart:
    totals = audit.totals
    colour = {True: ALLOWABLE, False: DISALLOWED, None: PENDING}[totals.within_cap]
    word = WORDS["with_tax"].in_(lang)
    shown = yen(totals.total_with_tax_yen, lang)
    bar = Bar(word, [(word, totals.total_with_tax_yen, colour, shown)], shown)
    cap = totals.cap_with_tax_yen or 0
    return Chart(
        [bar], [(word, colour), (f"{WORDS['cap'].in_(lang)} {yen(cap, lang)}", NEUTRAL)], [(yen(cap, lang), cap)]
    )
