"""From findings on documents, careers and the proposal to what the submission is worth, and on to the dossier."""

from __future__ import annotations

from koubo.rules.dossier import FILEABILITY_OPEN, NOT_FILEABLE
from koubo.rules.rule import Chain, Effect, Status

NOT_ACCEPTABLE = "not_acceptable"
ACCEPTANCE_OPEN = "acceptance_open"

_COUNTING = frozenset(effect for effect in Effect if effect.counts)


def _grounds(kind: str, *, up: bool) -> tuple[Chain, Chain]:
    return (
        Chain(kind=kind, status=Status.VIOLATED, effects=_COUNTING, then=NOT_ACCEPTABLE, up=up),
        Chain(kind=kind, status=Status.UNDETERMINED, effects=_COUNTING, then=ACCEPTANCE_OPEN, up=up),
    )


CHAINS = (
    *_grounds("document", up=True),
    *_grounds("labour_person", up=True),
    *_grounds("submission", up=False),
    *_grounds("proposal", up=False),
    *(
        Chain(kind=kind, conclusion=ground, then=then, up=True)
        for kind in ("submission", "proposal")
        for ground, then in ((NOT_ACCEPTABLE, NOT_FILEABLE), (ACCEPTANCE_OPEN, FILEABILITY_OPEN))
    ),
)
