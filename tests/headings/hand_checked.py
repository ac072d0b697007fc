"""The hand-checked headings, and what classify_heading makes of them. `python tests/headings/hand_checked.py` prints the report."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from fractions import Fraction
from pathlib import Path

from attrs import frozen

from koubo.headings import HeadingMatch, classify_heading

HERE = Path(__file__).parent
LISTS = ("commonest", "rarer", "held_out")


@frozen
class Checked:
    """A heading, how often it stands in the source, the reader's answer and koubo's."""

    heading: str
    count: int
    kind: str
    answer: str
    match: HeadingMatch

    @property
    def answered(self) -> bool:
        return self.match.kind != "unknown"

    @property
    def named(self) -> bool:
        """Whether koubo named a category or consumption tax."""
        return self.match.kind in {"category", "consumption_tax"}

    @property
    def namable(self) -> bool:
        """Whether the reader did."""
        return self.kind in {"category", "consumption_tax"}

    @property
    def right(self) -> bool:
        answer = str(self.match.category or " ".join(self.match.candidates))
        return (self.kind, self.answer) == (self.match.kind, answer)


def hand_checked(name: str) -> list[Checked]:
    with (HERE / f"{name}_headings.csv").open(encoding="utf-8", newline="") as file:
        return [
            Checked(row["heading"], int(row["count"]), row["kind"], row["answer"], classify_heading(row["heading"]))
            for row in csv.DictReader(file)
        ]


@frozen
class Measured:
    """Shares of one list; those of lines count each heading as often as it stands in the source."""

    headings: int
    lines: int
    answered: Fraction
    answered_lines: Fraction
    right: Fraction
    named: Fraction
    named_lines: Fraction
    named_right: Fraction
    found: Fraction


def measure(name: str) -> Measured:
    checked = hand_checked(name)
    lines = sum(one.count for one in checked)

    def share(part: Callable[[Checked], bool], whole: Iterable[Checked]) -> Fraction:
        of = list(whole)
        return Fraction(sum(part(one) for one in of), len(of))

    def share_of_lines(part: Callable[[Checked], bool]) -> Fraction:
        return Fraction(sum(one.count for one in checked if part(one)), lines)

    return Measured(
        headings=len(checked),
        lines=lines,
        answered=share(lambda one: one.answered, checked),
        answered_lines=share_of_lines(lambda one: one.answered),
        right=share(lambda one: one.right, (one for one in checked if one.answered)),
        named=share(lambda one: one.named, checked),
        named_lines=share_of_lines(lambda one: one.named),
        named_right=share(lambda one: one.right, (one for one in checked if one.named)),
        found=share(lambda one: one.named and one.right, (one for one in checked if one.namable)),
    )


def report() -> str:
    """Return the rows of the table in docs/guide/headings.md."""
    rows = []
    for name in LISTS:
        measured = measure(name)
        shares = (
            measured.right,
            measured.answered,
            measured.answered_lines,
            measured.named_right,
            measured.named,
            measured.named_lines,
            measured.found,
        )
        cells = (name, f"{measured.headings}", f"{measured.lines:,}", *(f"{float(share):.1%}" for share in shares))
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows)


if __name__ == "__main__":
    print(report())  # noqa: T201
