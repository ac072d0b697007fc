"""IX, 別添2: permits, training, seminar, publicity and meetings."""

from __future__ import annotations

from asked import asked, by, of_kind
from cases import Case, Table, both_runners

from koubo.models.partners import PermitKind
from koubo.rules.duties.annex_2_activities import activities
from koubo.rules.duties.ix_permits import permit

RADIO, EXPORT, CONSENT = ({"kind": kind} for kind in (PermitKind.RADIO, PermitKind.EXPORT, PermitKind.CONSENT))
IN_HAND = by("obtained_by", "needed_from")

PERMITS = Table(
    permit,
    {},
    {
        "law.procedure.done_before": of_kind(IN_HAND, CONSENT, EXPORT),
        "law.export.permitted_before": of_kind(IN_HAND, EXPORT, RADIO),
        "permit.licence.obtained_before": of_kind(IN_HAND, RADIO, CONSENT),
    },
)
ACTIVITIES = Table(
    activities,
    {},
    {
        "activity.training.held": by("training_held_by", "contract_to"),
        "activity.seminar.held": by("seminar_held_by", "contract_to"),
        "activity.media.consulted": asked("media_consulted", {"seminar_held": True}),
        "activity.bureau.coordinated": asked("bureau_coordinated", {"seminar_held": True}),
        "activity.publicity.regional": asked("regional_publicity", {"work_over": True}),
        "activity.publicity.national": asked("national_article", {"work_over": True}),
        "activity.interim_meeting.attended": asked("interim_meeting_attended", {"work_over": True}),
        "activity.final_meeting.attended": asked("final_meeting_attended", {"work_over": True}),
    },
)


@both_runners
@PERMITS.each
def test_permits_are_in_hand_when_they_are_needed(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status


@both_runners
@ACTIVITIES.each
def test_activities_are_held(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status
