"""What the contract asks for on a day."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koubo.duties.check import Duties, Duty, DutyState, check_duties
from koubo.errors import InputError
from koubo.files.structure import structure
from koubo.models.dossier import Dossier
from koubo.rules.rule import Status

CONTRACT = {"from": "2025-05-12", "to": "2026-03-13", "signed_on": "2025-05-12"}


def dossier(**told: Any) -> Dossier:
    return structure({"contract": CONTRACT, **told}, Dossier)


def one(duties: Duties, rule_id: str, subject: str | None = None) -> Duty:
    (found,) = [duty for duty in duties.duties if duty.id == rule_id and subject in {None, duty.subject}]
    return found


def due(duty: Duty) -> str | None:
    return None if duty.due is None else duty.due.at.isoformat()


@pytest.mark.parametrize(
    ("approved_on", "on", "state"),
    [
        (False, "2025-05-12", "due"),
        (False, "2025-05-19", "due"),
        (False, "2025-05-20", "overdue"),
        ("2025-05-19", "2025-05-18", "due"),
        ("2025-05-19", "2025-05-19", "done"),
        ("2025-05-19", "2026-01-01", "done"),
        ("2025-05-20", "2025-05-19", "due"),
        ("2025-05-20", "2025-05-20", "overdue"),
        (None, "2025-05-15", "not_known"),
        (None, "2025-05-30", "not_known"),
    ],
)
def test_the_information_plan_is_due_done_overdue_or_not_known(approved_on: object, on: str, state: str) -> None:
    duties = check_duties(dossier(information={"plan_approved_on": approved_on}), on)

    found = one(duties, "information.plan.approved_in_time")
    assert (found.state, due(found)) == (state, "2025-05-19")
    assert found.due is not None
    assert not found.due.about


@pytest.mark.parametrize(
    ("reports", "on", "state", "due_on", "precision"),
    [
        (None, "2025-08-01", "not_known", "2025-09-30", "about"),
        ([], "2025-09-30", "due", "2025-09-30", "about"),
        ([], "2025-10-01", "overdue", "2025-09-30", "about"),
        ([{"kind": "interim", "due_on": "2025-09-12"}], "2025-09-12", "not_known", "2025-09-12", "exact"),
        ([{"kind": "interim", "due_on": "2025-09-12", "submitted_on": False}], "2025-09-12", "due", "2025-09-12", "exact"),
        ([{"kind": "interim", "due_on": "2025-09-12", "submitted_on": False}], "2025-09-13", "overdue", "2025-09-12", "exact"),
        ([{"kind": "interim", "due_on": "2025-09-12", "submitted_on": "2025-09-12"}], "2025-10-01", "done", "2025-09-12", "exact"),
        ([{"kind": "interim", "due_on": "2025-09-12", "submitted_on": "2025-09-13"}], "2025-10-01", "overdue", "2025-09-12", "exact"),
        ([{"kind": "final", "submitted_on": False}], "2025-10-01", "overdue", "2025-09-30", "about"),
        ([{"submitted_on": "2025-09-12"}], "2025-10-01", "not_known", "2025-09-30", "about"),
    ],
)  # fmt: skip
def test_a_report_that_a_given_list_does_not_hold_was_not_submitted(
    reports: list[dict[str, object]] | None, on: str, state: str, due_on: str, precision: str
) -> None:
    duties = check_duties(dossier(reports=reports), on)

    found = one(duties, "report.results.in_time", "reports[interim]").to_dict()
    assert (found["state"], found["due"], found["precision"]) == (state, due_on, precision)


@pytest.mark.parametrize(
    ("told", "on", "first", "details"),
    [
        # recognised at 17:30 on Monday 1 September
        ({"first_reported_at": False}, "2025-09-01T18:00", "due", "not_known"),
        ({"first_reported_at": False, "detailed_at": False}, "2025-09-01", "overdue", "due"),
        ({"first_reported_at": False, "detailed_at": False}, "2025-09-02", "overdue", "overdue"),
        ({"first_reported_at": "2025-09-01T18:00", "detailed_at": False}, "2025-09-01T18:30", "done", "due"),
        ({"first_reported_at": "2025-09-01T18:00", "detailed_at": "2025-09-01T19:00"}, "2025-09-02", "done", "done"),
        ({"first_reported_at": "2025-09-01T18:31", "detailed_at": "2025-09-02T02:31"}, "2025-09-02", "overdue", "done"),
        (
            {"first_reported_at": "2025-09-01T18:00", "detailed_at": "2025-09-01T19:00"},
            "2025-09-01T17:45",
            "due",
            "due",
        ),
        ({}, "2025-09-02", "not_known", "not_known"),
    ],
)
def test_reports_of_an_incident_stand_as_they_stood_then(
    told: dict[str, object], on: str, first: str, details: str
) -> None:
    told = {"kind": "malware", "recognised_at": "2025-09-01T17:30", **told}

    duties = check_duties(dossier(incidents=[told]), on)

    assert one(duties, "incident.first_report.in_time").state == first
    assert one(duties, "incident.details.in_time").state == details


def test_the_clocks_of_incidents_and_accidents_are_shown() -> None:
    known = dossier(
        incidents=[{"id": "i1", "recognised_at": "2025-09-01T10:00", "first_reported_at": "2025-09-01T10:30"}],
        accidents=[{"id": "a1", "kind": "labour", "noticed_at": "2025-09-01T10:00"}],
    )

    duties = check_duties(known, "2025-09-01")

    assert due(one(duties, "incident.first_report.in_time", "incidents[i1]")) == "2025-09-01T11:00:00+09:00"
    assert due(one(duties, "incident.details.in_time")) == "2025-09-01T11:30:00+09:00"
    assert due(one(duties, "incident.details.in_time_by_annex3")) == "2025-09-01T12:30:00+09:00"
    assert due(one(duties, "accident.first_report.in_time", "accidents[a1]")) == "2025-09-01T11:00:00+09:00"


def test_what_happened_after_the_day_is_not_there() -> None:
    known = dossier(incidents=[{"recognised_at": "2025-09-01T10:00"}], accidents=[{"noticed_at": "2025-09-01T10:00"}])

    duties = check_duties(known, "2025-08-31")

    assert not [duty for duty in duties.duties if duty.subject.startswith(("incidents", "accidents"))]


@pytest.mark.parametrize(
    ("told", "on", "rule_id", "state"),
    [
        ({"permits": [{"kind": "radio", "needed_from": "2025-07-01", "obtained_on": False}]}, "2025-06-30", "permit.licence.obtained_before", "due"),
        ({"permits": [{"kind": "radio", "needed_from": "2025-07-01", "obtained_on": False}]}, "2025-07-02", "permit.licence.obtained_before", "overdue"),
        ({"permits": [{"kind": "export", "needed_from": "2025-07-01", "obtained_on": "2025-06-01"}]}, "2025-07-02", "law.export.permitted_before", "done"),
        ({"staff_changes": [{"of": "staff", "changed_on": "2025-07-01", "agreed_on": False}]}, "2025-07-02", "staff.change.confirmed_before", "overdue"),
        ({"security": {"work_started_on": "2025-05-20", "oath_filed_on": "2025-05-19"}}, "2025-06-01", "security.oath.filed_before_work", "done"),
        ({"security": {"work_started_on": "2025-05-20", "oath_filed_on": False}}, "2025-06-01", "security.oath.filed_before_work", "overdue"),
        ({"activities": {"training_held_on": False}}, "2026-03-13", "activity.training.held", "due"),
        ({"activities": {"training_held_on": False}}, "2026-03-14", "activity.training.held", "overdue"),
        ({"activities": {"regional_publicity": False}}, "2026-03-14", "activity.publicity.regional", "overdue"),
        ({"assets": [{"id": "a1", "registered": True, "labelled": True}]}, "2025-06-01", "asset.label.shown", "done"),
        ({"assets": [{"id": "a1", "labelled": False}]}, "2025-06-01", "asset.label.shown", "overdue"),
        ({"assets": [{"id": "a1", "lost_or_damaged": True}]}, "2025-06-01", "asset.care.kept", "due"),
        ({"subcontracts": [{"id": "s1", "party_disclosed": True}]}, "2025-06-01", "subcontract.party.disclosed", "done"),
        ({"publications": [{"published_on": "2025-07-02", "notified_on": False}]}, "2025-07-02", "publication.notice.before", "due"),
        ({"publications": [{"published_on": "2025-07-02", "notified_on": False}]}, "2025-07-03", "publication.notice.before", "overdue"),
        ({"inventions": [{"right": "patent", "reported": False}]}, "2025-07-02", "rights.invention.reported", "overdue"),
        ({"disclosures": [{"disclosed_on": "2025-07-02", "consulted_on": "2025-07-01"}]}, "2025-07-02", "secret.disclosure.consulted_before", "done"),
        ({"information": {"handlers": [{"id": "p2", "trained": False}]}}, "2025-07-02", "information.handlers.trained", "overdue"),
        ({"information": {"changes": [{"of": "handling", "changed_on": "2025-07-01", "approved_on": False}]}}, "2025-07-01", "information.change.handling", "due"),
        ({"information": {"register": [{"id": "d1", "disposal": "none"}]}}, "2026-03-14", "information.disposal.done", "overdue"),
        ({"information": {"register": [{"id": "d1", "disposal": "returned"}]}}, "2026-03-14", "information.disposal.done", "done"),
        ({"information": {"register": [{"id": "d1", "disposed_on": "2026-03-01", "keep_until": "2026-03-01"}]}}, "2026-03-14", "information.retention.kept", "overdue"),
        ({"information": {"register": [{"id": "d1", "disposed_on": "2026-03-01"}], "return_plan": {"approved_on": "2026-02-01"}}}, "2026-03-14", "information.disposal.approved_before", "done"),
        ({"information": {"register": [{"id": "d1", "disposal": "erased"}], "return_plan": {"register_submitted_on": False}}}, "2026-03-14", "information.register.submitted", "overdue"),
        ({"proposal": {"id": "x", "supply_chain_items": [{"kind": "server", "model": ""}]}}, "2025-06-01", "supply_chain.item.particulars", "overdue"),
        ({"plan": {"parts": ["policy", "content", "schedule", "staffing", "expenditure"]}}, "2025-05-01", "plan.parts.complete", "done"),
        ({"plan": {"parts": ["policy"]}}, "2025-05-01", "plan.parts.complete", "overdue"),
    ],
)  # fmt: skip
def test_each_register_is_looked_at(told: dict[str, object], on: str, rule_id: str, state: str) -> None:
    assert one(check_duties(dossier(**told), on), rule_id).state == state


@pytest.mark.parametrize(
    ("told", "on", "rule_id"),
    [
        ({"publications": [{"published_on": "2025-07-02", "notified_on": False}]}, "2025-07-01", "publication.notice.before"),
        ({"publications": [{"published_on": False}]}, "2025-07-03", "publication.project.named"),
        ({"information": {"register": [{"id": "d1", "disposal": "none"}]}}, "2026-03-13", "information.disposal.done"),
        ({"activities": {"regional_publicity": False}}, "2026-03-13", "activity.publicity.regional"),
        ({"subcontracts": []}, "2025-06-01", "plan.subcontracts.stated"),
        ({"accidents": [{"kind": "commuting"}]}, "2025-06-01", "accident.first_report.in_time"),
    ],
)  # fmt: skip
def test_what_is_not_asked_yet_or_of_nobody_is_no_duty(told: dict[str, object], on: str, rule_id: str) -> None:
    duties = check_duties(dossier(**told), on)

    assert rule_id not in {duty.id for duty in duties.duties}
    assert rule_id in {finding.rule_id for finding in duties.trace}


def test_the_most_urgent_come_first() -> None:
    known = dossier(
        information={"plan_approved_on": False},
        reports=[{"kind": "interim", "due_on": "2025-09-12", "submitted_on": False}],
        permits=[
            {"id": "late", "kind": "radio", "needed_from": "2025-05-14", "obtained_on": False},
            {"id": "soon", "kind": "radio", "needed_from": "2025-06-30", "obtained_on": False},
        ],
        assets=[{"id": "a1", "registered": True, "labelled": False}],
    )

    duties = check_duties(known, "2025-06-01")

    order = [
        (duty.state.value, duty.id, duty.subject) for duty in duties.duties if duty.state is not DutyState.NOT_KNOWN
    ]
    assert order[:6] == [
        ("overdue", "permit.licence.obtained_before", "permits[late]"),
        ("overdue", "information.plan.approved_in_time", "information"),
        ("overdue", "asset.label.shown", "assets[a1]"),
        ("due", "permit.licence.obtained_before", "permits[soon]"),
        ("due", "report.results.in_time", "reports[interim]"),
        ("due", "report.results.in_time", "reports[final]"),
    ]
    assert [duty.state for duty in duties.duties] == sorted(
        (duty.state for duty in duties.duties), key=list(DutyState).index
    )


def test_nothing_told_is_nothing_broken() -> None:
    duties = check_duties(Dossier(), "2025-09-01")

    assert {duty.state for duty in duties.duties} == {DutyState.NOT_KNOWN}
    assert {finding.status for finding in duties.findings} == {Status.UNDETERMINED}


EXAMPLE = {
    "incidents": [
        {
            "kind": "unauthorised_access",
            "recognised_at": "2025-05-20T17:30",
            "first_reported_at": "2025-05-20T18:40",
            "first_report_oral": True,
            "detailed_at": "2025-05-20T20:10",
            "written_at": False,
        }
    ],
    "accidents": [{"kind": "labour", "noticed_at": "2025-05-21T09:00", "first_reported_at": "2025-05-21T10:00"}],
    "information": {
        "plan_approved_on": "2025-05-21",
        "handlers": [{"id": "p2", "chief": True, "trained": True}],
        "register": [{"id": "d1", "origin": "lent", "disposal": "returned"}],
    },
    "assets": [{"id": "a1", "registered": True, "labelled": True}],
}


def test_both_runners_say_the_same() -> None:
    known = dossier(**EXAMPLE)

    direct, rete = (check_duties(known, "2025-06-01", run_with=runner) for runner in ("direct", "rete"))

    assert direct.to_dict() == rete.to_dict()


def test_the_answer_is_plain_json_in_the_order_of_the_rule_base() -> None:
    duties = check_duties(dossier(**EXAMPLE), "2025-06-01")

    told = json.loads(json.dumps(duties.to_dict()))
    assert (told["call"], told["on"]) == ("r7", "2025-06-01")
    assert told["counts"] == {state.value: len(duties.of(state)) for state in DutyState}
    assert sum(told["counts"].values()) == len(told["duties"])
    assert list(told["duties"][0]) == ["id", "clause", "subject", "what", "due", "precision", "state", "finding"]
    violated = [finding.rule_id for finding in duties.findings if finding.status is Status.VIOLATED]
    assert violated == [
        "incident.illegal_access.in_time",
        "incident.first_report.in_time",
        "incident.written_report.filed",
        "information.plan.approved_in_time",
    ]
    assert {finding.status for finding in duties.findings} == {Status.VIOLATED, Status.UNDETERMINED}


@pytest.mark.parametrize("on", ["2025-09-01T12:00", datetime(2025, 9, 1, 3, tzinfo=UTC)])
def test_a_moment_is_asked_about_as_well(on: datetime | str) -> None:
    known = dossier(accidents=[{"kind": "labour", "noticed_at": "2025-09-01T11:30", "first_reported_at": False}])

    duties = check_duties(known, on)

    assert duties.on == date(2025, 9, 1)
    assert one(duties, "accident.first_report.in_time").state == "due"


def test_what_is_no_day_is_a_mistake() -> None:
    with pytest.raises(InputError, match="on"):
        check_duties(Dossier(), "someday")


DAYS = st.dates(date(2025, 5, 1), date(2026, 4, 30))


@given(st.one_of(st.none(), st.just(False), DAYS), DAYS, DAYS)
def test_what_is_done_or_overdue_stays_so(approved: date | bool | None, first: date, later: date) -> None:
    first, later = sorted((first, later))
    known = dossier(information={"plan_approved_on": approved})

    before, after = (one(check_duties(known, day), "information.plan.approved_in_time").state for day in (first, later))

    settled = {DutyState.DONE, DutyState.OVERDUE, DutyState.NOT_KNOWN}
    assert before not in settled or after is before
