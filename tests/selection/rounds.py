"""Short ways to write rounds for the tables of cases.

Grades are written as six letters in the order of the score table: record and back-up, local engagement, policy and
plan, future development, managers, resident supporters.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from koubo.calls import get_call
from koubo.models.selection import Candidate, SelectionRound
from koubo.selection import Selection

CRITERIA = [criterion.id for criterion in get_call("r7").criteria]
PASSED = {"security": True, "budget": True}


def sheet(letters: str) -> dict[str, str]:
    """``sheet("SAASAA")``: one sheet from six letters."""
    return dict(zip(CRITERIA, letters, strict=True))


def candidate(name: str, letters: str = "AAAAAA", million_yen: int = 80, **more: Any) -> Candidate:
    """``candidate("miyagi-a", "SAASAA")``: its region is its id up to the hyphen; gates passed and eligible."""
    given = {
        "region": name.partition("-")[0],
        "estimate_with_tax_yen": million_yen * 1_000_000,
        "grades": sheet(letters),
        "gates": PASSED,
        "eligible": True,
        **more,
    }
    return Candidate(id=name, **given)


def round_of(*candidates: Candidate, **more: Any) -> SelectionRound:
    """Return a round of some candidates."""
    return SelectionRound(candidates=candidates, **more)


def outcome(selection: Selection) -> dict[str, tuple[int | None, str]]:
    """Return rank and reason of each candidate, in the order of the ranking."""
    return {one.id: (one.rank, one.reason.value) for one in selection.ranking}


def totals(selection: Selection) -> dict[str, Fraction | None]:
    """Return the total points of each candidate."""
    return {one.id: one.total_points for one in selection.ranking}
