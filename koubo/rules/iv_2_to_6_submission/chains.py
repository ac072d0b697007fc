"""From findings on documents and careers to what the submission is worth, and on to the dossier."""

from __future__ import annotations

from koubo.rules.dossier import FILEABILITY_OPEN, NOT_FILEABLE
from koubo.rules.rule import COUNTING, Chain, Status
from koubo.text import Text

NOT_ACCEPTABLE = "not_acceptable"
ACCEPTANCE_OPEN = "acceptance_open"

MEANING: dict[str, Text] = {
    NOT_ACCEPTABLE: Text("応募書類は受け付けられない", "the submission is not acceptable"),
    ACCEPTANCE_OPEN: Text(
        "応募書類を受け付けられるか判定できない", "whether the submission is acceptable cannot be decided"
    ),
}
"""What each conclusion says."""


def _grounds(kind: str, *, up: bool) -> tuple[Chain, Chain]:
    return (
        Chain(kind=kind, status=Status.VIOLATED, effects=COUNTING, then=NOT_ACCEPTABLE, up=up),
        Chain(kind=kind, status=Status.UNDETERMINED, effects=COUNTING, then=ACCEPTANCE_OPEN, up=up),
    )


# What a falsehood or an uncorrected defect leads to stands with the qualifications: the proposal is void.
CHAINS = (
    *_grounds("document", up=True),
    *_grounds("labour_person", up=True),
    *_grounds("submission", up=False),
    Chain(kind="submission", conclusion=NOT_ACCEPTABLE, then=NOT_FILEABLE, up=True),
    Chain(kind="submission", conclusion=ACCEPTANCE_OPEN, then=FILEABILITY_OPEN, up=True),
)
