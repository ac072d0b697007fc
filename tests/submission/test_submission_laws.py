"""Laws of a submission: the runners agree, and knowing less never turns a verdict round."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import attrs
from filed import filed
from hypothesis import given
from hypothesis import strategies as st

from koubo.calls import JAPAN
from koubo.models.dossier import Dossier
from koubo.models.submission import Channel, Document, DocumentKind, Submission
from koubo.models.times import day_of
from koubo.submission import check_submission

CLOSE = datetime(2025, 3, 28, 15, tzinfo=JAPAN)
NOON = datetime(2025, 3, 27, 12, tzinfo=JAPAN)
SECOND = timedelta(seconds=1)
MOMENTS = st.sampled_from(
    [
        datetime(2025, 3, 6, 23, 59, tzinfo=JAPAN),
        datetime(2025, 3, 7, tzinfo=JAPAN),
        datetime(2025, 3, 26, tzinfo=JAPAN),
        NOON,
        NOON + SECOND,
        CLOSE,
        CLOSE + SECOND,
    ]
)
# Half of the documents go by the right channel, so that verdicts of every kind come up.
CHANNELS = st.sampled_from([Channel.EMAIL, Channel.EMAIL, Channel.UPLOAD, Channel.UPLOAD, Channel.POST])


@st.composite
def whole_dossiers(draw: st.DrawFn) -> Dossier:
    """Draw a dossier in which every fact of the filing is known."""
    good = filed()
    kinds = draw(st.lists(st.sampled_from(DocumentKind), max_size=4))
    extra = [Document(kind=kind, channel=draw(CHANNELS), received_at=draw(MOMENTS)) for kind in kinds]
    assert good.submission is not None
    kept = good.submission.documents or ()
    if not draw(st.integers(0, 3)):
        kept = kept[:-1]
    submission = Submission(
        documents=(*kept, *extra) if draw(st.integers(0, 3)) else tuple(extra),
        upload_address_requested_at=draw(st.sampled_from([NOON, NOON, NOON, NOON + SECOND])),
        one_mail_per_proposal=draw(st.sampled_from([True, True, True, False])),
    )
    return attrs.evolve(good, submission=submission)


def less_known(draw: st.DrawFn, value: Any, name: str) -> Any:
    """Return a fact as known or less so: unknown, or a moment as its day."""
    fate = draw(st.integers(0, 30))
    if fate == 0:
        return None
    return day_of(value) if fate == 1 and isinstance(value, date) and name.endswith("_at") else value


@st.composite
def dossiers_known_in_part(draw: st.DrawFn) -> tuple[Dossier, Dossier]:
    """Draw a dossier, and the same with some facts not known or known to the day only."""
    whole = draw(whole_dossiers())
    submission = whole.submission
    assert submission is not None
    documents = tuple(
        Document(**{name: less_known(draw, value, name) for name, value in attrs.asdict(one, recurse=False).items()})
        for one in submission.documents or ()
    )
    blurred = Submission(
        documents=documents if draw(st.integers(0, 9)) else None,
        upload_address_requested_at=less_known(
            draw, submission.upload_address_requested_at, "upload_address_requested_at"
        ),
        one_mail_per_proposal=less_known(draw, submission.one_mail_per_proposal, "one_mail_per_proposal"),
    )
    return whole, attrs.evolve(whole, submission=blurred)


@given(dossiers_known_in_part())
def test_both_runners_agree(dossiers: tuple[Dossier, Dossier]) -> None:
    for dossier in dossiers:
        direct, rete = (check_submission(dossier, run_with=runner) for runner in ("direct", "rete"))

        assert direct.to_dict() == rete.to_dict()
        assert direct.conclusions == rete.conclusions


@given(dossiers_known_in_part())
def test_a_verdict_of_what_is_known_in_part_holds_for_the_whole(dossiers: tuple[Dossier, Dossier]) -> None:
    whole, in_part = (check_submission(dossier, run_with="direct").acceptable for dossier in dossiers)

    assert whole is not None
    assert in_part in {None, whole}


@given(whole_dossiers(), CHANNELS, MOMENTS, st.sampled_from(DocumentKind))
def test_one_copy_more_never_does_harm(
    dossier: Dossier, channel: Channel, moment: datetime, kind: DocumentKind
) -> None:
    submission = dossier.submission
    assert submission is not None
    more = (*(submission.documents or ()), Document(kind=kind, channel=channel, received_at=moment))
    with_it = attrs.evolve(dossier, submission=attrs.evolve(submission, documents=more))

    before, after = (check_submission(one, run_with="direct").acceptable for one in (dossier, with_it))

    assert (before, after) != (True, False)
