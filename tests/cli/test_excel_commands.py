"""``koubo template``, and the workbooks that ``koubo audit`` and ``koubo select`` give back."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from openpyxl import load_workbook
from typer.testing import CliRunner, Result

from koubo.cli.app import app


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments], catch_exceptions=False)


def filled(path: Path, amount: object = "460,000円") -> Path:
    """The template of a budget with one line, too short a trip."""
    run("template", "budget", path)
    workbook = load_workbook(path)
    sheet = workbook["支出計画書"]
    keys = {str(cell.value).rpartition("(")[2].rstrip(")"): cell.column for cell in sheet[3]}
    row = {
        "line_id": "A1",
        "category": "旅費・交通費",
        "amount_yen": amount,
        "person_role": "業務従事者",
        "one_way_km": 31.5,
    }
    for key, value in row.items():
        sheet.cell(5, keys[key]).value = value
    workbook.save(path)
    return path


@pytest.mark.parametrize(
    ("kind", "sheets"),
    [("budget", ["基本情報", "構成員・率", "支出計画書"]), ("round", ["条件", "応募一覧", "採点"])],
)
def test_a_template_is_written_and_never_over_what_is_there(tmp_path: Path, kind: str, sheets: list[str]) -> None:
    file = tmp_path / "new.xlsx"
    first, again, forced = (
        run("template", kind, file),
        run("template", kind, file),
        run("template", kind, file, "--force"),
    )

    assert [result.exit_code for result in (first, again, forced)] == [0, 2, 0]
    assert "already" in again.stderr
    assert [sheet.title for sheet in load_workbook(file) if sheet.sheet_state == "visible"] == sheets


@pytest.mark.parametrize(
    ("name", "found"), [("new.xls", "the ending '.xls'"), ("new", "the ending ''"), ("no/new.xlsx", "No such file")]
)
def test_a_name_that_will_not_do_is_refused(tmp_path: Path, name: str, found: str) -> None:
    result = run("template", "budget", tmp_path / name)

    assert result.exit_code == 2
    assert found in result.stderr


def test_a_filled_workbook_is_audited_and_given_back(tmp_path: Path) -> None:
    file, target = filled(tmp_path / "plan.xlsx"), tmp_path / "out.xlsx"
    result = run("audit", file, "--annotate", target, "--lang", "en")

    assert result.exit_code == 1
    assert load_workbook(target).sheetnames[0] == "Findings"


def test_a_mistake_names_file_sheet_and_cell(tmp_path: Path) -> None:
    file = filled(tmp_path / "plan.xlsx", amount="たくさん")
    result = run("audit", file)

    assert result.exit_code == 2
    assert result.stderr.startswith(f"{file}: 支出計画書!C5: found 'たくさん'; expected a whole number")


def test_the_input_is_no_target(tmp_path: Path) -> None:
    file = filled(tmp_path / "plan.xlsx")
    before = file.read_bytes()
    result = run("audit", file, "--annotate", file)

    assert result.exit_code == 2
    assert "the input itself" in result.stderr
    assert file.read_bytes() == before


def test_of_several_files_none_is_given_back(tmp_path: Path) -> None:
    file = filled(tmp_path / "plan.xlsx")
    result = run("audit", file, file, "--annotate", tmp_path / "out.xlsx")

    assert result.exit_code == 2
    assert "--annotate: found several files" in result.stderr


def test_a_round_is_ranked_and_given_back(tmp_path: Path) -> None:
    file, target = tmp_path / "round.xlsx", tmp_path / "out.xlsx"
    run("template", "round", file)
    workbook = load_workbook(file)
    sheet = workbook["応募一覧"]
    values = ["c1", "宮城県", "38,500,000円", "はい", "○", "○", *"SAABBA"]
    for column, value in enumerate(values, start=1):
        sheet.cell(5, column).value = value
    workbook.save(file)
    result = run("select", file, "--annotate", target)

    assert result.exit_code == 0
    assert [cell.value for cell in load_workbook(target)["応募一覧"][5]][len(values)] == "○ 選定"


def test_without_the_extra_the_command_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    result = run("template", "budget", tmp_path / "new.xlsx")

    assert result.exit_code == 2
    assert "pip install 'koubo[excel]'" in result.stderr
