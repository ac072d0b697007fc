"""VIII.4.(4): reports and handling of accidents."""

from __future__ import annotations

from datetime import datetime

import pytest
from asked import asked, of_kind
from cases import Case, Table, both_runners

from koubo.calls import JAPAN
from koubo.errors import InputError
from koubo.facts.duties.events import accident_facts
from koubo.models.events import Accident, AccidentKind
from koubo.rules.duties.viii_4_accidents import accident

LABOUR, COMMUTING = {"kind": AccidentKind.LABOUR}, {"kind": AccidentKind.COMMUTING}
ANNOUNCED = {"announced": True}

TABLE = Table(
    accident,
    {},
    {
        "accident.first_report.in_time": of_kind(
            {
                "satisfied": [{"first_report_seconds": 0}, {"first_report_seconds": 3600}],
                "violated": [{"first_report_seconds": 3601}],
                "undetermined": [{}],
            },
            LABOUR,
            COMMUTING,
        ),
        "accident.follow_up.reported": of_kind(asked("followed_up"), LABOUR, COMMUTING),
        "accident.roadside.measures": asked("roadside_measures", {"vehicle": True}),
        "accident.scene.preserved": asked("scene_preserved", {"fatal": True}),
        "accident.report.filed": asked("report_filed", {"report_requested": True}),
        "accident.committee.attended": asked("committee_attended", {"committee_called": True}),
        "accident.announcement.reported_before": {
            "satisfied": [
                {**ANNOUNCED, "announcement_reported": True, "announcement_lead_seconds": 0},
                {**ANNOUNCED, "announcement_reported": True, "announcement_lead_seconds": 900},
            ],
            "violated": [
                {**ANNOUNCED, "announcement_reported": True, "announcement_lead_seconds": -1},
                {**ANNOUNCED, "announcement_reported": False},
            ],
            "undetermined": [ANNOUNCED, {**ANNOUNCED, "announcement_reported": True}, {}],
            "not_applicable": [{"announced": False, "announcement_reported": False}],
        },
    },
)


@both_runners
@TABLE.each
def test_accidents_are_reported_and_handled(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status


def at(clock: str) -> datetime:
    return datetime.fromisoformat(f"2025-09-01T{clock}").replace(tzinfo=JAPAN)


@pytest.mark.parametrize(
    ("reported", "seconds"),
    [
        (at("10:30"), 1800),
        (at("11:00:00.000001"), 3601),
        (False, 7200),
        (at("13:00"), 7200),
        (None, None),
    ],
)
def test_a_report_not_yet_made_has_been_outstanding_up_to_now(reported: datetime | None, seconds: int | None) -> None:
    told = Accident(noticed_at=at("10:00"), first_reported_at=reported)

    assert accident_facts(told, now=at("12:00")).first_report_seconds == seconds


def test_a_report_before_the_accident_was_noticed_is_a_mistake() -> None:
    with pytest.raises(InputError, match="first_reported_at"):
        Accident(noticed_at=at("10:00"), first_reported_at=at("09:59"))
