"""A column of headings, in any dataframe: the synonyms lowered to narwhals expressions, so that nothing leaves its engine."""

from __future__ import annotations

from functools import cache
from typing import Any

import narwhals as nw
from narwhals.typing import Frame, IntoFrameT

from koubo.errors import InputError, Mistake
from koubo.headings.match import MAX_LENGTH
from koubo.headings.patterns import Patterns
from koubo.headings.synonyms import synonyms
from koubo.models.expense import ExpenseCategory

KIND = "koubo_heading_kind"
CATEGORY = "koubo_heading_category"

# A column of nothing but nulls has no type that narwhals knows.
_TEXTS = (nw.String, nw.Categorical, nw.Enum, nw.Unknown)


def classify_headings(frame: IntoFrameT, column: str = "heading") -> IntoFrameT:
    """Add to every row what its heading stands for, as :func:`koubo.classify_heading` says it.

    Args:
        frame: any dataframe that narwhals accepts; a lazy one stays lazy.
        column: the column of headings (text); an empty cell is ``unknown``.

    Returns:
        The same kind of frame with ``koubo_heading_kind`` and ``koubo_heading_category`` (null where there is none); columns
        of these names are replaced.

    Raises:
        InputError: if ``frame`` is no dataframe, or ``column`` is not one of its columns or no text.
    """
    wrapped = _wrapped(frame)
    schema = wrapped.collect_schema()
    if column not in schema:
        raise InputError([Mistake("column", repr(column), f"one of {', '.join(map(str, schema))}")])
    if not isinstance(schema[column], _TEXTS):
        raise InputError([Mistake(column, f"a column of {schema[column]}", "a column of text")])
    parts, answer = (nw.generate_temporary_column_name(size, [*schema]) for size in (8, 9))
    is_category = nw.col(answer).is_in([str(category) for category in ExpenseCategory])
    kind = nw.when(is_category).then(nw.lit("category")).otherwise(nw.col(answer))
    category = nw.when(is_category).then(nw.col(answer)).otherwise(nw.lit(None, dtype=nw.String))
    answered = wrapped.with_columns(_parts(column).alias(parts)).with_columns(_answer(parts).alias(answer))
    result: IntoFrameT = (
        answered.with_columns(kind.alias(KIND), category.alias(CATEGORY)).drop(parts, answer).to_native()
    )
    return result


def _wrapped(frame: Any) -> Frame:
    try:
        wrapped: Frame = nw.from_native(frame)
    except TypeError:
        raise InputError([Mistake("frame", type(frame).__name__, "a dataframe that narwhals accepts")]) from None
    return wrapped


@cache
def _patterns() -> Patterns:
    return Patterns.of(synonyms())


def _parts(column: str) -> nw.Expr:
    """Return each heading as its parts in brackets, null where there is none or where it is too long for one."""
    patterns = _patterns()
    text = nw.col(column).cast(nw.String)
    heading = nw.when(text.str.len_chars() <= MAX_LENGTH).then(text)
    bare = heading.str.replace_all(patterns.blank, "").str.replace_all(patterns.separator, "][")
    in_brackets = nw.concat_str([nw.lit("["), bare, nw.lit("]")])
    return in_brackets.str.replace_all(patterns.closing, "]").str.replace_all(patterns.idle, "")


def _answer(parts: str) -> nw.Expr:
    """Return the category or else the kind of each heading that stands as its parts."""
    patterns = _patterns()
    column = nw.col(parts).str
    tailed = column.contains(patterns.tail) & ~column.contains(patterns.ours)
    answer = nw.when(tailed).then(nw.lit("unrelated")).otherwise(nw.lit("unknown"))
    for name, pattern in reversed(patterns.answers):
        answer = nw.when(column.contains(pattern)).then(nw.lit(name)).otherwise(answer)
    return answer
