"""The verb ``load`` and its way back: which model a source holds, and every mistake of it at its place."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from fractions import Fraction
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

import attrs
import pytest
from file_sources import BUDGET, CANDIDATE, CSV, DOSSIER, LINE, mistakes, written

from koubo.calls import JAPAN
from koubo.errors import InputError
from koubo.files.dump import to_json
from koubo.files.load import load
from koubo.files.scalars import STRICT
from koubo.files.structure import key_of
from koubo.models.dossier import Dossier
from koubo.models.expense import Budget, ExpenseCategory, ExpenseLine, Stage
from koubo.models.selection import SelectionRound


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.yaml", "budget: {lines: [{line_id: L1, category: travel, amount_yen: 1000}]}"),
        ("a.YML", "budget:\n  lines:\n  - {line_id: L1, category: travel, amount_yen: 1000}"),
        ("a.json", json.dumps({"budget": {"lines": [LINE]}})),
        ("予算.csv", CSV),
        ("a.CSV", '明細番号,費目,金額（税抜）\r\nL1,travel,"1,000円"\r\n'.encode("cp932")),
        ("a.csv", "\ufeff明細番号,費目,金額(税抜)\r\nL1,travel,１０００\r\n"),
    ],
)
def test_every_kind_of_file_gives_the_same_budget(name: str, text: str | bytes, tmp_path: Path) -> None:
    path = written(tmp_path, name, text)

    assert load(path) == load(str(path)) == load({"budget": {"lines": [LINE]}}) == BUDGET


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ({"budget": {"lines": [LINE]}}, Budget),
        ({"budget": {"lines": [LINE]}, "call": "r7"}, Dossier),
        ({"round": {"candidates": [CANDIDATE]}}, SelectionRound),
        ({"proposal": {"id": "p"}}, Dossier),
        ({}, Dossier),
    ],
)
def test_the_top_level_key_tells_which_model_it_is(source: dict[str, Any], kind: type) -> None:
    assert type(load(source)) is kind


@pytest.mark.parametrize(
    ("source", "place", "expected"),
    [
        ({"budget": None}, "budget", "a mapping"),
        ({"budget": []}, "budget", "a mapping"),
        ({"round": "x"}, "round", "a mapping"),
        ({"bugdet": {"lines": []}}, "bugdet", "did you mean 'budget'?"),
        ({"budget": {"lines": []}, "round": {}}, "round", "one of its keys"),
        ({"budget": {}}, "budget.lines", "a list"),
    ],
)
def test_a_source_that_is_no_such_model(source: dict[str, Any], place: str, expected: str) -> None:
    ((the_place, _, the_expected),) = mistakes(source)

    assert the_place == place
    assert expected in the_expected


def test_a_dossier_is_read_with_its_days_times_shares_and_nobodies(tmp_path: Path) -> None:
    dossier = load(written(tmp_path, "a.yaml", DOSSIER))

    assert isinstance(dossier, Dossier)
    assert dossier.contract is not None
    assert dossier.contract.start == date(2025, 5, 12)
    assert dossier.applicant is not None
    first, second = dossier.applicant.members or ()
    assert (first.lead, first.information_manager, second.invoice, second.suspensions) == ("p1", False, False, ())
    assert [share.percent for share in dossier.applicant.shareholdings or ()] == [Fraction(3333, 50), Fraction(100, 3)]
    assert dossier.submission is not None
    received = [document.received_at for document in dossier.submission.documents or ()]
    assert received == [datetime(2025, 3, 27, 17, 30, tzinfo=JAPAN), date(2025, 3, 28)]
    assert dossier.budget == BUDGET


def test_all_mistakes_of_a_dossier_come_in_one_go(tmp_path: Path) -> None:
    text = DOSSIER
    for right, wrong in (
        ("to: 2026-03-13", "to: 2024-03-13"),
        ("id: second", "id: first"),
        ("information_manager: false", "information_manager: no one?\n      infomation: 1"),
        ('percent: "66.66"', "percent: 66.66"),
        ("roles: [project_manager]", "roles: [project_manger]"),
        ("2025-03-27T17:30", "2025-03-27T25:30"),
        ("channel: upload", "channel: uploaded"),
        ("amount_yen: 1000", "amount_yen: -1000"),
    ):
        assert right in text
        text = text.replace(right, wrong)

    assert [place for place, *_ in mistakes(written(tmp_path, "a.yaml", text))] == [
        "contract.to",
        "applicant.members[0].infomation",
        "applicant.members[1].id",
        "applicant.shareholdings[0].percent",
        "staff[0].roles[0]",
        "submission.documents[0].received_at",
        "submission.documents[1].channel",
        "budget.lines[0].amount_yen",
    ]


def test_a_mapping_may_hold_what_python_programs_hold() -> None:
    line = LINE | {"category": ExpenseCategory.TRAVEL, "rental_from": date(2025, 5, 12)}

    budget = load({"budget": {"lines": (line,), "general_admin_rates": {"acme": "0.083"}}})

    assert isinstance(budget, Budget)
    assert budget.lines[0].rental_from == date(2025, 5, 12)
    assert budget.general_admin_rates["acme"].own == Fraction(83, 1000)


def test_the_other_facts_of_a_csv_come_as_keywords(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", CSV)

    budget = load(path, stage="settlement", contract_from="2025-05-12", contract_to=date(2026, 3, 13), region=None)

    assert budget == attrs.evolve(
        BUDGET, stage=Stage.SETTLEMENT, contract_from=date(2025, 5, 12), contract_to=date(2026, 3, 13)
    )


@pytest.mark.parametrize(
    ("rest", "place", "found"),
    [
        ({"stgae": "plan"}, "stgae", "unknown key"),
        ({"stage": "paln"}, "stage", "'paln'"),
        ({"contract_from": "2025-13-01"}, "contract_from", "'2025-13-01'"),
        ({"cap_with_tax_yen": float("nan")}, "cap_with_tax_yen", "nan"),
        ({"general_admin_rates": {"acme": 0.1}}, "general_admin_rates.acme", "0.1"),
        ({"lines": []}, "lines", "a keyword"),
    ],
)
def test_keywords_of_a_csv_are_checked_like_any_fact(
    rest: dict[str, Any], place: str, found: str, tmp_path: Path
) -> None:
    ((the_place, the_found, _),) = mistakes(written(tmp_path, "a.csv", CSV), **rest)

    assert the_place == f"budget.{place}"
    assert found in the_found


def test_keywords_beside_anything_else_are_mistakes(tmp_path: Path) -> None:
    path = written(tmp_path, "a.json", to_json(BUDGET))

    assert [place for place, *_ in mistakes(path, stage="plan", region="miyagi")] == ["stage", "region"]
    assert [place for place, *_ in mistakes({"budget": {"lines": []}}, stage="plan")] == ["stage"]


def test_all_mistakes_of_a_yaml_file_come_in_one_go_with_file_place_and_line(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "a.yaml",
        """\
budget:
  stage: paln
  contract_from: 2025-05-12
  contract_to: 2024-05-12
  general_admin_rates: {acme: 0.08}
  lines:
    - line_id: L1
      category: travell
      amount_yen: 1_000
    - {line_id: L2, category: travel, amount_yen: -5, quantity: 0, overseas: no}
    - {line_id: L1, category: travel, amout_yen: 5}
    - {line_id: L4, category: travel, amount_yen: 5, amount_yen: 6}
    - {line_id: L5, category: labour, amount_yen: 5, welfare_allowance_yen: 6}
    - {line_id: L6, category: rental, amount_yen: 5, rental_from: 2025-05-12, rental_to: 2025-05-11}
    - *L1
    - {line_id: L8, category: meeting, amount_yen: .nan, nature: intrest}
""",
    )

    with pytest.raises(InputError) as error:
        load(path)

    assert [line.removeprefix(f"{path}: budget.").split(": found ")[0] for line in error.value.lines()] == [
        "stage",
        "contract_to",
        "general_admin_rates.acme",
        "lines[0].category",
        "lines[0].amount_yen",
        "lines[1].overseas",
        "lines[1].amount_yen",
        "lines[1].quantity",
        "lines[2].amout_yen",
        "lines[2].amount_yen",
        "lines[2].line_id",
        "lines[3].amount_yen",
        "lines[4].welfare_allowance_yen",
        "lines[5].rental_to",
        "lines[6]",
        "lines[7].amount_yen",
        "lines[7].nature",
    ]
    assert "found 'travell' (line 8); expected one of equipment, " in error.value.lines()[3]
    assert error.value.lines()[3].endswith(" – did you mean 'travel'?")


def test_all_mistakes_of_a_csv_come_in_one_go(tmp_path: Path) -> None:
    rows = ["L1,travel,1000,はい,", "L2,travell,-5,,", "L1,travel,1000", ",,,,", "L1,travel,12 yen,maybe,2025/2/30"]
    path = written(tmp_path, "a.csv", "\n".join(["line_id,category,amount_yen,overseas,paid_on", *rows]))

    assert [(place, found[-8:]) for place, found, _ in mistakes(path, region=5.5)] == [
        ("budget.region", "5.5"),
        ("budget.lines[1].category", "(line 3)"),
        ("budget.lines[1].amount_yen", "(line 3)"),
        ("budget.lines[2]", "(line 4)"),
        ("budget.lines[3].amount_yen", "(line 6)"),
        ("budget.lines[3].overseas", "(line 6)"),
        ("budget.lines[3].paid_on", "(line 6)"),
        ("budget.lines[3].line_id", "(line 6)"),
    ]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("nowhere.yaml", "no such file"),
        ("folder.yaml", "a directory"),
        ("a.txt", "the ending '.txt'"),
        ("a", "a name without ending"),
        (".yaml", "a name without ending"),
        ("empty.yaml", "empty"),
        ("empty.json", "empty"),
        ("empty.csv", "empty"),
        ("x\0.yaml", "no such file"),
    ],
)
def test_a_path_that_holds_nothing_to_read(name: str, found: str, tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    for ending in ("yaml", "json", "csv"):
        written(tmp_path, f"empty.{ending}", "")
    path = tmp_path / name

    with pytest.raises(InputError) as error:
        load(path)

    assert error.value.source == str(path)
    assert found in error.value.mistakes[0].found


@pytest.mark.parametrize("source", [None, 5, b"budget.yaml", ["budget.yaml"], True])
def test_a_source_that_is_neither_path_nor_mapping(source: object) -> None:
    ((place, _, expected),) = mistakes(source)

    assert place == ""
    assert "a mapping" in expected


def test_an_excel_file_without_the_extra_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "a.xlsx", b"PK")
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)

    ((_, _, expected),) = mistakes(path)

    assert "pip install 'koubo[excel]'" in expected


def test_no_two_columns_of_a_csv_share_a_name() -> None:
    fields = attrs.fields(ExpenseLine)
    names = [name for field in fields for name in (field.name, field.metadata["label"].ja)]

    assert len(names) == len(set(names))


def types_within(kind: Any, seen: set[Any]) -> set[Any]:
    """Return the types of all fields of a model, and of the models in them."""
    if kind not in seen:
        seen.add(kind)
        parts = [f.type for f in attrs.fields(attrs.resolve_types(kind))] if attrs.has(kind) else get_args(kind)
        for part in parts if get_origin(kind) is not Literal else ():
            types_within(part, seen)
    return seen


@pytest.mark.parametrize("model", [Budget, Dossier, SelectionRound])
def test_every_field_of_every_model_can_stand_in_a_file(model: type) -> None:
    for kind in types_within(model, set()) - {NoneType, ...}:
        known = attrs.has(kind) or kind in STRICT or (isinstance(kind, type) and issubclass(kind, Enum))
        assert known or get_origin(kind) in {tuple, Mapping, Literal, Union, UnionType}, kind
        keys = [key_of(field) for field in attrs.fields(kind)] if attrs.has(kind) else []
        assert len(keys) == len(set(keys)), kind
