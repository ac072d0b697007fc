"""A picture of a ranking: the points of each candidate, stacked by criterion, price and municipalities."""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING

from koubo.plots.figure import COLOURS, blank, label
from koubo.selection.reason import Reason
from koubo.selection.result import Ranked, Selection
from koubo.text import Lang, Text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_PRICE = Text("価格点", "price")
_MUNICIPALITIES = Text("市区町村数の評価点", "municipalities")
_TITLE = Text("評価項目別の得点", "Points by criterion")
_POINTS = Text("点", "points")
_MARKS = {True: Text("○", "selected"), None: Text("？", "open"), False: Text("×", "not selected")}


def plot_points(selection: Selection, *, lang: Lang = "en") -> Figure:
    """Draw the points of each candidate that was scored, one bar each, the best at the top.

    Args:
        selection: the outcome of a round.
        lang: the language of the labels; English where no installed font has Japanese characters.

    Raises:
        ImportError: if the extra ``koubo[plot]`` is not installed.
    """
    shown = [one for one in selection.ranking if one.breakdown]
    with blank(9, 1.6 + 0.38 * max(len(shown), 1)) as (figure, axes):
        stacks = _stacks(shown, selection, lang)
        left = [0.0] * len(shown)
        for (name, widths), colour in zip(stacks, cycle(COLOURS), strict=False):
            axes.barh(range(len(shown)), widths, left=left, label=name, color=colour, edgecolor="white", linewidth=0.5)
            left = [before + width for before, width in zip(left, widths, strict=True)]
        _name(axes, shown, left, lang)
        axes.set_xlabel(label(_POINTS, lang))
        axes.set_title(label(_TITLE, lang), loc="left")
        figure.legend(loc="outside lower left", ncols=2, frameon=False, fontsize="small")
    return figure


def _stacks(shown: list[Ranked], selection: Selection, lang: Lang) -> list[tuple[str, list[float]]]:
    """Return a name and a width for each candidate, for each part of the total."""
    stacks = [
        (label(criterion.title, lang), [float(one.breakdown[place].points) for one in shown])
        for place, criterion in enumerate(selection.call.criteria)
    ]
    stacks.append((label(_PRICE, lang), [float(one.price_points or 0) for one in shown]))
    # A proposal that is out has no total: only what the reviewers gave it is shown.
    counted = [float(one.municipality_points) if one.total_points is not None else 0.0 for one in shown]
    stacks.append((label(_MUNICIPALITIES, lang), counted))
    return stacks


def _name(axes: Axes, shown: list[Ranked], ends: list[float], lang: Lang) -> None:
    names = [f"{'–' if one.rank is None else one.rank}  {one.id}" for one in shown]
    axes.set_yticks(range(len(shown)), names)
    axes.invert_yaxis()
    for place, (one, end) in enumerate(zip(shown, ends, strict=True)):
        mark = label(_MARKS[one.selected], lang)
        reason = label(one.reason.label, lang)
        words = mark if one.reason is Reason.SELECTED else f"{mark}: {reason}"
        axes.annotate(words, (end, place), xytext=(4, 0), textcoords="offset points", va="center", fontsize="small")
    axes.margins(x=0.35)
