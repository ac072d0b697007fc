"""``audit_frame``: the rules for budget lines on a dataframe, where it lives."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar, cast

import narwhals as nw
from narwhals.dependencies import is_dask_dataframe
from narwhals.exceptions import DuplicateError

from koubo.audit.context import line_context
from koubo.calls import Call
from koubo.errors import InputError, Mistake
from koubo.frames.engines import Auditing, Progress
from koubo.judging import as_call
from koubo.models.expense import Budget, Stage

FrameT = TypeVar("FrameT")
AnyNarwhals = Any
"""A frame of narwhals, eager or lazy."""


def audit_frame(
    frame: FrameT,
    *,
    stage: Stage | str = "plan",
    contract_from: date | str | None = None,
    contract_to: date | str | None = None,
    call: Call | str | None = None,
    progress: Progress | None = None,
) -> FrameT:
    """Audit budget lines in a dataframe, each row on its own, as ``audit_budget`` does a line (chapter VI.2).

    Added are ``koubo_verdict``, ``koubo_allowable_yen``, ``koubo_pending_yen``, ``koubo_disallowed_yen`` and
    ``koubo_findings`` (ids of the violated and undetermined rules, in the call's order, joined by ``;``); columns of
    these names are replaced, all others stay as they are. A null is unknown, and so is NaN; a column that is left out is
    unknown in all rows, or has its default. A row whose values are a mistake has the verdict ``mistake``, its amount
    pending (null where it is no whole number) and in ``koubo_findings`` the columns, as ``input.category``.

    Args:
        frame: a frame of pandas, Polars (eager or lazy), PyArrow, DuckDB, Dask or PySpark, or any other lazy one that
            narwhals accepts. A lazy frame stays lazy.
        stage: ``plan`` or ``settlement``.
        contract_from: the first day of the contract, as a date or ISO text; unknown where left out.
        contract_to: its last day.
        call: the call, with changed parameters if wanted.
        progress: called with the rows done and all rows, block by block; lazy frames leave that to
            their engine.

    Returns:
        A frame of the same kind.

    Raises:
        InputError: if ``frame`` is no such frame; naming every required column that is missing, every column of a wrong
            type, and every argument that is wrong.
    """
    chosen = as_call(call)
    budget = _budget(stage, contract_from, contract_to)
    auditing = Auditing(chosen, line_context(budget, chosen))
    if is_dask(frame):
        return cast("FrameT", auditing.dask(cast("Any", frame)))
    own = as_narwhals(frame)
    audited = _audited(own, auditing, progress)
    return cast("FrameT", nw.from_native(audited) if isinstance(frame, nw.DataFrame | nw.LazyFrame) else audited)


def is_dask(frame: object) -> bool:
    """Whether a frame is one of Dask: narwhals is giving it up to a plugin, and its partitions are plain pandas."""
    return is_dask_dataframe(nw.to_native(cast("Any", frame), pass_through=True))


def as_narwhals(frame: object) -> AnyNarwhals:
    """Return a frame as narwhals sees it.

    Raises:
        InputError: if it is no frame, or two of its columns have one name.
    """
    try:
        own: AnyNarwhals = nw.from_native(cast("Any", frame))
        own.collect_schema()
    except TypeError:
        raise InputError([Mistake("frame", type(frame).__name__, "a dataframe that narwhals accepts")]) from None
    except DuplicateError as error:
        raise InputError([Mistake("frame", f"columns of one name ({error})", "a name of its own for each")]) from None
    return own


def _audited(own: AnyNarwhals, auditing: Auditing, progress: Progress | None) -> Any:
    engine, native = own.implementation, own.to_native()
    if isinstance(own, nw.LazyFrame):
        if engine.is_polars():
            return auditing.polars(native)
        return auditing.sql(own).to_native()
    if engine.is_polars():
        return auditing.polars_at_once(native, progress)
    if engine.is_pandas():
        return auditing.pandas(native, progress)
    if engine.is_pyarrow():
        return auditing.arrow(own, progress).to_native()
    expected = "a frame of pandas, Polars, PyArrow, DuckDB, Dask or PySpark"
    raise InputError([Mistake("frame", f"a frame of {engine}", expected)])


def _budget(stage: Stage | str, contract_from: date | str | None, contract_to: date | str | None) -> Budget:
    """Check the arguments as a budget does."""
    given: Mapping[str, date | str | None] = {"contract_from": contract_from, "contract_to": contract_to}
    return Budget(lines=(), stage=stage, **{name: _day(value) for name, value in given.items()})  # type: ignore[arg-type]  # checked there


def _day(value: date | str | None) -> date | str | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return value
