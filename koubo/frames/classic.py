"""pandas frames as most people have them, brought to types in which a gap is a gap.

Classic NumPy types have no gap among whole numbers, booleans and text: such columns turn up as floats and as objects.
The columns of a budget are taken into a frame of their own; the user's columns are never changed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import narwhals as nw
from narwhals.dtypes import DType

from koubo.frames.columns import LineColumn
from koubo.frames.ways import EPOCH, GAPS, JAPAN
from koubo.models.checks import OneOf

if TYPE_CHECKING:
    import pandas as pd

_OBJECTS: dict[str, DType] = {
    "boolean": nw.Boolean(),
    "integer": nw.Float64(),
    "floating": nw.Float64(),
    "mixed-integer-float": nw.Float64(),
    "decimal": nw.Float64(),
    "string": nw.String(),
    "date": nw.Date(),
    "datetime": nw.Datetime(),
    "datetime64": nw.Datetime(),
    "empty": nw.Unknown(),
}
"""What objects in a column are, by what pandas infers of them."""


def ready(frame: pd.DataFrame, columns: Iterable[LineColumn]) -> tuple[pd.DataFrame, dict[str, DType]]:
    """Take the columns of a budget out of a pandas frame and bring them to types with gaps.

    Choices stand as the places of their ids (the number of ids for any other text), days as their ordinals.

    Returns:
        The new frame, and the types that its columns state.
    """
    import numpy as np  # noqa: PLC0415  # the user's own engine
    import pandas as pd  # noqa: PLC0415  # the user's own engine

    taken: dict[str, Any] = {}
    schema: dict[str, DType] = {}
    for column in columns:
        if column.name in frame.columns:
            series = frame[column.name]
            dtype = schema[column.name] = _stated(series, column)
            good = column.takes(dtype) and not isinstance(dtype, nw.Unknown)
            taken[column.name] = _brought(series, dtype, column) if good else series.to_numpy()
    everywhere = np.ones(len(frame), dtype=bool)
    taken[GAPS] = pd.arrays.BooleanArray(~everywhere, everywhere)
    return pd.DataFrame(taken, index=pd.RangeIndex(len(frame)), copy=False), schema


def _stated(series: pd.Series[Any], column: LineColumn) -> DType:
    """Return the type that a column states; none where an empty column turned up as floats or objects."""
    from pandas.api.types import infer_dtype  # noqa: PLC0415  # the user's own engine

    dtype: DType = nw.from_native(series, series_only=True).dtype
    if series.dtype == object:
        dtype = _OBJECTS.get(infer_dtype(series, skipna=True), nw.Object())
    elif isinstance(dtype, nw.dtypes.FloatType) and not column.takes(dtype) and series.isna().all():
        dtype = nw.Unknown()
    return nw.Float64() if isinstance(dtype, nw.Unknown) and column.takes(nw.Float64()) else dtype


def _brought(series: pd.Series[Any], dtype: DType, column: LineColumn) -> Any:
    import numpy as np  # noqa: PLC0415  # the user's own engine
    import pandas as pd  # noqa: PLC0415  # the user's own engine

    if isinstance(column.check, OneOf):
        return _places(series, column.check)
    gaps = series.isna().to_numpy()
    match dtype:
        case nw.Boolean():
            flags = series.to_numpy(bool, na_value=False)
            return pd.arrays.BooleanArray(flags, gaps) if gaps.any() else flags
        case nw.Date() | nw.Datetime():
            if getattr(dtype, "time_zone", None) is not None:
                series = series.dt.tz_convert(JAPAN).dt.tz_localize(None)
            days = series.astype("datetime64[s]").to_numpy("datetime64[D]").astype(np.int64)
            return pd.arrays.IntegerArray(days + EPOCH, gaps)
        case nw.dtypes.IntegerType():
            kind = np.uint64 if isinstance(dtype, nw.UInt64) else np.int64
            return pd.arrays.IntegerArray(series.to_numpy(kind, na_value=0), gaps)
        case nw.dtypes.FloatType() | nw.Decimal():
            return pd.arrays.FloatingArray(series.to_numpy(np.float64, na_value=0.0), gaps)
    return series.astype("string").array


def _places(series: pd.Series[Any], check: OneOf) -> Any:
    import numpy as np  # noqa: PLC0415  # the user's own engine
    import pandas as pd  # noqa: PLC0415  # the user's own engine

    ids = pd.Index([member.value for member in check.kind], dtype=object)
    codes, different = pd.factorize(series)
    places = ids.get_indexer(np.asarray(different, dtype=object))
    places = np.append(np.where(places < 0, len(ids), places), 0).astype(np.int8)
    places, gaps = places[codes], codes < 0
    # Without gaps and other texts a plain array will do, with which NumPy is many times faster.
    return pd.arrays.IntegerArray(places, gaps) if gaps.any() or (places == len(ids)).any() else places
