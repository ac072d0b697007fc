"""VII, VIII.3: reports, publications, rights, secrets."""

from __future__ import annotations

from asked import asked, by, nothing_in, of_kind
from cases import Case, Table, both_runners

from koubo.models.outcomes import ReportKind
from koubo.rules.duties.vii_publications import disclosure, publication
from koubo.rules.duties.vii_reports import report
from koubo.rules.duties.vii_rights import invention

INTERIM, FINAL, EXPENDITURE = ({"kind": kind} for kind in ReportKind)

REPORTS = Table(
    report,
    {},
    {
        "report.results.in_time": of_kind(by("submitted_by", "due_on"), FINAL, EXPENDITURE),
        "report.corrections.made": asked("corrections_made", {"corrections_requested": True}),
        "report.expenditure.in_time": of_kind(by("submitted_by", "due_on"), EXPENDITURE, INTERIM),
        "report.interim.complete": of_kind(nothing_in("missing_topics", "outcome, spending"), INTERIM, FINAL),
        "report.form.used": of_kind(asked("in_given_form"), INTERIM, EXPENDITURE),
    },
)
PUBLICATIONS = Table(
    publication,
    {},
    {
        "publication.notice.before": by("notified_by", "published_on", {"published": True}),
        "publication.project.named": asked("names_project", {"published": True}),
        "publication.package.named": asked("names_package", {"published": True, "publicity": True}),
    },
)
INVENTIONS = Table(
    invention,
    {},
    {
        "rights.confirmation.filed": asked("confirmation_filed"),
        "rights.invention.reported": asked("reported"),
        "rights.licence.free": asked("licensed_free", {"licence_requested": True}),
        "rights.licence.unused": asked("licensed_to_third_party", {"third_party_licence_requested": True}),
        "rights.transfer.approved_before": of_kind(
            by("transfer_approved_by", "transferred_on", {"transferred": True}),
            {"transfer_exempt": False},
            {"transfer_exempt": True},
        ),
    },
)
DISCLOSURES = Table(
    disclosure,
    {},
    {"secret.disclosure.consulted_before": by("consulted_by", "disclosed_on", {"disclosed": True})},
)


@both_runners
@REPORTS.each
def test_reports_come_in_time_and_whole(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status


@both_runners
@PUBLICATIONS.each
def test_publications_are_announced_and_name_the_work(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status


@both_runners
@INVENTIONS.each
def test_rights_stay_on_the_conditions_of_the_call(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status


@both_runners
@DISCLOSURES.each
def test_secrets_are_shown_after_consultation(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status
