"""From a fault to what the call makes of it: member → applicant → proposal → dossier, and nothing is scored."""

from __future__ import annotations

from koubo.rules.dossier import FILEABILITY_OPEN, NOT_FILEABLE
from koubo.rules.rule import COUNTING, Chain, Status
from koubo.text import Text

INELIGIBLE, ELIGIBILITY_OPEN = "ineligible", "eligibility_open"
VOID, VALIDITY_OPEN = "void", "validity_open"
NOT_SCORED = "not_scored"

MEANING: dict[str, Text] = {
    INELIGIBLE: Text("応募資格を欠く", "does not qualify"),
    ELIGIBILITY_OPEN: Text("応募資格を判定できない", "qualification cannot be decided"),
    VOID: Text("応募は無効又は欠格となる", "void or disqualified"),
    VALIDITY_OPEN: Text("応募の有効性を判定できない", "validity cannot be decided"),
    NOT_SCORED: Text("審査及び選定の対象とならない", "neither scored nor selected"),
    NOT_FILEABLE: Text("このままでは応募できない", "cannot be filed as it is"),
    FILEABILITY_OPEN: Text("応募できるかを判定できない", "whether it can be filed cannot be decided"),
}
"""What each conclusion says."""
DECIDED = {ELIGIBILITY_OPEN: INELIGIBLE, VALIDITY_OPEN: VOID, FILEABILITY_OPEN: NOT_FILEABLE}
"""What makes an open question idle: the conclusion against."""


def _grounds(kind: str, bad: str, unsure: str, *, up: bool = False) -> tuple[Chain, Chain]:
    return (
        Chain(kind=kind, status=Status.VIOLATED, effects=COUNTING, then=bad, up=up),
        Chain(kind=kind, status=Status.UNDETERMINED, effects=COUNTING, then=unsure, up=up),
    )


def _onward(kind: str, *pairs: tuple[str, str]) -> tuple[Chain, ...]:
    return tuple(Chain(kind=kind, conclusion=ground, then=then, up=True) for ground, then in pairs)


CHAINS = (
    *_grounds("suspension", INELIGIBLE, ELIGIBILITY_OPEN, up=True),
    *_grounds("member", INELIGIBLE, ELIGIBILITY_OPEN),
    *_onward("member", (INELIGIBLE, INELIGIBLE), (ELIGIBILITY_OPEN, ELIGIBILITY_OPEN)),
    *_grounds("person", INELIGIBLE, ELIGIBILITY_OPEN, up=True),
    *_grounds("posted_person", INELIGIBLE, ELIGIBILITY_OPEN, up=True),
    *_grounds("applicant", INELIGIBLE, ELIGIBILITY_OPEN),
    *_onward("applicant", (INELIGIBLE, VOID), (ELIGIBILITY_OPEN, VALIDITY_OPEN)),
    *_grounds("proposal", VOID, VALIDITY_OPEN),
    *_onward("proposal", (VOID, NOT_FILEABLE), (VOID, NOT_SCORED), (VALIDITY_OPEN, FILEABILITY_OPEN)),
)
