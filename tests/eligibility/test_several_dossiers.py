"""Several dossiers at once: one person in two of them, and two applications for one region."""

from __future__ import annotations

from typing import Any

import pytest
from eligible_dossiers import Tree, alone, consortium, dossier, member, number, posting

from koubo.eligibility import EligibilityReport, check_eligibility
from koubo.models.dossier import Dossier

M, SUPPORTER = "applicant.members[0]", "staff[1]"
OVERLAP = "eligibility.several_applications.overlap"
REGION = "eligibility.several_applications.different_regions"


def stay(proposal: str | None, start: str | None, end: str | None) -> dict[str, Any]:
    return posting(**{"proposal": proposal, "from": start, "to": end})


def application(proposal: str, *postings: dict[str, Any], tree: Tree | None = None, **changes: Any) -> Dossier:
    """Return a clean dossier for a proposal whose supporter has some postings."""
    more = {path.replace("__", "."): value for path, value in changes.items()}
    return dossier(tree or alone(), {"proposal.id": proposal, f"{SUPPORTER}.postings": list(postings), **more})


def first_half(proposal: str) -> dict[str, Any]:
    return stay(proposal, "2025-05-12", "2025-10-31")


def second_half(proposal: str, start: str = "2025-11-01") -> dict[str, Any]:
    return stay(proposal, start, "2026-03-13")


def found(report: EligibilityReport, rule_id: str) -> list[tuple[str, dict[str, Any]]]:
    return [(one.status.value, one.facts) for one in report.findings if one.rule_id == rule_id]


def test_reports_come_in_the_order_of_the_dossiers() -> None:
    reports = check_eligibility([application("b"), application("a")])

    assert [report.proposal_id for report in reports] == ["b", "a"]
    assert check_eligibility([]) == []


def test_halves_that_do_not_touch_do_not_overlap() -> None:
    reports = check_eligibility([application("a", first_half("a")), application("b", second_half("b"))])

    assert [found(report, OVERLAP) for report in reports] == [[], []]


def test_one_shared_day_falls_on_both_proposals() -> None:
    reports = check_eligibility(
        [application("a", first_half("a")), application("b", second_half("b", start="2025-10-31"))]
    )

    facts = {"posted": True, "shared_days": 1}
    assert found(reports[0], OVERLAP) == [("violated", facts | {"shared": "b: 2025-10-31"})]
    assert found(reports[1], OVERLAP) == [("violated", facts | {"shared": "a: 2025-10-31"})]
    assert [report.eligible for report in reports] == [False, False]
    assert {one.clause for report in reports for one in report.findings if one.rule_id == OVERLAP} == {"IV.3.(4).⑥"}
    assert {one.effect.value for report in reports for one in report.findings if one.rule_id == OVERLAP} == {
        "disqualified"
    }


def test_a_third_proposal_stays_clean() -> None:
    reports = check_eligibility(
        [
            application("a", first_half("a")),
            application("b", first_half("b")),
            application("c", second_half("c")),
        ]
    )

    assert [bool(found(report, OVERLAP)) for report in reports] == [True, True, False]


def test_one_dossier_tells_of_postings_for_another_proposal_too() -> None:
    report = check_eligibility(application("a", first_half("a"), stay("b", "2025-10-01", "2025-11-30")))

    ((status, facts),) = found(report, OVERLAP)
    assert (status, facts["shared_days"], facts["shared"]) == ("violated", 31, "b: 2025-10-01/2025-10-31")


def test_a_proposal_falls_by_a_person_whom_only_the_other_dossier_names() -> None:
    told = application("a", first_half("a"), first_half("b"))
    silent = application("b", staff=[])

    reports = check_eligibility([told, silent])

    assert [status for report in reports for status, _ in found(report, OVERLAP)] == ["violated", "violated"]
    assert [one.subject for one in reports[1].findings if one.rule_id == OVERLAP] == ["staff[supporter]"]


def test_postings_of_two_other_proposals_do_not_concern_a_third() -> None:
    report = check_eligibility(application("c", second_half("c"), first_half("a"), first_half("b")))

    assert found(report, OVERLAP) == []


SAME_PERSON: dict[str, tuple[dict[str, Any], bool]] = {
    "the same id of the same number": ({}, True),
    "under another member id": (
        {f"{M}.id": "acme-2", "staff[0].member": "acme-2", f"{SUPPORTER}.member": "acme-2"},
        True,
    ),
    "another corporate number": ({f"{M}.corporate_number": number(7)}, False),
    "no number, the same member id": ({f"{M}.corporate_number": None}, True),
    "a placeholder, the same member id": ({f"{M}.corporate_number": "9999999999999"}, True),
    "no number, another member id": (
        {
            f"{M}.corporate_number": None,
            f"{M}.id": "other",
            "staff[0].member": "other",
            f"{SUPPORTER}.member": "other",
        },
        False,
    ),
    "another staff id": ({f"{SUPPORTER}.id": "somebody"}, False),
}


@pytest.mark.parametrize(("changes", "same"), SAME_PERSON.values(), ids=SAME_PERSON)
def test_a_person_is_the_same_by_id_and_corporate_number(changes: dict[str, Any], same: bool) -> None:
    ours = application("a", first_half("a"))
    theirs = dossier(alone(), {"proposal.id": "b", f"{SUPPORTER}.postings": [first_half("b")], **changes})

    reports = check_eligibility([ours, theirs])

    assert [bool(found(report, OVERLAP)) for report in reports] == [same, same]


def test_the_person_is_found_across_consortia() -> None:
    other = consortium()
    other["applicant"]["members"] = [member("gamma", 9), member("acme", 1)]
    other["applicant"]["representative"] = "gamma"
    other["applicant"] |= {"general_information_manager": "g", "general_accounting_officer": "h"}

    reports = check_eligibility([application("a", first_half("a")), application("b", first_half("b"), tree=other)])

    assert [bool(found(report, OVERLAP)) for report in reports] == [True, True]


OPEN: dict[str, list[dict[str, Any]]] = {
    "an unknown end": [first_half("a"), stay("b", "2025-06-01", None)],
    "an unknown proposal": [first_half("a"), stay(None, "2025-06-01", "2025-06-30")],
}


@pytest.mark.parametrize("postings", OPEN.values(), ids=OPEN)
def test_what_is_not_known_of_a_posting_leaves_the_overlap_open(postings: list[dict[str, Any]]) -> None:
    report = check_eligibility(application("a", *postings))

    assert [status for status, _ in found(report, OVERLAP)] == ["undetermined"]


def test_an_unknown_end_after_the_posting_does_not_matter() -> None:
    report = check_eligibility(application("a", first_half("a"), stay("b", "2025-11-01", None)))

    assert found(report, OVERLAP) == []


def test_postings_told_in_either_dossier_cover_the_term_together() -> None:
    one = application("a", stay("a", "2025-05-12", "2025-09-30"))
    other = application("b", stay("a", "2025-10-01", "2026-03-13"))

    assert check_eligibility(one).eligible is False
    assert check_eligibility([one, other])[0].eligible is True


REGIONS: dict[str, tuple[str | None, str | None, dict[str, Any], list[str]]] = {
    "one region twice": ("miyagi", "miyagi", {}, ["violated"]),
    "two regions": ("miyagi", "okinawa", {}, []),
    "two applicants": ("miyagi", "miyagi", {f"{M}.corporate_number": number(7)}, []),
    "an unknown region": ("miyagi", None, {}, ["undetermined"]),
}


@pytest.mark.parametrize(("ours", "theirs", "changes", "statuses"), REGIONS.values(), ids=REGIONS)
def test_two_applications_of_one_applicant_for_one_region_are_a_warning(
    ours: str | None, theirs: str | None, changes: dict[str, Any], statuses: list[str]
) -> None:
    first = dossier(alone(), {"proposal.id": "p-1", "proposal.region": ours})
    second = dossier(
        alone(),
        {
            "proposal.id": "p-2",
            "proposal.region": theirs,
            f"{SUPPORTER}.id": "somebody",
            f"{SUPPORTER}.postings": [posting("p-2")],
            **changes,
        },
    )

    reports = check_eligibility([first, second])

    assert [[status for status, _ in found(report, REGION)] for report in reports] == [statuses, statuses]
    assert [report.eligible for report in reports] == [True, True]


def test_a_dossier_on_its_own_is_never_one_of_several() -> None:
    report = check_eligibility(dossier(alone(), {"proposal.region": "miyagi"}))

    assert [one.status.value for one in report.trace if one.rule_id == REGION] == ["not_applicable"]
