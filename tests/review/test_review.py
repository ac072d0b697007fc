"""``review``: one verdict from all checks, the chain that leads to it, and what to do first."""

from __future__ import annotations

import json
from typing import Any

import pytest
from filed import FILED, changed

from koubo.calls import get_call
from koubo.errors import InputError
from koubo.files.load import load
from koubo.models.dossier import Dossier
from koubo.reviewing import Review, review
from koubo.rules.rule import Effect, Status

both_runners = pytest.mark.parametrize("run_with", ["direct", "rete"])

TERM = {"from": "2025-05-12", "to": "2026-03-13"}
SOLO = changed(
    FILED,
    {
        "contract": {**TERM, "signed_on": "2025-05-12"},
        "applicant": {
            "members": [
                {
                    "id": "acme",
                    "legal_form": "company",
                    "established_in_japan": True,
                    "has_structure_and_facilities": True,
                    "invoice": {"number": "T9234567890123", "registered_from": "2023-10-01"},
                    "suspensions": [],
                    "accepts_contract": True,
                    "barred_by_cabinet_order": False,
                    "antisocial_ties": False,
                    "improper_conduct": False,
                    "antisocial_subcontractors": False,
                    "human_rights_effort": True,
                    "capability": {
                        "planning": True,
                        "progress_management": True,
                        "coordination": True,
                        "proofreading": True,
                    },
                    "track_record": [{"public_office": True, "domestic": True, "similar": True}],
                    "information_manager": "i1",
                    "accounting_officers": ["a1"],
                }
            ]
        },
        "staff": [
            {
                "id": "p1",
                "roles": ["project_manager"],
                "employment": "regular",
                "lives_in_japan": True,
                "enough_time": True,
                "directed_comparable_project": True,
                "expected_to_leave": False,
                "prefectural_dx_experience": True,
                "nationality_disclosed": True,
            },
            {
                "id": "r1",
                "roles": ["resident_supporter"],
                "employment": "regular",
                "related_experience": True,
                "prefectural_dx_experience": True,
                "domains": ["consulting", "business_development", "systems_engineering"],
                "nationality_disclosed": True,
                "postings": [{"proposal": "miyagi-2025", "place": "宮城県庁", "dedicated": True, **TERM}],
            },
            {"id": "o1", "roles": ["other"], "career_filed": True, "nationality_disclosed": True},
        ],
        "budget": {
            "stage": "plan",
            "lines": [
                {
                    "line_id": "L1",
                    "category": "labour",
                    "amount_yen": 30_000_000,
                    "person": "r1",
                    "direct_work": True,
                    "supplier_relation": "other",
                }
            ],
        },
    },
)


def solo(changes: dict[str, Any] | None = None) -> Dossier:
    found = load(changed(SOLO, changes or {}))
    assert isinstance(found, Dossier)
    return found


def chain(report: Review) -> list[tuple[str, str]]:
    return [(link.subject, link.conclusion) for link in report.conclusions]


@both_runners
def test_a_whole_dossier_can_be_filed(run_with: Any) -> None:
    report = review(solo(), run_with=run_with)

    assert report.fileable is True
    assert (report.findings, report.todo, report.conclusions) == ((), (), ())
    assert report.eligibility is not None
    assert report.eligibility.eligible is True
    assert report.submission is not None
    assert report.submission.acceptable is True
    assert report.budget is not None
    assert report.budget.totals.within_cap is True


# what is changed · verdict · links of the chain that lead to it
VERDICTS: list[tuple[dict[str, Any], bool | None, set[tuple[str, str]]]] = [
    (
        {"applicant/members/0/antisocial_ties": True},
        False,
        {
            ("applicant.members[acme]", "ineligible"),
            ("applicant", "ineligible"),
            ("proposal", "void"),
            ("dossier", "not_scored"),
            ("dossier", "not_fileable"),
        },
    ),
    (
        {"applicant/members/0/antisocial_ties": ...},
        None,
        {
            ("applicant.members[acme]", "eligibility_open"),
            ("applicant", "eligibility_open"),
            ("proposal", "validity_open"),
            ("dossier", "fileability_open"),
        },
    ),
    (
        {"submission/documents/5": ...},
        False,
        {("submission", "not_acceptable"), ("dossier", "not_fileable")},
    ),
    (
        {"submission/one_mail_per_proposal": ...},
        None,
        {("submission", "acceptance_open"), ("dossier", "fileability_open")},
    ),
    (
        {"proposal/contains_falsehood": True},
        False,
        {("proposal", "void"), ("dossier", "not_scored"), ("dossier", "not_fileable")},
    ),
    (
        {"budget/lines/0/amount_yen": 90_909_092},
        False,
        {("budget", "over_cap"), ("dossier", "not_fileable")},
    ),
    ({"budget/lines/0/amount_yen": 90_909_091}, True, set()),
    (
        {"budget/lines/0/amount_yen": 90_909_092, "budget/lines/0/direct_work": ...},
        None,
        {("budget", "cap_open"), ("dossier", "fileability_open")},
    ),
    ({"budget": ...}, True, set()),
    ({"proposal/contents/implementation.training": "missing"}, True, set()),
    ({"proposal/support_items": []}, True, set()),
]


@both_runners
@pytest.mark.parametrize(("changes", "fileable", "links"), VERDICTS)
def test_the_verdict_follows_from_the_parts(
    changes: dict[str, Any], fileable: bool | None, links: set[tuple[str, str]], run_with: Any
) -> None:
    report = review(solo(changes), run_with=run_with)

    assert report.fileable is fileable
    assert set(chain(report)) == links


def test_the_chain_runs_from_the_member_up_to_the_dossier() -> None:
    links = chain(review(solo({"applicant/members/0/antisocial_ties": True})))

    assert [subject for subject, _ in links][-2:] == ["dossier", "dossier"]
    assert links.index(("applicant.members[acme]", "ineligible")) < links.index(("applicant", "ineligible"))
    assert links.index(("applicant", "ineligible")) < links.index(("proposal", "void"))


@pytest.mark.parametrize(
    ("left_out", "reports"),
    [
        (("budget",), {"eligibility", "submission"}),
        (("proposal", "submission", "budget"), {"eligibility"}),
        (("contract", "applicant", "staff", "proposal", "budget"), {"submission"}),
        (("contract", "applicant", "staff", "proposal", "submission"), {"budget"}),
    ],
)
def test_only_checks_that_have_facts_are_made_and_the_verdict_stays_open(
    left_out: tuple[str, ...], reports: set[str]
) -> None:
    report = review(solo({"budget/lines/0/person": "p1"} | dict.fromkeys(left_out, ...)))
    found = report.to_dict()

    assert {name for name in ("eligibility", "submission", "budget") if found[name] is not None} == reports
    assert report.fileable is (True if reports == {"eligibility", "submission"} else None)


def test_a_finding_of_two_reports_stands_once() -> None:
    report = review(solo({"proposal/contains_falsehood": True}))

    assert report.eligibility is not None
    assert report.submission is not None
    for findings in (report.eligibility.findings, report.submission.findings, report.findings):
        assert [finding.rule_id for finding in findings] == ["submission.proposal.falsehood"]
    subjects = [(finding.rule_id, finding.subject) for finding in report.trace]
    assert len(subjects) == len(set(subjects))


# --- what to do -------------------------------------------------------------------------------------------------------
SEVERAL = {
    "applicant/members/0/human_rights_effort": False,
    "applicant/members/0/established_in_japan": ...,
    "applicant/members/0/track_record": [],
    "staff/0/expected_to_leave": True,
    "submission/upload_address_requested_at": "2025-03-28",
    "submission/documents/5": ...,
    "submission/inquiries": [{"kind": "question", "channel": "email", "sent_at": "2025-03-22"}],
    "proposal/contents/roles.knowhow_transfer": "missing",
}


def test_the_most_serious_comes_first_the_open_after_the_broken_and_warnings_last() -> None:
    report = review(solo(SEVERAL))
    ranks = [(todo.finding.effect, todo.finding.status) for todo in report.todo]

    assert [effect for effect, status in ranks if status is Status.VIOLATED] == [
        Effect.DISQUALIFIED,
        Effect.INVALID,
        Effect.LATE,
        Effect.LATE,
        Effect.NEEDS_DOCUMENT,
        Effect.BREACH,
        Effect.WARNING,
    ]
    assert ranks.index((Effect.INVALID, Status.UNDETERMINED)) == len(ranks) - 2
    assert {id(todo.finding) for todo in report.todo} == {id(finding) for finding in report.findings}


@pytest.mark.parametrize(
    ("rule_id", "calendar", "until"),
    [
        ("submission.upload_request.in_time", "upload_address_request", "2025-03-27T12:00:00+09:00"),
        ("submission.document.received", "application", "2025-03-28T15:00:00+09:00"),
        ("submission.question.in_time", "questions", "2025-03-21T17:00:00+09:00"),
        ("proposal_content.roles.knowhow_transfer", "application", "2025-03-28T15:00:00+09:00"),
    ],
)
def test_each_thing_to_do_has_its_term_from_the_calendar(rule_id: str, calendar: str, until: str) -> None:
    (todo,) = [todo for todo in review(solo(SEVERAL)).todo if todo.finding.rule_id == rule_id]

    assert todo.calendar is not None
    assert (todo.calendar.id, todo.until) == (calendar, until)
    assert todo.to_dict()["until"] == until


def test_a_changed_close_moves_the_term() -> None:
    later = get_call("r7").evolve({"submission.closes_at": "2025-03-31T12:00"})

    (todo,) = review(solo({"submission/documents/5": ...}), call=later).todo

    assert todo.until == "2025-03-31T12:00:00+09:00"


@pytest.mark.parametrize("due", ["2025-04-02", "2025-04-02T12:00:00+09:00"])
def test_a_correction_has_the_term_that_was_set_for_it(due: str) -> None:
    defect = {"found": True, "correction_requested": True, "corrected": False, "correction_due": due}

    (todo,) = review(solo({"proposal/defect": defect})).todo

    assert (todo.until, todo.calendar) == (due, None)


def test_consultation_on_a_line_has_no_term_and_a_settlement_none_either() -> None:
    works = {"line_id": "L2", "category": "works", "amount_yen": 10_000, "supplier_relation": "other"}
    planned = review(solo({"budget/lines/1": works}))
    settled = review(solo({"budget/stage": "settlement", "budget/lines/0/direct_work": False}))

    assert [todo.until for todo in planned.todo if todo.finding.effect is Effect.NEEDS_CONSULTATION] == [None]
    assert {todo.until for todo in settled.todo if todo.finding.rule.area == "expense"} == {None}


# --- the result -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("changes", [{}, SEVERAL, *(changes for changes, _, _ in VERDICTS[:6])])
def test_both_runners_give_the_same_plain_json(changes: dict[str, Any]) -> None:
    direct, rete = (review(solo(changes), run_with=runner).to_dict() for runner in ("direct", "rete"))

    assert direct == rete
    assert json.loads(json.dumps(direct)) == direct


def test_an_unknown_content_is_a_mistake_here_too() -> None:
    with pytest.raises(InputError, match=r"proposal\.contents\.implementation\.trainning"):
        review(solo({"proposal/contents/implementation.trainning": "stated"}))
