"""The facts on which the validity of a proposal rests: falsehood, and a defect that was to be put right."""

from __future__ import annotations

from datetime import date, datetime

from attrs import frozen

from koubo.models.fields import flag
from koubo.models.proposal import Defect, Proposal
from koubo.models.times import span


@frozen(kw_only=True)
class ProposalFacts:
    """What may make a proposal void (IV.3.(4).②)."""

    contains_falsehood: bool | None = flag("虚偽の記載", "contains a falsehood")
    defect_found: bool | None = flag("不備の有無", "defect found")
    correction_requested: bool | None = flag("修正の依頼", "correction asked for")
    corrected: bool | None = flag("不備の修正", "defect corrected")
    corrected_in_time: bool | None = flag("期限までの修正", "corrected by the time set")


def proposal_facts(proposal: Proposal | None) -> ProposalFacts:
    """Return the facts of a proposal; without one all are unknown."""
    if proposal is None:
        return ProposalFacts()
    defect = proposal.defect or Defect()
    return ProposalFacts(
        contains_falsehood=proposal.contains_falsehood,
        defect_found=defect.found,
        correction_requested=defect.correction_requested,
        corrected=_corrected(defect),
        corrected_in_time=_corrected_in_time(defect),
    )


def _corrected(defect: Defect) -> bool | None:
    """Whether it was corrected at all: a time of correction says so where nothing denies it."""
    return True if defect.corrected is None and defect.corrected_at is not None else defect.corrected


def _corrected_in_time(defect: Defect) -> bool | None:
    corrected = _corrected(defect)
    if corrected is not True:
        return corrected
    if defect.corrected_at is None or defect.correction_due is None:
        return None
    return not_after(defect.corrected_at, span(defect.correction_due)[1])


def not_after(value: datetime | date, limit: datetime) -> bool | None:
    """Whether a moment lies by a limit; ``None`` for a day that holds moments on both sides of it."""
    first, last = span(value)
    return True if last <= limit else False if first > limit else None
