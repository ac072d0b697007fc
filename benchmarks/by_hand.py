"""The same norms as one would write them by hand for one purpose: the limit that koubo is measured against.

Unlike koubo these know one stage, one call, and lines without mistakes and unknowns alone.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import polars as pl

from koubo.models.expense import CostNature, ExpenseCategory

CATEGORIES = [str(one) for one in ExpenseCategory]
NATURES = [str(one) for one in CostNature]
_CHARGED = {"office_supplies", "storage_space", "none"}
_EXCLUDED = [place for place, one in enumerate(NATURES) if one not in _CHARGED]
_LAST_DAY = np.datetime64("2026-03-13")
_SUPPLIES = NATURES.index("office_supplies")

_IDS = [
    "expense.equipment.useful_life", "expense.equipment.min_price", "expense.equipment.general_purpose",
    "expense.equipment.reason_statement", "expense.equipment.approval", "expense.rental.term",
    "expense.consumables.useful_life", "expense.consumables.general_purpose", "expense.labour.roster",
    "expense.labour.direct_work", "expense.labour.welfare_allowance", "expense.honorarium.payee",
    "expense.travel.min_distance", "expense.travel.resident_supporter", "expense.travel.overseas",
    "expense.works.consultation", "expense.utilities.office_use", "expense.miscellaneous.consultation",
    "expense.general_admin.limit", "expense.subcontract.essential_part", "expense.subcontract.consultation",
    "expense.cloud_service.approval", "expense.self_procurement.at_cost",
]  # fmt: skip
_LAST = ["expense.excluded.office_supplies", "expense.excluded.office_supplies_consultation"]
_FORBIDS = (0, 2, 3, 6, 7, 8, 9, 11, 12, 16, 19)
_ASKS = (1, 4, 13, 14, 15, 17, 20, 21)
_OPEN, _RENTAL, _WELFARE, _COST = 18, 5, 10, 22


def _norms(fact: Any) -> list[Any]:
    """Return the norms of ``_IDS`` on columns or arrays, then what is excluded and both norms on supplies."""
    category, nature = fact("category"), fact("nature")
    kind = {name: category == place for place, name in enumerate(CATEGORIES)}
    asked = ~fact("approved")
    amount, life, purpose = fact("amount_yen"), fact("useful_life_years"), fact("general_purpose")
    dear, lasting = amount // fact("quantity") >= 100_000, life >= 1
    supplies, here = nature == _SUPPLIES, fact("used_at_posting_place")
    common = purpose & ~(supplies & here)
    small = kind["consumables"] & lasting & ~dear
    trip = kind["travel"] & ~fact("conference_fee")
    unstated = ~fact("lease_reason_statement")
    return [
        kind["equipment"] & ~lasting,
        (kind["equipment"] | kind["consumables"]) & lasting & ~dear & asked,
        kind["equipment"] & common,
        (kind["equipment"] | small) & unstated,
        kind["equipment"] & asked,
        kind["rental"] & (fact("share") < amount),
        kind["consumables"] & dear & lasting,
        kind["consumables"] & common,
        kind["labour"] & ~fact("on_roster"),
        kind["labour"] & ~fact("direct_work"),
        kind["labour"] & (fact("welfare_allowance_yen") > 0),
        kind["honorarium"] & ~fact("paid"),
        trip & fact("staff") & (fact("one_way_km") < 100),
        trip & fact("resident") & asked,
        kind["travel"] & fact("overseas") & asked,
        kind["works"] & asked,
        kind["utilities"] & fact("office_use"),
        kind["miscellaneous"] & asked,
        kind["general_admin"],
        kind["subcontract"] & fact("essential_part"),
        kind["subcontract"] & asked,
        fact("cloud_service") & asked,
        ~kind["general_admin"] & fact("own") & (fact("cost_yen") < amount),
        supplies & ~here,
        supplies & here & asked,
    ]


def polars(lines: pl.DataFrame) -> pl.DataFrame:
    """Return lines with verdict, amounts and findings."""
    days = (pl.col("rental_to") - pl.col("rental_from")).dt.total_days() + 1
    inside = (pl.lit(_LAST_DAY).cast(pl.Date) - pl.col("rental_from")).dt.total_days() + 1
    amount = pl.col("amount_yen")
    role = pl.col("person_role")
    plan = lines.lazy().with_columns(
        category=pl.col("category").cast(pl.Enum(CATEGORIES)).to_physical(),
        nature=pl.col("nature").cast(pl.Enum(NATURES)).to_physical(),
        approved=pl.col("consultation") == "approved",
        own=pl.col("supplier_relation") != "other",
        staff=role == "staff",
        resident=role == "resident_supporter",
        paid=role.is_in(["committee_member", "lecturer"]),
        share=pl.when(days > inside).then(amount // days * inside + amount % days * inside // days).otherwise(amount),
    )
    found = _norms(pl.col)
    names = [f"n{place}" for place in range(len(found))]
    plan = plan.with_columns(one.alias(name) for one, name in zip(found, names, strict=True))
    excluded = pl.col("nature").is_in(_EXCLUDED)
    bits = [pl.when(name).then(2**place).otherwise(0) for place, name in enumerate(names)]
    least = pl.min_horizontal(
        pl.when(names[_RENTAL]).then("share"),
        pl.when(names[_WELFARE]).then(amount - pl.col("welfare_allowance_yen")),
        pl.when(names[_COST]).then("cost_yen"),
    )
    plan = plan.with_columns(
        mask=pl.sum_horizontal(bits) * 32 + pl.when(excluded).then(pl.col("nature")).otherwise(31),
        verdict=pl.when(excluded | pl.any_horizontal(names[one] for one in (*_FORBIDS, 23)))
        .then(0)
        .when(names[_OPEN])
        .then(1)
        .when(pl.any_horizontal(names[one] for one in (*_ASKS, 24)))
        .then(2)
        .when(pl.any_horizontal(names[one] for one in (_RENTAL, _WELFARE, _COST)))
        .then(3)
        .otherwise(4),
        least=least,
    )
    verdict = pl.col("verdict")
    words = ["not_allowable", "undetermined", "needs_consultation", "reduced", "allowable"]
    text = pl.when(verdict == 0).then(pl.lit(words[0]))
    for place in (1, 2, 3):
        text = text.when(verdict == place).then(pl.lit(words[place]))
    reduced = verdict == 3
    added = plan.select(
        "mask",
        koubo_verdict=text.otherwise(pl.lit(words[4])),
        koubo_allowable_yen=pl.when(verdict == 4).then(amount).when(reduced).then("least").otherwise(0),
        koubo_pending_yen=pl.when(verdict.is_in([1, 2])).then(amount).otherwise(0),
        koubo_disallowed_yen=pl.when(verdict == 0)
        .then(amount)
        .when(reduced)
        .then(amount - pl.col("least"))
        .otherwise(0),
    ).collect()
    different = added["mask"].unique().to_list()
    findings = added["mask"].replace_strict(different, [_text(mask) for mask in different], return_dtype=pl.String)
    return lines.with_columns(added.drop("mask").with_columns(koubo_findings=findings))


def _text(mask: int) -> str:
    bits, nature = mask >> 5, mask & 31
    ids = [one for place, one in enumerate(_IDS) if bits >> place & 1]
    excluded = [] if nature == 31 else [f"expense.excluded.{NATURES[nature]}"]
    return ";".join([*ids, *excluded, *(one for place, one in enumerate(_LAST, len(_IDS)) if bits >> place & 1)])


def arrays(lines: pl.DataFrame) -> dict[str, np.ndarray]:
    """Return lines as NumPy arrays, choices already numbered: made ready outside the measured time."""
    ready = lines.with_columns(
        category=pl.col("category").cast(pl.Enum(CATEGORIES)).to_physical(),
        nature=pl.col("nature").cast(pl.Enum(NATURES)).to_physical(),
        approved=pl.col("consultation") == "approved",
        own=pl.col("supplier_relation") != "other",
        staff=pl.col("person_role") == "staff",
        resident=pl.col("person_role") == "resident_supporter",
        paid=pl.col("person_role").is_in(["committee_member", "lecturer"]),
        days=((pl.col("rental_to") - pl.col("rental_from")).dt.total_days() + 1).fill_null(1),
        inside=((pl.lit(_LAST_DAY).cast(pl.Date) - pl.col("rental_from")).dt.total_days() + 1).fill_null(1),
    )
    return {name: ready[name].to_numpy() for name in ready.columns if ready[name].dtype not in {pl.String, pl.Date}}


def numpy(facts: dict[str, np.ndarray]) -> tuple[np.ndarray, ...]:
    """Return the mask of findings, the verdict's place and the three amounts; no text."""
    amount, days, inside = facts["amount_yen"], facts["days"], facts["inside"]
    share = np.where(days > inside, amount // days * inside + amount % days * inside // days, amount)
    found = _norms((facts | {"share": share}).__getitem__)
    excluded = np.isin(facts["nature"], _EXCLUDED)
    mask = np.where(excluded, facts["nature"], 31).astype(np.int64)
    for place, one in enumerate(found, 5):
        mask |= one.astype(np.int64) << place
    forbidden = excluded | np.logical_or.reduce([found[one] for one in (*_FORBIDS, 23)])
    asks = np.logical_or.reduce([found[one] for one in (*_ASKS, 24)])
    reduces = found[_RENTAL] | found[_WELFARE] | found[_COST]
    verdict = np.select([forbidden, found[_OPEN], asks, reduces], [0, 1, 2, 3], 4)
    parts = [(_RENTAL, share), (_WELFARE, amount - facts["welfare_allowance_yen"]), (_COST, facts["cost_yen"])]
    least = np.minimum.reduce([np.where(found[one], part, amount) for one, part in parts])
    allowable = np.select([verdict == 4, verdict == 3], [amount, least], 0)
    pending = np.where((verdict == 1) | (verdict == 2), amount, 0)
    return mask, verdict, allowable, pending, amount - allowable - pending
