"""VI.1: the implementation plan and the way to the contract."""

from __future__ import annotations

from asked import asked, by, nothing_in
from cases import Case, Table, both_runners

from koubo.rules.duties.vi_1_plan import comparison, plan

PLAN = Table(
    plan,
    {},
    {
        "plan.parts.complete": nothing_in("missing_parts", "schedule, staffing"),
        "plan.subcontracts.stated": asked("subcontracts_stated", {"has_subcontracts": True}),
        "plan.region.agreed": asked("region_agreed"),
        "plan.review.taken_in": asked("reviewed"),
        "plan.ministry.approved": asked("approved"),
        "contract.commission.approved_before": by("commission_approved_by", "contract_signed_on"),
        "contract.commission.after_plan": by("approved_by", "commission_approved_on", {"commission_approved": True}),
        "contract.documents.supplied": asked("documents_supplied", {"documents_requested": True}),
        "contract.correction.made": asked("corrected", {"correction_requested": True}),
    },
)
COMPARISON = Table(
    comparison,
    {},
    {
        "plan.support.not_added": nothing_in("added_items", "hr"),
        "plan.support.not_dropped": nothing_in("dropped_items", "stakeholder"),
        "plan.residents.not_added": nothing_in("added_residents", "r2"),
        "plan.residents.not_removed": nothing_in("removed_residents", "r1, r2"),
    },
)


@both_runners
@PLAN.each
def test_the_plan_is_what_the_call_asks_for(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status


@both_runners
@COMPARISON.each
def test_the_plan_keeps_to_the_proposal(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status
