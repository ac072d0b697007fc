"""The implementation plan held against the proposal."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koubo.duties.compare import compare_plan
from koubo.files.structure import structure
from koubo.models.dossier import Dossier

ITEMS = ["coordination", "stakeholder", "hr"]
RESIDENTS = ["r1", "r2"]


def side(items: list[str] | None, residents: list[str] | None, directed: list[str] | None = None) -> Dossier:
    staff = [{"id": one, "roles": ["resident_supporter"]} for one in residents or []]
    told = {
        "proposal": {"id": "p", "support_items": items},
        "staff": None if residents is None else [*staff, {"id": "boss", "roles": ["project_manager"]}],
        "plan": {"directed_changes": directed},
    }
    return structure(told, Dossier)


BEFORE = side(ITEMS, RESIDENTS)


@pytest.mark.parametrize(
    ("plan", "violated", "undetermined"),
    [
        (side(ITEMS, RESIDENTS), [], []),
        (side(ITEMS[::-1], RESIDENTS[::-1]), [], []),
        (side([*ITEMS, "solution_plan"], RESIDENTS, []), ["plan.support.not_added"], []),
        (side(ITEMS[:2], RESIDENTS, []), ["plan.support.not_dropped"], []),
        (side(ITEMS, [*RESIDENTS, "r3"], []), ["plan.residents.not_added"], []),
        (side(ITEMS, ["r1"], []), ["plan.residents.not_removed"], []),
        (side(ITEMS, ["r1", "r3"], []), ["plan.residents.not_added", "plan.residents.not_removed"], []),
        (side(ITEMS, ["r1", "r3"], ["r2", "r3"]), [], []),
        (side([*ITEMS, "solution_plan"], RESIDENTS, ["solution_plan"]), [], []),
        (side(["coordination"], RESIDENTS, ["hr"]), ["plan.support.not_dropped"], []),
        (side([*ITEMS, "solution_plan"], RESIDENTS, None), [], ["plan.support.not_added"]),
        (side(None, RESIDENTS, []), [], ["plan.support.not_added", "plan.support.not_dropped"]),
        (side(ITEMS, None, []), [], ["plan.residents.not_added", "plan.residents.not_removed"]),
    ],
)
def test_only_directed_changes_are_accepted(plan: Dossier, violated: list[str], undetermined: list[str]) -> None:
    found = compare_plan(BEFORE, plan)

    assert [one.rule_id for one in found.findings if one.status == "violated"] == violated
    assert [one.rule_id for one in found.findings if one.status == "undetermined"] == undetermined
    assert found.acceptable is (False if violated else None if undetermined else True)
    assert len(found.trace) == 4


def test_what_changed_is_told_whether_it_was_directed_or_not() -> None:
    found = compare_plan(BEFORE, side(["coordination", "hr", "solution_plan"], ["r2", "r3"], ["r3"]))

    assert json.loads(json.dumps(found.to_dict())) == {
        "call": "r7",
        "acceptable": False,
        "support_items": {"added": ["solution_plan"], "dropped": ["stakeholder"]},
        "residents": {"added": ["r3"], "removed": ["r1"]},
        "directed": ["r3"],
        "findings": [finding.to_dict() for finding in found.findings],
    }
    assert [finding.facts for finding in found.findings] == [
        {"added_items": "solution_plan"},
        {"dropped_items": "stakeholder"},
        {"removed_residents": "r1"},
    ]


LISTS = st.one_of(st.none(), st.lists(st.sampled_from([*ITEMS, "solution_plan"]), unique=True))


@given(LISTS, LISTS, LISTS)
def test_both_runners_agree_and_directing_everything_leaves_nothing_against(
    before: list[str] | None, after: list[str] | None, directed: list[str] | None
) -> None:
    old, new = side(before, []), side(after, [], directed)

    found = compare_plan(old, new, run_with="rete")

    assert found.to_dict() == compare_plan(old, new, run_with="direct").to_dict()
    freed = compare_plan(old, side(after, [], [*ITEMS, "solution_plan"]))
    assert freed.acceptable is (None if before is None or after is None else True)
