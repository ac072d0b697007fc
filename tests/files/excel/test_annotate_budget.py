"""The workbook of a budget given back: verdicts beside the lines, reasons, a summary; the input untouched."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font
from workbooks import BODY, HEADER, LINES, book, fill, filled_budget, loaded, saved

from koubo.audit import BudgetAudit, audit_budget
from koubo.errors import InputError
from koubo.files.load import load
from koubo.models.expense import Budget
from koubo.report.excel import annotate_budget
from koubo.report.excel.summary import by_weight
from koubo.report.words import SYMBOLS, VERDICTS

EXAMPLE = Path(__file__).parents[3] / "examples" / "budgets" / "miyagi-consortium.yaml"
RESULTS = ["確認結果：判定", "確認結果：計上可（円）", "確認結果：保留（円）", "確認結果：対象外（円）"]
FORMULAS = ['=HYPERLINK("http://x","y")', "+1+1", "-2+3", "@SUM(A1)", "=1+1"]


def audited(path: Path) -> BudgetAudit:
    budget = load(path)
    assert isinstance(budget, Budget)
    return audit_budget(budget)


def annotated(tmp_path: Path, workbook: Any, lang: Any = "ja") -> tuple[Any, BudgetAudit]:
    """The workbook as it comes back, and the audit that was written into it."""
    source, target = tmp_path / "plan.xlsx", tmp_path / "out.xlsx"
    source.write_bytes(saved(workbook))
    audit = audited(source)
    annotate_budget(source, target, audit, lang)
    return load_workbook(target), audit


def example() -> Any:
    budget = load(EXAMPLE)
    assert isinstance(budget, Budget)
    return filled_budget(budget)


def column(sheet: Any, head: str, row: int = HEADER) -> int:
    return next(int(cell.column) for cell in sheet[row] if cell.value == head)


def test_every_line_has_its_verdict_in_words_and_its_amounts(tmp_path: Path) -> None:
    workbook, audit = annotated(tmp_path, example())
    sheet = workbook[LINES]
    numbers = [column(sheet, head) for head in RESULTS]
    rows = [[sheet.cell(row, number).value for number in numbers] for row in range(BODY, BODY + len(audit.lines))]

    assert rows == [
        [
            f"{SYMBOLS[line.verdict]} {VERDICTS[line.verdict].ja}",
            line.allowable_yen,
            line.pending_yen,
            line.disallowed_yen,
        ]
        for line in audit.lines
    ]
    assert len({line.verdict for line in audit.lines}) == 5


def test_colours_differ_by_verdict(tmp_path: Path) -> None:
    workbook, audit = annotated(tmp_path, example())
    sheet = workbook[LINES]
    number = column(sheet, RESULTS[0])
    fills = {
        line.verdict: sheet.cell(row, number).fill.start_color.rgb for row, line in enumerate(audit.lines, start=BODY)
    }

    assert len({fills[verdict] for verdict in ("allowable", "reduced", "undetermined", "not_allowable")}) == 4


def test_a_comment_gives_clause_reason_and_remedy_of_every_finding(tmp_path: Path) -> None:
    workbook, audit = annotated(tmp_path, example())
    sheet = workbook[LINES]
    number = column(sheet, RESULTS[0])
    for row, line in enumerate(audit.lines, start=BODY):
        comment = sheet.cell(row, number).comment
        assert (comment is None) == (not line.findings)
        for finding in line.findings:
            assert finding.clause in comment.text
            assert finding.message.ja in comment.text
            assert finding.remedy is None or finding.remedy.ja in comment.text


def test_the_summary_comes_first_with_totals_cap_and_the_gravest_findings_on_top(tmp_path: Path) -> None:
    workbook, audit = annotated(tmp_path, example())
    summary = workbook.worksheets[0]
    values = [[cell.value for cell in row] for row in summary.iter_rows()]
    top = next(number for number, row in enumerate(values) if row[1] == "対象")
    figures = {row[0]: row[1] for row in values[:top]}
    shown = [row[5] for row in values[top + 1 :]]

    assert workbook.active.title == summary.title == "確認結果"
    assert figures["申請額"] == audit.totals.claimed_yen
    assert figures["税込合計"] == audit.totals.total_with_tax_yen
    assert figures["限度額（税込）"] == audit.totals.cap_with_tax_yen
    assert figures["判定"] == "○ 限度額内"
    assert shown == [finding.rule_id for finding in by_weight(audit.findings)]
    assert [row[0] for row in values[top + 1 :]] == sorted((row[0] for row in values[top + 1 :]), key="×？!".find)
    assert [sheet.title for sheet in workbook if sheet.sheet_view.tabSelected] == ["確認結果"]


def test_a_finding_leads_to_its_line(tmp_path: Path) -> None:
    workbook, audit = annotated(tmp_path, example())
    sheet = workbook[LINES]
    letter = sheet.cell(1, column(sheet, RESULTS[0])).column_letter
    links = {cell.value: cell.hyperlink.location for row in workbook["確認結果"] for cell in row if cell.hyperlink}

    assert set(links) == {line.line_id for line in audit.lines if line.findings}
    assert links[audit.lines[7].line_id] == f"'支出計画書'!{letter}{BODY + 7}"


def test_what_was_there_stays_and_the_input_is_never_changed(tmp_path: Path) -> None:
    workbook = example()
    workbook[LINES]["A9"].font = Font(bold=True)
    workbook.create_sheet("メモ").append(["そのまま", 5])
    before = saved(workbook)
    source = tmp_path / "plan.xlsx"
    source.write_bytes(before)
    annotate_budget(source, tmp_path / "out.xlsx", audited(source))
    after = load_workbook(tmp_path / "out.xlsx")

    assert source.read_bytes() == before
    assert loaded(after) == loaded(workbook)
    assert after[LINES]["A9"].font.bold
    assert [cell.value for cell in after["メモ"][1]] == ["そのまま", 5]
    assert after[LINES].freeze_panes == "B4"
    assert after[LINES]["A2"].comment.text == workbook[LINES]["A2"].comment.text
    assert len(after[LINES].data_validations.dataValidation) == len(workbook[LINES].data_validations.dataValidation)


def test_annotated_again_it_has_the_new_results_once(tmp_path: Path) -> None:
    workbook, _ = annotated(tmp_path, example())
    sheet = workbook[LINES]
    fill(sheet, [{"amount_yen": 1}])
    sheet.delete_rows(BODY + 30, 20)
    again, audit = annotated(tmp_path, workbook, "en")
    heads = [cell.value for cell in again[LINES][HEADER] if str(cell.value).startswith(("確認結果", "Result"))]
    number = column(again[LINES], "Result: allowable (yen)")

    assert heads == ["Result: verdict", "Result: allowable (yen)", "Result: pending (yen)", "Result: disallowed (yen)"]
    assert again[LINES].cell(BODY, number).value == 1
    assert again.sheetnames.count("Findings") == 1
    assert "確認結果" not in again.sheetnames
    assert len(audit.lines) == 30


def test_results_of_lines_that_are_gone_are_gone(tmp_path: Path) -> None:
    workbook, _ = annotated(tmp_path, example())
    sheet = workbook[LINES]
    number = column(sheet, RESULTS[0])
    for cell in sheet[BODY][: number - 1]:
        cell.value = None
    again, _ = annotated(tmp_path, workbook)

    assert [cell.value for cell in again[LINES][BODY]] == [None] * len(again[LINES][BODY])
    assert again[LINES].cell(BODY, number).comment is None


def test_a_sheet_of_ones_own_named_like_the_summary_stays(tmp_path: Path) -> None:
    workbook = example()
    workbook.create_sheet("確認結果").append(["自分のメモ"])
    again, _ = annotated(tmp_path, workbook)

    assert again["確認結果"]["A1"].value == "自分のメモ"
    assert again.worksheets[0]["A1"].value == "支出計画書の確認結果"


@pytest.mark.parametrize("text", FORMULAS)
def test_text_that_looks_like_a_formula_is_never_written_as_one(tmp_path: Path, text: str) -> None:
    workbook = book(支出計画書=[["line_id", "category", "amount_yen", "description"]])
    sheet = workbook[LINES]
    for number, value in enumerate([text, "travel", 5, text], start=1):
        cell = sheet.cell(2, number)
        cell.value = value
        cell.data_type = "n" if number == 3 else "s"
    again, audit = annotated(tmp_path, workbook)
    cells = [cell for page in again for row in page for cell in row if cell.value == text]

    assert audit.lines[0].line_id == text
    assert {(cell.parent.title, cell.data_type) for cell in cells} == {(LINES, "s"), ("確認結果", "s")}
    assert all(cell.quotePrefix for cell in cells if cell.parent.title == "確認結果")


def test_results_stand_beside_all_that_is_there(tmp_path: Path) -> None:
    workbook = book(支出計画書=[["line_id", "category", "amount_yen"], ["A1", "travel", 5]])
    workbook[LINES]["G9"] = "メモ"
    workbook[LINES].merge_cells("H1:J2")
    again, _ = annotated(tmp_path, workbook)

    assert column(again[LINES], RESULTS[0], 1) == 11
    assert again[LINES]["G9"].value == "メモ"


def test_what_openpyxl_cannot_keep_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from koubo.report.excel import copy  # noqa: PLC0415 -- to stand in for what a workbook of Excel holds

    def warned(data: bytes) -> Any:
        return real(data)[0], ("Conditional Formatting extension is not supported and will be removed",)

    real = copy.open_workbook
    monkeypatch.setattr(copy, "open_workbook", warned)
    workbook, _ = annotated(tmp_path, example())
    last = [row[0].value for row in workbook["確認結果"] if row[0].value][-1]

    assert last.startswith("元のファイルの書式や図形のうち")
    assert "Conditional Formatting" in last


def test_the_summary_speaks_english_too(tmp_path: Path) -> None:
    workbook, _ = annotated(tmp_path, example(), "en")
    words = [cell.value for row in workbook["Findings"].iter_rows(max_row=3) for cell in row if cell.value]

    assert words[0] == "Budget audit"
    assert "against" in words[1]


@pytest.mark.parametrize("target", ["plan.xlsx", "./plan.xlsx", "link.xlsx", "hard.xlsx"])
def test_the_target_may_not_be_the_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target: str) -> None:
    monkeypatch.chdir(tmp_path)
    source = Path("plan.xlsx")
    source.write_bytes(saved(example()))
    Path("link.xlsx").symlink_to(source)
    Path("hard.xlsx").hardlink_to(source)

    with pytest.raises(InputError, match="the input itself"):
        annotate_budget(source, Path(target), audited(source))


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("plan.yaml", "out.xlsx", "the ending '.yaml'"),
        ("plan.xlsx", "out.pdf", "the ending '.pdf'"),
        ("none.xlsx", "out.xlsx", "no such file"),
        ("plan.xlsx", "no/out.xlsx", "No such file or directory"),
        ("other.xlsx", "out.xlsx", "other lines"),
        ("round.xlsx", "out.xlsx", "without the lines"),
        ("text.xlsx", "out.xlsx", "no zip archive"),
    ],
)
def test_files_that_do_not_fit_are_refused(tmp_path: Path, source: str, target: str, found: str) -> None:
    (tmp_path / "plan.xlsx").write_bytes(saved(example()))
    (tmp_path / "other.xlsx").write_bytes(
        saved(book(支出計画書=[["line_id", "category", "amount_yen"], ["A", "travel", 5]]))
    )
    (tmp_path / "round.xlsx").write_bytes(saved(book(応募一覧=[["id", "region", "estimate_with_tax_yen"]])))
    (tmp_path / "text.xlsx").write_text("text")
    audit = audited(tmp_path / "plan.xlsx")

    with pytest.raises(InputError, match=found) as error:
        annotate_budget(tmp_path / source, tmp_path / target, audit)

    assert error.value.source
    assert not (tmp_path / "out.xlsx").exists()


def test_no_warning_reaches_the_caller(tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        workbook, audit = annotated(tmp_path, example())

    assert workbook["確認結果"]["A1"].value
    assert audit.findings
