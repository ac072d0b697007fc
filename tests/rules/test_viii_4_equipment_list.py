"""VIII.4.(1): the list of the equipment that is used."""

from __future__ import annotations

import pytest
from cases import Case, Table, both_runners

from koubo.facts.equipment_list import equipment_list_facts
from koubo.models.proposal import Proposal, SupplyChainItem
from koubo.rules.viii_4_equipment_list import equipment_list

USED = {"uses_ict_equipment": True}
NOT_USED = {"uses_ict_equipment": False}
LISTED = {"items_listed": True}
NOT_LISTED = {"items_listed": False}

TABLE = Table(
    equipment_list,
    {},
    {
        "supply_chain.list.given": {
            "satisfied": [USED | LISTED, LISTED],
            "violated": [USED | NOT_LISTED],
            "undetermined": [USED, NOT_LISTED, {}],
            "not_applicable": [NOT_USED | NOT_LISTED, NOT_USED],
        },
    },
)


@both_runners
@TABLE.each
def test_each_rule_says_of_each_row_what_the_table_says(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status


@pytest.mark.parametrize(
    ("proposal", "listed"),
    [
        (None, None),
        (Proposal(id="p"), None),
        (Proposal(id="p", supply_chain_items=()), False),
        (Proposal(id="p", supply_chain_items=(SupplyChainItem(name="switch"),)), True),
    ],
)
def test_an_empty_list_lists_nothing(proposal: Proposal | None, listed: bool | None) -> None:
    assert equipment_list_facts(proposal).items_listed is listed
