"""II.2 and III.1: the cap of the region, labour as the main part, the share of other costs."""

from __future__ import annotations

from cases import Table, both_runners

from koubo.calls import get_call
from koubo.rules.budget import budget

CALL = get_call("r7")
NEW, BEFORE = CALL.integer("cap.new_region_with_tax_yen"), CALL.integer("cap.previous_region_with_tax_yen")
IS_NEW, WAS_BEFORE = {"previously_selected": False}, {"previously_selected": True}


def totals(total, possible=None):
    """Return totals with tax, of allowable lines and with pending ones."""
    settled = True if possible is None else None
    possible = total if possible is None else possible
    return {"total_with_tax_yen": total, "possible_total_with_tax_yen": possible, "lines_settled": settled}


def make_up(labour, others, more=0):
    """Return what labour, other costs and general administrative cost come to."""
    return {"labour_yen": labour, "non_labour_yen": others, "subtotal_yen": labour + others + more}


LOWER = {"set_cap_with_tax_yen": 30_000_000}

TABLE = Table(
    budget,
    make_up(6_000_000, 1_000_000) | totals(7_700_000),
    {
        "budget.cap.region": {
            "satisfied": [
                totals(NEW) | IS_NEW,
                totals(BEFORE) | WAS_BEFORE,
                totals(BEFORE),
                totals(0),
                totals(BEFORE - 1, BEFORE),
                totals(30_000_000) | LOWER | IS_NEW,
                totals(30_000_000) | LOWER,
                totals(NEW) | IS_NEW | {"set_cap_with_tax_yen": NEW + 1},
            ],
            "violated": [
                totals(NEW + 1) | IS_NEW,
                totals(BEFORE + 1) | WAS_BEFORE,
                totals(NEW + 1),
                totals(NEW + 1, NEW + 2),
                totals(30_000_001) | LOWER | IS_NEW,
                totals(30_000_001) | LOWER,
                totals(NEW + 1) | IS_NEW | {"set_cap_with_tax_yen": NEW + 1},
            ],
            "undetermined": [
                totals(BEFORE + 1),
                totals(NEW),
                totals(NEW, NEW + 1) | IS_NEW,
                totals(BEFORE, BEFORE + 1) | WAS_BEFORE,
                totals(0, BEFORE + 1),
                totals(30_000_000, 30_000_001) | LOWER,
            ],
        },
        "budget.labour.main_part": {
            "satisfied": [make_up(500_001, 500_000), make_up(501, 250, 249)],
            "violated": [make_up(500_000, 500_000), make_up(0, 1), make_up(500, 250, 250)],
            "not_applicable": [make_up(0, 0)],
        },
        "budget.non_labour.expected_share": {
            "satisfied": [make_up(800_000, 200_000), make_up(1, 0), make_up(700_000, 200_000, 100_000)],
            "violated": [make_up(799_999, 200_001), make_up(0, 1), make_up(799_998, 200_001, 1)],
            "not_applicable": [make_up(0, 0)],
        },
    },
)


@both_runners
@TABLE.each
def test_each_rule_says_of_each_row_what_the_table_says(case, run_with):
    assert case.found(run_with) == case.status
