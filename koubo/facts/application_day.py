"""The time of application (応募時点): the day on which the registration for invoices must hold (IV.1.(1).イ.⑤)."""

from __future__ import annotations

from datetime import date

from koubo.calls import Call
from koubo.facts.proposal import not_after
from koubo.models.dossier import Dossier
from koubo.models.submission import DocumentKind
from koubo.models.times import day_of

RESTS_ON = ("application.assumed_on", "submission.opens_on", "submission.closes_at")
"""The parameters of the call from which the day is worked out."""


def application_day(dossier: Dossier, call: Call) -> date:
    """Return the day on which the last copy of the proposal that was in time was received, else the assumed day."""
    documents = (dossier.submission.documents if dossier.submission is not None else None) or ()
    received = [
        document.received_at
        for document in documents
        if document.kind is DocumentKind.PROPOSAL and document.received_at is not None
    ]
    opens_on, closes_at = call.day("submission.opens_on"), call.moment("submission.closes_at")
    # A copy that came on the last day at an unknown time is taken to be in time, as that day is the one assumed.
    days = [day_of(moment) for moment in received if not_after(moment, closes_at) is not False]
    return max((day for day in days if day >= opens_on), default=call.day("application.assumed_on"))
