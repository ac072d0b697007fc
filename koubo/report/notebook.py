"""How a notebook shows a result: a short table, with the gravest findings."""

from __future__ import annotations

import os
from functools import singledispatch
from typing import Any

from koubo.audit.result import BudgetAudit
from koubo.engine.finding import Finding
from koubo.explaining import Explanation
from koubo.report.audit_page import figures
from koubo.report.rendering import render
from koubo.report.review_view import MARKS, report_rows, verdict_word
from koubo.report.round_view import points_text
from koubo.report.terminal import counts
from koubo.report.words import WORDS
from koubo.reviewing import Review
from koubo.scoring import Score
from koubo.selection import Selection
from koubo.text import Lang

_MOST = 12


def notebook_html(result: Any) -> str:
    """Return a short HTML table of a result, in the language of ``KOUBO_LANG`` (Japanese where it is not set)."""
    lang: Lang = "en" if os.environ.get("KOUBO_LANG") == "en" else "ja"
    context = {"figures": [], "heads": [], "rows": [], "more": "", "summary": "", **_context(result, lang)}
    return render("snippet.html", lang, **context)


@singledispatch
def _context(result: Any, lang: Lang) -> dict[str, Any]:
    """Any result: its findings."""
    return {"title": type(result).__name__, **_findings(tuple(result.findings), lang)}


@_context.register
def _(result: BudgetAudit, lang: Lang) -> dict[str, Any]:
    title = WORDS["audit_title"].in_(lang)
    return {"title": title, "figures": figures(result, lang), **_findings(result.findings, lang)}


@_context.register
def _(result: Explanation, lang: Lang) -> dict[str, Any]:
    rows = [
        (WORDS["clause"].in_(lang), result.clause),
        (WORDS["why"].in_(lang), result.fails.in_(lang)),
        (WORDS["effect"].in_(lang), result.effect.in_(lang)),
        (WORDS["remedy"].in_(lang), result.rule.remedy.in_(lang) if result.rule.remedy is not None else ""),
    ]
    return {"title": result.rule.title.in_(lang), "summary": result.id, "heads": ["", ""], "rows": rows}


@_context.register
def _(result: Review, lang: Lang) -> dict[str, Any]:
    figures = [
        {"label": f"{MARKS[state]} {label}", "value": found} for label, state, found in report_rows(result, lang)
    ]
    found = _findings(result.findings, lang)
    return {
        "title": WORDS["review_title"].in_(lang),
        **found,
        "figures": figures,
        "summary": verdict_word(result, lang),
    }


@_context.register
def _(result: Selection, lang: Lang) -> dict[str, Any]:
    keys = ("evaluation_points", "price_points", "municipality_points", "total_points")
    heads = [WORDS[key].in_(lang) for key in ("rank", "candidate", "region", *keys, "outcome")]
    rows = [
        (
            "–" if one.rank is None else one.rank,
            one.id,
            one.region,
            *(points_text(getattr(one, key)) for key in keys),
            one.reason.label.in_(lang),
        )
        for one in result.ranking
    ]
    return {"title": WORDS["selection_title"].in_(lang), "heads": heads, "rows": rows}


@_context.register
def _(result: Score, lang: Lang) -> dict[str, Any]:
    rows = [
        (one.title.in_(lang), " ".join(one.grades), points_text(one.points), one.full_points)
        for one in result.breakdown.values()
    ]
    keys = ("evaluation_points", "price_points", "municipality_points", "total_points")
    figures = [{"label": WORDS[key].in_(lang), "value": points_text(getattr(result, key))} for key in keys]
    heads = [WORDS[key].in_(lang) for key in ("criterion", "grades", "points", "full_points")]
    return {"title": WORDS["total_points"].in_(lang), "figures": figures, "heads": heads, "rows": rows}


def _findings(findings: tuple[Finding, ...], lang: Lang) -> dict[str, Any]:
    heads = [WORDS[key].in_(lang) for key in ("subject", "clause", "why", "remedy")]
    rows = [
        (one.subject, one.clause, one.message.in_(lang), one.remedy.in_(lang) if one.remedy is not None else "")
        for one in findings[:_MOST]
    ]
    left = len(findings) - len(rows)
    return {
        "summary": WORDS["against"].format(**counts(findings)).in_(lang),
        "heads": heads,
        "rows": rows,
        "more": WORDS["more"].format(count=left).in_(lang) if left > 0 else "",
    }
