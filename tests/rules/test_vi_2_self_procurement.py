"""VI.2.(2): procurement within one's own group is charged at cost."""

from __future__ import annotations

import pytest
from cases import Table, both_runners
from lines import APPROVED, PLAN, SETTLEMENT, line_of

from koubo.models.expense import CostBasis, ExpenseCategory, SupplierRelation
from koubo.rules.vi_2_expenses.line import line

GENERAL_ADMIN = {"category": ExpenseCategory.GENERAL_ADMIN}
OTHER = {"supplier_relation": SupplierRelation.OTHER}
ACTUAL, ESTIMATE = {"cost_basis": CostBasis.ACTUAL}, {"cost_basis": CostBasis.ESTIMATE}
EQUAL, LESS, MORE = {"cost_yen": 100_000}, {"cost_yen": 99_999}, {"cost_yen": 100_001}
NEAR = {"supplier_near_group": True}


def at_cost(relation):
    """Return the table of one relation that is one's own."""
    own = {"supplier_relation": relation}
    return Table(
        line,
        line_of(ExpenseCategory.EQUIPMENT),
        {
            "expense.self_procurement.at_cost": {
                "satisfied": [
                    own | EQUAL,
                    own | MORE,
                    own | EQUAL | ESTIMATE,
                    EQUAL,
                    {"amount_yen": 0} | own | {"cost_yen": 0},
                ],
                "violated": [
                    own | LESS,
                    own | {"cost_yen": 0},
                    own | LESS | ACTUAL | APPROVED,
                    own | LESS | SETTLEMENT,
                ],
                "undetermined": [own, {}, LESS],
                "not_applicable": [OTHER, OTHER | LESS, GENERAL_ADMIN | own, GENERAL_ADMIN | LESS],
            },
            "expense.self_procurement.actual_cost": {
                "satisfied": [SETTLEMENT | own | ACTUAL, SETTLEMENT | ACTUAL],
                "violated": [SETTLEMENT | own | ESTIMATE, SETTLEMENT | own | ESTIMATE | EQUAL],
                "undetermined": [SETTLEMENT | own, SETTLEMENT, SETTLEMENT | ESTIMATE],
                "not_applicable": [PLAN | own | ESTIMATE, PLAN, SETTLEMENT | OTHER, SETTLEMENT | GENERAL_ADMIN | own],
            },
        },
    )


TABLES = [at_cost(one) for one in SupplierRelation if one is not SupplierRelation.OTHER]

TABLE = Table(
    line,
    line_of(ExpenseCategory.EQUIPMENT),
    {
        "expense.self_procurement.related_company": {
            "violated": [NEAR, NEAR | OTHER, NEAR | SETTLEMENT],
            "not_applicable": [{}, OTHER, {"supplier_near_group": False}, GENERAL_ADMIN | NEAR],
        },
    },
)
SELF, MEMBER, WHOLLY_OWNED = TABLES


@both_runners
@pytest.mark.parametrize("case", [case for table in TABLES for case in table.cases], ids=lambda case: case.name)
def test_whoever_of_the_group_supplies_supplies_at_cost(case, run_with):
    assert case.found(run_with) == case.status


@both_runners
@TABLE.each
def test_a_company_close_to_the_group_gives_a_warning(case, run_with):
    assert case.found(run_with) == case.status
