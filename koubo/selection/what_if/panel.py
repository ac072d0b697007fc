"""How firm a selection is: which decisions change when one reviewer is left out."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from koubo.calls import Call
from koubo.judging import as_call
from koubo.models.selection import SelectionRound
from koubo.selection.reason import Reason
from koubo.selection.result import Selection
from koubo.selection.what_if.again import again
from koubo.selection.what_if.grades import decided_otherwise


@frozen(kw_only=True)
class Change:
    """A candidate of whom it would be decided otherwise."""

    id: str
    rank: int | None
    reason: Reason
    rank_then: int | None
    reason_then: Reason

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return {
            "id": self.id,
            "rank": self.rank,
            "selected": self.reason.selected,
            "reason": self.reason.value,
            "rank_then": self.rank_then,
            "selected_then": self.reason_then.selected,
            "reason_then": self.reason_then.value,
        }


@frozen(kw_only=True)
class LeftOut:
    """One reviewer left out: the place of the reviewer's sheets, from 0, and what would change."""

    reviewer: int
    changes: tuple[Change, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return {"reviewer": self.reviewer, "changes": [change.to_dict() for change in self.changes]}


@frozen(eq=False, kw_only=True)
class Firmness:
    """What becomes of a selection without each of its reviewers in turn; empty where nobody has several sheets."""

    left_out: tuple[LeftOut, ...]
    selection: Selection = field(repr=False)

    @property
    def firm(self) -> bool | None:
        """Whether no reviewer alone turns a decision; ``None`` where there are not several reviewers."""
        return not any(one.changes for one in self.left_out) if self.left_out else None

    @property
    def turned(self) -> tuple[str, ...]:
        """The ids of the candidates of whom some reviewer alone turns the decision, in the order of the ranking."""
        found = {change.id for one in self.left_out for change in one.changes}
        return tuple(one.id for one in self.selection.ranking if one.id in found)

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return {
            "firm": self.firm,
            "turned": list(self.turned),
            "left_out": [one.to_dict() for one in self.left_out],
        }


def firmness(round_: SelectionRound, *, call: Call | str | None = None) -> Firmness:
    """Return which decisions change when one reviewer is left out.

    The n-th sheet of every candidate is taken for the same reviewer's; a candidate keeps its only sheet.
    """
    chosen = as_call(call if call is not None else round_.call)
    selection = again(round_, chosen)
    panels = [len(one.sheets) for one in round_.candidates if len(one.sheets) > 1]
    return Firmness(
        left_out=tuple(_without(reviewer, round_, chosen, selection) for reviewer in range(max(panels, default=0))),
        selection=selection,
    )


def _without(reviewer: int, round_: SelectionRound, call: Call, selection: Selection) -> LeftOut:
    candidates = [
        one.with_reviews([*one.sheets[:reviewer], *one.sheets[reviewer + 1 :]]) if len(one.sheets) > 1 else one
        for one in round_.candidates
    ]
    found = again(round_, call, candidates=candidates)
    changes = []
    for name in decided_otherwise(selection, found):
        now, then = selection.of(name), found.of(name)
        changes.append(Change(id=name, rank=now.rank, reason=now.reason, rank_then=then.rank, reason_then=then.reason))
    return LeftOut(reviewer=reviewer, changes=tuple(changes))
