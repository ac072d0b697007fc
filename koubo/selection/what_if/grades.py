"""What would it take in grades: which single grade, up or down, changes what becomes of a candidate."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import field, frozen

from koubo.calls import Call
from koubo.judging import as_call
from koubo.models.selection import Candidate, Grade, SelectionRound
from koubo.selection.reason import Reason
from koubo.selection.result import Ranked, Selection
from koubo.selection.what_if.again import again, find, with_candidate

_ORDER = tuple(Grade)


@frozen(kw_only=True)
class GradeChange:
    """One grade of one sheet replaced by another, and what would follow.

    Attributes:
        sheet: the place of the sheet among the candidate's own, from 0.
        steps: how far it goes: 1 from B to A, -2 from A to C.
        rank, reason: what would become of the candidate.
        changed: ids of all candidates, itself included, of whom it would be decided otherwise.
    """

    sheet: int
    criterion: str
    grade: Grade
    instead: Grade
    steps: int
    rank: int | None
    reason: Reason
    changed: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return {
            "sheet": self.sheet,
            "criterion": self.criterion,
            "grade": self.grade.value,
            "instead": self.instead.value,
            "steps": self.steps,
            "rank": self.rank,
            "selected": self.reason.selected,
            "reason": self.reason.value,
            "changed": list(self.changed),
        }


@frozen(eq=False, kw_only=True)
class GradeChanges:
    """What would become of a candidate with one grade changed, everything else as it is.

    Attributes:
        now: how it fares as it was graded.
        changes: every other grade of every criterion on every sheet, the smallest steps of a criterion first.
    """

    now: Ranked
    changes: tuple[GradeChange, ...]
    selection: Selection = field(repr=False)

    @property
    def turning(self) -> tuple[GradeChange, ...]:
        """For each grade the smallest step up, and down, by which it would be decided otherwise of the candidate."""
        found: dict[tuple[int, str, bool], GradeChange] = {}
        for change in self.changes:
            if self.now.id in change.changed:
                found.setdefault((change.sheet, change.criterion, change.steps > 0), change)
        return tuple(found.values())

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return {
            "id": self.now.id,
            "rank": self.now.rank,
            "reason": self.now.reason.value,
            "changes": [change.to_dict() for change in self.changes],
            "turning": [change.to_dict() for change in self.turning],
        }


def grade_changes(round_: SelectionRound, candidate_id: str, *, call: Call | str | None = None) -> GradeChanges:
    """Return what would become of a candidate with any single grade changed.

    Raises:
        InputError: if the round has no such candidate.
    """
    chosen = as_call(call if call is not None else round_.call)
    candidate = find(round_, candidate_id)
    selection = again(round_, chosen)
    changes = []
    for sheet, criterion, instead in _other_grades(candidate, chosen):
        grade = candidate.reviews[sheet][criterion]
        sheets = [{**one, criterion: instead} if place == sheet else one for place, one in enumerate(candidate.reviews)]
        found = again(round_, chosen, candidates=with_candidate(round_, candidate.with_reviews(sheets)))
        one = found.of(candidate_id)
        changes.append(
            GradeChange(
                sheet=sheet,
                criterion=criterion,
                grade=grade,
                instead=instead,
                steps=_ORDER.index(grade) - _ORDER.index(instead),
                rank=one.rank,
                reason=one.reason,
                changed=decided_otherwise(selection, found),
            )
        )
    return GradeChanges(now=selection.of(candidate_id), changes=tuple(changes), selection=selection)


def decided_otherwise(before: Selection, after: Selection) -> tuple[str, ...]:
    """Return the ids of the candidates of whom it is decided otherwise: selected, not selected, or open."""
    return tuple(one.id for one in before.ranking if after.of(one.id).selected is not one.selected)


def _other_grades(candidate: Candidate, call: Call) -> Iterator[tuple[int, str, Grade]]:
    """Yield every other grade of each criterion of each sheet, the nearest ones first."""
    for sheet, grades in enumerate(candidate.reviews):
        for criterion in call.criteria:
            now = _ORDER.index(grades[criterion.id])
            for step in range(1, len(_ORDER)):
                for place in (now - step, now + step):
                    if 0 <= place < len(_ORDER):
                        yield sheet, criterion.id, _ORDER[place]
