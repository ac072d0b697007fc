"""Bars as plain numbers for an SVG template; colours that colour-blind people can tell apart, always with words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import field, frozen

WIDTH, LABEL, ROW = 720, 190, 26
ALLOWABLE, PENDING, DISALLOWED, NEUTRAL = "#0072b2", "#e69f00", "#b5420a", "#8c959f"


@frozen
class Bar:
    """One bar: its label and its parts, each with words, size, colour and how the size is shown."""

    label: str
    parts: Sequence[tuple[str, int, str, str]]
    shown: str


@frozen
class Chart:
    """Bars on a common scale, with marks across them."""

    bars: Sequence[Bar]
    legend: Sequence[tuple[str, str]]
    marks: Sequence[tuple[str, int]] = field(default=())

    def context(self) -> dict[str, Any]:
        """Return the numbers of the drawing."""
        room = WIDTH - LABEL - 110
        most = max([sum(size for _, size, _, _ in bar.parts) for bar in self.bars] + [at for _, at in self.marks] + [1])
        rows = []
        for number, bar in enumerate(self.bars):
            x = LABEL
            parts = []
            for label, size, colour, shown in bar.parts:
                width = size * room // most
                if size:
                    parts.append({"x": x, "width": max(width, 1), "colour": colour, "label": label, "shown": shown})
                x += max(width, 1) if size else 0
            rows.append({"y": number * ROW + 2, "label": bar.label, "parts": parts, "end": x + 6, "shown": bar.shown})
        return {
            "width": WIDTH,
            "height": max(len(self.bars) * ROW, ROW),
            "rows": rows,
            "marks": [{"label": label, "x": LABEL + at * room // most} for label, at in self.marks],
            "legend": [{"label": label, "colour": colour} for label, colour in self.legend],
        }
