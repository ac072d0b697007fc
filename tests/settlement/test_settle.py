"""The final amount of a contract, worked by hand."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koubo.calls import get_call
from koubo.errors import InputError
from koubo.files.structure import structure
from koubo.models.dossier import Contract, Dossier
from koubo.models.expense import Budget
from koubo.settlement import settle
from koubo.settlement.settle import shared_out

TERM = {"contract_from": "2025-05-12", "contract_to": "2026-03-13"}


def labour(line_id: str, amount: int, **more: Any) -> dict[str, Any]:
    person = {"person_role": "staff", "on_roster": True, "direct_work": True}
    return {
        "line_id": line_id,
        "category": "labour",
        "amount_yen": amount,
        "paid_on": "2026-02-27",
        "evidence": True,
        **person,
        **more,
    }


def settlement(*lines: dict[str, Any], region: str | None = "miyagi", **more: Any) -> Budget:
    return structure({"stage": "settlement", **TERM, "region": region, "lines": list(lines), **more}, Budget)


def contract(amount: int | None, *advances: int) -> Contract:
    paid = [{"amount_with_tax_yen": one, "paid_on": "2025-10-01"} for one in advances]
    return structure({"amount_with_tax_yen": amount, "advances": paid}, Contract)


def new_region() -> str:
    return next(region.id for region in get_call("r7").regions if not region.previously_selected)


def past_region() -> str:
    return next(region.id for region in get_call("r7").regions if region.previously_selected)


@pytest.mark.parametrize(
    ("cost", "agreed", "cap", "region", "final", "bounded_by"),
    [
        # 10,000,000 without tax is 11,000,000 with it.
        (10_000_000, 20_000_000, None, new_region(), 11_000_000, ["cost"]),
        (10_000_000, 10_500_000, None, new_region(), 10_500_000, ["contract"]),
        (10_000_000, 20_000_000, 9_000_000, new_region(), 9_000_000, ["cap"]),
        (10_000_000, 11_000_000, 11_000_000, new_region(), 11_000_000, ["contract", "cap", "cost"]),
        (60_000_000, 90_000_000, None, past_region(), 50_000_000, ["cap"]),
        (60_000_000, 90_000_000, None, new_region(), 66_000_000, ["cost"]),
        (100_000_000, 110_000_000, None, new_region(), 100_000_000, ["cap"]),
        # Tax drops its fraction of a yen: 9 yen of 99.
        (99, 1_000, None, new_region(), 108, ["cost"]),
        (0, 1_000, None, new_region(), 0, ["cost"]),
        # Without a region both caps are far enough away.
        (10_000_000, 20_000_000, None, None, 11_000_000, ["cost"]),
    ],
)
def test_the_final_amount_is_the_least_of_the_three(
    cost: int, agreed: int, cap: int | None, region: str | None, final: int, bounded_by: list[str]
) -> None:
    budget = settlement(labour("L1", cost), region=region, cap_with_tax_yen=cap)

    found = settle(budget, contract(agreed))

    assert found.final_with_tax_yen == final
    assert list(found.bounded_by) == bounded_by


@pytest.mark.parametrize(
    ("lines", "agreed", "region", "least", "most"),
    [
        # not known whether L2 is allowable
        ([labour("L1", 1_000_000), labour("L2", 500_000, on_roster=None)], 5_000_000, "miyagi", 1_100_000, 1_650_000),
        ([labour("L1", 1_000_000), labour("L2", 500_000, on_roster=None)], 1_200_000, "miyagi", 1_100_000, 1_200_000),
        # no contract amount, no region
        ([labour("L1", 1_000_000)], None, "miyagi", 0, 1_100_000),
        ([labour("L1", 60_000_000)], 90_000_000, None, 50_000_000, 66_000_000),
    ],
)
def test_what_is_not_known_leaves_the_final_amount_open(
    lines: list[dict[str, Any]], agreed: int | None, region: str | None, least: int, most: int
) -> None:
    found = settle(settlement(*lines, region=region), contract(agreed, 1_000))

    assert (found.final.least, found.final.most) == (least, most)
    assert (found.final_with_tax_yen, found.remainder_with_tax_yen, found.repayment_with_tax_yen) == (None, None, None)
    assert found.bounded_by == ()
    assert {one.final_with_tax_yen for one in found.by_member} == {None}


def test_what_is_pending_matters_only_below_the_other_bounds() -> None:
    budget = settlement(labour("L1", 1_000_000), labour("L2", 500_000, on_roster=None))

    assert settle(budget, contract(1_100_000)).final_with_tax_yen == 1_100_000


@pytest.mark.parametrize(
    ("advances", "remainder", "repayment"),
    [
        ([], 1_100_000, 0),
        ([300_000, 200_000], 600_000, 0),
        ([1_100_000], 0, 0),
        ([1_000_000, 150_000], 0, 50_000),
    ],
)
def test_advance_payments_leave_a_remainder_or_are_paid_back(
    advances: list[int], remainder: int, repayment: int
) -> None:
    found = settle(settlement(labour("L1", 1_000_000)), contract(2_000_000, *advances))

    assert (found.remainder_with_tax_yen, found.repayment_with_tax_yen) == (remainder, repayment)


def test_advance_payments_left_out_are_unknown() -> None:
    found = settle(settlement(labour("L1", 1_000_000)), Contract(amount_with_tax_yen=2_000_000))

    assert found.final_with_tax_yen == 1_100_000
    assert (found.advances_with_tax_yen, found.remainder_with_tax_yen, found.repayment_with_tax_yen) == (None,) * 3


def test_the_contract_and_the_call_come_from_the_dossier() -> None:
    known = structure({"contract": {"amount_with_tax_yen": 900_000, "advances": []}}, Dossier)

    found = settle(settlement(labour("L1", 1_000_000)), dossier=known)

    assert (found.final_with_tax_yen, found.remainder_with_tax_yen) == (900_000, 900_000)


def test_members_share_the_final_amount_by_their_allowable_cost() -> None:
    budget = settlement(
        labour("L1", 2_000_000, member="acme"),
        labour("L2", 1_000_000, member="beta"),
        labour("L3", 400_000, member="beta", evidence=False),
    )

    found = settle(budget, contract(1_000_000))

    assert [(one.member, one.allowable_yen, one.disallowed_yen, one.final_with_tax_yen) for one in found.by_member] == [
        ("acme", 2_000_000, 0, 666_667),
        ("beta", 1_000_000, 400_000, 333_333),
    ]


def test_lines_without_vouchers_are_listed_and_lines_that_do_not_say() -> None:
    budget = settlement(
        labour("L1", 1_000_000),
        labour("L2", 500_000, evidence=False),
        labour("L3", 300_000, evidence=None),
        {"line_id": "G1", "category": "general_admin", "amount_yen": 100_000},
        general_admin_rates={"acme": "0.1"},
    )

    found = settle(budget, contract(5_000_000))

    assert [(one.line_id, one.amount_yen, one.known) for one in found.vouchers] == [
        ("L2", 500_000, True),
        ("L3", 300_000, False),
    ]
    assert found.missing_vouchers == ("L2",)


def test_a_plan_is_not_settled() -> None:
    with pytest.raises(InputError, match=r"budget\.stage"):
        settle(structure({"lines": []}, Budget), contract(1))


def test_the_answer_is_plain_json_and_the_same_from_both_runners() -> None:
    budget = settlement(labour("L1", 1_000_000), labour("L2", 500_000, evidence=False))

    direct, rete = (settle(budget, contract(2_000_000, 500_000), run_with=runner) for runner in ("direct", "rete"))

    told = json.loads(json.dumps(direct.to_dict()))
    assert told == rete.to_dict()
    assert told["final_between_with_tax_yen"] == {"least": 1_100_000, "most": 1_100_000}
    assert (told["cost_with_tax_yen"], told["remainder_with_tax_yen"]) == (1_100_000, 600_000)
    assert [finding["rule_id"] for finding in told["findings"] if finding["status"] == "violated"] == [
        "expense.general.evidence"
    ]


YEN = st.integers(0, 10**12)


@given(YEN, st.lists(YEN, min_size=1, max_size=6))
def test_shared_out_yen_add_up_and_nobody_gets_a_yen_too_many(amount: int, weights: list[int]) -> None:
    parts = shared_out(amount, weights)

    whole = sum(weights)
    assert sum(parts) == (amount if whole else 0)
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part * whole - amount * weight) < whole or whole == 0


@given(st.integers(0, 10**9), st.one_of(st.none(), st.integers(0, 10**9)), st.lists(st.integers(0, 10**8), max_size=3))
def test_the_final_amount_is_never_above_any_bound_and_the_balance_fits(
    cost: int, agreed: int | None, advances: list[int]
) -> None:
    found = settle(settlement(labour("L1", cost)), contract(agreed, *advances), run_with="direct")

    assert found.final.most is not None
    for bound in (found.contract, found.cap, found.cost):
        assert bound.most is None or found.final.most <= bound.most
        assert found.final.least <= bound.least
    if found.final_with_tax_yen is not None:
        remainder, repayment = found.remainder_with_tax_yen, found.repayment_with_tax_yen
        assert remainder is not None
        assert repayment is not None
        assert found.final_with_tax_yen == sum(advances) + remainder - repayment
        assert 0 in {remainder, repayment}
