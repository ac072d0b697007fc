"""VIII.4.(2), VIII.5, VIII.6: disclosures and the structure for information security."""

from __future__ import annotations

from asked import asked, by
from cases import Case, Table, both_runners

from koubo.rules.duties.viii_5_security import security

ALL_DISCLOSED = {"capital_disclosed": True, "workplace_disclosed": True, "key_persons_disclosed": True}

TABLE = Table(
    security,
    {},
    {
        "disclosure.applicant.complete": {
            "satisfied": [ALL_DISCLOSED],
            "violated": [{**ALL_DISCLOSED, "workplace_disclosed": False}, {"key_persons_disclosed": False}],
            "undetermined": [{**ALL_DISCLOSED, "capital_disclosed": None}, {}],
        },
        "disclosure.staff.complete": asked("staff_disclosed"),
        "security.manager.background_stated": asked("manager_background_stated"),
        "security.outline.shown_before_work": by("outline_shown_by", "work_started_on"),
        "security.department.joined": asked("security_department"),
        "security.information.supplied": asked("information_supplied", {"information_requested": True}),
        "security.insufficiency.resolved": asked("insufficiency_resolved", {"insufficiency_raised": True}),
        "security.audit_trail.taken": asked("audit_trail"),
        "security.contact.shown": asked("contact_shown"),
        "security.evidence.structure": asked("evidence_structure"),
        "security.evidence.other_department": asked("evidence_by_other_department"),
        "security.records.kept": asked("records_kept", {"national_security": True}),
        "security.status.reported": asked("status_reported", {"status_requested": True}),
        "security.audit.accepted": asked("audit_accepted", {"audit_requested": True}),
        "security.investigation.documented": asked("investigation_documented"),
        "security.oath.filed_before_work": by("oath_filed_by", "work_started_on"),
    },
)


@both_runners
@TABLE.each
def test_the_structure_for_security_is_in_place(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status
