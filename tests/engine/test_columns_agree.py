"""The columns runner gives in each row what the direct evaluator gives for its facts, on whatever rules and facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import narwhals as nw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_facts import domains
from toy import CALL, base_of, conditions_of, facts_of, rule_of, toy_subject

from koubo.calls import get_call
from koubo.engine.bound import BoundBase, bind
from koubo.engine.columns import Lowering
from koubo.engine.direct import test_of as as_test
from koubo.engine.operands import Column, Given, in_column
from koubo.engine.table import judging
from koubo.rules.language import Condition, Field, RuleDefinitionError, choose
from koubo.rules.registry import rule_base

pl = pytest.importorskip("polars")

R7 = bind(rule_base("r7"), get_call("r7"))
KINDS = [kind for kind in R7.base.by_kind if R7.base.of(kind)]
it = toy_subject()
TOYS = base_of(rule_of(1, it.set_flag, it.open_flag), subject=it)
_TYPES = {"flag": pl.Boolean, "number": pl.Float64, "name": pl.String}
_NULLABLE = {"bool[pyarrow]": "boolean", "double[pyarrow]": "Float64", "string[pyarrow]": "string"}
_NULLABLE |= {"large_string[pyarrow]": "string", "int8[pyarrow]": "Int8", "int64[pyarrow]": "Int64"}
Facts = Mapping[str, Any]


def columns_of(fields: Sequence[Field], many: Sequence[Facts], coded: bool) -> tuple[Any, dict[str, Given]]:
    """Return facts as a frame and as what the runner is told of them; what is the same in all rows is no column."""
    told: dict[str, Given] = {}
    data: dict[str, Any] = {"row": list(range(len(many)))}
    for one in fields:
        values = [in_column(facts[one.name]) for facts in many]
        if all(value == values[0] for value in values):
            told[one.name] = many[0][one.name]
            continue
        dtype = _TYPES.get(one.type, pl.Int64)
        codes = None
        if one.type == "choice":
            dtype = pl.Int8 if coded else pl.String
            if coded:
                codes = {member.value: place for place, member in enumerate(one.choices)}
                values = [None if value is None else codes[value] for value in values]
        told[one.name] = Column(one.name, codes)
        data[one.name] = pl.Series(values, dtype=dtype)
    return pl.DataFrame(data), told


def truths(
    bound: BoundBase, kind: str, conditions: Sequence[Condition], many: Sequence[Facts], *, coded: bool, pandas: bool
) -> list[list[bool | None]]:
    """Return what each condition is in each row, by the columns runner."""
    subject = bound.base.by_kind[kind]
    frame, told = columns_of(subject.given, many, coded)
    unknown = nw.lit(None, dtype=nw.Boolean)
    if pandas:
        gaps = pl.Series("gaps", [None] * len(many), dtype=pl.Boolean)
        frame = frame.with_columns(gaps).to_pandas(use_pyarrow_extension_array=True)
        frame = frame.astype({name: _NULLABLE[str(dtype)] for name, dtype in frame.dtypes.items()})
        unknown = nw.col("gaps")
    derived = {one.field.name: bound.resolve(one.expression) for one in subject.derived}
    lowering = Lowering(told, derived, "_", unknown)
    outcomes = [lowering.truth(bound.resolve(condition)) for condition in conditions]
    rows = nw.from_native(frame)
    for layer in lowering.layers:
        rows = rows.with_columns(*(expression.alias(name) for name, expression in layer.items()))
    return [_in_rows(rows, outcome) for outcome in outcomes]


def _in_rows(rows: Any, outcome: nw.Expr | bool | None) -> list[bool | None]:
    if not isinstance(outcome, nw.Expr):
        return [outcome] * len(rows)
    held = rows.select(outcome.alias("held"))["held"]
    return [None if gap else bool(one) for one, gap in zip(held.to_list(), held.is_null().to_list(), strict=True)]


def direct(bound: BoundBase, kind: str, conditions: Sequence[Condition], many: Sequence[Facts]) -> list[list[Any]]:
    """Return the same by the direct evaluator."""
    full = [bound.complete(kind, facts) for facts in many]
    tests = [as_test(bound.resolve(condition)) for condition in conditions]
    return [[test(facts) for facts in full] for test in tests]


@pytest.mark.parametrize(("coded", "pandas"), [(True, False), (False, False), (True, True)])
@settings(max_examples=50)
@given(data=st.data())
def test_they_agree_on_any_conditions_and_any_facts(data, coded, pandas):
    if pandas:
        pytest.importorskip("pandas")
    conditions = data.draw(st.lists(conditions_of(it), min_size=1, max_size=4))
    many = data.draw(st.lists(facts_of(it), min_size=1, max_size=6))

    found = truths(TOYS, "toy", conditions, many, coded=coded, pandas=pandas)

    assert found == direct(TOYS, "toy", conditions, many)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=10)
@given(data=st.data())
def test_they_agree_on_every_subject_of_the_call(kind, data):
    many = data.draw(st.lists(domains(R7, kind).facts(), min_size=1, max_size=8))
    conditions = [rule.breach for rule in R7.base.of(kind)]

    found = truths(R7, kind, conditions, many, coded=True, pandas=False)

    assert found == direct(R7, kind, conditions, many)


def test_a_rule_that_no_row_can_break_is_no_column():
    rules = [rule_of(1, it.set_flag, it.open_flag), rule_of(2, it.open_flag, it.ready)]
    facts: dict[str, Given] = {one.name: one.default for one in it.given} | {
        "ready": Column("ready"),
        "set_flag": False,
    }
    bound = BoundBase(base_of(*rules, subject=it).base.__class__((it,), tuple(rules), ()), CALL)

    found = judging(bound, "toy", facts, {}, "_")

    assert [rule.rule.id for rule, _ in found.rules] == ["toy.rule.number_2"]


def test_a_table_draws_no_conclusion_from_another_on_the_same_row():
    facts: dict[str, Given] = {one.name: one.default for one in it.given}

    with pytest.raises(RuleDefinitionError, match="no conclusion on a toy"):
        judging(TOYS, "toy", facts, {}, "_")


def test_choices_of_two_kinds_are_not_compared_by_their_codes():
    facts: dict[str, Given] = {one.name: one.default for one in it.given}
    facts |= {"colour": Column("colour", {"red": 0, "blue": 1}), "tint": Column("tint", {"red": 1, "blue": 0})}

    with pytest.raises(RuleDefinitionError, match="different kinds"):
        Lowering(facts, {}, "_").truth(it.colour == it.tint)


def test_a_day_stands_as_its_ordinal():
    assert in_column(date(1, 1, 1)) == 1


def test_a_choice_between_two_words_has_no_column_form():
    facts: dict[str, Given] = {one.name: one.default for one in it.given} | {"open_flag": Column("open_flag")}
    facts |= {"who": "a", "whom": "b"}
    either = choose(it.open_flag, it.who, it.whom)

    with pytest.raises(RuleDefinitionError, match="no column form"):
        Lowering(facts, {}, "_").operand(either)
