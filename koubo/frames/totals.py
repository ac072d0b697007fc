"""``audit_totals``: the totals of audited lines in a dataframe, group by group, where they live."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, TypeVar, cast

import narwhals as nw

from koubo.calls import Call
from koubo.errors import InputError, Mistake
from koubo.frames.audit import AnyNarwhals, as_narwhals, audit_frame, is_dask
from koubo.frames.lines import ALLOWABLE_YEN, DISALLOWED_YEN, MISTAKE, PENDING_YEN, VERDICT
from koubo.judging import as_call
from koubo.models.expense import ExpenseCategory, Stage

FrameT = TypeVar("FrameT")

_READ = ("category", VERDICT, ALLOWABLE_YEN, PENDING_YEN, DISALLOWED_YEN)
TOTALS = (
    "lines",
    "mistakes",
    "claimed_yen",
    "allowable_yen",
    "pending_yen",
    "disallowed_yen",
    "direct_cost_yen",
    "labour_yen",
    "general_admin_base_yen",
    "general_admin_yen",
    "subcontract_yen",
    "subtotal_yen",
    "consumption_tax_yen",
    "total_with_tax_yen",
)


def audit_totals(
    frame: FrameT,
    *,
    by: str | Sequence[str] = (),
    stage: Stage | str = "plan",
    contract_from: date | str | None = None,
    contract_to: date | str | None = None,
    call: Call | str | None = None,
) -> FrameT:
    """Add up audited budget lines in a dataframe, for each recipient, project, member or whatever else (chapter VI.2).

    Each group gets ``lines`` and ``mistakes`` (numbers of rows), ``claimed_yen``, ``allowable_yen``, ``pending_yen``,
    ``disallowed_yen``, and of the allowable amounts ``direct_cost_yen``, ``labour_yen``, ``general_admin_base_yen``,
    ``general_admin_yen``, ``subcontract_yen``, ``subtotal_yen``, ``consumption_tax_yen`` (fractions of a yen dropped)
    and ``total_with_tax_yen``. General administrative cost is pending row by row, since its limit follows from a whole
    budget: apply a corporation's rate to its ``general_admin_base_yen``.

    Args:
        frame: a frame as :func:`audit_frame` takes or gives it; one without its columns is audited first.
        by: the column or columns to group by; one row for all lines where left out. Nulls are a group.
        stage: ``plan`` or ``settlement``, for a frame that is not audited yet.
        contract_from: the first day of the contract, for a frame that is not audited yet.
        contract_to: its last day.
        call: the call, which gives the tax rate too.

    Returns:
        A frame of the same kind, a lazy one still lazy, its rows in no particular order.

    Raises:
        InputError: as :func:`audit_frame`, and if a column to group by is missing.
    """
    keys = [by] if isinstance(by, str) else list(by)
    names = _names(frame)
    if mistakes := [*_key_mistakes(keys, names)]:
        raise InputError(mistakes)
    if not set(_READ) <= set(names):
        frame = audit_frame(frame, stage=stage, contract_from=contract_from, contract_to=contract_to, call=call)
    tax = as_call(call).ratio("tax.rate")
    if is_dask(frame):
        return cast("FrameT", _dask_totals(frame, keys, tax))
    totals = _finished(_sums(as_narwhals(frame), keys), keys, tax)
    return cast("FrameT", totals if isinstance(frame, nw.DataFrame | nw.LazyFrame) else totals.to_native())


def _names(frame: Any) -> list[str]:
    return [*frame.columns] if is_dask(frame) else as_narwhals(frame).columns


def _key_mistakes(keys: Sequence[str], names: Sequence[str]) -> Iterator[Mistake]:
    for key in keys:
        if key not in names:
            yield Mistake("by", repr(key), f"one of {', '.join(map(str, names))}")
        elif key in TOTALS:
            yield Mistake("by", repr(key), "a column that is not named as a total is")


def _sums(frame: AnyNarwhals, keys: Sequence[str]) -> AnyNarwhals:
    """Return what is added up, for each group."""
    parts = {
        "lines": nw.lit(1, dtype=nw.Int64),
        "mistakes": _where(nw.col(VERDICT) == MISTAKE, nw.lit(1, dtype=nw.Int64)),
        "allowable_yen": nw.col(ALLOWABLE_YEN),
        "pending_yen": nw.col(PENDING_YEN),
        "disallowed_yen": nw.col(DISALLOWED_YEN),
        "direct_cost_yen": _allowable(one for one in ExpenseCategory if one.direct),
        "labour_yen": _allowable([ExpenseCategory.LABOUR]),
        "general_admin_yen": _allowable([ExpenseCategory.GENERAL_ADMIN]),
        "subcontract_yen": _allowable([ExpenseCategory.SUBCONTRACT]),
    }
    rows = frame.select(*(nw.col(key) for key in keys), *(part.alias(name) for name, part in parts.items()))
    sums = [nw.col(name).sum() for name in parts]
    return rows.group_by(*keys).agg(*sums) if keys else rows.select(*sums)


def _finished(sums: AnyNarwhals, keys: Sequence[str], tax: Fraction) -> AnyNarwhals:
    """Work out the totals that follow from sums."""
    added = sums.with_columns(*(nw.col(name).cast(nw.Int64).fill_null(0) for name in TOTALS if name in sums.columns))
    direct, subtotal = nw.col("direct_cost_yen"), nw.col("subtotal_yen")
    whole, rest = subtotal // tax.denominator, subtotal % tax.denominator
    return (
        added.with_columns(
            (nw.col("allowable_yen") + nw.col("pending_yen") + nw.col("disallowed_yen")).alias("claimed_yen"),
            direct.alias("general_admin_base_yen"),
            (direct + nw.col("general_admin_yen") + nw.col("subcontract_yen")).alias("subtotal_yen"),
        )
        # Divided before it is multiplied, so that no product passes 64 bits; rounded down once.
        .with_columns((whole * tax.numerator + rest * tax.numerator // tax.denominator).alias("consumption_tax_yen"))
        .with_columns((subtotal + nw.col("consumption_tax_yen")).alias("total_with_tax_yen"))
        .select(*keys, *TOTALS)
    )


def _dask_totals(frame: Any, keys: Sequence[str], tax: Fraction) -> Any:
    """Add up each partition, then the partitions."""
    parts = frame.map_partitions(_pandas_sums, keys, meta=_pandas_sums(frame._meta, keys))  # noqa: SLF001  # types of a frame
    groups = parts.groupby(list(keys) or parts["lines"] * 0, dropna=False, sort=False).sum()
    groups = groups.reset_index() if keys else groups.reset_index(drop=True)
    return groups.map_partitions(_pandas_finished, keys, tax, meta=_pandas_finished(groups._meta, keys, tax))  # noqa: SLF001  # types of a frame


def _pandas_sums(frame: Any, keys: Sequence[str]) -> Any:
    return _sums(nw.from_native(frame, eager_only=True), keys).to_native()


def _pandas_finished(sums: Any, keys: Sequence[str], tax: Fraction) -> Any:
    return _finished(nw.from_native(sums, eager_only=True), keys, tax).to_native()


def _allowable(categories: Iterable[ExpenseCategory]) -> nw.Expr:
    return _where(nw.col("category").is_in([one.value for one in categories]), nw.col(ALLOWABLE_YEN))


def _where(condition: nw.Expr, value: nw.Expr) -> nw.Expr:
    return nw.when(condition).then(value).otherwise(nw.lit(0, dtype=nw.Int64))
