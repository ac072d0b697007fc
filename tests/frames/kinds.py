"""The kinds of frame that the tests audit: how lines become one, and how it becomes lines again."""

from __future__ import annotations

import math
import shutil
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

import pytest
from attrs import frozen
from random_lines import CHECKS

from koubo.models.checks import Measure, OneOf, Whole

Rows = Sequence[Mapping[str, Any]]


@frozen
class Kind:
    """A kind of frame."""

    make: Callable[[Rows], Any]
    lines: Callable[[Any], list[dict[str, Any]]]


def _polars(rows: Rows) -> Any:
    pl = pytest.importorskip("polars")
    types = {bool: pl.Boolean, date: pl.Date, str: pl.String}
    schema = {name: _type_of(name, {"whole": pl.Int64, "measure": pl.Float64, **types}) for name in rows[0]}
    return pl.DataFrame([dict(row) for row in rows], schema=schema)


def _type_of(name: str, types: Mapping[Any, Any]) -> Any:
    match CHECKS[name]:
        case Whole():
            return types["whole"]
        case Measure():
            return types["measure"]
        case check:
            return types[getattr(check, "kind", str) if not isinstance(check, OneOf) else str]


def _categorical(rows: Rows) -> Any:
    pl = pytest.importorskip("polars")
    choices = [name for name in rows[0] if isinstance(CHECKS[name], OneOf)]
    return _polars(rows).with_columns(pl.col(choices).cast(pl.Categorical))


def _pandas(rows: Rows) -> Any:
    """Classic types: gaps make floats of whole numbers and objects of true and false; days are objects."""
    pd = pytest.importorskip("pandas")
    return pd.DataFrame([dict(row) for row in rows])


def _nullable(rows: Rows) -> Any:
    return _stamped(rows).convert_dtypes(dtype_backend="numpy_nullable")


def _stamped(rows: Rows) -> Any:
    """Classic types, days as datetime64."""
    pytest.importorskip("pyarrow")
    return _polars(rows).to_pandas()


def _arrow_backed(rows: Rows) -> Any:
    pytest.importorskip("pyarrow")
    pytest.importorskip("pandas")
    return _polars(rows).to_pandas(use_pyarrow_extension_array=True)


def _arrow(rows: Rows) -> Any:
    pytest.importorskip("pyarrow")
    return _polars(rows).to_arrow()


def _duckdb(rows: Rows) -> Any:
    duckdb = pytest.importorskip("duckdb")
    lines = _arrow(rows)  # noqa: F841  # DuckDB finds it by its name
    return duckdb.sql("select * from lines")


def _dask(rows: Rows) -> Any:
    dd = pytest.importorskip("dask.dataframe")
    return dd.from_pandas(_nullable(rows), npartitions=3)


def _spark(rows: Rows) -> Any:
    kinds = pytest.importorskip("pyspark.sql.types")
    whole, text = kinds.LongType(), kinds.StringType()
    types = {
        "whole": whole,
        "measure": kinds.DoubleType(),
        bool: kinds.BooleanType(),
        date: kinds.DateType(),
        str: text,
    }
    schema = kinds.StructType([kinds.StructField(name, _type_of(name, types)) for name in rows[0]])
    return spark().createDataFrame([tuple(row.values()) for row in rows], schema)


@cache
def spark() -> Any:
    """Return a local Spark session; skip where there is no Java or no pyspark."""
    sql = pytest.importorskip("pyspark.sql")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.shuffle.partitions": "2",
    }
    session = sql.SparkSession.builder.master("local[2]").appName("koubo")
    for key, value in settings.items():
        session = session.config(key, value)
    return session.getOrCreate()


def plain(rows: Rows) -> list[dict[str, Any]]:
    """Return rows as plain Python values, whatever an engine's word for a gap is."""
    return [
        {
            name: None if value is None or (isinstance(value, float) and math.isnan(value)) else value
            for name, value in row.items()
        }
        for row in rows
    ]


def _from_pandas(frame: Any) -> list[dict[str, Any]]:
    return plain(frame.astype(object).where(frame.notna(), None).to_dict("records"))


_TO_PANDAS = ("pandas", "pandas-datetime64", "pandas-nullable", "pandas-pyarrow")
KINDS: dict[str, Kind] = {
    "polars": Kind(_polars, lambda frame: frame.to_dicts()),
    "polars-lazy": Kind(lambda rows: _polars(rows).lazy(), lambda frame: frame.collect().to_dicts()),
    "polars-streaming": Kind(
        lambda rows: _polars(rows).lazy(), lambda frame: frame.collect(engine="streaming").to_dicts()
    ),
    "polars-categorical": Kind(_categorical, lambda frame: frame.to_dicts()),
    "pyarrow": Kind(_arrow, lambda frame: frame.to_pylist()),
    "pandas": Kind(_pandas, _from_pandas),
    "pandas-datetime64": Kind(_stamped, _from_pandas),
    "pandas-nullable": Kind(_nullable, _from_pandas),
    "pandas-pyarrow": Kind(_arrow_backed, _from_pandas),
    "duckdb": Kind(_duckdb, lambda frame: frame.to_arrow_table().to_pylist()),
    "dask": Kind(_dask, lambda frame: _from_pandas(frame.compute())),
    "spark": Kind(_spark, lambda frame: [row.asDict() for row in frame.collect()]),
}
