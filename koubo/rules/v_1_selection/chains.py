"""From findings to the reason why a candidate is not selected, and how it came to be kept out."""

from __future__ import annotations

from koubo.rules.rule import Chain, Effect, Status
from koubo.rules.vi_2_expenses.chains import COUNTING


def _violated(kind: str, effect: Effect, then: str) -> Chain:
    return Chain(kind=kind, status=Status.VIOLATED, effects=frozenset({effect}), then=then)


CHAINS = (
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
