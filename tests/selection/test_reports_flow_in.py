"""What the checks of a dossier found reaches its candidate in a round."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rounds import candidate, round_of

from koubo.audit import audit_budget
from koubo.eligibility import check_eligibility
from koubo.files.load import load
from koubo.files.yaml_reader import read_yaml
from koubo.models.dossier import Dossier
from koubo.models.expense import Budget
from koubo.selection import select, with_reports
from koubo.submission import check_submission

EXAMPLE = Path(__file__).parents[2] / "examples" / "dossiers" / "okinawa-single.yaml"
TREE: Any = read_yaml(EXAMPLE.read_bytes()).tree
LATE = "2025-03-28T15:00:01"


def dossier(change: Callable[[Any], None]) -> Dossier:
    tree = copy.deepcopy(TREE)
    change(tree)
    found = load(tree)
    assert isinstance(found, Dossier)
    return found


def flowed(found: Dossier, **stated: Any) -> Any:
    given = {"eligible": None, **stated}
    return with_reports(
        candidate("okinawa-a", **given),
        eligibility=check_eligibility(found),
        submission=check_submission(found),
        run_with="rete",
    )


def nothing(tree: Any) -> None:
    assert tree


def suspended(tree: Any) -> None:
    tree["applicant"]["members"][0]["suspensions"] = [{"from": "2025-03-10", "to": "2025-04-10"}]


def unclear(tree: Any) -> None:
    del tree["applicant"]["members"][0]["suspensions"]


def false(tree: Any) -> None:
    tree["proposal"]["contains_falsehood"] = True


def late(tree: Any) -> None:
    for document in tree["submission"]["documents"]:
        document["received_at"] = LATE


def without_what_must_be_written(tree: Any) -> None:
    tree["proposal"]["contents"]["criteria.future_activities"] = "missing"


def without_what_may_be_written(tree: Any) -> None:
    tree["proposal"]["contents"]["criteria.backup_structure"] = "missing"


def without_saying_what_is_written(tree: Any) -> None:
    del tree["proposal"]["contents"]


@pytest.mark.parametrize(
    ("change", "eligible"),
    [
        (nothing, True),
        (suspended, False),
        (unclear, None),
        (false, False),
        (late, False),
        (without_what_must_be_written, False),
        (without_what_may_be_written, True),
        (without_saying_what_is_written, None),
    ],
)
@pytest.mark.parametrize("stated", [None, True, False])
def test_what_keeps_a_dossier_out_makes_its_candidate_ineligible(
    change: Callable[[Any], None], eligible: bool | None, stated: bool | None
) -> None:
    found = flowed(dossier(change), eligible=stated)

    expected = False if eligible is False else stated if stated is not None else eligible
    assert found.eligible is expected


def test_a_candidate_that_a_dossier_keeps_out_is_not_selected() -> None:
    found = flowed(dossier(suspended), eligible=True)

    selection = select(round_of(found, candidate("miyagi-a")))

    assert selection.of("okinawa-a").reason.value == "ineligible"


def test_a_report_that_is_left_out_says_nothing() -> None:
    unknown = candidate("okinawa-a", eligible=None)

    assert with_reports(unknown) == unknown
    assert with_reports(unknown, eligibility=check_eligibility(dossier(late))).eligible is True


def budget(amount_yen: int, **more: Any) -> Budget:
    lines = [
        {
            "line_id": "L1",
            "category": "labour",
            "amount_yen": amount_yen,
            "on_roster": True,
            "direct_work": True,
            **more,
        }
    ]
    found = load({"budget": {"region": "okinawa", "lines": lines}})
    assert isinstance(found, Budget)
    return found


@pytest.mark.parametrize(
    ("plan", "gates", "reason"),
    [
        # 90,909,090 and a tenth of it are 99,999,999; 100,000,000 is the cap of a new region.
        (budget(90_909_090), {"security": True, "budget": True}, "selected"),
        (budget(90_909_090), {"security": True}, "undetermined"),  # within its cap it may still be improper
        (budget(90_909_091 + 1), {"security": True, "budget": True}, "disqualified"),
        (budget(90_909_091 + 1), {"security": True}, "disqualified"),
        (
            budget(120_000_000, on_roster=None),
            {"security": True, "budget": True},
            "selected",
        ),  # nothing is allowable yet
    ],
)
def test_an_expenditure_plan_over_its_cap_fails_its_gate(plan: Budget, gates: dict[str, bool], reason: str) -> None:
    found = with_reports(candidate("okinawa-a", gates=gates), budget=audit_budget(plan))

    assert select(round_of(found)).of("okinawa-a").reason.value == reason
