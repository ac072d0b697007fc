"""Budget lines for the benchmarks: like a ministry's year, most of them in order, every fact known that its category is asked for."""

from __future__ import annotations

import numpy as np
import polars as pl

from koubo.models.expense import Consultation, CostNature, PersonRole, SupplierRelation

_SHARES = {
    "equipment": 4, "rental": 6, "consumables": 12, "labour": 22, "honorarium": 6, "travel": 18, "works": 2,
    "printing": 4, "meeting": 5, "communication_transport": 7, "utilities": 3, "miscellaneous": 3, "general_admin": 2,
    "subcontract": 6,
}  # fmt: skip
_FIRST = np.datetime64("2025-05-12")


def make_lines(number: int, seed: int = 7) -> pl.DataFrame:
    """Return so many lines; the same ones for the same seed."""
    chance = np.random.default_rng(seed)

    def flags(share: float) -> np.ndarray:
        return chance.random(number) < share

    def picked(values: list[str], shares: list[float]) -> np.ndarray:
        total = np.array(shares, dtype=float)
        return np.array(values)[chance.choice(len(values), number, p=total / total.sum())]

    category = picked(list(_SHARES), list(_SHARES.values()))

    def where(name: str, values: np.ndarray) -> pl.Series:
        """Keep a fact in the lines of one category, as a ledger does."""
        return pl.Series(values).zip_with(
            pl.Series(category == name), pl.Series([None], dtype=pl.Series(values).dtype).new_from_index(0, number)
        )

    amount = np.round(np.exp(chance.normal(11.5, 1.4, number))).astype(np.int64) + 1
    rental_from = _FIRST + chance.integers(0, 200, number).astype("timedelta64[D]")
    own = [str(one) for one in SupplierRelation]
    natures = [str(one) for one in CostNature]
    return pl.DataFrame(
        {
            "line_id": np.char.add("L", np.arange(number).astype(str)),
            "category": category,
            "amount_yen": amount,
            "quantity": chance.integers(1, 6, number),
            "useful_life_years": np.where(flags(0.6), 0.5, 4.0),
            "general_purpose": flags(0.1),
            "lease_reason_statement": flags(0.7),
            "rental_from": where("rental", rental_from),
            "rental_to": where("rental", rental_from + chance.integers(1, 250, number).astype("timedelta64[D]")),
            "consultation": picked([str(one) for one in Consultation], [70, 10, 20]),
            "supplier_relation": picked(own, [2, 2, 1, 95]),
            "cost_yen": (amount * chance.uniform(0.7, 1.1, number)).astype(np.int64),
            "person_role": picked([str(one) for one in PersonRole], [60, 15, 15, 10]),
            "on_roster": flags(0.97),
            "direct_work": flags(0.97),
            "welfare_allowance_yen": np.where(flags(0.1), amount // 10, 0),
            "one_way_km": np.round(chance.uniform(5, 900, number), 1),
            "conference_fee": flags(0.05),
            "overseas": flags(0.03),
            "office_use": flags(0.2),
            "essential_part": flags(0.1),
            "cloud_service": flags(0.02),
            "nature": picked(natures, [0.2] * (len(natures) - 1) + [100]),
            "used_at_posting_place": flags(0.5),
        }
    )
