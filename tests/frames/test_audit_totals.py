"""Totals of a table are the totals of the budgets that it is made of, in every kind of frame."""

from __future__ import annotations

from typing import Any

import narwhals as nw
import pytest
from kinds import KINDS, plain
from random_lines import CONTRACT, random_lines

from koubo.audit import audit_budget
from koubo.calls import get_call
from koubo.errors import InputError
from koubo.frames import audit_frame, audit_totals
from koubo.models.expense import Budget, ExpenseLine

pl = pytest.importorskip("polars")

_SHARED = (
    "claimed_yen", "allowable_yen", "pending_yen", "disallowed_yen", "direct_cost_yen", "labour_yen",
    "general_admin_base_yen", "general_admin_yen", "subcontract_yen", "subtotal_yen", "consumption_tax_yen",
    "total_with_tax_yen",
)  # fmt: skip
_PROJECTS = ["p1", "p2", "p3", None]


def project_lines(number: int = 240) -> list[dict[str, Any]]:
    """Return lines without mistakes, the member of each standing for its project."""
    lines = random_lines(31, number, mistakes=0, unknown=0.1)
    return [line | {"member": _PROJECTS[place % 4], "consultation": "approved"} for place, line in enumerate(lines)]


def budget_totals(lines: list[dict[str, Any]], **audit: Any) -> dict[str, Any]:
    """Return what the audit of a budget says of the same lines."""
    totals = audit_budget(Budget(lines=tuple(ExpenseLine(**line) for line in lines), **CONTRACT), **audit).totals
    return {name: getattr(totals, name) for name in _SHARED}


@pytest.mark.parametrize("kind", KINDS)
def test_each_group_has_the_totals_of_its_budget(kind):
    rows = project_lines()

    totals = KINDS[kind].lines(audit_totals(KINDS[kind].make(rows), by="member", **CONTRACT))

    found = {one["member"]: {name: one[name] for name in _SHARED} for one in plain(totals)}
    assert found == {name: budget_totals([row for row in rows if row["member"] == name]) for name in _PROJECTS}
    assert [one["lines"] for one in totals] == [60, 60, 60, 60]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "spark"])
def test_without_groups_there_is_one_row_of_totals(kind):
    rows = project_lines()

    (total,) = KINDS[kind].lines(audit_totals(KINDS[kind].make(rows), **CONTRACT))

    assert {name: total[name] for name in _SHARED} == budget_totals(rows)


@pytest.mark.parametrize("kind", ["polars", "pandas", "pyarrow", "duckdb", "dask"])
def test_groups_may_be_of_several_columns_and_an_audited_frame_is_not_audited_again(kind):
    rows = project_lines()
    audited = audit_frame(KINDS[kind].make(rows), **CONTRACT)

    totals = KINDS[kind].lines(audit_totals(audited, by=["member", "category"]))

    groups = {(one["member"], one["category"]): one["allowable_yen"] for one in plain(totals)}
    assert len(groups) == len(totals) == len({(row["member"], row["category"]) for row in rows})
    assert sum(groups.values()) == budget_totals(rows)["allowable_yen"]


def test_rows_with_a_mistake_are_counted_and_pending():
    line = {"line_id": "a", "category": "meeting", "amount_yen": 500}
    frame = pl.DataFrame([line, line | {"category": "bogus"}, line | {"amount_yen": None}])

    (total,) = audit_totals(frame).to_dicts()

    assert (total["lines"], total["mistakes"]) == (3, 2)
    assert (total["claimed_yen"], total["allowable_yen"], total["pending_yen"]) == (1000, 500, 500)


@pytest.mark.parametrize(("rate", "tax"), [("1/10", 1), ("8/100", 1), ("123457/1000000", 2), ("0", 0)])
def test_the_tax_rate_is_the_calls_and_fractions_of_a_yen_are_dropped(rate, tax):
    frame = pl.DataFrame([{"line_id": "a", "category": "meeting", "amount_yen": 19}])
    (total,) = audit_totals(frame, call=get_call("r7").evolve({"tax.rate": rate})).to_dicts()

    assert (total["consumption_tax_yen"], total["total_with_tax_yen"]) == (tax, 19 + tax)


@pytest.mark.parametrize("kind", ["polars-lazy", "duckdb", "dask"])
def test_totals_of_a_lazy_frame_are_lazy(kind):
    frame = KINDS[kind].make(project_lines(8))

    assert type(audit_totals(frame, by="member")) is type(frame)


def test_totals_of_a_frame_of_narwhals_are_one():
    own = nw.from_native(pl.DataFrame(project_lines(8)))

    assert isinstance(audit_totals(own), nw.DataFrame)


@pytest.mark.parametrize("kind", ["polars", "pandas", "dask"])
@pytest.mark.parametrize("by", ["project", ["member", "recipient"]])
def test_a_column_to_group_by_that_is_missing_is_named(kind, by):
    with pytest.raises(InputError, match=r"by: found 'project'|by: found 'recipient'"):
        audit_totals(KINDS[kind].make(project_lines(4)), by=by)


def test_a_column_to_group_by_is_not_named_as_a_total():
    with pytest.raises(InputError, match="named as a total"):
        audit_totals(pl.DataFrame(project_lines(4)).with_columns(lines=1), by="lines")


@pytest.mark.parametrize("kind", ["polars", "pandas", "pyarrow", "duckdb", "dask"])
def test_totals_of_no_rows_by_group_are_no_rows(kind):
    native = KINDS[kind].make(project_lines(6))
    if kind == "dask":
        native = native[native["line_id"] == "none"]
    else:
        native = nw.from_native(native).filter(nw.col("line_id") == "none").to_native()

    assert KINDS[kind].lines(audit_totals(native, by="member")) == []
