"""``check_submission``: what makes an application acceptable, and what is written in it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from filed import filed

from koubo.calls import get_call
from koubo.errors import InputError
from koubo.rules.content import KEYS
from koubo.rules.rule import Status
from koubo.submission import SubmissionReport, check_submission

both_runners = pytest.mark.parametrize("run_with", ["direct", "rete"])

PROPOSAL, ANNEX_1, ANNEX_5 = "submission/documents/0", "submission/documents/1", "submission/documents/5"


def found(report: SubmissionReport, status: Status = Status.VIOLATED) -> set[tuple[str, str]]:
    return {(finding.rule_id, finding.subject) for finding in report.findings if finding.status is status}


@both_runners
def test_a_flawless_submission_has_no_findings(run_with: Any) -> None:
    report = check_submission(filed(), run_with=run_with)

    assert report.acceptable is True
    assert report.content_complete is True
    assert report.findings == ()
    assert report.conclusions == frozenset()
    assert not any(entry.missing for entry in report.menu)


# what is changed · the rule that is broken · its subject
BROKEN: list[tuple[dict[str, Any], str, str]] = [
    ({ANNEX_5: ...}, "submission.document.received", "submission.documents[annex5]"),
    ({f"{ANNEX_1}/channel": "upload"}, "submission.document.by_email", "submission.documents[annex1]"),
    ({f"{ANNEX_5}/channel": "email"}, "submission.document.by_upload", "submission.documents[annex5]"),
    ({f"{PROPOSAL}/channel": "post"}, "submission.document.method", "submission.documents[proposal]"),
    (
        {f"{PROPOSAL}/received_at": "2025-03-28T15:00:01"},
        "submission.document.in_time",
        "submission.documents[proposal]",
    ),
    (
        {f"{ANNEX_5}/received_at": "2025-03-28T06:00:01Z"},
        "submission.document.in_time",
        "submission.documents[annex5]",
    ),
    ({f"{ANNEX_5}/received_at": "2025-03-29"}, "submission.document.in_time", "submission.documents[annex5]"),
    (
        {f"{ANNEX_5}/received_at": "2025-03-06T23:59:59"},
        "submission.document.not_before_opening",
        "submission.documents[annex5]",
    ),
    (
        {"submission/upload_address_requested_at": "2025-03-27T12:00:01"},
        "submission.upload_request.in_time",
        "submission",
    ),
    ({"submission/one_mail_per_proposal": False}, "submission.mail.one_per_proposal", "submission"),
    ({"proposal/contains_falsehood": True}, "submission.proposal.falsehood", "proposal"),
    (
        {"proposal/defect": {"found": True, "correction_requested": True, "corrected": False}},
        "submission.proposal.correction",
        "proposal",
    ),
    ({"staff/2/career_filed": False}, "submission.staff.career", "staff[o1]"),
]


@both_runners
@pytest.mark.parametrize(("changes", "rule_id", "subject"), BROKEN, ids=[rule_id for _, rule_id, _ in BROKEN])
def test_one_flaw_makes_it_unacceptable(changes: dict[str, Any], rule_id: str, subject: str, run_with: Any) -> None:
    report = check_submission(filed(changes), run_with=run_with)

    assert report.acceptable is False
    assert found(report) == {(rule_id, subject)}
    assert report.content_complete is True


@both_runners
@pytest.mark.parametrize(
    ("changes", "rule_id"),
    [
        ({f"{PROPOSAL}/received_at": "2025-03-28"}, "submission.document.in_time"),
        ({"submission/upload_address_requested_at": "2025-03-27"}, "submission.upload_request.in_time"),
        ({"submission/upload_address_requested_at": ...}, "submission.upload_request.in_time"),
        ({"submission/one_mail_per_proposal": ...}, "submission.mail.one_per_proposal"),
        ({"proposal/contains_falsehood": ...}, "submission.proposal.falsehood"),
        ({"staff/2/career_filed": ...}, "submission.staff.career"),
    ],
)
def test_one_unknown_fact_leaves_it_open(changes: dict[str, Any], rule_id: str, run_with: Any) -> None:
    report = check_submission(filed(changes), run_with=run_with)

    assert report.acceptable is None
    assert {rule for rule, _ in found(report, Status.UNDETERMINED)} == {rule_id}
    assert found(report) == set()


@pytest.mark.parametrize(
    ("changes", "rule_id"),
    [
        ({f"{PROPOSAL}/received_at": "2025-03-25T23:59"}, "submission.document.mail_window"),
        (
            {"proposal/defect": {"found": True, "correction_requested": False, "corrected": False}},
            "submission.proposal.unasked_defect",
        ),
    ],
)
def test_a_warning_alone_bars_nothing(changes: dict[str, Any], rule_id: str) -> None:
    report = check_submission(filed(changes))

    assert report.acceptable is True
    assert {rule for rule, _ in found(report)} == {rule_id}


def test_a_flaw_outweighs_what_is_open() -> None:
    report = check_submission(filed({ANNEX_5: ..., "submission/one_mail_per_proposal": ...}))

    assert report.acceptable is False


@pytest.mark.parametrize(
    ("inquiry", "rules"),
    [
        ({"kind": "question", "channel": "email", "sent_at": "2025-03-21T17:00:01"}, {"submission.question.in_time"}),
        ({"kind": "question", "channel": "other", "sent_at": "2025-03-21"}, {"submission.question.by_mail"}),
        (
            {"kind": "consultation", "channel": "email", "sent_at": "2025-03-26"},
            {"submission.consultation.in_window"},
        ),
    ],
)
def test_a_late_question_does_not_bar_the_application(inquiry: dict[str, Any], rules: set[str]) -> None:
    report = check_submission(filed({"submission/inquiries": [inquiry]}))

    assert {rule for rule, _ in found(report)} == rules
    assert report.acceptable is True


def test_an_empty_dossier_leaves_everything_open() -> None:
    report = check_submission(filed(dict.fromkeys(("staff", "proposal", "submission", "budget"), ...)))

    assert report.acceptable is None
    assert report.content_complete is None
    assert {finding.status for finding in report.findings} == {Status.UNDETERMINED}
    assert {entry.state for entry in report.checklist} == {"unknown"}
    assert {entry.covered for entry in report.menu} == {None}


# --- careers: only of whom a labour line names, beside project manager and resident supporters -----------------------
@pytest.mark.parametrize(
    ("changes", "acceptable"),
    [
        ({"staff/2/career_filed": False, "budget": ...}, True),
        ({"staff/2/career_filed": False, "budget/lines/2/person": "p1"}, True),
        ({"staff/2/career_filed": False, "budget/lines/2/category": "travel"}, True),
        ({"staff/2/roles": ["resident_supporter"], "staff/2/career_filed": False}, True),
        ({"staff/2/roles": ["other", "project_manager"], "staff/2/career_filed": ...}, True),
        ({"staff/2/roles": ["member_lead"], "staff/2/career_filed": False}, False),
        ({"budget/lines/2/person": "stranger"}, None),
        ({"staff": ...}, None),
    ],
)
def test_whose_career_is_asked_for(changes: dict[str, Any], acceptable: bool | None) -> None:
    assert check_submission(filed(changes)).acceptable is acceptable


# --- content ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("key", KEYS)
def test_a_missing_content_leaves_the_submission_acceptable_but_not_complete(key: str) -> None:
    report = check_submission(filed({f"proposal/contents/{key}": "missing"}))

    assert report.content_complete is False
    assert report.acceptable is True
    assert found(report) == {(f"proposal_content.{key}", "proposal.contents")}
    (entry,) = [entry for entry in report.checklist if entry.state != "stated"]
    assert (entry.key, entry.state, entry.status) == (key, "missing", Status.VIOLATED)


def test_a_content_left_out_of_the_list_is_open_and_one_missing_decides() -> None:
    left_out = {"proposal/contents/implementation.training": ...}
    missing = {"proposal/contents/implementation.seminar": "missing"}

    assert check_submission(filed(left_out)).content_complete is None
    assert check_submission(filed(left_out | missing)).content_complete is False


def test_without_a_list_of_contents_there_is_no_answer_and_no_finding() -> None:
    report = check_submission(filed({"proposal/contents": ...}))

    assert report.content_complete is None
    assert report.acceptable is True
    assert report.findings == ()
    assert {(entry.state, entry.status) for entry in report.checklist} == {("unknown", Status.UNDETERMINED)}


def test_without_ict_equipment_its_contents_are_not_asked_for() -> None:
    keys = ("expenses.ict_place_and_specification", "implementation.ict_procurement")
    report = check_submission(
        filed({"proposal/uses_ict_equipment": False, **{f"proposal/contents/{key}": "missing" for key in keys}})
    )

    assert report.content_complete is True
    assert {entry.key for entry in report.checklist if entry.status is Status.NOT_APPLICABLE} == set(keys)


@pytest.mark.parametrize(("items", "status"), [([], Status.VIOLATED), (..., Status.UNDETERMINED)])
def test_equipment_that_is_not_listed_is_told_but_bars_nothing(items: Any, status: Status) -> None:
    report = check_submission(filed({"proposal/supply_chain_items": items}))

    assert found(report, status) == {("supply_chain.list.given", "proposal.supply_chain_items")}
    assert (report.acceptable, report.content_complete) == (True, True)


def test_the_checklist_says_which_contents_are_grounds_for_exclusion() -> None:
    excluding = {entry.key for entry in check_submission(filed()).checklist if entry.excludes}

    assert {"criteria.future_activities", "supply_chain.measures", "implementation.training"} <= excluding
    assert not {"criteria.track_record", "disclosure.officers", "forms.staff_roster"} & excluding


def test_a_key_that_is_no_content_is_a_mistake_with_a_suggestion() -> None:
    with pytest.raises(InputError) as caught:
        check_submission(
            filed({"proposal/contents/implementation.trainning": "stated", "proposal/contents/weather": "missing"})
        )

    first, second = caught.value.mistakes
    assert first.place == "proposal.contents.implementation.trainning"
    assert "'implementation.training'" in first.expected
    assert second.place == "proposal.contents.weather"


# --- support menu -----------------------------------------------------------------------------------------------------
def test_compulsory_support_and_wishes_that_are_left_out_are_named() -> None:
    report = check_submission(filed({"proposal/support_items": ["coordination", "hr"]}))

    assert {entry.item.id for entry in report.menu if entry.missing} == {"stakeholder", "issue_policy", "solution_plan"}
    assert found(report) == {
        ("support_menu.compulsory.covered", "proposal.support_items[stakeholder]"),
        ("support_menu.wish.covered", "proposal.support_items[issue_policy]"),
        ("support_menu.wish.covered", "proposal.support_items[solution_plan]"),
    }
    assert report.acceptable is True


@pytest.mark.parametrize("region", get_call("r7").regions, ids=lambda region: region.id)
def test_a_proposal_of_all_support_misses_nothing_anywhere(region: Any) -> None:
    everything = [item.id for item in get_call("r7").support_items]

    report = check_submission(filed({"proposal/region": region.id, "proposal/support_items": everything}))

    assert report.findings == ()
    assert {entry.item.id: entry.wish for entry in report.menu} == {
        name: wish.level for name, wish in region.wishes.items()
    }


def test_with_no_region_only_the_compulsory_support_is_decided() -> None:
    report = check_submission(filed({"proposal/region": ..., "proposal/support_items": []}))

    assert {rule for rule, _ in found(report)} == {"support_menu.compulsory.covered"}
    assert found(report, Status.UNDETERMINED)


# --- the result -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("changes", [{}, {ANNEX_5: ...}, {"proposal": ...}, *(changes for changes, _, _ in BROKEN[:4])])
def test_both_runners_give_the_same_plain_json(changes: dict[str, Any]) -> None:
    direct, rete = (check_submission(filed(changes), run_with=runner).to_dict() for runner in ("direct", "rete"))

    assert direct == rete
    assert json.loads(json.dumps(direct)) == direct


def test_findings_and_trace_stand_in_the_order_of_the_rule_base() -> None:
    report = check_submission(filed({ANNEX_5: ..., PROPOSAL + "/channel": "fax", "proposal/contains_falsehood": True}))
    order = {finding.rule_id: number for number, finding in enumerate(report.trace)}

    places = [order[finding.rule_id] for finding in report.findings]
    assert places == sorted(places)
    assert {finding.status for finding in report.trace} >= {Status.SATISFIED, Status.NOT_APPLICABLE}


def test_a_changed_close_is_what_counts() -> None:
    late = filed({f"{PROPOSAL}/received_at": "2025-03-31T12:00"})
    later = get_call("r7").evolve({"submission.closes_at": "2025-03-31T12:00"})

    assert check_submission(late).acceptable is False
    assert check_submission(late, call=later).acceptable is True
