"""VIII.5.(2).ホ and ト, 別添3.1.(5): reports of incidents."""

from __future__ import annotations

from datetime import datetime

import pytest
from asked import asked, by, nothing_in, of_kind
from cases import Case, Table, both_runners

from koubo.calls import JAPAN, get_call
from koubo.errors import InputError
from koubo.facts.duties.events import incident_facts
from koubo.models.events import Incident, IncidentKind
from koubo.rules.duties.viii_5_incidents import incident

R7 = get_call("r7")
HOUR = 3600
ACCESS, MALWARE = {"kind": IncidentKind.UNAUTHORISED_ACCESS}, {"kind": IncidentKind.MALWARE}
REPORTED = {"first_reported": True}


def within(hours: int, fact: str, **when: bool) -> dict[str, list[dict[str, object]]]:
    return {
        "satisfied": [{**when, fact: 0}, {**when, fact: hours * HOUR}],
        "violated": [{**when, fact: hours * HOUR + 1}],
        "undetermined": [dict(when)],
    }


def details(in_business: int) -> dict[str, list[dict[str, object]]]:
    inside = within(in_business, "detail_seconds", in_business_hours=True)
    outside = within(8, "detail_seconds", in_business_hours=False)
    rows = {status: inside[status] + outside[status] for status in inside}
    rows["undetermined"] += [{"detail_seconds": 60}, {}]
    return rows


TABLE = Table(
    incident,
    {},
    {
        "incident.illegal_access.in_time": of_kind(within(1, "first_report_seconds"), ACCESS, MALWARE),
        "incident.first_report.in_time": within(1, "first_report_seconds"),
        "incident.first_report.oral": asked("first_report_oral", REPORTED),
        "incident.details.in_time": details(1),
        "incident.details.in_time_by_annex3": details(2),
        "incident.details.complete": nothing_in("missing_details", "place, workers", {"detailed": True}),
        "incident.written_report.filed": asked("written", REPORTED),
        "incident.instructions.followed": asked("instructions_followed", REPORTED),
        "incident.law.kept": asked("legal_duties_kept"),
        "incident.report.in_time": by("report_filed_by", "report_due_on"),
        "incident.prevention.approved": by(
            "prevention_approved_by", "prevention_carried_out_on", {"prevention_carried_out": True}
        ),
        "incident.prevention.carried_out": asked("prevention_carried_out", {"prevention_approved": True}),
    },
)
LONGER = Table(
    incident,
    {},
    {
        "incident.details.in_time": {
            "satisfied": [{"in_business_hours": True, "detail_seconds": 2 * HOUR}],
            "violated": [{"in_business_hours": True, "detail_seconds": 2 * HOUR + 1}],
        }
    },
    call=R7.evolve({"incident.detail_hours_in_business": 2}),
)


@both_runners
@TABLE.each
def test_incidents_are_reported_in_time_and_whole(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status


@both_runners
@LONGER.each
def test_the_hours_are_those_of_the_call(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2025-{text}").replace(tzinfo=JAPAN)


@pytest.mark.parametrize(
    ("told", "first_report", "details", "in_business"),
    [
        ({"first_reported_at": at("09-01T10:20"), "detailed_at": at("09-01T11:20")}, 1200, 3600, True),
        ({"first_reported_at": at("09-01T10:20"), "detailed_at": False}, 1200, 6000, True),
        ({"first_reported_at": None, "detailed_at": at("09-01T11:30")}, None, 1800, True),
        ({"first_reported_at": False, "detailed_at": None}, 7200, None, True),
        ({"recognised_at": at("09-01T03:00"), "first_reported_at": at("09-01T03:30")}, 1800, None, False),
        ({"first_reported_at": at("09-06T10:20"), "detailed_at": None}, 7200, None, True),
        ({"recognised_at": None, "detailed_at": at("09-01T11:30")}, None, None, None),
    ],
)
def test_the_details_are_counted_from_the_first_report_or_its_last_moment(
    told: dict[str, object], first_report: int | None, details: int | None, in_business: bool | None
) -> None:
    known = Incident(**{"recognised_at": at("09-01T10:00"), **told})

    facts = incident_facts(known, R7, now=at("09-01T12:00"))

    assert (facts.first_report_seconds, facts.detail_seconds, facts.in_business_hours) == (
        first_report,
        details,
        in_business,
    )


@pytest.mark.parametrize(
    "told",
    [
        {"first_reported_at": at("09-01T09:59:59")},
        {"detailed_at": at("09-01T09:59:59")},
        {"first_reported_at": at("09-01T10:30"), "detailed_at": at("09-01T10:29")},
    ],
)
def test_reports_in_reverse_order_are_a_mistake(told: dict[str, object]) -> None:
    with pytest.raises(InputError, match="not before"):
        Incident(recognised_at=at("09-01T10:00"), **told)
