"""VIII.4.(1) and (2), VIII.5, 別添3: subcontracts, cloud services and changes of staff."""

from __future__ import annotations

from asked import asked, by, of_kind
from cases import Case, Table, both_runners

from koubo.models.partners import ChangeOf
from koubo.rules.duties.viii_4_partners import change, subcontract

STAFF, MANAGER, HANDLER = ({"of": of} for of in ChangeOf)
AGREED = by("agreed_by", "changed_on")
CLOUD = {"cloud": True}

SUBCONTRACTS = Table(
    subcontract,
    {"id": "s1"},
    {
        "subcontract.services.confirmed": asked("supply_chain_confirmed", {"services": True}),
        "subcontract.party.disclosed": asked("party_disclosed"),
        "subcontract.workers.disclosed": asked("workers_disclosed"),
        "subcontract.structure.confirmed": asked("structure_confirmed"),
        "subcontract.cloud.nothing_confidential": asked("confidential", CLOUD, never=True),
        "subcontract.cloud.approved_before": by("approved_by", "started_on", {**CLOUD, "started": True}),
        "subcontract.cloud.ismap": asked("ismap", CLOUD),
        "subcontract.inspection.accepted": asked("inspection_accepted"),
        "subcontract.work.approved_before": by("approved_by", "started_on", {"started": True}),
        "subcontract.security.same_level": asked("same_security_level", {"handles_information": True}),
        "subcontract.security.reported": asked("security_reported", {"handles_information": True}),
    },
)
CHANGES = Table(
    change,
    {},
    {
        "staff.change.confirmed_before": of_kind(AGREED, STAFF, HANDLER),
        "security.manager.change_consulted": of_kind(AGREED, MANAGER, STAFF),
        "information.handlers.change_approved_before": of_kind(AGREED, HANDLER, MANAGER),
        "information.handlers.change_recorded": of_kind(asked("recorded", {"agreed": True}), HANDLER, STAFF),
    },
)


@both_runners
@SUBCONTRACTS.each
def test_subcontracts_are_disclosed_approved_and_secure(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status


@both_runners
@CHANGES.each
def test_changes_of_staff_are_agreed_beforehand(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status
