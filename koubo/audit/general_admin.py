"""The limit of general administrative cost of one corporation (VI.2.(1).ヘ)."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from koubo.calls import Call
from koubo.models.rates import FinancialStatement, GeneralAdminRate


def applied_rate(rate: GeneralAdminRate, call: Call) -> Fraction:
    """Return the rate that is applied: the lower of the maximum and the own one; a separately set one as it is."""
    if rate.separately_set is not None:
        return rate.separately_set
    own = rate.own if rate.statement is None else _own_rate(rate.statement, call)
    most = call.ratio("general_admin.max_rate")
    return most if own is None else min(most, own)


def limit_yen(base_yen: int, rate: Fraction, call: Call) -> int:
    """Return the limit on a base of direct costs, rounded as the call's parameter says."""
    exact = base_yen * rate
    match call.text("general_admin.rounding"):
        case "ceiling":
            return ceil(exact)
        case "half_up":
            return floor(exact + Fraction(1, 2))
        case _:
            return floor(exact)


def _own_rate(statement: FinancialStatement, call: Call) -> Fraction:
    costs = statement.selling_and_general_administrative_yen
    if call.text("general_admin.rate_formula") == "general_over_cost_of_sales":
        costs -= statement.selling_yen
    exact = Fraction(costs, statement.cost_of_sales_yen)
    if call.text("general_admin.rate_rounding") == "floor_to_tenth_of_percent":
        return Fraction(floor(exact * 1000), 1000)
    return exact
