from __future__ import annotations

from fractions import Fraction

import koubo
import pytest

from panel_desk import Proposal, board

CRITERIA = [criterion.id for criterion in koubo.get_call("r7").criteria]
PASSED = {"security": True, "budget": True}


def sheet(letters: str) -> dict[str, str]:
    return dict(zip(CRITERIA, letters, strict=True))


def test_the_best_stands_first_with_its_lead() -> None:
    aoba = Proposal("Aoba", "miyagi", 90_000_000, [sheet("SSSSSS"), sheet("SSSSSA")], PASSED)
    beppu = Proposal("Beppu", "oita", 60_000_000, [sheet("AAAAAA")], {"security": True})

    first, second = board([beppu, aoba])

    # 98 + 10 × 60 ÷ 90 + 5 and 80 + 10 + 5
    assert (first.name, first.score.total_points) == ("Aoba", 103 + Fraction(20, 3))
    assert first.ahead_by == 8 + Fraction(20, 3)
    assert (second.ahead_by, second.score.disqualified) == (None, None)
    assert [line.text for line in (first, second)] == [" 109.667  Aoba", "  95.000  Beppu  gates open"]


def test_a_sheet_that_is_not_whole_is_named() -> None:
    with pytest.raises(koubo.InputError, match=r"sheets\[0\]\.managers"):
        board([Proposal("Aoba", "miyagi", 90_000_000, [{**sheet("SSSSSS"), "managers": "E"}])])


def test_an_empty_board() -> None:
    assert board([]) == []
