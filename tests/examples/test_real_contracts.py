"""The ten real contracts add up, and differ from the rules of this call just as their README says."""

from __future__ import annotations

import importlib.util
import io
import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from rich.console import Console

import koubo

FOLDER = Path(__file__).parents[2] / "examples" / "real_contracts"


def _module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("real_contracts_compare", FOLDER / "compare.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


compare = _module()
DATA = compare.read()
CONTRACTS = DATA["contracts"]
EACH = pytest.mark.parametrize("contract", CONTRACTS, ids=lambda contract: contract["id"])


def _documented() -> dict[str, list[str]]:
    lines = (FOLDER / "README.md").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines if line.startswith("|")]
    documented: dict[str, list[str]] = {}
    for contract, *cells in rows:  # a table of figures, then one of rules
        documented.setdefault(contract, []).extend(cells)
    return documented


@cache
def _found() -> dict[str, Any]:
    return {one.contract: one for one in compare.compare()}


def test_there_are_ten_with_labour_general_administration_and_tax() -> None:
    for contract in CONTRACTS:
        assert {"labour", "general_admin", "consumption_tax"} <= {line["category"] for line in contract["lines"]}

    assert len(CONTRACTS) == len({contract["id"] for contract in CONTRACTS}) == 10


@EACH
def test_its_lines_add_up_to_what_was_paid(contract: dict[str, Any]) -> None:
    assert sum(line["amount"] for line in contract["lines"]) == contract["paid"]


@EACH
def test_a_heading_goes_where_it_is_classified_or_a_note_says_why_not(contract: dict[str, Any]) -> None:
    for line in contract["lines"]:
        match = koubo.classify_heading(line["heading"])
        given = match.category.value if match.category is not None else match.kind
        assert (given == line["category"]) != ("note" in line), line


@EACH
def test_it_differs_from_this_call_as_documented(contract: dict[str, Any]) -> None:
    found = _found()[contract["id"]]
    shown = [
        f"{found.direct_yen:,}",
        f"{found.general_admin_yen:,}",
        f"{found.limit_yen:,}",
        f"{found.excess_yen:+,}",
        f"{found.paid_with_tax_yen:,}",
        f"{found.tax_difference_yen:+,}",
        ", ".join(f"`{rule}`" for rule in found.violated) or "–",
        ", ".join(f"`{rule}`" for rule in found.undetermined) or "–",
    ]

    assert _documented()[found.contract] == shown


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_table_names_every_contract(lang: str) -> None:
    page = io.StringIO()
    Console(width=200, file=page).print(compare.table(lang))

    assert all(contract["id"] in page.getvalue() for contract in CONTRACTS)


def test_a_higher_maximum_rate_lets_a_general_administrative_cost_stand() -> None:
    call = koubo.get_call("r7").evolve({"general_admin.max_rate": "3/20"})
    found = {one.contract: one for one in compare.compare(call)}

    assert "expense.general_admin.limit" not in found["MOE-4805-C"].violated
    assert "expense.general_admin.limit" in found["MOE-4695-E"].violated
