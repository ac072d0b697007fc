"""VI.2.(3), annex 2 (1) and IV.3.(4).①: costs that are never charged, and their exceptions."""

from __future__ import annotations

import pytest
from cases import Table, both_runners
from lines import APPROVED, AT_POSTING_PLACE, OFFICE_SUPPLIES, REQUESTED, line_of

from koubo.models.expense import CostNature, ExpenseCategory
from koubo.rules.registry import rule_base
from koubo.rules.vi_2_expenses.line import line

WITH_EXCEPTION = (CostNature.OFFICE_SUPPLIES, CostNature.STORAGE_SPACE, CostNature.NONE)
NEVER_CHARGED = [nature for nature in CostNature if nature not in WITH_EXCEPTION]
ELSEWHERE = OFFICE_SUPPLIES | {"used_at_posting_place": False}


def never_charged(nature):
    itself = {"nature": nature}
    return {
        "violated": [
            itself,
            itself | APPROVED,
            itself | {"used_at_posting_place": True} | APPROVED,
            *(itself | {"category": category} for category in ExpenseCategory),
        ],
        "not_applicable": [{"nature": other} for other in CostNature if other is not nature],
    }


TABLE = Table(
    line,
    line_of(ExpenseCategory.MISCELLANEOUS),
    {f"expense.excluded.{nature.value}": never_charged(nature) for nature in NEVER_CHARGED},
)

OFFICE = Table(
    line,
    line_of(ExpenseCategory.CONSUMABLES),
    {
        "expense.excluded.office_supplies": {
            "satisfied": [AT_POSTING_PLACE, AT_POSTING_PLACE | APPROVED],
            "violated": [ELSEWHERE, ELSEWHERE | APPROVED],
            "undetermined": [OFFICE_SUPPLIES, OFFICE_SUPPLIES | APPROVED],
            "not_applicable": [
                {"nature": nature, "used_at_posting_place": False}
                for nature in CostNature
                if nature is not CostNature.OFFICE_SUPPLIES
            ],
        },
        "expense.excluded.office_supplies_consultation": {
            "satisfied": [AT_POSTING_PLACE | APPROVED, OFFICE_SUPPLIES | APPROVED],
            "violated": [AT_POSTING_PLACE, AT_POSTING_PLACE | REQUESTED],
            "undetermined": [OFFICE_SUPPLIES],
            "not_applicable": [
                ELSEWHERE,
                {},
                {"used_at_posting_place": True},
                {"nature": CostNature.OFFICE_FURNITURE_OR_READING, "used_at_posting_place": True},
            ],
        },
    },
)


@both_runners
@TABLE.each
def test_a_cost_of_the_list_is_never_charged(case, run_with):
    assert case.found(run_with) == case.status


@both_runners
@OFFICE.each
def test_office_supplies_are_charged_at_the_posting_place_where_the_secretariat_agrees(case, run_with):
    assert case.found(run_with) == case.status


@pytest.mark.parametrize("nature", [CostNature.STORAGE_SPACE, CostNature.NONE])
def test_storage_space_and_what_is_not_listed_are_refused_by_no_rule_of_the_list(nature):
    assert f"expense.excluded.{nature.value}" not in rule_base("r7").position
