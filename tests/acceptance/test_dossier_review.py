"""A review as the contract promises it: every finding of its reports, the verdict, the exit status, plain JSON."""

from __future__ import annotations

import json
from pathlib import Path as File
from typing import Any

import pytest
from contract_dossier import ALONE, JOINT, Path, Tree, changed, dossier
from typer.testing import CliRunner

import koubo
from koubo.cli.app import app

SUSPENSIONS: Path = ("applicant", "members", 0, "suspensions")
BUDGET: Path = ("budget",)


def _budget(amount_yen: int, **facts: Any) -> Tree:
    line = {"line_id": "L1", "category": "labour", "amount_yen": amount_yen, "person": "p1", "direct_work": True}
    return {"stage": "plan", "region": "miyagi", "general_admin_rates": {"acme": "0.1"}, "lines": [line | facts]}


def test_of_several_suspensions_none_hides_another() -> None:
    held = [
        {"from": "2025-03-20", "to": "2025-03-21"},  # within the application period
        {"to": "2025-04-21"},  # from when is not known
        {"from": "2020-01-01", "to": "2020-06-30"},  # long over
    ]

    review = koubo.review(dossier(ALONE, {SUSPENSIONS: held}))

    told = [one.status.value for one in review.findings if one.rule_id == "eligibility.suspension.application_period"]
    traced = [one.status.value for one in review.trace if one.rule_id == "eligibility.suspension.application_period"]
    assert told == ["violated", "undetermined"]
    assert traced == ["violated", "undetermined", "satisfied"]
    assert review.fileable is False


# fileable, exit status. 90,909,091 yen and 10 % of it, fractions dropped, are exactly 100 million; a yen more is above.
CASES: dict[str, tuple[Tree, dict[Path, Any], bool | None, int]] = {
    "nothing against it": (ALONE, {}, True, 0),
    "a consortium, nothing against it": (JOINT, {}, True, 0),
    "a warning alone": (ALONE, {("staff", 0, "expected_to_leave"): True}, True, 0),
    "something open": (ALONE, {("applicant", "members", 0, "accepts_contract"): None}, None, 0),
    "a member is at fault": (JOINT, {("applicant", "members", 1, "antisocial_ties"): True}, False, 1),
    "a document is late": (ALONE, {("submission", "documents", 0, "received_at"): "2025-03-28T15:00:01"}, False, 1),
    "a falsehood": (ALONE, {("proposal", "contains_falsehood"): True}, False, 1),
    "a content is missing": (ALONE, {("proposal", "contents"): {"criteria.managers": "missing"}}, True, 1),
    "the budget is at its cap": (ALONE, {BUDGET: _budget(90_909_091)}, True, 0),
    "the budget is above its cap": (ALONE, {BUDGET: _budget(90_909_092)}, False, 1),
    "a line is not allowable": (ALONE, {BUDGET: _budget(1_000, direct_work=False)}, True, 1),
    "it cannot be read": (ALONE, {("proposal", "region"): "tokyo"}, None, 2),
}


@pytest.mark.parametrize(("tree", "changes", "fileable", "status"), CASES.values(), ids=CASES)
def test_the_command_says_what_the_library_says(
    tmp_path: File, tree: Tree, changes: dict[Path, Any], fileable: bool | None, status: int
) -> None:
    file = tmp_path / "dossier.json"
    file.write_text(json.dumps(changed(tree, changes)), encoding="utf-8")

    result = CliRunner().invoke(app, ["review", str(file), "--json"], catch_exceptions=False)

    assert result.exit_code == status
    if status == 2:
        assert result.stderr.startswith(f"{file}: proposal.region: found 'tokyo'")
    else:
        loaded = dossier(tree, changes)
        assert json.loads(result.stdout) == koubo.review(loaded).to_dict()
        assert koubo.review(loaded).fileable is fileable
