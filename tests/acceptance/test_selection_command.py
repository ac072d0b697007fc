"""``koubo select`` and ``koubo score`` on a round in a file: exit statuses, and the same answers as the library."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

import koubo
from koubo.cli.app import app

CRITERIA = ("record_and_backup", "local_engagement", "policy_and_plan", "future_development", "managers")
PASSED = {"security": True, "budget": True}


def _candidate(name: str, grade: str = "A", million_yen: int = 80, **facts: Any) -> dict[str, Any]:
    return {
        "id": name,
        "region": name.partition("-")[0],
        "estimate_with_tax_yen": million_yen * 1_000_000,
        "grades": dict.fromkeys((*CRITERIA, "resident_supporters"), grade),
        "gates": PASSED,
        "eligible": True,
    } | facts


def _run(folder: Path, command: str, candidates: list[dict[str, Any]], *options: str) -> Result:
    file = folder / "round.json"
    file.write_text(json.dumps({"round": {"candidates": candidates}}), encoding="utf-8")
    return CliRunner().invoke(app, [command, str(file), "--json", *options], catch_exceptions=False)


FIRST, SECOND = _candidate("miyagi-a", "S"), _candidate("miyagi-b")
ROUNDS: dict[str, tuple[list[dict[str, Any]], tuple[str, ...], int]] = {
    "everybody is selected": ([FIRST, _candidate("oita-a")], (), 0),
    "one loses its region": ([FIRST, SECOND], (), 0),
    "one is left without a seat": ([FIRST, _candidate("oita-a")], ("--seats", "1"), 0),
    "one is below the minimum": ([FIRST, SECOND], ("--minimum", "90"), 0),
    "two are tied": ([SECOND, _candidate("miyagi-c")], (), 0),
    "a contract fell through": ([FIRST, SECOND], ("--withdrawn", "miyagi-a"), 0),
    "a gate is not known": ([FIRST, _candidate("oita-a", gates={"security": True})], (), 0),
    "more seats than planned, a warning": ([FIRST], ("--seats", "8"), 0),
    "one fails a gate": ([FIRST, _candidate("oita-a", gates={**PASSED, "budget": False})], (), 1),
    "one is not eligible": ([FIRST, _candidate("oita-a", eligible=False)], (), 1),
    "an unknown grade": ([_candidate("oita-a", "E")], (), 2),
}


@pytest.mark.parametrize(("candidates", "options", "status"), ROUNDS.values(), ids=ROUNDS)
def test_the_exit_status_of_a_selection_tells_of_faults_not_of_losers(
    tmp_path: Path, candidates: list[dict[str, Any]], options: tuple[str, ...], status: int
) -> None:
    assert _run(tmp_path, "select", candidates, *options).exit_code == status


def test_the_json_of_a_selection_is_that_of_the_library(tmp_path: Path) -> None:
    candidates = [FIRST, SECOND, _candidate("oita-a", gates=None), _candidate("kyoto-a", eligible=False)]

    printed = json.loads(_run(tmp_path, "select", candidates).stdout)

    round_ = koubo.load({"round": {"candidates": candidates[::-1]}})
    assert isinstance(round_, koubo.SelectionRound)
    assert printed == koubo.select(round_).to_dict()


# Who is measured by whose estimate: 40 of the best, but 20 of one that fails a gate count for nobody else.
FIELD = [
    _candidate("miyagi-a", million_yen=40),
    _candidate("oita-a", million_yen=50),
    _candidate("kyoto-a", million_yen=20, gates={**PASSED, "security": False}),
    _candidate("tottori-a", million_yen=10, eligible=False, grades=None),
]
SCORES = {"miyagi-a": ("10", False, 0), "oita-a": ("8", False, 0), "kyoto-a": ("10", True, 1)}


@pytest.mark.parametrize(("name", "points", "disqualified", "status"), [(one, *SCORES[one]) for one in SCORES])
def test_a_candidate_is_scored_by_the_lowest_estimate_of_its_round(
    tmp_path: Path, name: str, points: str, disqualified: bool, status: int
) -> None:
    result = _run(tmp_path, "score", FIELD, "--candidate", name)

    found = json.loads(result.stdout)
    assert (found["price_points"]["exact"], found["disqualified"]) == (points, disqualified)
    assert result.exit_code == status


@pytest.mark.parametrize(
    ("options", "line"),
    [
        ((), "--candidate: found nothing"),
        (("--candidate", "oita-b"), "--candidate: found 'oita-b'"),
        (("--candidate", "tottori-a"), "round.candidates[3].grades: found nothing"),
    ],
)
def test_who_cannot_be_scored_is_told_in_a_line(tmp_path: Path, options: tuple[str, ...], line: str) -> None:
    result = _run(tmp_path, "score", FIELD, *options)

    assert result.exit_code == 2
    assert result.stderr.startswith(f"{tmp_path / 'round.json'}: {line}")
