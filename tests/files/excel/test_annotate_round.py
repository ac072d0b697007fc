"""The workbook of a selection round given back: rank, points and outcome beside the candidates, and a summary."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from workbooks import BODY, CANDIDATES, HEADER, filled_round, saved

from koubo.calls import get_call
from koubo.errors import InputError
from koubo.exact import decimal
from koubo.files.load import load
from koubo.models.selection import Candidate, Grade, SelectionRound
from koubo.report.excel import annotate_round
from koubo.selection import Selection, select

CRITERIA = [criterion.id for criterion in get_call("r7").criteria]
GATES = {"security": True, "budget": True}


def candidate(name: str, region: str, *grades: Grade, **facts: Any) -> Candidate:
    sheets = tuple(dict.fromkeys(CRITERIA, grade) for grade in grades)
    known = {"gates": GATES, "eligible": True, "estimate_with_tax_yen": 30_000_000, **facts}
    return Candidate(id=name, region=region, sheets=sheets, **known)


ROUND = SelectionRound(
    candidates=(
        candidate("=c1", "miyagi", Grade.B, Grade.C),
        candidate("c2", "nagano", Grade.S, Grade.A),
        candidate("c3", "miyagi", Grade.A, Grade.A, estimate_with_tax_yen=41_000_000),
        candidate("c4", "kyoto", Grade.D, Grade.B, gates={"security": False, "budget": True}),
        candidate("c5", "kyoto", Grade.B, Grade.B, eligible=None),
    ),
    seats=2,
)


def annotated(tmp_path: Path, round_: SelectionRound, lang: Any = "ja") -> tuple[Any, Selection]:
    source, target = tmp_path / "round.xlsx", tmp_path / "out.xlsx"
    workbook = filled_round(round_)
    for row in workbook[CANDIDATES].iter_rows(min_row=BODY, max_col=1):
        row[0].data_type = "s"
    for row in workbook["採点"].iter_rows(min_row=BODY - 1, max_col=1):
        row[0].data_type = "s"
    source.write_bytes(saved(workbook))
    found = load(source)
    assert found == round_
    selection = select(round_)
    annotate_round(source, target, selection, lang)
    return load_workbook(target), selection


def test_rank_points_and_outcome_stand_beside_each_candidate(tmp_path: Path) -> None:
    workbook, selection = annotated(tmp_path, ROUND)
    sheet = workbook[CANDIDATES]
    heads = {str(cell.value).partition("：")[2]: cell.column for cell in sheet[HEADER] if "確認結果" in str(cell.value)}
    for row, one in enumerate(ROUND.candidates, start=BODY):
        ranked = selection.of(one.id)
        points = ranked.evaluation_points, ranked.price_points, ranked.municipality_points, ranked.total_points
        shown = [sheet.cell(row, heads[head]).value for head in ("評価点", "価格点", "市区町村数の点", "総合評価点")]
        mark = {True: "○", None: "？", False: "×"}[ranked.selected]
        assert sheet.cell(row, heads["選定"]).value == f"{mark} {ranked.reason.label.ja}"
        assert sheet.cell(row, heads["順位"]).value == ranked.rank
        assert shown == [None if value is None else float(decimal(value)) for value in points]


def test_the_reason_stands_in_a_comment(tmp_path: Path) -> None:
    workbook, selection = annotated(tmp_path, ROUND)
    sheet = workbook[CANDIDATES]
    number = next(cell.column for cell in sheet[HEADER] if cell.value == "確認結果：選定")
    (finding, *_) = [one for one in selection.findings if one.subject == "round.candidates[c4]"]

    assert finding.message.ja in sheet.cell(BODY + 3, number).comment.text
    assert finding.clause in sheet.cell(BODY + 3, number).comment.text


def test_the_summary_ranks_the_candidates(tmp_path: Path) -> None:
    workbook, selection = annotated(tmp_path, ROUND)
    summary = workbook.worksheets[0]
    values = [[cell.value for cell in row] for row in summary.iter_rows()]
    top = next(number for number, row in enumerate(values) if row[1] == "候補")

    assert values[0][0] == "選定結果"
    assert [row[1] for row in values[top + 1 : top + 6]] == [one.id for one in selection.ranking]
    assert {cell.data_type for row in summary for cell in row if cell.value == "=c1"} == {"s"}


def test_it_is_read_back_as_the_same_round(tmp_path: Path) -> None:
    annotated(tmp_path, ROUND, "en")

    assert load(tmp_path / "out.xlsx") == ROUND


def test_the_outcome_of_another_round_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "round.xlsx"
    other = select(SelectionRound(candidates=ROUND.candidates[1:]))
    source.write_bytes(saved(filled_round(SelectionRound(candidates=ROUND.candidates[2:]))))

    with pytest.raises(InputError, match="other candidates"):
        annotate_round(source, tmp_path / "out.xlsx", other)
