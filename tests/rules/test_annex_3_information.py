"""別添3: the information management plan, its handlers, its changes, the plan of return."""

from __future__ import annotations

from datetime import date

import pytest
from asked import asked, by, nothing_in, of_kind
from cases import Case, Table, both_runners

from koubo.calls import get_call
from koubo.facts.duties.information import information_facts
from koubo.models.information import Handler, IncidentStep, Information, PlanSection
from koubo.rules.duties.annex_3_plan import change, handler, plan, return_plan

SIGNED = date(2025, 5, 12)
APPROVED = by("approved_by", "changed_on")
EDUCATION, HANDLING, WORKPLACE, TEMPORARY = ({"of": section} for section in PlanSection)


def chiefs(certain: int, known: int | None) -> dict[str, object]:
    return {"certain_chief_handlers": certain, "chief_handlers": known}


PLAN = Table(
    plan,
    {},
    {
        "information.plan.approved_in_time": {
            "satisfied": [
                {"contract_signed_on": SIGNED, "plan_approved_by": date(2025, 5, 19)},
                {"contract_signed_on": SIGNED, "plan_approved_by": date(2025, 5, 1)},
            ],
            "violated": [{"contract_signed_on": SIGNED, "plan_approved_by": date(2025, 5, 20)}],
            "undetermined": [{"contract_signed_on": SIGNED}, {"plan_approved_by": SIGNED}, {}],
        },
        "information.plan.approved_before_work": by("plan_approved_by", "work_started_on"),
        "information.handlers.designated": {
            "satisfied": [{"handlers": 1}],
            "violated": [{"handlers": 0}],
            "undetermined": [{}],
        },
        "information.handlers.one_chief": {
            "satisfied": [chiefs(1, 1)],
            "violated": [chiefs(0, 0), chiefs(2, 2), chiefs(2, None)],
            "undetermined": [chiefs(0, None), chiefs(1, None), {}],
        },
        "information.education.planned": asked("education_planned"),
        "information.handling.planned": nothing_in("missing_handling", "copying"),
        "information.workplace.planned": nothing_in("missing_workplace", "devices", {"other_workplace": True}),
        "information.incident.contact_shown": asked("incident_contact_shown"),
        "information.incident.procedure": nothing_in("missing_steps", "prevention"),
        "information.incident.national_security": nothing_in(
            "missing_records_steps", "hand_over", {"national_security": True}
        ),
        "information.workplace.audit_accepted": asked("workplace_audit_accepted", {"workplace_audit_requested": True}),
        "information.insufficiency.corrected": {
            "satisfied": [{"insufficiency_found": True, "insufficiency_corrected": True, "correction_in_plan": True}],
            "violated": [
                {"insufficiency_found": True, "insufficiency_corrected": False},
                {"insufficiency_found": True, "insufficiency_corrected": True, "correction_in_plan": False},
            ],
            "undetermined": [{"insufficiency_found": True, "insufficiency_corrected": True}, {}],
            "not_applicable": [{"insufficiency_found": False, "insufficiency_corrected": False}],
        },
    },
)
LONGER = Table(
    plan,
    {"contract_signed_on": SIGNED},
    {
        "information.plan.approved_in_time": {
            "satisfied": [{"plan_approved_by": date(2025, 5, 26)}],
            "violated": [{"plan_approved_by": date(2025, 5, 27)}],
        }
    },
    call=get_call("r7").evolve({"information_plan.days": 14}),
)
HANDLERS = Table(
    handler,
    {"id": "p2"},
    {"information.handlers.trained": asked("trained"), "information.handlers.listed": asked("listed")},
)
CHANGES = Table(
    change,
    {},
    {
        "information.change.education": of_kind(APPROVED, EDUCATION, HANDLING),
        "information.change.handling": of_kind(APPROVED, HANDLING, WORKPLACE),
        "information.change.workplace": of_kind(APPROVED, WORKPLACE, TEMPORARY),
        "information.change.temporary": of_kind(APPROVED, TEMPORARY, EDUCATION),
        "information.change.plan_updated": of_kind(asked("plan_updated"), WORKPLACE, TEMPORARY),
    },
)
RETURN = Table(
    return_plan,
    {},
    {
        "information.return_plan.complete": nothing_in("missing_return_parts", "witness, responsible"),
        "information.register.submitted": asked("register_submitted", {"all_disposed": True}),
    },
)


@both_runners
@PLAN.each
def test_the_plan_is_approved_and_whole(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status


@both_runners
@LONGER.each
def test_the_days_are_those_of_the_call(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status


@both_runners
@HANDLERS.each
def test_handlers_are_trained_and_listed(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status


@both_runners
@CHANGES.each
def test_changes_are_approved_beforehand(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status


@both_runners
@RETURN.each
def test_information_is_returned_as_planned(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status


@pytest.mark.parametrize(
    ("chief", "certain", "known"),
    [
        ([], 0, 0),
        ([True], 1, 1),
        ([True, False], 1, 1),
        ([True, None], 1, None),
        ([None], 0, None),
        ([True, True, None], 2, None),
        (None, None, None),
    ],
)
def test_chiefs_are_counted_as_far_as_they_are_known(
    chief: list[bool | None] | None, certain: int | None, known: int | None
) -> None:
    handlers = None if chief is None else tuple(Handler(id=f"p{n}", chief=one) for n, one in enumerate(chief))

    facts = information_facts(
        Information(handlers=handlers), contract_signed_on=None, work_started_on=None, national_security=None
    )

    assert (facts.certain_chief_handlers, facts.chief_handlers) == (certain, known)


def test_steps_on_records_are_asked_for_apart_from_the_others() -> None:
    ordinary = tuple(step for step in IncidentStep if step not in {IncidentStep.RECORDS, IncidentStep.HAND_OVER})

    facts = information_facts(
        Information(incident_steps=ordinary), contract_signed_on=None, work_started_on=None, national_security=None
    )

    assert (facts.missing_steps, facts.missing_records_steps) == ("", "records, hand_over")
