"""What the workbook of a budget (支出計画書) holds: its sheets and their columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Final

from attrs import evolve

from koubo.calls import Call
from koubo.files.excel.columns import Column, columns_of, regions_of
from koubo.files.excel.helps import BUDGET_HELPS, LINE_HELPS, RATE_HELPS
from koubo.models.expense import Budget, ExpenseLine
from koubo.models.rates import FinancialStatement
from koubo.text import Text

LINES: Final = Text("支出計画書", "expenditure plan")
FACTS: Final = Text("基本情報", "basic facts")
RATES: Final = Text("構成員・率", "members and rates")

GROUPS: Final[tuple[tuple[Text, tuple[str, ...]], ...]] = (
    (Text("基本", "basics"), ("line_id", "category", "amount_yen", "description", "member", "nature", "consultation")),
    (
        Text("人件費・謝金・旅費", "labour, honorarium, travel"),
        (
            "person",
            "person_role",
            "on_roster",
            "direct_work",
            "welfare_allowance_yen",
            "one_way_km",
            "overseas",
            "posting",
            "conference_fee",
        ),
    ),
    (
        Text("設備備品・消耗品・借料", "equipment, consumables, rental"),
        (
            "unit_price_yen",
            "quantity",
            "useful_life_years",
            "general_purpose",
            "lease_reason_statement",
            "rental_from",
            "rental_to",
            "used_at_posting_place",
        ),
    ),
    (Text("調達", "procurement"), ("supplier", "supplier_relation", "cost_yen", "cost_basis")),
    (Text("その他", "other"), ("essential_part", "cloud_service", "office_use")),
    (Text("精算", "settlement"), ("ordered_on", "paid_on", "evidence")),
)
"""The columns of the lines in groups, in the order in which they stand."""

EXAMPLE_LINE: Final[Mapping[str, str | int | float]] = {
    "category": "旅費・交通費",
    "amount_yen": 460_000,
    "description": "東京～仙台 進捗会議 10回",
    "member": "A社",
    "nature": "該当なし",
    "consultation": "未協議",
    "person_role": "業務従事者",
    "on_roster": "はい",
    "direct_work": "はい",
    "one_way_km": 351.8,
    "overseas": "いいえ",
    "supplier_relation": "その他",
}
"""What the example line says, beside its id."""

STATEMENT: Final = ("selling_and_general_administrative_yen", "selling_yen", "cost_of_sales_yen")
"""The three figures from which a rate follows."""

EXAMPLE_RATE: Final[Mapping[str, str | int | float]] = {"own": 0.083}
"""What the example of a member says, beside its id."""


def line_columns() -> tuple[Column, ...]:
    """Return the columns of the lines."""
    return columns_of(ExpenseLine, (key for _, keys in GROUPS for key in keys), LINE_HELPS)


def rate_columns() -> tuple[Column, ...]:
    """Return the columns of the members and their rates, one of the three forms of a rate for each."""
    return (
        Column("member", Text("法人の識別子", "member id"), str, RATE_HELPS["member"], required=True),
        Column("own", Text("自社の一般管理費率", "own rate"), Fraction, RATE_HELPS["own"], unit="share"),
        *(evolve(one, required=False) for one in columns_of(FinancialStatement, STATEMENT, RATE_HELPS)),
        Column(
            "separately_set",
            Text("別途定める率（大学等）", "separately set rate"),
            Fraction,
            RATE_HELPS["separately_set"],
            unit="share",
        ),
    )


def fact_rows(calls: Iterable[Call]) -> tuple[Column, ...]:
    """Return what the sheet of the basic facts asks; the regions to choose from are those of the calls."""
    keys = ("stage", "region", "contract_from", "contract_to", "cap_with_tax_yen")
    rows = columns_of(Budget, keys, BUDGET_HELPS)
    return tuple(evolve(row, choices=regions_of(calls)) if row.key == "region" else row for row in rows)
