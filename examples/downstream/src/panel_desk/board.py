"""Proposals in, scoreboard out; the points are koubo's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import zip_longest

import koubo


@dataclass(frozen=True)
class Proposal:
    """A proposal as the desk keeps it: what was tendered, and the sheets that have come in."""

    name: str
    region: str
    estimate_with_tax_yen: int
    sheets: Sequence[Mapping[str, str]]
    gates: Mapping[str, bool | None] = field(default_factory=dict)


@dataclass(frozen=True)
class Line:
    """A line of the scoreboard; ``ahead_by`` is the lead on the next line, exactly."""

    name: str
    score: koubo.Score
    ahead_by: Fraction | None

    @property
    def text(self) -> str:
        """The line as it is shown."""
        shown = self.score.to_dict()["total_points"]["decimal"]
        note = {True: "  disqualified", None: "  gates open", False: ""}[self.score.disqualified]
        return f"{shown:>8}  {self.name}{note}"


def board(proposals: Iterable[Proposal]) -> list[Line]:
    """Return the scoreboard, the best first.

    Raises:
        koubo.InputError: if a sheet, an estimate, a region or a gate is wrong; it says which.
    """
    given = list(proposals)
    lowest = min((one.estimate_with_tax_yen for one in given), default=0)
    scored = [(one.name, _score(one, lowest)) for one in given]
    scored.sort(key=lambda pair: (-pair[1].total_points, pair[0]))
    return [
        Line(name, score, None if after is None else score.total_points - after[1].total_points)
        for (name, score), after in zip_longest(scored, scored[1:])
    ]


def _score(proposal: Proposal, lowest: int) -> koubo.Score:
    return koubo.score(
        proposal.sheets,
        estimate_with_tax_yen=proposal.estimate_with_tax_yen,
        lowest_estimate_with_tax_yen=lowest,
        region=proposal.region,
        gates=proposal.gates,
    )
