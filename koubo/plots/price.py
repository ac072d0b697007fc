"""A picture of what it would take in price: rank against estimate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from koubo.plots.figure import COLOURS, blank, label, require
from koubo.selection.what_if.price import PriceCurve, PriceLimit
from koubo.text import Lang, Text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_TITLE = Text("{id}：見積経費と順位", "{id}: rank by estimate")
_ESTIMATE = Text("見積経費（百万円、税込）", "estimate (million yen, tax included)")
_RANK = Text("順位", "rank")
_NOW = Text("現在", "now")
_SELECTED = Text("選定される範囲", "selected")
_WINS = Text("地域内で最上位となる上限", "best of its region up to here")
_MILLION = 1_000_000


def plot_price(
    curve: PriceCurve, *, lang: Lang = "en", from_yen: int | None = None, to_yen: int | None = None
) -> Figure:
    """Draw the rank of a candidate against its estimate, and the range in which it is selected.

    Args:
        curve: what :func:`koubo.selection.what_if.price_curve` gave.
        lang: the language of the labels; English where no installed font has Japanese characters.
        from_yen: the lowest estimate shown; half of the lowest of the round where left out.
        to_yen: the highest one; a tenth above the highest of the round where left out.

    Raises:
        ImportError: if the extra ``koubo[plot]`` is not installed.
    """
    estimates = [one.candidate.estimate_with_tax_yen for one in curve.selection.ranking]
    first = max(from_yen if from_yen is not None else min(estimates) // 2, 1)
    last = max(to_yen if to_yen is not None else max(estimates) * 11 // 10, first + 1)
    require()
    from matplotlib.ticker import MaxNLocator  # noqa: PLC0415  # an extra

    with blank(8, 4.5) as (figure, axes):
        _draw_selected(axes, curve.selected, first, last, lang)
        edges, ranks = _line(curve, first, last)
        axes.step(edges, ranks, where="post", color=COLOURS[0], linewidth=2)
        now = curve.now
        axes.plot(
            [now.candidate.estimate_with_tax_yen / _MILLION],
            [curve.rank_at(now.candidate.estimate_with_tax_yen)],
            "o",
            color=COLOURS[5],
            label=label(_NOW, lang),
        )
        wins = curve.wins_region.up_to_yen
        if wins is not None and first <= wins <= last:
            axes.axvline(wins / _MILLION, color=COLOURS[2], linestyle="--", label=label(_WINS, lang))
        axes.set_xlim(first / _MILLION, last / _MILLION)
        axes.set_ylim(max(ranks) + 0.5, 0.5)
        axes.yaxis.set_major_locator(MaxNLocator(integer=True))
        axes.set_xlabel(label(_ESTIMATE, lang))
        axes.set_ylabel(label(_RANK, lang))
        axes.set_title(label(_TITLE.format(id=now.id), lang), loc="left")
        figure.legend(loc="outside lower left", ncols=3, frameon=False, fontsize="small")
    return figure


def _line(curve: PriceCurve, first: int, last: int) -> tuple[list[float], list[int]]:
    """Return where each rank begins, and the ranks, within the range that is shown."""
    edges, ranks = [], []
    for step in curve.steps:
        if step.from_yen <= last and (step.to_yen is None or step.to_yen >= first):
            edges.append(max(step.from_yen, first) / _MILLION)
            ranks.append(step.rank)
    return [*edges, last / _MILLION], [*ranks, ranks[-1]]


def _draw_selected(axes: Axes, limit: PriceLimit, first: int, last: int, lang: Lang) -> None:
    end = last if limit.at_any_price else min(limit.up_to_yen or 0, last)
    if end >= first:
        axes.axvspan(first / _MILLION, end / _MILLION, color=COLOURS[4], alpha=0.25, label=label(_SELECTED, lang))
