"""What a rule of VI.2 reduces a line to, and the price that it is judged by: whole yen, rounded down once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lines import line_of

from koubo.calls import get_call
from koubo.engine.bound import bind
from koubo.models.checks import MAX_YEN
from koubo.models.expense import ExpenseCategory
from koubo.rules.registry import rule_base
from koubo.rules.vi_2_expenses.line import line

R7 = bind(rule_base("r7"), get_call("r7"))
END = date(2026, 3, 13)


def worked_out(fact, category=ExpenseCategory.RENTAL, **known):
    return R7.complete("line", line.flatten(line_of(category, **known)))[fact]


@pytest.mark.parametrize(
    ("first", "last", "amount", "share"),
    [
        # 365 days, 347 of them up to 13 March 2026
        (date(2025, 4, 1), date(2026, 3, 31), 365_000, 347_000),
        (date(2025, 4, 1), date(2026, 3, 31), 1_000_000, 950_684),
        (date(2025, 4, 1), date(2026, 3, 31), 1, 0),
        (END, date(2026, 3, 14), 100_001, 50_000),
        (END, END, 100_001, 100_001),
        (date(2025, 4, 1), END, 999, 999),
        (date(2026, 3, 14), date(2026, 3, 31), 365_000, 0),
        (None, END, 999, 999),
        (date(2026, 3, 14), None, 999, 0),
        (None, date(2026, 3, 14), 999, None),
        (END, None, 999, None),
    ],
)
def test_a_lease_is_divided_by_days_both_ends_counted(first, last, amount, share):
    found = worked_out("rental_share_yen", amount_yen=amount, rental_from=first, rental_to=last, contract_to=END)

    assert found == share


@given(
    st.integers(0, MAX_YEN),
    st.integers(1, 40_000),
    st.integers(-40_000, 40_000),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
)
def test_the_share_of_a_lease_is_exact_and_never_more_than_the_lease(amount, days, inside, first):
    last, end = first + timedelta(days=days - 1), first + timedelta(days=inside - 1)

    found = worked_out("rental_share_yen", amount_yen=amount, rental_from=first, rental_to=last, contract_to=end)

    assert found == amount * min(max(inside, 0), days) // days


@pytest.mark.parametrize(
    ("known", "price", "with_tax"),
    [
        ({"unit_price_yen": 99_999}, 99_999, 109_998),
        ({"unit_price_yen": 90_909}, 90_909, 99_999),
        ({"amount_yen": 300_000, "quantity": 3}, 100_000, 110_000),
        ({"amount_yen": 299_999, "quantity": 3}, 99_999, 109_999),
        ({"amount_yen": 5, "quantity": 10}, 0, 0),
        ({"amount_yen": 5, "quantity": 10, "unit_price_yen": 7}, 7, 7),
        ({"amount_yen": MAX_YEN}, MAX_YEN, MAX_YEN * 11 // 10),
    ],
)
def test_the_price_of_one_item_is_the_stated_one_or_the_amount_by_the_quantity(known, price, with_tax):
    assert worked_out("item_price_yen", ExpenseCategory.EQUIPMENT, **known) == price
    assert worked_out("item_price_yen", ExpenseCategory.EQUIPMENT, price_with_tax=True, **known) == with_tax


@pytest.mark.parametrize(
    ("fact", "known", "yen"),
    [
        ("without_welfare_yen", {"welfare_allowance_yen": 30_000}, 70_000),
        ("without_welfare_yen", {}, 100_000),
        ("at_cost_yen", {"cost_yen": 80_000}, 80_000),
        ("at_cost_yen", {"cost_yen": 120_000}, 100_000),
        ("at_cost_yen", {}, None),
        ("within_limit_yen", {"general_admin_limit_yen": 60_000}, 60_000),
        ("within_limit_yen", {"general_admin_limit_yen": 160_000}, 100_000),
        ("within_limit_yen", {}, None),
    ],
)
def test_what_a_rule_reduces_a_line_to_is_never_more_than_the_line(fact, known, yen):
    assert worked_out(fact, **known) == yen
