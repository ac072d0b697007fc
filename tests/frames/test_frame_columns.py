"""Which columns a frame may have: types, gaps, mistakes of rows, and that the user's own columns stay as they are."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import narwhals as nw
import pytest
from kinds import KINDS
from random_lines import ADDED, CONTRACT, expected, random_lines

from koubo.errors import InputError
from koubo.frames import audit_frame
from koubo.models.expense import ExpenseCategory

pl = pytest.importorskip("polars")

_LOCAL = [kind for kind in KINDS if kind not in {"dask", "spark"}]
MEETING = {"line_id": "L1", "category": "meeting", "amount_yen": 1000}
TRIP = {"line_id": "L1", "category": "travel", "amount_yen": 1000, "person_role": "staff", "one_way_km": 50.0}
RULE = "expense.travel.min_distance"


def places(error: InputError) -> list[str]:
    """Return the places of all mistakes."""
    return [mistake.place for mistake in error.mistakes]


def added(frame: Any, **audit: Any) -> list[tuple[Any, ...]]:
    """Return the columns that are added to a frame of Polars."""
    return audit_frame(frame, **audit).select(ADDED).rows()


def test_every_missing_column_and_every_wrong_type_is_named_at_once():
    frame = pl.DataFrame({"category": ["travel"], "amount_yen": ["12"], "overseas": [1], "paid_on": ["2025-06-01"]})
    frame = frame.with_columns(one_way_km=pl.lit("far"), nature=pl.lit(3), description=pl.lit(3))

    with pytest.raises(InputError) as caught:
        audit_frame(frame)

    assert places(caught.value) == [
        "line_id", "amount_yen", "description", "one_way_km", "overseas", "nature", "paid_on",
    ]  # fmt: skip
    assert "no such column" in str(caught.value)
    assert "a column of dates" in str(caught.value)


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ("overseas", ["yes", None]),
        ("overseas", [1, None]),
        ("overseas", [True, "no"]),
        ("amount_yen", [1, "2"]),
        ("paid_on", ["2025-06-01", None]),
        ("paid_on", [20250601, None]),
        ("nature", [1, None]),
        ("nature", ["none", 1]),
        ("line_id", [1, 2]),
    ],
)
def test_a_wrong_type_among_objects_is_named_too(column, values):
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame({name: [value, value] for name, value in MEETING.items()} | {column: values}, dtype=object)

    with pytest.raises(InputError) as caught:
        audit_frame(frame)

    assert places(caught.value) == [column]


@pytest.mark.parametrize("kind", _LOCAL)
def test_a_wrong_type_is_an_error_in_every_kind_of_frame(kind):
    frame = nw.from_native(KINDS[kind].make([MEETING])).with_columns(nw.col("category").alias("amount_yen")).to_native()

    with pytest.raises(InputError) as caught:
        audit_frame(frame)

    assert places(caught.value) == ["amount_yen"]


_MISTAKES: dict[str, dict[str, Any]] = {
    "input.category": {"category": "trip"},
    "input.amount_yen": {"amount_yen": -1},
    "input.line_id": {"line_id": " "},
    "input.quantity": {"quantity": 0},
    "input.unit_price_yen": {"unit_price_yen": -5},
    "input.cost_yen": {"cost_yen": 10**14},
    "input.nature": {"nature": "fee"},
    "input.consultation": {"consultation": "yes"},
    "input.supplier_relation": {"supplier_relation": "friend"},
    "input.supplier": {"supplier": "a\tb"},
    "input.one_way_km": {"one_way_km": -0.1},
    "input.useful_life_years": {"useful_life_years": math.inf},
    "input.rental_to": {"rental_from": date(2025, 6, 2), "rental_to": date(2025, 6, 1)},
    "input.welfare_allowance_yen": {"welfare_allowance_yen": 1001},
    "input.posting": {"posting": True, "person_role": "staff"},
    "input.category;input.quantity": {"category": "trip", "quantity": 0, "posting": True, "person_role": "staff"},
    "input.rental_to;input.welfare_allowance_yen": {
        "rental_from": date(2025, 6, 2),
        "rental_to": date(2025, 6, 1),
        "welfare_allowance_yen": 1001,
    },
}


@pytest.mark.parametrize("findings", _MISTAKES)
@pytest.mark.parametrize("kind", ["polars", "pandas", "pyarrow", "duckdb"])
def test_a_row_with_a_mistake_stops_nobody(kind, findings):
    bad = MEETING | _MISTAKES[findings]
    rows = [bad, {name: MEETING.get(name) for name in bad}]

    found = KINDS[kind].lines(audit_frame(KINDS[kind].make(rows)))

    assert [{name: one[name] for name in ADDED} for one in found] == expected(rows)
    assert [one["koubo_findings"] for one in found] == [findings, ""]
    assert [one["koubo_verdict"] for one in found] == ["mistake", "allowable"]
    assert found[0]["koubo_pending_yen"] == bad["amount_yen"]


def test_an_amount_that_is_no_whole_number_of_yen_is_pending_as_unknown():
    frame = pl.DataFrame(
        {"line_id": ["a", "b", "c", "d"], "category": "meeting", "amount_yen": [0.5, None, math.nan, 7.0]}
    )

    assert added(frame) == [
        ("mistake", 0, None, 0, "input.amount_yen"),
        ("mistake", 0, None, 0, "input.amount_yen"),
        ("mistake", 0, None, 0, "input.amount_yen"),
        ("allowable", 7, 0, 0, ""),
    ]


def test_a_whole_number_with_a_fraction_or_out_of_bounds_is_a_mistake_of_its_row():
    frame = pl.DataFrame(
        [MEETING | {"quantity": value} for value in (1.0, 1.5, 1e300, -1e300, math.inf, math.nan, None)]
    )

    assert [row[4] for row in added(frame)] == ["", *["input.quantity"] * 4, "", ""]


@pytest.mark.parametrize(
    "dtype", ["Int8", "Int16", "Int32", "Int64", "UInt8", "UInt16", "UInt32", "UInt64", "Int128", "Float32", "Float64"]
)
def test_whole_numbers_may_have_any_width(dtype):
    frame = pl.DataFrame(TRIP).with_columns(pl.lit(100).cast(getattr(pl, dtype)).alias("amount_yen"))

    assert added(frame) == [("not_allowable", 0, 0, 100, RULE)]


@pytest.mark.parametrize("kind", ["pandas", "pyarrow", "duckdb"])
def test_amounts_beyond_64_bits_are_mistakes_whose_amount_is_unknown(kind):
    frame = pl.DataFrame([TRIP, TRIP]).with_columns(amount_yen=pl.Series([2**64 - 1, 5], dtype=pl.UInt64))
    made = {"pandas": frame.to_pandas, "pyarrow": frame.to_arrow}.get(kind)
    native = made() if made else pytest.importorskip("duckdb").sql("select * from frame")

    found = KINDS[kind].lines(audit_frame(native))

    assert [one["koubo_verdict"] for one in found] == ["mistake", "not_allowable"]
    assert [one["koubo_pending_yen"] for one in found] == [None, 0]


@pytest.mark.parametrize("kind", ["polars", "pyarrow", "duckdb", "pandas"])
def test_decimal_amounts_are_whole_yen_too(kind):
    frame = pl.DataFrame([TRIP, TRIP]).with_columns(
        amount_yen=pl.Series([Decimal("1000.00"), Decimal("0.50")], dtype=pl.Decimal(12, 2))
    )
    made = {"polars": lambda: frame, "pandas": frame.to_pandas, "pyarrow": frame.to_arrow}.get(kind)
    native = made() if made else pytest.importorskip("duckdb").sql("select * from frame")

    assert [one["koubo_verdict"] for one in KINDS[kind].lines(audit_frame(native))] == ["not_allowable", "mistake"]


@pytest.mark.parametrize("gap", [None, math.nan])
@pytest.mark.parametrize("column", ["unit_price_yen", "quantity", "cost_yen", "one_way_km", "welfare_allowance_yen"])
def test_nan_counts_as_unknown_in_classic_pandas(column, gap):
    pd = pytest.importorskip("pandas")
    rows = [TRIP | {"supplier_relation": "self", column: 10.0}, TRIP | {"supplier_relation": "self", column: gap}]

    found = KINDS["pandas"].lines(audit_frame(pd.DataFrame(rows)))

    assert [{name: one[name] for name in ADDED} for one in found] == expected(
        [{**rows[0], column: 10.0 if column == "one_way_km" else 10}, {**rows[1], column: None}]
    )


def test_nan_counts_as_unknown_in_polars_and_duckdb():
    frame = pl.DataFrame([TRIP | {"one_way_km": math.nan}])
    relation = pytest.importorskip("duckdb").sql("select * from frame")

    assert added(frame) == [("undetermined", 0, 1000, 0, RULE)]
    assert [one["koubo_findings"] for one in KINDS["duckdb"].lines(audit_frame(relation))] == [RULE]


_OBJECTS = {
    "amount_yen": [1000, Decimal(1000), 1000.0],
    "paid_on": [date(2025, 6, 1), datetime(2025, 6, 1, 12, 0)],  # noqa: DTZ001  # a stamp without a zone
    "evidence": [True],
    "category": ["travel", ExpenseCategory.TRAVEL],
}


@pytest.mark.parametrize(("column", "value"), [(name, value) for name, values in _OBJECTS.items() for value in values])
def test_objects_in_pandas_are_what_they_are(column, value):
    pd = pytest.importorskip("pandas")
    line = TRIP | {"evidence": True, "ordered_on": date(2025, 6, 1), "paid_on": date(2025, 6, 1), column: value}

    found = KINDS["pandas"].lines(audit_frame(pd.DataFrame([line], dtype=object), stage="settlement", **CONTRACT))

    assert [one["koubo_findings"] for one in found] == [RULE]


def test_columns_of_nothing_are_unknown():
    pd = pytest.importorskip("pandas")
    line = MEETING | {"nature": None, "overseas": None, "paid_on": None, "cost_yen": None, "supplier": None}
    frames = [
        pd.DataFrame([line]),
        pd.DataFrame([line | {"nature": math.nan, "overseas": math.nan, "paid_on": math.nan, "supplier": math.nan}]),
        pl.DataFrame([line]),
        pl.DataFrame([line]).to_arrow(),
    ]

    for frame in frames:
        assert nw.from_native(audit_frame(frame))["koubo_verdict"].to_list() == ["allowable"]


def test_required_columns_of_nothing_are_a_mistake_of_every_row():
    pd = pytest.importorskip("pandas")
    line = dict.fromkeys(MEETING)

    for frame in (pl.DataFrame([line]), pd.DataFrame([line]), pl.DataFrame([line]).to_arrow()):
        found = nw.from_native(audit_frame(frame)).rows(named=True)
        assert [one["koubo_findings"] for one in found] == ["input.line_id;input.category;input.amount_yen"]


@pytest.mark.parametrize("unit", ["ms", "us", "ns"])
def test_a_stamp_stands_for_its_day_and_a_moment_with_a_zone_for_its_day_in_japan(unit):
    pytest.importorskip("pandas")
    late = datetime(2026, 3, 13, 23, 0)  # noqa: DTZ001  # a stamp without a zone
    paid = {
        "stamp": late,
        "moment": datetime(2026, 3, 13, 14, 59, tzinfo=UTC),
        "next": datetime(2026, 3, 13, 15, 0, tzinfo=UTC),
    }
    for name, value in paid.items():
        line = MEETING | {"ordered_on": CONTRACT["contract_from"], "paid_on": value, "evidence": True}
        frame = pl.DataFrame([line]).with_columns(pl.col("paid_on").dt.cast_time_unit(unit))
        verdict = "not_allowable" if name == "next" else "allowable"
        for native in (frame, frame.to_pandas(), frame.to_arrow()):
            found = audit_frame(native, stage="settlement", **CONTRACT)
            assert nw.from_native(found)["koubo_verdict"].to_list() == [verdict]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "spark"])
def test_the_users_own_columns_come_back_as_they_were(kind):
    rows = random_lines(2, 40)
    frame = KINDS[kind].make(rows)
    before, names = KINDS[kind].lines(frame), names_of(frame)

    found = KINDS[kind].lines(audit_frame(frame))

    assert [{name: one[name] for name in names} for one in found] == before
    assert list(found[0]) == [*names, *ADDED]


def names_of(frame: Any) -> list[str]:
    """Return the names of a frame's columns."""
    return (
        list(frame.collect_schema())
        if isinstance(frame, pl.LazyFrame)
        else list(getattr(frame, "column_names", frame.columns))
    )


def test_pandas_keeps_types_index_and_frame():
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame(
        [MEETING | {"quantity": None, "note": "x"}, MEETING | {"quantity": 2.0, "note": "y"}], index=[7, 7]
    )
    before = frame.copy()

    found = audit_frame(frame)

    pd.testing.assert_frame_equal(frame, before)
    pd.testing.assert_frame_equal(found[list(before.columns)], before)
    assert list(found.index) == [7, 7]
    assert list(found["koubo_verdict"]) == ["allowable", "allowable"]


def test_columns_of_an_earlier_audit_are_replaced_in_every_kind_of_frame():
    for kind in _LOCAL:
        once = audit_frame(KINDS[kind].make([TRIP]))
        twice = audit_frame(once)

        assert KINDS[kind].lines(twice) == KINDS[kind].lines(once)


def test_a_column_may_begin_as_the_added_ones_do():
    frame = pl.DataFrame([TRIP | {"_koubo_r0": 3, "_koubo__x": 4}])

    assert audit_frame(frame).select("_koubo_r0", "_koubo__x", "koubo_findings").rows() == [(3, 4, RULE)]


@pytest.mark.parametrize("kind", _LOCAL)
def test_a_frame_without_rows_stays_without_rows(kind):
    empty = nw.from_native(KINDS[kind].make([TRIP])).filter(nw.col("line_id") == "none").to_native()

    found = audit_frame(empty)

    assert KINDS[kind].lines(found) == []


def test_lazy_frames_stay_lazy():
    def fail(_frame: Any) -> Any:
        raise AssertionError("computed")

    frame = pl.DataFrame([TRIP]).lazy().map_batches(fail, schema=pl.DataFrame([TRIP]).schema)

    assert isinstance(audit_frame(frame), pl.LazyFrame)


def test_frames_of_narwhals_come_back_as_such():
    for own in (nw.from_native(pl.DataFrame([TRIP])), nw.from_native(pl.LazyFrame([TRIP]))):
        assert type(audit_frame(own)) is type(own)


@pytest.mark.parametrize("kind", ["polars", "pandas", "pyarrow"])
def test_progress_is_told_block_by_block(kind, monkeypatch):
    monkeypatch.setattr("koubo.frames.engines.BLOCK", 4)
    rows = random_lines(8, 10)
    told: list[tuple[int, int]] = []

    found = KINDS[kind].lines(audit_frame(KINDS[kind].make(rows), progress=lambda *done: told.append(done)))

    assert told == [(4, 10), (8, 10), (10, 10)]
    assert [{name: one[name] for name in ADDED} for one in found] == expected(rows)


@pytest.mark.parametrize("kind", ["polars", "pandas", "pyarrow"])
def test_more_findings_than_one_number_tells_apart_are_told_by_several(kind, monkeypatch):
    monkeypatch.setattr("koubo.frames.findings.BITS", 7)
    rows = random_lines(9, 200)

    found = KINDS[kind].lines(audit_frame(KINDS[kind].make(rows)))

    assert [{name: one[name] for name in ADDED} for one in found] == expected(rows)


@pytest.mark.parametrize(
    ("arguments", "place"),
    [
        ({"stage": "draft"}, "stage"),
        ({"contract_from": "12 May"}, "contract_from"),
        ({"contract_from": "2026-03-14", "contract_to": "2025-05-12"}, "contract_to"),
    ],
)
def test_wrong_arguments_are_named(arguments, place):
    with pytest.raises(InputError) as caught:
        audit_frame(pl.DataFrame([TRIP]), **arguments)

    assert places(caught.value) == [place]


@pytest.mark.parametrize("frame", [[TRIP], {"line_id": ["a"]}, None, 3])
def test_what_is_no_frame_is_said_to_be_none(frame):
    with pytest.raises(InputError, match="a dataframe that narwhals accepts"):
        audit_frame(frame)


def test_two_columns_of_one_name_are_refused():
    pd = pytest.importorskip("pandas")

    with pytest.raises(InputError, match="columns of one name"):
        audit_frame(pd.DataFrame([["a", "b"]], columns=["line_id", "line_id"]))


def test_days_may_be_given_as_iso_text():
    line = MEETING | {"ordered_on": date(2025, 5, 12), "paid_on": date(2026, 3, 13), "evidence": True}

    found = added(pl.DataFrame([line]), stage="settlement", contract_from="2025-05-12", contract_to="2026-03-13")

    assert found == [("allowable", 1000, 0, 0, "")]


def test_text_may_be_categorical_in_every_engine():
    pytest.importorskip("pandas")
    lines = [TRIP, TRIP | {"category": "trip"}, TRIP | {"category": None}, TRIP | {"person_role": None}]
    frame = pl.DataFrame(lines)
    words = ["category", "person_role", "line_id"]
    relation = pytest.importorskip("duckdb").sql(
        "select * replace (category::enum('travel', 'trip', 'x') as category, person_role::enum('staff') as person_role) from frame"
    )
    frames = {
        "polars": frame.with_columns(pl.col(words).cast(pl.Categorical)),
        "polars-lazy": frame.lazy().with_columns(pl.col("category").cast(pl.Enum(["other", "trip", "travel"]))),
        "pandas": frame.to_pandas().astype(dict.fromkeys(words, "category")),
        "pyarrow": frame.with_columns(pl.col(words).cast(pl.Categorical)).to_arrow(),
        "duckdb": relation,
    }

    for kind, native in frames.items():
        found = [one["koubo_findings"].partition(";")[0] for one in KINDS[kind].lines(audit_frame(native))]
        assert found == [RULE, "input.category", "input.category", RULE], kind
