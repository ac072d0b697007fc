"""The calendar of the call, as data and as an iCalendar file."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from koubo.calls import get_call
from koubo.errors import InputError
from koubo.schedule.calendar import deadlines
from koubo.schedule.ends import ends

R7 = get_call("r7")
STAMP = datetime(2025, 3, 7, tzinfo=UTC)

TIMES = {
    "application": ("2025-03-07", "2025-03-28T15:00:00+09:00", "exact"),
    "consultation": ("2025-03-07T14:00:00+09:00", "2025-03-25T12:00:00+09:00", "exact"),
    "briefing_application": (None, "2025-03-13T12:00:00+09:00", "exact"),
    "briefing_link": (None, "2025-03-13T20:00:00+09:00", "about"),
    "briefing": ("2025-03-14T10:00:00+09:00", "2025-03-14T11:45:00+09:00", "exact"),
    "questions": (None, "2025-03-21T17:00:00+09:00", "exact"),
    "mail_submission": ("2025-03-26", "2025-03-28T15:00:00+09:00", "exact"),
    "upload_address_request": (None, "2025-03-27T12:00:00+09:00", "exact"),
    "upload": (None, "2025-03-28T15:00:00+09:00", "exact"),
    "presentation": ("2025-04-09", "2025-04-09", "planned"),
    "interim_report": ("2025-09", "2025-09", "about"),
    "contract_end": (None, "2026-03", "about"),
    "final_report": ("2026-03", "2026-03", "about"),
}


def test_the_calendar_is_that_of_the_contract() -> None:
    calendar = deadlines().to_dict()

    assert list(calendar) == ["call", "time_zone", "findings", "entries"]
    assert (calendar["call"], calendar["time_zone"], calendar["findings"]) == ("r7", "Asia/Tokyo", [])
    assert {one["id"]: (one["from"], one["until"], one["precision"]) for one in calendar["entries"]} == TIMES
    for entry in calendar["entries"]:
        assert list(entry) == ["id", "clause", "label", "from", "until", "precision"]
        assert set(entry["label"]) == {"ja", "en"}


def test_a_changed_call_has_a_changed_calendar() -> None:
    calendar = deadlines(R7.evolve({"questions.closes_at": "2025-03-24T17:00"}))

    (questions,) = [entry for entry in calendar.entries if entry.id == "questions"]
    assert questions.until == "2025-03-24T17:00:00+09:00"


def test_an_unknown_call_is_a_mistake() -> None:
    with pytest.raises(InputError, match="r8"):
        deadlines("r8")


@pytest.mark.parametrize(
    ("entry_id", "first", "last"),
    [
        ("briefing", datetime(2025, 3, 14, 1, tzinfo=UTC), datetime(2025, 3, 14, 2, 45, tzinfo=UTC)),
        ("questions", datetime(2025, 3, 21, 8, tzinfo=UTC), datetime(2025, 3, 21, 8, tzinfo=UTC)),
        ("mail_submission", datetime(2025, 3, 25, 15, tzinfo=UTC), datetime(2025, 3, 28, 6, tzinfo=UTC)),
        ("presentation", date(2025, 4, 9), date(2025, 4, 9)),
        ("interim_report", date(2025, 9, 1), date(2025, 9, 30)),
        ("contract_end", date(2026, 3, 1), date(2026, 3, 31)),
    ],
)
def test_the_ends_of_an_entry_are_moments_or_days(entry_id: str, first: date, last: date) -> None:
    (entry,) = [one for one in R7.calendar if one.id == entry_id]

    assert (ends(entry).first, ends(entry).last) == (first, last)


def test_the_icalendar_file_is_read_back_by_its_library() -> None:
    icalendar = pytest.importorskip("icalendar", reason="the file needs the extra koubo[calendar]")

    file = icalendar.Calendar.from_ical(deadlines().to_ics(stamp=STAMP))
    events = {str(event["uid"]): event for event in file.walk("VEVENT")}

    assert set(events) == {f"r7-{entry_id}@koubo" for entry_id in TIMES}
    assert {event["dtstamp"].dt for event in events.values()} == {STAMP}
    briefing, questions, interim = (events[f"r7-{one}@koubo"] for one in ("briefing", "questions", "interim_report"))
    assert briefing["dtend"].dt - briefing["dtstart"].dt == timedelta(hours=1, minutes=45)
    assert questions["dtstart"].dt == datetime(2025, 3, 21, 8, tzinfo=UTC)
    assert "dtend" not in questions
    assert (interim["dtstart"].dt, interim["dtend"].dt) == (date(2025, 9, 1), date(2025, 10, 1))
    assert (briefing["status"], interim["status"]) == ("CONFIRMED", "TENTATIVE")


@pytest.mark.parametrize(
    ("lang", "summary", "description"),
    [
        ("ja", "中間報告（目途）", "公募要領 VII.1.(1)"),
        ("en", "interim report (about)", "Clause VII.1.(1) of the call"),
    ],
)
def test_the_entries_speak_the_language_asked_for(lang: str, summary: str, description: str) -> None:
    icalendar = pytest.importorskip("icalendar", reason="the file needs the extra koubo[calendar]")

    file = icalendar.Calendar.from_ical(deadlines().to_ics(lang, stamp=STAMP))  # type: ignore[arg-type]
    (interim,) = [event for event in file.walk("VEVENT") if event["uid"] == "r7-interim_report@koubo"]

    assert (interim["summary"], interim["description"]) == (summary, description)


def test_the_same_calendar_gives_the_same_file() -> None:
    pytest.importorskip("icalendar", reason="the file needs the extra koubo[calendar]")

    assert deadlines().to_ics(stamp=STAMP) == deadlines("r7").to_ics(stamp=STAMP)
