"""A column of headings gets the answers of classify_heading, in every dataframe and without leaving it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from typing import Any

import narwhals as nw
import polars as pl
import pytest
from hand_checked import LISTS, hand_checked
from hypothesis import given, settings
from hypothesis import strategies as st
from test_classify_heading import AMBIGUOUS, CATEGORIES, TAXES, UNKNOWN, UNRELATED, WRITINGS

from koubo.errors import InputError
from koubo.headings import classify_heading, classify_headings
from koubo.headings.synonyms import synonyms

KIND, CATEGORY = "koubo_heading_kind", "koubo_heading_category"
Answer = tuple[str, str | None]
Build = Callable[[dict[str, list[Any]]], Any]

KNOWN: list[str | None] = [
    None,
    *(one.heading for name in LISTS for one in hand_checked(name)),
    *(text for text, _ in (*CATEGORIES, *WRITINGS, *AMBIGUOUS)),
    *(text for text in (*TAXES, *UNRELATED, *UNKNOWN) if "\x00" not in text),
    *("人件費・" * 49 + "人件費" + end for end in ("", "等", "等・")),
    "$^.*+?(){}|[]\\",
    "旅費\\n・][",
]


def pandas_frame(dtype: object) -> Build:
    def build(columns: dict[str, list[Any]]) -> Any:
        pd = pytest.importorskip("pandas")
        return pd.DataFrame(
            {name: pd.Series(cells, dtype=dtype if name == "heading" else None) for name, cells in columns.items()}
        )

    return build


def arrow_table(columns: dict[str, list[Any]]) -> Any:
    return pytest.importorskip("pyarrow").table(columns)


def duckdb_relation(columns: dict[str, list[Any]]) -> Any:
    return pytest.importorskip("duckdb").connect().from_arrow(arrow_table(columns))


def dask_frame(columns: dict[str, list[Any]]) -> Any:
    dask = pytest.importorskip("dask.dataframe")
    return dask.from_pandas(pandas_frame("str")(columns), npartitions=2)


ENGINES = [
    pytest.param(pl.DataFrame, id="polars"),
    pytest.param(pl.LazyFrame, id="polars-lazy"),
    pytest.param(lambda columns: pl.DataFrame(columns).cast({"heading": pl.Categorical}), id="polars-categorical"),
    pytest.param(pandas_frame("str"), id="pandas"),
    pytest.param(pandas_frame(object), id="pandas-object"),
    pytest.param(pandas_frame("category"), id="pandas-category"),
    pytest.param(arrow_table, id="pyarrow"),
    pytest.param(duckdb_relation, id="duckdb"),
    pytest.param(
        dask_frame, id="dask", marks=pytest.mark.filterwarnings("ignore:Dask support is moving out:FutureWarning")
    ),
]


def expected(headings: list[str | None]) -> list[Answer]:
    matches = [classify_heading(heading or "") for heading in headings]
    return [(match.kind, str(match.category) if match.category else None) for match in matches]


def answers(native: Any) -> list[Answer]:
    frame = nw.from_native(native).lazy().collect().sort("row")
    categories = [cell if isinstance(cell, str) else None for cell in frame[CATEGORY].to_list()]
    return list(zip(frame[KIND].to_list(), categories, strict=True))


def numbered(headings: list[str | None]) -> dict[str, list[Any]]:
    return {"row": list(range(len(headings))), "heading": headings}


@pytest.mark.parametrize("build", ENGINES)
def test_each_engine_gives_the_answers_of_classify_heading(build: Build) -> None:
    frame = build(numbered(KNOWN))
    result = classify_headings(frame)

    assert type(result) is type(frame)
    assert list(nw.from_native(result).collect_schema()) == ["row", "heading", KIND, CATEGORY]
    assert answers(result) == expected(KNOWN)


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    sql = pytest.importorskip("pyspark.sql")
    if not shutil.which("java"):
        pytest.skip("Spark needs Java")
    session = sql.SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    yield session
    session.stop()


@pytest.mark.filterwarnings("ignore")  # pyspark and py4j warn about themselves
def test_spark_gives_the_answers_of_classify_heading(spark: Any) -> None:
    frame = spark.createDataFrame(list(enumerate(KNOWN)), "row int, heading string")

    rows = classify_headings(frame).sort("row").collect()

    assert [(row[KIND], row[CATEGORY]) for row in rows] == expected(KNOWN)


NAMES = ["".join(parts) if len(parts) == 1 else "・".join(parts) for parts in synonyms().names]
VARIANTS = sorted({way for ways in synonyms().grammar.spelling.variants.values() for way in ways})
GRAMMAR = synonyms().grammar
PIECES = st.one_of(
    st.sampled_from(NAMES),
    st.sampled_from([*synonyms().tails, *GRAMMAR.closings, *GRAMMAR.notes, *GRAMMAR.spelling.joints]),
    st.sampled_from(["・", "、", "(", ")", "/", " ", "　", "\n", "\u200b", "][", "1.", "②", "び", "に"]),
    st.sampled_from(VARIANTS),
    st.sampled_from("費料人件金\u3099ﾞﾟ㍿㌃ﬁ🙂$^\\"),
    st.characters(exclude_categories=("Cs",), exclude_characters="\x00"),
)


PART = st.tuples(
    st.sampled_from([*NAMES, *NAMES, *synonyms().tails, *GRAMMAR.notes]), st.sampled_from(["", "", *GRAMMAR.closings])
).map("".join)
GAP = st.sampled_from(["・", "、", " / ", "(", "１．", *GRAMMAR.spelling.joints])
WELL_FORMED = st.lists(st.tuples(PART, GAP).map("".join), min_size=1, max_size=3).map("".join)
WILD = st.lists(PIECES, max_size=7).map("".join)


@st.composite
def respelled(draw: st.DrawFn) -> str:
    """A heading, well-formed or wild, some of its letters written in another way."""
    text = draw(st.one_of(WELL_FORMED, WELL_FORMED, WILD))
    spelling = GRAMMAR.spelling.variants
    return "".join(
        draw(st.sampled_from((letter, *spelling[letter]))) if letter in spelling and draw(st.booleans()) else letter
        for letter in text
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.none(), respelled()), min_size=1, max_size=60))
def test_both_ways_agree_on_any_heading(headings: list[str | None]) -> None:
    wanted = expected(headings)

    columns = {"row": list(range(len(headings))), "heading": pl.Series(headings, dtype=pl.String)}
    assert answers(classify_headings(pl.DataFrame(columns))) == wanted
    assert answers(classify_headings(pl.LazyFrame(columns))) == wanted
    assert answers(classify_headings(pandas_frame("str")(numbered(headings)))) == wanted


@settings(max_examples=15, deadline=None)
@given(st.lists(respelled(), min_size=1, max_size=60))
def test_duckdb_and_plain_python_regular_expressions_agree_too(headings: list[str]) -> None:
    wanted = expected(list(headings))

    assert answers(classify_headings(duckdb_relation(numbered(list(headings))))) == wanted
    assert answers(classify_headings(pandas_frame(object)(numbered(list(headings))))) == wanted


def test_a_lazy_frame_is_not_collected() -> None:
    def explode(_: pl.DataFrame) -> pl.DataFrame:
        raise AssertionError

    source = pl.LazyFrame({"heading": ["旅費"]}).map_batches(explode, schema={"heading": pl.String})

    assert isinstance(classify_headings(source), pl.LazyFrame)


def test_other_columns_and_the_index_stay_as_they_were() -> None:
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame({"費目": ["旅費", None], "amount": [1, 2]}, index=["b", "a"])
    result = classify_headings(frame, "費目")

    assert list(result.index) == ["b", "a"]
    assert list(frame) == ["費目", "amount"]
    pd.testing.assert_frame_equal(result[["費目", "amount"]], frame)


def test_it_can_be_run_on_its_own_result() -> None:
    once = classify_headings(pl.DataFrame({"heading": ["旅費", "補助金"]}))

    assert classify_headings(once).equals(once)


@pytest.mark.parametrize(
    "cells",
    [pl.Series([], dtype=pl.String), pl.Series([None, None], dtype=pl.Null), pl.Series([None], dtype=pl.String)],
)
def test_empty_columns_are_unknown(cells: pl.Series) -> None:
    result = classify_headings(pl.DataFrame({"heading": cells}))

    assert result[KIND].to_list() == ["unknown"] * len(cells)
    assert result.schema[KIND] == result.schema[CATEGORY] == pl.String
    assert result[CATEGORY].null_count() == len(cells)


@pytest.mark.parametrize(
    ("frame", "column", "message"),
    [
        ({"heading": ["旅費"]}, "heading", "frame: found dict; expected a dataframe"),
        (pl.Series(["旅費"]), "heading", "frame: found Series; expected a dataframe"),
        (pl.DataFrame({"a": ["旅費"], "b": [1]}), "heading", "column: found 'heading'; expected one of a, b"),
        (pl.DataFrame({"heading": [1]}), "heading", "heading: found a column of Int64; expected a column of text"),
    ],
)
def test_what_is_no_column_of_headings_is_a_mistake(frame: Any, column: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        classify_headings(frame, column)
