"""The page of a selection: who is selected, the ranking, points stacked by criterion, and why."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from koubo.engine.finding import Finding
from koubo.report.charts import Bar, Chart
from koubo.report.grouping import by_subject
from koubo.report.rendering import render
from koubo.report.round_view import points_text
from koubo.report.words import WORDS
from koubo.selection import Ranked, Selection
from koubo.selection.result import subject_name
from koubo.text import Lang

_POINTS = ("evaluation_points", "price_points", "municipality_points", "total_points")
_BADGES: dict[bool | None, str] = {True: "selected", None: "tie", False: ""}
# Okabe and Ito's colours, which colour-blind people can tell apart; the words stand beside them.
_COLOURS = ("#0072b2", "#56b4e9", "#009e73", "#f0e442", "#e69f00", "#cc79a7", "#8c959f", "#d55e00")
_SCALE = 1000


def selection_page(selection: Selection, lang: Lang) -> str:
    """Return the page of a selection."""
    heads = [WORDS[key].in_(lang) for key in ("rank", "candidate", "region", *_POINTS, "outcome")]
    seats = WORDS["seats"].format(
        seats=selection.seats, selected=len(selection.selected), open=len(selection.undecided)
    )
    headline = {
        "kind": "open" if selection.undecided else "clear",
        "words": seats.in_(lang),
        "note": WORDS["committee_decides"].in_(lang) if selection.undecided else "",
    }
    return render(
        "selection.html",
        lang,
        selection.call,
        title=WORDS["selection_title"].in_(lang),
        headline=headline,
        heads=heads,
        rows=[_row(one, selection, lang) for one in selection.ranking],
        chart=_chart(selection, lang).context(),
        groups=by_subject(_down_the_ranking(selection), lang),
    )


def _down_the_ranking(selection: Selection) -> list[Finding]:
    """Return the findings candidate by candidate, the round's own last."""
    places = {subject_name(one.id): place for place, one in enumerate(selection.ranking)}
    return sorted(selection.findings, key=lambda finding: places.get(finding.subject, len(places)))


def _row(one: Ranked, selection: Selection, lang: Lang) -> dict[str, Any]:
    region = selection.call.region(one.region)
    return {
        "rank": "–" if one.rank is None else one.rank,
        "id": one.id,
        "region": region.prefecture if lang == "ja" else region.prefecture_en,
        "points": [points_text(getattr(one, key)) for key in _POINTS],
        "outcome": one.reason.label.in_(lang),
        "badge": _BADGES[one.selected],
    }


def _chart(selection: Selection, lang: Lang) -> Chart:
    """Points stacked by criterion, then price and municipalities, for each candidate that was scored."""
    criteria = [criterion.title.in_(lang) for criterion in selection.call.criteria]
    labels = [*criteria, WORDS["price_points"].in_(lang), WORDS["municipality_points"].in_(lang)]
    bars = []
    for one in selection.ranking:
        sizes = [*(found.points for found in one.breakdown), one.price_points or 0, one.municipality_points]
        if one.breakdown:
            parts = [
                (label, int(size * _SCALE), colour, points_text(Fraction(size)))
                for label, size, colour in zip(labels, sizes, _COLOURS, strict=True)
            ]
            bars.append(Bar(one.id, parts, points_text(one.total_points)))
    return Chart(bars, list(zip(labels, _COLOURS, strict=True)))
