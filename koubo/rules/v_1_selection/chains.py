"""From findings to the reason why a candidate is not selected, and how it came to be kept out."""

from __future__ import annotations

from koubo.rules.content import CONTENT_MISSING, CONTENT_OPEN
from koubo.rules.dossier import CAP_OPEN, OVER_CAP
from koubo.rules.iv_1_qualifications.chains import VALIDITY_OPEN, VOID
from koubo.rules.iv_2_to_6_submission.chains import ACCEPTANCE_OPEN, NOT_ACCEPTABLE
from koubo.rules.rule import COUNTING, Chain, Effect, Status


def _violated(kind: str, effect: Effect, then: str) -> Chain:
    return Chain(kind=kind, status=Status.VIOLATED, effects=frozenset({effect}), then=then)


def _follows(conclusion: str, then: str) -> Chain:
    return Chain(kind="candidate", conclusion=conclusion, then=then)


CHAINS = (
    # What the checks of its dossier concluded: V.1.(3) keeps it out, an expenditure plan over its cap fails its gate.
    *(_follows(ground, "ineligible") for ground in (VOID, NOT_ACCEPTABLE, CONTENT_MISSING)),
    *(_follows(ground, "undetermined") for ground in (VALIDITY_OPEN, ACCEPTANCE_OPEN, CONTENT_OPEN, CAP_OPEN)),
    _follows(OVER_CAP, "disqualified"),
    _violated("candidate", Effect.INVALID, "ineligible"),
    _violated("candidate", Effect.DISQUALIFIED, "disqualified"),
    _violated("candidate", Effect.BREACH, "withdrawn"),
    _violated("candidate", Effect.NOT_ALLOWABLE, "below_minimum"),
    Chain(kind="candidate", status=Status.UNDETERMINED, effects=COUNTING, then="undetermined"),
    _violated("standing", Effect.NOT_ALLOWABLE, "region_already_taken"),
    _violated("standing", Effect.OVER_CAP, "seats_full"),
    _violated("standing", Effect.NEEDS_APPROVAL, "tie"),
)

KEPT_OUT = frozenset({"ineligible", "disqualified"})
"""The conclusions that keep a candidate out of the scoring."""
UNRANKED = KEPT_OUT | {"withdrawn"}
"""The conclusions with which a candidate has no rank."""
