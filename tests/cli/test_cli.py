"""The command line: the same answers as the library, exit statuses, mistakes one a line, never a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import koubo
from koubo.cli.app import app

EXAMPLES = Path(__file__).parents[2] / "examples"
MIYAGI = EXAMPLES / "budgets" / "miyagi-consortium.yaml"
CLEAN = "budget:\n  lines:\n    - {line_id: L1, category: printing, amount_yen: 100}\n"
LABOUR = "{line_id: L1, category: labour, on_roster: true, direct_work: true, amount_yen: 100"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], catch_exceptions=False)


def written(folder: Path, text: str, name: str = "budget.yaml") -> Path:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("line", "status"),
    [
        pytest.param(LABOUR + "}", 0, id="nothing against it"),
        pytest.param("{line_id: L1, category: printing, amount_yen: 100}", 0, id="warnings alone are nothing"),
        pytest.param(LABOUR + ", nature: transfer_fee}", 1, id="findings against it"),
        pytest.param(LABOUR + ", amount_yem: 1}", 2, id="cannot be read"),
    ],
)
def test_the_exit_status_says_how_it_stands(tmp_path: Path, line: str, status: int) -> None:
    file = written(tmp_path, f"budget:\n  lines:\n    - {line}\n")

    assert run("audit", file).exit_code == status


def test_json_is_exactly_the_dictionary() -> None:
    budget = koubo.load(MIYAGI)
    assert isinstance(budget, koubo.Budget)

    assert json.loads(run("audit", MIYAGI, "--json").stdout) == koubo.audit_budget(budget).to_dict()


def test_each_mistake_is_a_line_with_file_place_found_and_expected(tmp_path: Path) -> None:
    file = written(tmp_path, "budget:\n  lines:\n    - {line_id: L1, category: travle, amount_yen: -1}\n")

    result = run("audit", file)

    lines = result.stderr.splitlines()
    assert result.exit_code == 2
    assert len(lines) == 2
    assert lines[0].startswith(f"{file}: budget.lines[0].category: found 'travle'")
    assert "did you mean 'travel'" in lines[0]
    assert lines[1].startswith(f"{file}: budget.lines[0].amount_yen: found -1")


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("audit", "no-such-file.yaml"), id="no such file"),
        pytest.param(("audit", EXAMPLES), id="a folder"),
        pytest.param(("explain", "expense.travel.min_distanse"), id="no such rule"),
        pytest.param(("audit", MIYAGI, "--set", "travel.min_one_way_kn=50"), id="no such parameter"),
        pytest.param(("audit", MIYAGI, "--set", "travel.min_one_way_km"), id="no value"),
        pytest.param(("audit", MIYAGI, "--call", "r8"), id="no such call"),
        pytest.param(("audit", MIYAGI, "--html", "/no/such/folder/page.html"), id="a page that cannot be written"),
        pytest.param(("select", MIYAGI), id="a budget is no round"),
        pytest.param(("review", MIYAGI), id="a budget is no dossier"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_line(arguments: tuple[object, ...]) -> None:
    result = run(*arguments)

    assert result.exit_code == 2
    assert result.stderr.strip()
    assert "Traceback" not in result.output


@pytest.mark.parametrize(("lang", "words"), [("ja", "支出計画書の確認結果"), ("en", "Budget audit")])
def test_tables_speak_both_languages(lang: str, words: str) -> None:
    assert words in run("audit", MIYAGI, "--lang", lang).stdout


def test_without_a_terminal_there_are_no_colours() -> None:
    assert "\x1b[" not in run("audit", MIYAGI).stdout


def test_a_csv_takes_the_other_facts_as_options(tmp_path: Path) -> None:
    rows = "line_id,category,amount_yen,on_roster,direct_work\nL1,labour,1000,true,true\nL2,general_admin,100,,\n"
    file = written(tmp_path, rows, "lines.csv")

    result = run("audit", file, "--region", "nagano", "--rate", "acme=0.1", "--json")

    found = json.loads(result.stdout)
    assert (found["totals"]["cap_with_tax_yen"], found["lines"][1]["verdict"]) == (50000000, "allowable")


def test_what_if_changes_a_parameter(tmp_path: Path) -> None:
    line = "{line_id: L1, category: travel, person_role: staff, one_way_km: 60, amount_yen: 100}"
    file = written(tmp_path, f"budget:\n  lines:\n    - {line}\n")

    assert run("audit", file).exit_code == 1
    assert run("audit", file, "--set", "travel.min_one_way_km=50").exit_code == 0


def test_several_files_are_audited_and_bad_ones_stop_nobody(tmp_path: Path) -> None:
    good, bad = written(tmp_path, CLEAN, "good.yaml"), written(tmp_path, "budget: 5\n", "bad.yaml")

    result = run("audit", good, bad, "--json")

    assert result.exit_code == 2
    assert "bad.yaml" in result.stderr
    assert list(json.loads(result.stdout[result.stdout.index("{") :])) == [str(good)]


def test_a_page_is_written(tmp_path: Path) -> None:
    page = tmp_path / "page.html"

    run("audit", MIYAGI, "--html", page)

    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_rules_are_listed_by_area() -> None:
    every = json.loads(run("rules", "--json").stdout)
    expenses = json.loads(run("rules", "--area", "expense", "--json").stdout)

    assert {one["area"] for one in expenses} == {"expense"}
    assert len(every) == len(koubo.rules())


@pytest.mark.parametrize(
    ("lang", "words"), [("ja", "片道距離が100km未満"), ("en", "one-way distance is less than 100 km")]
)
def test_explain_says_for_whom_it_would_fail(lang: str, words: str) -> None:
    told = run("explain", "expense.travel.min_distance", "--lang", lang).stdout

    assert words in " ".join(told.split())


def test_diff_tells_what_a_change_does(tmp_path: Path) -> None:
    line = "{{line_id: L1, category: travel, person_role: staff, one_way_km: {}, amount_yen: 100}}"
    old = written(tmp_path, f"budget:\n  lines:\n    - {line.format(60)}\n", "old.yaml")
    new = written(tmp_path, f"budget:\n  lines:\n    - {line.format(160)}\n", "new.yaml")

    found = json.loads(run("diff", old, new, "--json").stdout)

    assert found["lines"][0]["verdict"] == {"before": "not_allowable", "after": "allowable"}
    assert found["totals"]["allowable_yen"] == {"before": 0, "after": 100}
    assert run("diff", old, old).stdout.strip() in {"違いはありません。", "No difference."}


def test_a_clean_dossier_can_be_filed() -> None:
    result = run("review", EXAMPLES / "dossiers" / "okinawa-single.yaml", "--lang", "en")

    assert result.exit_code == 0
    assert "It can be filed as it is" in result.stdout


@pytest.mark.parametrize(
    "command", ["audit", "review", "score", "select", "settle", "deadlines", "duties", "rules", "explain", "diff"]
)
def test_every_command_helps(command: str) -> None:
    result = run(command, "--help")

    assert result.exit_code == 0
    assert "--lang" in result.stdout


def test_the_calendar_is_written_as_icalendar(tmp_path: Path) -> None:
    file = tmp_path / "call.ics"

    assert run("deadlines", "--ics", file).exit_code == 0
    assert file.read_bytes().count(b"BEGIN:VEVENT") == len(koubo.deadlines().entries)


def test_every_clause_is_listed() -> None:
    found = json.loads(run("rules", "--coverage", "--json").stdout)

    assert found == koubo.coverage().to_dict()
    assert found["unlisted"] == []


def test_duties_stand_on_a_day() -> None:
    dossier = EXAMPLES / "dossiers" / "miyagi-consortium.yaml"
    loaded = koubo.load(dossier)
    assert isinstance(loaded, koubo.Dossier)

    found = json.loads(run("duties", dossier, "--on", "2025-09-01", "--json").stdout)

    assert found == koubo.check_duties(loaded, "2025-09-01").to_dict()


@pytest.mark.parametrize(
    ("contract", "paid", "remainder", "repayment"), [(2000, 500, 600, 0), (900, 500, 400, 0), (900, 1000, 0, 100)]
)
def test_a_settlement_pays_the_least(tmp_path: Path, contract: int, paid: int, remainder: int, repayment: int) -> None:
    line = LABOUR.replace("100", "1000") + ", paid_on: 2025-06-30, evidence: true}"
    term = "stage: settlement\n  region: miyagi\n  contract_from: 2025-05-12\n  contract_to: 2026-03-13\n"
    file = written(tmp_path, f"budget:\n  {term}  lines:\n    - {line}\n")

    result = run("settle", file, "--contract-yen", contract, "--paid-yen", paid, "--json")

    found = json.loads(result.stdout)
    assert (found["remainder_with_tax_yen"], found["repayment_with_tax_yen"]) == (remainder, repayment)
