from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koubo.exact import decimal, points


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(20, 3), {"decimal": "6.667", "exact": "20/3"}),
        (Fraction(5), {"decimal": "5.000", "exact": "5"}),
        (0, {"decimal": "0.000", "exact": "0"}),
        (Fraction(1, 2000), {"decimal": "0.001", "exact": "1/2000"}),  # exactly half of the last place goes up
        (Fraction(1, 2001), {"decimal": "0.000", "exact": "1/2001"}),
        (Fraction(-1, 2000), {"decimal": "-0.001", "exact": "-1/2000"}),
        (Fraction(-1, 2001), {"decimal": "0.000", "exact": "-1/2001"}),  # no minus zero
        (Fraction(1999999, 2000), {"decimal": "1000.000", "exact": "1999999/2000"}),  # carries into the whole part
        (Fraction(10**30 + 1, 10**3), {"decimal": f"1{'0' * 27}.001", "exact": f"1{'0' * 27}001/1000"}),
    ],
)
def test_points_are_shown_rounded_half_up_beside_the_exact_number(value: Fraction | int, shown: dict[str, str]) -> None:
    assert points(value) == shown


def test_the_number_of_decimals_can_be_chosen() -> None:
    assert (decimal(Fraction(7, 2), 0), decimal(Fraction(20, 3), 1)) == ("4", "6.7")


@given(st.fractions(-(10**6), 10**6, max_denominator=5000), st.integers(0, 6))
def test_rounding_agrees_with_decimal_arithmetic(value: Fraction, places: int) -> None:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    expected = exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)

    assert Decimal(decimal(value, places)) == expected
