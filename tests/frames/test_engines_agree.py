"""Every engine gives each row what the dossier runner gives the same line, unknowns and mistakes included."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kinds import KINDS
from random_lines import ADDED, CHECKS, CONTRACT, expected, random_lines

from koubo.calls import get_call
from koubo.frames import audit_frame

_OPTIONAL = sorted(set(CHECKS) - {"line_id", "category", "amount_yen"})
_CALLS = {
    "as published": {},
    "price with tax": {"equipment.price_basis": "with_tax"},
    "odd tax": {"equipment.price_basis": "with_tax", "tax.rate": "123457/1000000"},
    "short trips": {"travel.min_one_way_km": 1, "equipment.min_useful_life_years": 2},
}
_TERMS: list[dict[str, Any]] = [CONTRACT, {}, {"contract_to": CONTRACT["contract_to"]}]


def differences(kind: str, rows: list[dict[str, Any]], **audit: Any) -> list[dict[str, Any]]:
    """Return the rows of a kind of frame whose added columns are not what the dossier runner says."""
    wanted = expected(rows, **audit)
    found = KINDS[kind].lines(audit_frame(KINDS[kind].make(rows), **audit))
    assert len(found) == len(rows)
    return [
        {"line": row, "found": {name: one[name] for name in ADDED}, "expected": want}
        for row, one, want in zip(rows, found, wanted, strict=True)
        if {name: one[name] for name in ADDED} != want
    ]


@given(
    seed=st.integers(0, 2**32),
    unknown=st.sampled_from([0.0, 0.1, 0.3, 0.7]),
    left_out=st.sets(st.sampled_from(_OPTIONAL), max_size=6),
    stage=st.sampled_from(["plan", "settlement"]),
    term=st.sampled_from(_TERMS),
    changes=st.sampled_from(list(_CALLS.values())),
)
def test_polars_says_of_every_line_what_the_direct_evaluator_says(
    seed: int, unknown: float, left_out: set[str], stage: str, term: dict[str, Any], changes: dict[str, Any]
) -> None:
    lines = random_lines(seed, 150, unknown=unknown)
    rows = [{name: value for name, value in line.items() if name not in left_out} for line in lines]

    assert differences("polars", rows, stage=stage, call=get_call("r7").evolve(changes), **term) == []


@pytest.mark.parametrize("stage", ["plan", "settlement"])
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "spark"])
def test_every_engine_says_of_every_line_what_the_direct_evaluator_says(kind: str, stage: str) -> None:
    assert differences(kind, random_lines(11, 1500), stage=stage, **CONTRACT) == []


def test_spark_says_of_every_line_what_the_direct_evaluator_says() -> None:
    assert differences("spark", random_lines(11, 1000), **CONTRACT) == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "spark"])
@pytest.mark.parametrize("changes", _CALLS)
def test_every_engine_reads_the_parameters_of_the_call(kind: str, changes: str) -> None:
    call = get_call("r7").evolve(_CALLS[changes])

    assert differences(kind, random_lines(5, 300, unknown=0.1), call=call) == []


@pytest.mark.parametrize("kind", KINDS)
def test_columns_that_are_left_out_are_unknown_or_have_their_default(kind: str) -> None:
    rows = [{name: line[name] for name in ("line_id", "category", "amount_yen")} for line in random_lines(3, 60)]

    assert differences(kind, rows, stage="settlement", **CONTRACT) == []


def test_the_table_says_what_the_rete_runner_says() -> None:
    pytest.importorskip("durable.engine")
    rows = random_lines(23, 200)

    assert expected(rows, run_with="rete", **CONTRACT) == expected(rows, run_with="direct", **CONTRACT)
    assert differences("polars", rows, **CONTRACT) == []


@settings(max_examples=25)
@given(seed=st.integers(0, 2**32))
def test_the_three_amounts_add_up_to_the_amount(seed: int) -> None:
    rows = random_lines(seed, 100, mistakes=0.02)
    found = KINDS["polars"].lines(audit_frame(KINDS["polars"].make(rows), **CONTRACT))

    for one in found:
        parts = [one["koubo_allowable_yen"], one["koubo_pending_yen"], one["koubo_disallowed_yen"]]
        assert sum(parts) == one["amount_yen"]
