"""IV.1.(1).イ: the corporations, rule by rule."""

from __future__ import annotations

from datetime import date

from cases import Case, Table, both_runners

from koubo.calls import get_call
from koubo.models.applicant import Agreement
from koubo.rules.iv_1_qualifications.subjects import applicant, member, person

APPLICANT = {"records": 0, "several_applications": False}
JOINT = {"joint": True}
ALONE = {"joint": False}
AGREED = JOINT | {"agreement": Agreement.CONCLUDED}
MAY_12 = date(2025, 5, 12)


def ability(name: str) -> dict[str, list[dict[str, bool]]]:
    return {"satisfied": [{name: True}], "violated": [{name: False}], "undetermined": [{}]}


def joint_only(*facts: str) -> dict[str, list[dict[str, bool]]]:
    """One flag or two that a consortium has to fulfil, and a single applicant has not."""
    good = dict.fromkeys(facts, True)
    return {
        "satisfied": [JOINT | good],
        "violated": [JOINT | good | {fact: False} for fact in facts] + [JOINT | {facts[0]: False}],
        "undetermined": [JOINT, JOINT | dict.fromkeys(facts[1:], True), {facts[0]: False}],
        "not_applicable": [ALONE, ALONE | dict.fromkeys(facts, False)],
    }


APPLICANT_TABLE = Table(
    applicant,
    APPLICANT,
    {
        "eligibility.capability.planning": ability("planning"),
        "eligibility.capability.progress_management": ability("progress_management"),
        "eligibility.capability.coordination": ability("coordination"),
        "eligibility.capability.proofreading": ability("proofreading"),
        "eligibility.track_record.public_office": {
            "satisfied": [
                {"records": 1, "possible_records": 1, "unclear_records": False},
                {"records": 1},
                {"records": 3, "possible_records": 5},
            ],
            "violated": [{"possible_records": 0, "unclear_records": False}],
            "undetermined": [{}, {"possible_records": 1}, {"possible_records": 4}],
        },
        "eligibility.consortium.agreement": {
            "satisfied": [JOINT | {"agreement": "concluded"}, JOINT | {"agreement": "certain"}],
            "violated": [JOINT | {"agreement": "uncertain"}, JOINT | {"agreement": "none"}],
            "undetermined": [JOINT, {"agreement": "none"}, {}],
            "not_applicable": [ALONE, ALONE | {"agreement": "none"}],
        },
        "eligibility.consortium.agreement_in_time": {
            "satisfied": [
                AGREED | {"agreement_on": date(2025, 5, 11), "signed_on": MAY_12},
                AGREED | {"agreement_on": MAY_12, "signed_on": MAY_12},
                JOINT | {"agreement": "certain", "agreement_on": MAY_12, "signed_on": MAY_12},
                JOINT | {"agreement": "certain"},  # certain to be concluded in time: the day need not be known
            ],
            "violated": [
                AGREED | {"agreement_on": date(2025, 5, 13), "signed_on": MAY_12},
                JOINT | {"agreement": "certain", "agreement_on": date(2025, 5, 13), "signed_on": MAY_12},
            ],
            "undetermined": [
                AGREED,
                AGREED | {"agreement_on": MAY_12},
                AGREED | {"signed_on": MAY_12},
                JOINT | {"agreement_on": date(2025, 5, 13), "signed_on": MAY_12},
            ],
            "not_applicable": [ALONE, JOINT | {"agreement": "none"}, JOINT | {"agreement": "uncertain"}],
        },
        "eligibility.consortium.representative": joint_only("representative_named"),
        "eligibility.consortium.invoice_oath": joint_only("invoice_oath"),
        "eligibility.project_manager.number": {
            "satisfied": [{"project_managers": 1}],
            "violated": [{"project_managers": 0}, {"project_managers": 2}],
            "undetermined": [{}],
        },
        "eligibility.project_manager.record": {
            "satisfied": [{"project_managers": 1, "experienced_project_manager": True}],
            "violated": [{"project_managers": 1, "experienced_project_manager": False}],
            "undetermined": [{}, {"project_managers": 1}],
            "not_applicable": [{"project_managers": 0, "experienced_project_manager": False}],
        },
        "eligibility.resident_supporter.number": {
            "satisfied": [{"resident_supporters": 1}, {"resident_supporters": 3}],
            "violated": [{"resident_supporters": 0}],
            "undetermined": [{}],
        },
        "eligibility.resident_supporter.year_round": {
            "satisfied": [{"uncovered_days": 0, "gaps": ""}],
            "violated": [{"uncovered_days": 1, "gaps": "2025-08-01"}, {"gaps": "../.."}, {"uncovered_days": 306}],
            "undetermined": [{}, {"uncovered_days": 0}, {"gaps": ""}],
        },
        "eligibility.information_manager.general": joint_only(
            "general_information_manager_named", "general_information_manager_belongs"
        ),
        "eligibility.accounting_officer.general": joint_only(
            "general_accounting_officer_named", "general_accounting_officer_belongs"
        ),
    },
)

REGISTERED = {
    "invoice_registered": True,
    "invoice_registered_from": date(2023, 10, 1),
    "invoice_expired": False,
    "applied_on": date(2025, 3, 28),
}

MEMBER_TABLE = Table(
    member,
    {"joint": True},
    {
        "eligibility.lead.appointed": {
            "satisfied": [{"lead_named": True, "lead_belongs": True}],
            "violated": [{"lead_named": False}, {"lead_named": True, "lead_belongs": False}],
            "undetermined": [{}, {"lead_named": True}],
            "not_applicable": [{"joint": False}, {"joint": False, "lead_named": False}],
        },
        "eligibility.invoice.registered": {
            "satisfied": [REGISTERED, REGISTERED | {"invoice_registered_from": date(2025, 3, 28)}],
            "violated": [
                {"invoice_registered": False},
                REGISTERED | {"invoice_registered_from": date(2025, 3, 29)},
                REGISTERED | {"invoice_expired": True},
                REGISTERED | {"invoice_registered": None, "invoice_expired": True},
            ],
            "undetermined": [
                {},
                REGISTERED | {"invoice_registered": None},
                REGISTERED | {"invoice_registered_from": None},
            ],
        },
        "eligibility.information_manager.appointed": {
            "satisfied": [
                {"information_manager_named": True, "information_manager_belongs": True},
                {"joint": False, "information_manager_named": True, "information_manager_belongs": True},
            ],
            "violated": [
                {"information_manager_named": False},
                {"information_manager_named": True, "information_manager_belongs": False},
                {"joint": False, "information_manager_named": False},
            ],
            "undetermined": [{}, {"information_manager_named": True}, {"joint": False}],
        },
        "eligibility.accounting_officer.number": {
            "satisfied": [
                {"accounting_officers": 1, "accounting_officers_belong": True},
                {"joint": False, "accounting_officers": 1, "accounting_officers_belong": True},
            ],
            "violated": [
                {"accounting_officers": 0, "accounting_officers_belong": True},
                {"accounting_officers": 2, "accounting_officers_belong": True},
                {"accounting_officers": 2},
                {"accounting_officers": 1, "accounting_officers_belong": False},
            ],
            "undetermined": [{}, {"accounting_officers": 1}],
        },
    },
)

MANAGER = {"project_manager": True, "resident_supporter": False, "joint": True}

PERSON_TABLE = Table(
    person,
    MANAGER,
    {
        "eligibility.project_manager.of_representative": {
            "satisfied": [{"of_representative": True}],
            "violated": [{"of_representative": False}],
            "undetermined": [{}, {"joint": None, "of_representative": False}],
            "not_applicable": [
                {"joint": False, "of_representative": False},
                {"project_manager": False, "of_representative": False},
            ],
        },
    },
)

STRICTER = Table(
    applicant,
    APPLICANT,
    {
        "eligibility.track_record.public_office": {
            "satisfied": [{"records": 2, "possible_records": 2, "unclear_records": False}],
            "violated": [{"records": 1, "possible_records": 1, "unclear_records": False}],
            "undetermined": [{"records": 1, "possible_records": 2}],
        },
        "eligibility.resident_supporter.number": {
            "satisfied": [{"resident_supporters": 2}],
            "violated": [{"resident_supporters": 1}],
            "undetermined": [{}],
        },
    },
    call=get_call("r7").evolve({"applicant.min_track_records": 2, "staff.min_resident_supporters": 2}),
)


@both_runners
@APPLICANT_TABLE.each
def test_each_rule_on_the_applicant_says_what_the_table_says(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status


@both_runners
@MEMBER_TABLE.each
def test_each_rule_on_a_member_says_what_the_table_says(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status


@both_runners
@PERSON_TABLE.each
def test_each_rule_on_a_person_says_what_the_table_says(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status


@both_runners
@STRICTER.each
def test_a_call_that_asks_for_more_is_followed(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status
