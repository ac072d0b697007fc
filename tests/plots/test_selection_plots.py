from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from koubo.files.load import load
from koubo.models.selection import SelectionRound
from koubo.selection import select
from koubo.selection.what_if import price_curve

pytest.importorskip("matplotlib", reason="pictures need the extra koubo[plot]")

from koubo.plots import figure as drawing
from koubo.plots import plot_points, plot_price

ROUNDS = Path(__file__).parents[2] / "examples" / "rounds"


@pytest.fixture(scope="module")
def spring() -> SelectionRound:
    round_ = load(ROUNDS / "spring-2025.yaml")
    assert isinstance(round_, SelectionRound)
    return round_


def saved(figure: object) -> bytes:
    picture = io.BytesIO()
    figure.savefig(picture, format="png")  # type: ignore[attr-defined]
    return picture.getvalue()


def test_each_bar_is_as_long_as_the_total_points(spring: SelectionRound) -> None:
    selection = select(spring)

    (axes,) = plot_points(selection).axes

    ends: dict[int, float] = {}
    for stack in axes.containers:
        for place, bar in enumerate(stack):
            ends[place] = bar.get_x() + bar.get_width()
    scored = [one for one in selection.ranking if one.breakdown]
    assert [ends[place] for place in range(len(scored))] == pytest.approx(
        [float(one.total_points if one.total_points is not None else one.evaluation_points or 0) for one in scored]
    )
    assert len(axes.containers) == 6 + 2
    assert [text.get_text() for text in axes.get_yticklabels()][:2] == ["1  miyagi-aoba", "2  miyagi-hirose"]


def test_each_bar_says_what_becomes_of_the_candidate(spring: SelectionRound) -> None:
    (axes,) = plot_points(select(spring)).axes

    said = [text.get_text() for text in axes.texts]
    assert said[:3] == [
        "selected",
        "not selected: a better one is selected for the region",
        "open: tied: for the committee to decide",
    ]


def test_the_line_goes_through_the_ranks(spring: SelectionRound) -> None:
    curve = price_curve(spring, "hyogo-awaji")

    (axes,) = plot_price(curve).axes

    steps, now = axes.lines[:2]
    for x, rank in zip(steps.get_xdata()[:-1], steps.get_ydata()[:-1], strict=True):
        assert curve.rank_at(round(x * 1_000_000)) == rank
    assert (now.get_xdata(), now.get_ydata()) == ([50.0], [11])
    assert axes.get_xlim() == (15.0, 110.0)  # half of the lowest estimate to a tenth above the highest


@pytest.mark.parametrize(("name", "patches"), [("hyogo-awaji", 1), ("shimane-shinji", 0)])
def test_where_it_is_selected_is_shaded(spring: SelectionRound, name: str, patches: int) -> None:
    # shimane-shinji is below the minimum of evaluation points: no price helps.
    (axes,) = plot_price(price_curve(spring, name)).axes

    assert len(axes.patches) == patches


def test_the_range_can_be_chosen(spring: SelectionRound) -> None:
    (axes,) = plot_price(price_curve(spring, "hyogo-awaji"), from_yen=30_000_000, to_yen=60_000_000).axes

    assert axes.get_xlim() == (30.0, 60.0)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_pictures_are_drawn_without_a_missing_character(spring: SelectionRound, lang: str) -> None:
    # A character without a glyph is a warning, and warnings are errors here.
    for picture in (plot_points(select(spring), lang=lang), plot_price(price_curve(spring, "hyogo-awaji"), lang=lang)):
        assert saved(picture).startswith(b"\x89PNG")


def test_without_a_japanese_font_the_labels_are_english(
    spring: SelectionRound, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "japanese_font", lambda: None)

    (axes,) = plot_points(select(spring), lang="ja").axes

    assert axes.get_title(loc="left") == "Points by criterion"


def test_without_matplotlib_it_is_said_what_to_install(spring: SelectionRound, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)

    with pytest.raises(ImportError, match=r"koubo\[plot\]"):
        plot_points(select(spring))
