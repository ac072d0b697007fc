"""Each engine's own way to judge a frame: lazily where it is lazy, and never by another engine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

import narwhals as nw
from attrs import frozen
from narwhals.dtypes import DType

from koubo.calls import Call
from koubo.engine.bound import bind
from koubo.engine.operands import Given
from koubo.frames.classic import ready
from koubo.frames.columns import free_prefix, line_columns, present
from koubo.frames.findings import Findings, bit_by_case, bit_by_product
from koubo.frames.lines import ADDED, FINDINGS, Layer, lines
from koubo.frames.ways import ArrowWay, PandasWay, PolarsWay, SqlWay, Way, code_name
from koubo.models.checks import OneOf
from koubo.rules.registry import rule_base

if TYPE_CHECKING:
    import dask.dataframe as dd
    import pandas as pd
    import polars as pl

BLOCK = 2**19
"""How many rows an eager frame is judged by at a time, so that what is added for a while stays small."""

AnyFrame = TypeVar("AnyFrame", nw.LazyFrame[Any], nw.DataFrame[Any])
Progress = Callable[[int, int], None]


@frozen(eq=False)
class Auditing:
    """One audit of a frame: the call, and the facts that are the same for all lines; Dask sends it to its workers."""

    call: Call
    context: Mapping[str, Given]

    def polars(self, frame: pl.LazyFrame) -> pl.LazyFrame:
        """Return a plan of Polars with the columns added."""
        schema = dict(nw.from_native(frame).collect_schema())
        prefix = free_prefix(schema)
        layers, findings = self._lowered(schema, PolarsWay(prefix))
        judged = _added(
            nw.from_native(frame.with_columns(_places(schema, prefix))), (*layers, findings.numbered(bit_by_case))
        )
        looked_up = nw.from_native(judged.to_native().with_columns(_lookups(findings)))
        told = looked_up.with_columns(findings.together().alias(FINDINGS))
        return cast("pl.LazyFrame", _chosen(told, schema).to_native())

    def polars_at_once(self, frame: pl.DataFrame, progress: Progress | None = None) -> pl.DataFrame:
        """Return an eager frame of Polars with the columns added; its lazy engine is the faster one."""
        import polars as pl  # noqa: PLC0415  # the user's own engine

        parts = []
        size = len(frame) if progress is None else BLOCK
        for start in range(0, max(len(frame), 1), max(size, 1)):
            parts.append(self.polars(frame.slice(start, size).lazy()).collect())
            if progress is not None:
                progress(min(start + size, len(frame)), len(frame))
        return pl.concat(parts)

    def sql(self, frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
        """Return a lazy frame of DuckDB, Spark or the like with the columns added, unevaluated."""
        schema = dict(frame.collect_schema())
        layers, findings = self._lowered(schema, SqlWay())
        return _chosen(_added(frame, (*layers, findings.joined())), schema)

    def pandas(self, frame: pd.DataFrame, progress: Progress | None = None) -> pd.DataFrame:
        """Return a pandas frame with the columns added."""
        taken, schema = ready(frame, line_columns())
        added = self._eagerly(nw.from_native(taken), schema, PandasWay(), progress)
        result = frame.drop(columns=[name for name in ADDED if name in frame.columns])
        for name in ADDED:
            result[name] = added[name].to_native().array
        return result

    def dask(self, frame: dd.DataFrame) -> dd.DataFrame:
        """Return a Dask frame with the columns added, partition by partition when it is computed."""
        empty = frame._meta  # noqa: SLF001  # Dask's own way to say the types of a frame
        by_partition: Any = frame.map_partitions  # Dask leaves it untyped
        return cast("dd.DataFrame", by_partition(self.pandas, meta=self.pandas(empty)))

    def arrow(self, frame: nw.DataFrame[Any], progress: Progress | None = None) -> nw.DataFrame[Any]:
        """Return a frame of PyArrow with the columns added."""
        schema = dict(frame.schema)
        taken = frame.select(*(column.name for column in present(schema)))
        added = self._eagerly(taken, schema, ArrowWay(), progress)
        return _chosen(frame.with_columns(*(added[name] for name in ADDED)), schema)

    def _lowered(self, schema: Mapping[str, DType], way: Way) -> tuple[list[Layer], Findings]:
        found = lines(schema, way, bind(rule_base(self.call.id), self.call), self.context, free_prefix(schema))
        return list(found.layers()), Findings.of(found)

    def _eagerly(
        self, frame: nw.DataFrame[Any], schema: Mapping[str, DType], way: Way, progress: Progress | None
    ) -> nw.DataFrame[Any]:
        layers, findings = self._lowered(schema, way)
        parts = []
        for start in range(0, max(len(frame), 1), BLOCK):
            judged = _added(frame[start : start + BLOCK], (*layers, findings.numbered(bit_by_product)))
            judged = judged.with_columns(*(_texts(judged[name], text) for name, text in findings.lookups.items()))
            parts.append(judged.with_columns(findings.together().alias(FINDINGS)).select(*ADDED))
            if progress is not None:
                progress(min(start + BLOCK, len(frame)), len(frame))
        return nw.concat(parts)


def _added(frame: AnyFrame, layers: Iterable[Layer]) -> AnyFrame:
    for layer in layers:
        if layer:
            frame = frame.with_columns(*(expression.alias(name) for name, expression in layer.items()))
    return frame


def _chosen(frame: AnyFrame, schema: Mapping[str, DType]) -> AnyFrame:
    """Drop what was added for a while."""
    return frame.select(*(name for name in schema if name not in ADDED), *ADDED)


def _texts(numbers: nw.Series[Any], text: Callable[[int], str]) -> nw.Series[Any]:
    different = numbers.unique().to_list()
    if not different:
        return numbers.cast(nw.String)
    return numbers.replace_strict(different, [text(one) for one in different], return_dtype=nw.String)


def _places(schema: Mapping[str, DType], prefix: str) -> Iterator[pl.Expr]:
    """Cast choices to the places of their ids, null for any other text."""
    import polars as pl  # noqa: PLC0415  # the user's own engine

    for column in present(schema):
        if isinstance(column.check, OneOf) and not isinstance(schema[column.name], nw.Unknown):
            ids = pl.Enum([member.value for member in column.check.kind])
            code = pl.col(column.name).cast(ids, strict=False).to_physical()
            yield code.alias(code_name(prefix, column.name))


def _lookups(findings: Findings) -> Iterator[pl.Expr]:
    """Look texts up inside Polars' own plan, batch by batch."""
    import polars as pl  # noqa: PLC0415  # the user's own engine

    def looked_up(text: Callable[[int], str]) -> Callable[[pl.Series], pl.Series]:
        return lambda numbers: _texts(nw.from_native(numbers, series_only=True), text).to_native()

    for name, text in findings.lookups.items():
        yield pl.col(name).map_batches(looked_up(text), return_dtype=pl.String(), is_elementwise=True)
