"""``koubo audit`` beside the library: the same answer, one line for each mistake, the exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from budget_cases import mistakes
from typer.testing import CliRunner, Result

import koubo
from koubo.cli.app import app

CSV = """line_id,category,amount_yen,on_roster,direct_work,rental_from,rental_to
L1,labour,"1,000,000",はい,true,,
L2,rental,2000,,,2026-03-13,2026-03-14
L3,general_admin,100101,,,,
"""
OPTIONS = ("--region", "nagano", "--contract-from", "2025-05-12", "--contract-to", "2026-03-13", "--rate", "acme=0.5")
KEYWORDS = {
    "region": "nagano",
    "contract_from": "2025-05-12",
    "contract_to": "2026-03-13",
    "general_admin_rates": {"acme": "0.5"},
}
BAD = "line_id,category,amount_yen\nL1,travle,1000\nL1,travel,-1\n"
DOSSIER = """applicant: {members: [{id: acme}]}
budget:
  lines:
    - {line_id: L1, category: printing, amount_yen: 1, member: beta}
"""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], catch_exceptions=False)


def written(folder: Path, name: str, text: str) -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8-sig" if name.endswith("csv") else "utf-8")
    return file


def test_options_of_a_csv_say_what_keywords_say(tmp_path: Path) -> None:
    file = written(tmp_path, "lines.csv", CSV)
    budget = koubo.load(file, **KEYWORDS)
    assert isinstance(budget, koubo.Budget)

    result = run("audit", file, *OPTIONS, "--json")

    assert json.loads(result.stdout) == koubo.audit_budget(budget).to_dict()
    assert [line["allowable_yen"] for line in json.loads(result.stdout)["lines"]] == [1_000_000, 1000, 100_100]
    assert (result.exit_code, result.stderr) == (1, "")


@pytest.mark.parametrize(
    ("name", "text", "command"),
    [
        ("lines.csv", BAD, "audit"),
        ("dossier.yaml", DOSSIER, "audit"),
        ("dossier.yaml", DOSSIER, "review"),
        ("budget.json", '{"budget": {"lines": [{"line_id": "L1", "category": "x", "amount_yen": NaN}]}}', "audit"),
    ],
)
def test_each_mistake_is_one_line_with_file_and_place(tmp_path: Path, name: str, text: str, command: str) -> None:
    file = written(tmp_path, name, text)

    result = run(command, file)

    told = [line.split(": found ") for line in result.stderr.splitlines()]
    assert [place for place, _ in told] == [f"{file}: {place}" for place in mistakes(file)]
    assert all("; expected " in rest for _, rest in told)
    assert (result.exit_code, result.stdout) == (2, "")


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("category: works, consultation: approved", 0),
        ("category: works", 1),
        ("category: rental, rental_from: 2026-03-13, rental_to: 2026-03-14", 1),
        ("category: utilities, office_use: true", 1),
        ("category: labour, on_roster: true, direct_work: true, quantity: 0", 2),
    ],
)
def test_the_exit_status(tmp_path: Path, line: str, status: int) -> None:
    text = f"budget:\n  contract_to: 2026-03-13\n  lines:\n    - {{line_id: L1, amount_yen: 1000, {line}}}\n"

    assert run("audit", written(tmp_path, "budget.yaml", text)).exit_code == status


def test_a_budget_over_its_cap_alone_is_something_against_it(tmp_path: Path) -> None:
    line = "{line_id: L1, category: labour, on_roster: true, direct_work: true, amount_yen: 45454547}"
    budget = f"budget:\n  region: %s\n  lines:\n    - {line}\n"

    assert run("audit", written(tmp_path, "before.yaml", budget % "nagano")).exit_code == 1
    assert run("audit", written(tmp_path, "new.yaml", budget % "miyagi")).exit_code == 0
