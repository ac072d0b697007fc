"""When the reports of an incident, of an accident and the information plan are due."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koubo.calls import JAPAN, get_call
from koubo.errors import InputError
from koubo.schedule.due import accident_deadline, information_plan_due
from koubo.schedule.incidents import incident_deadlines

R7 = get_call("r7")


def japan(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=JAPAN)


@pytest.mark.parametrize(
    ("counted_from", "in_business", "by", "by_annex3"),
    [
        # Monday 1 September 2025: both ends of the window belong to it.
        ("2025-09-01T09:59:00", False, "2025-09-01T17:59:00", "2025-09-01T17:59:00"),
        ("2025-09-01T09:59:59", False, "2025-09-01T17:59:59", "2025-09-01T17:59:59"),
        ("2025-09-01T10:00:00", True, "2025-09-01T11:00:00", "2025-09-01T12:00:00"),
        ("2025-09-01T13:30:00", True, "2025-09-01T14:30:00", "2025-09-01T15:30:00"),
        ("2025-09-01T17:59:59", True, "2025-09-01T18:59:59", "2025-09-01T19:59:59"),
        ("2025-09-01T18:00:00", True, "2025-09-01T19:00:00", "2025-09-01T20:00:00"),
        ("2025-09-01T18:00:01", False, "2025-09-02T02:00:01", "2025-09-02T02:00:01"),
        ("2025-09-01T18:00:00.000001", False, "2025-09-02T02:00:00.000001", "2025-09-02T02:00:00.000001"),
        # Friday evening, Saturday and Sunday noon.
        ("2025-09-05T18:30:00", False, "2025-09-06T02:30:00", "2025-09-06T02:30:00"),
        ("2025-09-06T12:00:00", False, "2025-09-06T20:00:00", "2025-09-06T20:00:00"),
        ("2025-09-07T12:00:00", False, "2025-09-07T20:00:00", "2025-09-07T20:00:00"),
        # National holidays: a Monday, the substitute for a Sunday, a day between two holidays; the next day counts.
        ("2025-05-05T12:00:00", False, "2025-05-05T20:00:00", "2025-05-05T20:00:00"),
        ("2025-05-06T12:00:00", False, "2025-05-06T20:00:00", "2025-05-06T20:00:00"),
        ("2026-09-22T12:00:00", False, "2026-09-22T20:00:00", "2026-09-22T20:00:00"),
        ("2025-05-07T12:00:00", True, "2025-05-07T13:00:00", "2025-05-07T14:00:00"),
        # The last days of the year are no national holidays, New Year's Day is one.
        ("2025-12-31T12:00:00", True, "2025-12-31T13:00:00", "2025-12-31T14:00:00"),
        ("2026-01-01T12:00:00", False, "2026-01-01T20:00:00", "2026-01-01T20:00:00"),
    ],
)
def test_the_time_for_the_details_hangs_on_the_hour_of_the_first_report(
    counted_from: str, in_business: bool, by: str, by_annex3: str
) -> None:
    found = incident_deadlines(japan(counted_from) - timedelta(minutes=30), japan(counted_from))

    assert found.details.counted_from == japan(counted_from)
    assert found.details.in_business_hours is in_business
    assert found.detailed_report_by == japan(by)
    assert found.detailed_report_by_annex3 == japan(by_annex3)


def test_the_answer_is_that_of_the_contract() -> None:
    assert incident_deadlines("2025-05-02T17:30", "2025-05-02T17:45").to_dict() == {
        "recognised_at": "2025-05-02T17:30:00+09:00",
        "first_reported_at": "2025-05-02T17:45:00+09:00",
        "first_report_by": "2025-05-02T18:30:00+09:00",
        "counted_from": "2025-05-02T17:45:00+09:00",
        "in_business_hours": True,
        "detailed_report_by": "2025-05-02T18:45:00+09:00",
        "detailed_report_by_annex3": "2025-05-02T19:45:00+09:00",
        "binding": "VIII.5.(2).ト",
        "findings": [],
    }


def test_without_a_first_report_the_last_moment_for_it_counts() -> None:
    found = incident_deadlines("2025-05-02T17:30").to_dict()

    assert found["first_reported_at"] is None
    assert found["counted_from"] == found["first_report_by"] == "2025-05-02T18:30:00+09:00"
    assert found["in_business_hours"] is False
    assert found["detailed_report_by"] == "2025-05-03T02:30:00+09:00"
    assert found["findings"] == []


@pytest.mark.parametrize(
    ("reported", "late"),
    [
        ("2025-09-01T10:00", False),
        ("2025-09-01T11:00", False),
        ("2025-09-01T11:00:00.000001", True),
        ("2025-09-01T11:00:01", True),
        ("2025-09-02T10:00", True),
    ],
)
def test_a_first_report_after_more_than_an_hour_is_late(reported: str, late: bool) -> None:
    found = incident_deadlines("2025-09-01T10:00", reported)

    assert [finding.rule_id for finding in found.findings] == (["incident.first_report.in_time"] if late else [])
    assert len(found.trace) == 1
    for finding in found.findings:
        assert finding.effect == "late"
        assert finding.clause == "VIII.5.(2).ト"
        assert finding.parameters == {"incident.first_report_hours": 1}


@pytest.mark.parametrize(
    "recognised",
    [
        "2025-05-05T17:30:00+09:00",
        "2025-05-05T17:30",
        "2025-05-05T08:30:00Z",
        datetime(2025, 5, 5, 8, 30, tzinfo=UTC),
        datetime(2025, 5, 5, 4, 30, tzinfo=ZoneInfo("America/New_York")),
        datetime(2025, 5, 5, 17, 30),  # noqa: DTZ001  # without a zone it is Japan time
    ],
)
def test_any_zone_comes_out_as_japan_time(recognised: datetime | str) -> None:
    found = incident_deadlines(recognised).to_dict()

    assert found["recognised_at"] == "2025-05-05T17:30:00+09:00"
    assert found["first_report_by"] == "2025-05-05T18:30:00+09:00"


@pytest.mark.parametrize(
    ("recognised", "reported", "place"),
    [
        ("2025-09-01T10:00", "2025-09-01T09:59:59", "first_reported_at"),
        ("2025-09-01T10:00", "2025-09-01T00:59:59Z", "first_reported_at"),
        ("2025-09-01", None, "recognised_at"),
        ("yesterday", None, "recognised_at"),
        (date(2025, 9, 1), None, "recognised_at"),
        (None, None, "recognised_at"),
        ("2025-09-01T10:00", "soon", "first_reported_at"),
        ("2999-09-02T12:00", None, "recognised_at"),
    ],
)
def test_what_cannot_be_is_a_mistake_at_its_place(recognised: str, reported: str | None, place: str) -> None:
    with pytest.raises(ValueError, match=place) as raised:
        incident_deadlines(recognised, reported)

    assert isinstance(raised.value, InputError)


def test_the_hours_and_the_window_are_those_of_the_call() -> None:
    call = R7.evolve(
        {
            "incident.first_report_hours": 2,
            "incident.detail_hours_in_business": 3,
            "incident.business_opens": "09:00",
        }
    )

    found = incident_deadlines("2025-09-01T09:00", "2025-09-01T09:30", call=call)

    assert found.first_report_by == japan("2025-09-01T11:00")
    assert found.detailed_report_by == japan("2025-09-01T12:30")
    assert found.detailed_report_by_annex3 == japan("2025-09-01T11:30")
    assert found.details.binding_clause == "別添3.1.(5)"


@given(
    st.datetimes(datetime(2000, 1, 1), datetime(2090, 1, 1)),  # noqa: DTZ001  # the zone is drawn apart
    st.integers(-12 * 60, 14 * 60),
    st.one_of(st.none(), st.timedeltas(timedelta(0), timedelta(days=3))),
)
def test_the_zone_never_matters_and_the_stricter_text_never_gives_more_time(
    local: datetime, offset: int, wait: timedelta | None
) -> None:
    recognised = local.replace(tzinfo=timezone(timedelta(minutes=offset)))
    reported = None if wait is None else recognised + wait

    found = incident_deadlines(recognised, reported)

    there = incident_deadlines(recognised.astimezone(JAPAN), None if reported is None else reported.astimezone(JAPAN))
    assert found.to_dict() == there.to_dict()
    assert found.detailed_report_by <= found.detailed_report_by_annex3
    assert found.first_report_by - found.recognised_at == timedelta(hours=1)
    assert bool(found.findings) is (wait is not None and wait > timedelta(hours=1))


@pytest.mark.parametrize(
    ("noticed", "by"),
    [
        ("2025-09-01T10:00", "2025-09-01T11:00"),
        ("2025-12-31T23:30", "2026-01-01T00:30"),
        ("2025-05-05T03:00:00Z", "2025-05-05T13:00"),
        (datetime(2025, 5, 5, 3, tzinfo=UTC), "2025-05-05T13:00"),
    ],
)
def test_an_accident_is_reported_within_the_hour_at_any_time(noticed: datetime | str, by: str) -> None:
    found = accident_deadline(noticed)

    assert found == japan(by)
    assert found.utcoffset() == timedelta(hours=9)


@pytest.mark.parametrize(
    ("contracted", "due"),
    [
        (date(2025, 5, 12), date(2025, 5, 19)),
        ("2025-05-12", date(2025, 5, 19)),
        ("2025-04-28", date(2025, 5, 5)),  # a holiday: not shifted
        ("2025-12-27", date(2026, 1, 3)),
        (datetime(2025, 5, 11, 20, tzinfo=UTC), date(2025, 5, 19)),  # the 12th in Japan
    ],
)
def test_the_information_plan_is_due_on_the_seventh_day(contracted: date | str, due: date) -> None:
    assert information_plan_due(contracted) == due


def test_terms_follow_the_call() -> None:
    call = R7.evolve({"information_plan.days": 10, "accident.first_report_hours": 2})

    assert information_plan_due("2025-05-12", call=call) == date(2025, 5, 22)
    assert accident_deadline("2025-05-12T10:00", call=call) == japan("2025-05-12T12:00")


@pytest.mark.parametrize("wrong", ["", "2025-13-01", "2025-05", 20250512, None])
def test_what_is_no_day_or_moment_is_a_mistake(wrong: str) -> None:
    with pytest.raises(InputError, match="contracted_on"):
        information_plan_due(wrong)
    with pytest.raises(InputError, match="noticed_at"):
        accident_deadline(wrong)
