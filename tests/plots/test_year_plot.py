"""The picture of the year."""

from __future__ import annotations

import io

import pytest

pytest.importorskip("matplotlib", reason="pictures need the extra koubo[plot]")

from koubo.plots import plot_year
from koubo.schedule.calendar import deadlines


def test_every_date_of_the_call_has_a_row_in_the_order_of_its_end() -> None:
    calendar = deadlines()

    (axes,) = plot_year(calendar).axes

    rows = [tick.get_text() for tick in axes.get_yticklabels()]
    assert sorted(rows) == sorted(entry.label.en for entry in calendar.entries)
    assert rows[0] == "application for the briefing"
    assert rows[-1] == "final report"


def test_spans_are_bars_and_deadlines_are_points() -> None:
    (axes,) = plot_year(deadlines()).axes

    assert len(axes.patches) == 6  # application, consultation, mail; interim report, contract end, final report
    assert len(axes.lines) == 7


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_picture_can_be_saved(lang: str) -> None:
    picture = io.BytesIO()

    plot_year(deadlines(), lang=lang).savefig(picture, format="png")  # type: ignore[arg-type]

    assert picture.getvalue().startswith(b"\x89PNG")
