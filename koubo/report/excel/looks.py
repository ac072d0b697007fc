"""Colours of verdicts that colour-blind people can tell apart (blue, amber, vermilion); words and signs always say the same."""

from __future__ import annotations

from typing import Final

from attrs import frozen


@frozen
class Tint:
    """Colours of a cell: what fills it, and its text, as RRGGBB."""

    fill: str
    text: str


GOOD: Final = Tint("D3E8F5", "0B3C5D")
PART: Final = Tint("FFF4C7", "4A3B00")
OPEN: Final = Tint("FFDFA8", "5A3500")
BAD: Final = Tint("F6C9B5", "6B1D00")

VERDICT_TINTS: Final = {
    "allowable": GOOD,
    "reduced": PART,
    "needs_consultation": OPEN,
    "undetermined": OPEN,
    "not_allowable": BAD,
}
SELECTED_TINTS: Final[dict[bool | None, Tint]] = {True: GOOD, None: OPEN, False: Tint("E9ECEF", "3D444D")}
HEAD: Final = Tint("1F3A4D", "FFFFFF")
