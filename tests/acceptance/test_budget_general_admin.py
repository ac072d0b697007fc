"""General administrative cost (VI.2.(1).ヘ): rates, rounding, members, several lines, pending direct costs."""

from __future__ import annotations

from typing import Any

import pytest
from budget_cases import ADMIN, LABOUR, LABOUR_OPEN, PRINTING, SUBCONTRACT, Line, audited, both_runners, judged

import koubo

BASE = LABOUR | {"amount_yen": 999_999}
STATEMENT = {"selling_and_general_administrative_yen": 300, "selling_yen": 100, "cost_of_sales_yen": 3000}


def claimed(*amounts: int, member: str | None = None) -> list[Line]:
    return [ADMIN | {"amount_yen": amount, "member": member} for amount in amounts]


@pytest.mark.parametrize(
    ("rate", "limit"),
    [
        ("0.1", 99_999),  # 99,999.9: the fraction of a yen dropped
        ("0.10", 99_999),
        ("0.100001", 99_999),  # the lower of 10 % and the own one
        ("0.099999", 99_998),
        ("0.5", 99_999),
        ("0", 0),
        ("0.0833333333", 83_333),
        ("1/12", 83_333),
        (STATEMENT, 66_666),  # (300 - 100) / 3000 = 1/15, used exactly
        (STATEMENT | {"selling_yen": 0}, 99_999),  # 300 / 3000: just 10 %
        (STATEMENT | {"selling_yen": 300}, 0),
        (STATEMENT | {"cost_of_sales_yen": 1}, 99_999),
        ({"separately_set": "0.15"}, 149_999),  # a university's is used as it is
        ({"separately_set": "0.05"}, 49_999),
    ],
    ids=str,
)
@both_runners
def test_the_limit_follows_from_the_rate(rate: Any, limit: int, run_with: Any) -> None:
    audit = audited(BASE, *claimed(limit), general_admin_rates={"acme": rate}, run_with=run_with)
    above = audited(BASE, *claimed(limit + 1), general_admin_rates={"acme": rate}, run_with=run_with)

    assert audit.totals.general_admin_limit_yen == limit
    assert judged(audit.lines[1]) == ("allowable", limit)
    assert judged(above.lines[1]) == ("reduced", limit)


@pytest.mark.parametrize(
    ("changes", "limit"),
    [
        ({}, 83_333),
        ({"general_admin.rate_rounding": "floor_to_tenth_of_percent"}, 82_999),
        ({"general_admin.rounding": "half_up"}, 83_333),
        ({"general_admin.rounding": "ceiling"}, 83_334),
        ({"general_admin.rate_formula": "selling_and_general_over_cost_of_sales"}, 99_999),
        ({"general_admin.max_rate": "0.05"}, 49_999),
    ],
    ids=str,
)
def test_the_readings_of_the_rate_can_be_set(changes: dict[str, Any], limit: int) -> None:
    rate = STATEMENT | {"cost_of_sales_yen": 2400}  # 200 / 2400 = 1/12
    call = koubo.get_call("r7").evolve(changes)

    assert audited(BASE, general_admin_rates={"acme": rate}, call=call).totals.general_admin_limit_yen == limit


@pytest.mark.parametrize(
    ("beside", "limit"),
    [
        ([PRINTING | {"amount_yen": 10_000}], 1000),
        ([LABOUR | {"amount_yen": 10_000, "direct_work": False}], 0),
        ([LABOUR | {"amount_yen": 10_000, "welfare_allowance_yen": 1000}], 900),
        ([PRINTING | {"amount_yen": 10_000}, SUBCONTRACT | {"amount_yen": 90_000}], 1000),
    ],
    ids=["a direct cost", "a refused one", "a reduced one", "a subcontract is none"],
)
def test_the_base_is_what_is_allowable_of_the_direct_costs(beside: list[Line], limit: int) -> None:
    audit = audited(*beside, *claimed(5000), general_admin_rates={"acme": "0.1"})

    assert judged(audit.lines[-1]) == ("reduced", limit)
    assert audit.totals.general_admin_base_yen == audit.totals.direct_cost_yen == 10 * limit


@pytest.mark.parametrize(
    ("amounts", "found"),
    [
        ([10_000, 1], [("allowable", 10_000), ("undetermined", 0)]),
        ([10_001, 4_999, 1], [("undetermined", 0), ("undetermined", 0), ("reduced", 0)]),
        ([15_001], [("reduced", 10_000)]),
        # what is above the ceiling is cut to the limit, and uses up no more than that
        ([15_001, 5_000, 1], [("reduced", 10_000), ("undetermined", 0), ("reduced", 0)]),
        ([4_000, 7_000, 4_000], [("allowable", 4_000), ("undetermined", 0), ("undetermined", 0)]),
    ],
    ids=str,
)
@both_runners
def test_pending_direct_costs_leave_open_what_lies_between(
    amounts: list[int], found: list[tuple[str, int]], run_with: Any
) -> None:
    certain, open_ = LABOUR | {"amount_yen": 100_000}, LABOUR_OPEN | {"amount_yen": 50_000}

    audit = audited(certain, open_, *claimed(*amounts), general_admin_rates={"acme": "0.1"}, run_with=run_with)

    assert [judged(line) for line in audit.lines[2:]] == found


def test_each_member_has_its_own_rate_base_and_limit() -> None:
    audit = audited(
        LABOUR | {"amount_yen": 100_000, "member": "acme"},
        LABOUR | {"amount_yen": 100_000, "member": "beta"},
        LABOUR | {"amount_yen": 100_000, "member": "univ"},
        *(line for member in ("univ", "beta", "acme") for line in claimed(20_000, member=member)),
        general_admin_rates={"acme": "0.2", "beta": "0.05", "univ": {"separately_set": "0.15"}},
    )

    assert [line.allowable_yen for line in audit.lines[3:]] == [15_000, 5_000, 10_000]
    assert audit.totals.general_admin_limit_yen == 30_000
    limits = {member: amounts.general_admin_limit_yen for member, amounts in audit.by_member.items()}
    assert limits == {"acme": 10_000, "beta": 5_000, "univ": 15_000}


def test_one_unknown_rate_leaves_the_sum_unknown_and_the_other_members_alone() -> None:
    audit = audited(
        LABOUR | {"amount_yen": 100_000, "member": "acme"},
        LABOUR | {"amount_yen": 100_000, "member": "beta"},
        *claimed(10_001, member="acme"),
        *claimed(1, member="beta"),
        general_admin_rates={"acme": "0.1"},
    )

    assert [judged(line) for line in audit.lines[2:]] == [("reduced", 10_000), ("undetermined", 0)]
    assert audit.totals.general_admin_limit_yen is None


@pytest.mark.parametrize("rates", [None, {}, {"acme": None}, {"acme": "0.1", "beta": "0.1"}], ids=str)
def test_without_a_known_rate_it_is_undetermined(rates: Any) -> None:
    """With the rates of two members, a line without one is borne by nobody that has a rate."""
    audit = audited(BASE, *claimed(1), general_admin_rates=rates)

    assert judged(audit.lines[1]) == ("undetermined", 0)
    assert list(audit.by_member) == [""]
