"""What the workbook of a selection round holds: its sheets and their columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from attrs import evolve

from koubo.calls import Call
from koubo.files.excel.columns import YES_NO, Column, columns_of, regions_of
from koubo.files.excel.helps import CANDIDATE_HELPS, GATE_HELP, GRADE_HELP, REVIEW_HELPS, ROUND_HELPS
from koubo.models.selection import Candidate, Grade, SelectionRound
from koubo.text import Text

CANDIDATES: Final = Text("応募一覧", "candidates")
REVIEWS: Final = Text("採点", "reviews")
CONDITIONS: Final = Text("条件", "conditions")

WITHDRAWN: Final = "withdrawn"
GRADES, GATES = "grades", "gates"

EXAMPLE_CANDIDATE: Final[Mapping[str, str | int | float]] = {
    "region": "宮城県",
    "estimate_with_tax_yen": 38_500_000,
    "eligible": "はい",
}
"""What the example candidate says, beside its id."""


def candidate_columns(call: Call) -> tuple[Column, ...]:
    """Return the columns of the candidates: what is known of each, the gates of the call, the grades by criterion."""
    own = columns_of(Candidate, ("id", "region", "estimate_with_tax_yen", "eligible"), CANDIDATE_HELPS)
    regions = regions_of([call])
    gates = (Column(f"{GATES}.{gate.id}", gate.title, bool, GATE_HELP, choices=YES_NO) for gate in call.gates)
    return (
        *(evolve(one, choices=regions) if one.key == "region" else one for one in own),
        *gates,
        *_grades(call, f"{GRADES}."),
    )


def review_columns(call: Call) -> tuple[Column, ...]:
    """Return the columns of the reviewers' sheets: one row for each candidate and reviewer."""
    return (
        Column("candidate", Text("候補", "candidate"), str, REVIEW_HELPS["candidate"], required=True),
        Column("reviewer", Text("委員", "reviewer"), str, REVIEW_HELPS["reviewer"], required=True),
        *_grades(call, ""),
    )


def condition_rows() -> tuple[Column, ...]:
    """Return what the sheet of the conditions asks."""
    seats, minimum = columns_of(SelectionRound, ("seats", "minimum_evaluation_points"), ROUND_HELPS)
    withdrawn = Text("契約に至らなかった候補", "withdrawn")
    return (
        Column("call", Text("公募", "call"), str, ROUND_HELPS["call"]),
        seats,
        minimum,
        Column(WITHDRAWN, withdrawn, str, ROUND_HELPS[WITHDRAWN]),
    )


def _grades(call: Call, prefix: str) -> tuple[Column, ...]:
    grades = {grade.value: grade.value for grade in Grade}
    return tuple(
        Column(f"{prefix}{criterion.id}", criterion.title, Grade, GRADE_HELP, choices=grades)
        for criterion in call.criteria
    )
