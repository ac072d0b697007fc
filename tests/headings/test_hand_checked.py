"""How right and how far classify_heading is on the hand-checked headings, and that the guide says the same."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hand_checked import LISTS, Checked, hand_checked, measure, report

from koubo.headings.lexicon import CANDIDATES

GUIDE = Path(__file__).parents[2] / "docs" / "guide" / "headings.md"


@pytest.mark.parametrize("name", LISTS)
def test_every_answer_is_the_readers(name: str) -> None:
    wrong = [
        (one.heading, one.answer or one.kind, one.match.kind)
        for one in hand_checked(name)
        if one.answered and not one.right
    ]

    assert wrong == []
    assert measure(name).right == measure(name).named_right == 1


@pytest.mark.parametrize(
    ("name", "answered", "answered_lines", "named", "named_lines", "found"),
    [
        ("commonest", "0.656", "0.764", "0.320", "0.480", "1"),
        ("rarer", "0.38", "0.43", "0.19", "0.20", "0.67"),
        ("held_out", "0.21", "0.23", "0.08", "0.08", "0.37"),
    ],
)
def test_no_less_is_covered_than_was_measured(
    name: str, answered: str, answered_lines: str, named: str, named_lines: str, found: str
) -> None:
    measured = measure(name)

    assert measured.answered >= Fraction(answered)
    assert measured.answered_lines >= Fraction(answered_lines)
    assert measured.named >= Fraction(named)
    assert measured.named_lines >= Fraction(named_lines)
    assert measured.found >= Fraction(found)


def test_the_guide_shows_what_is_measured() -> None:
    assert report() in GUIDE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "headings", "lines"), [("commonest", 300, 14_543), ("rarer", 200, 252), ("held_out", 150, 190)]
)
def test_the_lists_are_whole(name: str, headings: int, lines: int) -> None:
    checked = hand_checked(name)

    assert len({one.heading for one in checked}) == len(checked) == headings
    assert sum(one.count for one in checked) == lines
    assert [one.heading for one in checked if not well_labelled(one)] == []


def test_the_commonest_come_first_and_no_heading_stands_in_two_lists() -> None:
    counts = [one.count for one in hand_checked("commonest")]
    everything = [one.heading for name in LISTS for one in hand_checked(name)]

    assert counts == sorted(counts, reverse=True)
    assert len(set(everything)) == len(everything)


def well_labelled(one: Checked) -> bool:
    """Whether the answer is of the form that its kind asks for."""
    candidates = one.answer.split()
    in_order = candidates == [str(candidate) for candidate in CANDIDATES if candidate in candidates]
    match one.kind:
        case "category":
            return len(candidates) == 1 and in_order
        case "ambiguous":
            return bool(candidates) and in_order
        case _:
            return one.kind in {"consumption_tax", "unrelated", "unknown"} and not candidates
