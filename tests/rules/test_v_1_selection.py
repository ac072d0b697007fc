from __future__ import annotations

from cases import Case, Table, both_runners

from koubo.calls import get_call
from koubo.rules.v_1_selection.subjects import candidate, round_, standing

# 62.5 evaluation points (125/2) against a minimum of 62, 62.5 and 63.
HALF = {"sheets": 2, "minimum_stated": True, "evaluation_numerator": 125, "evaluation_denominator": 2}
# Fukui: 14 of 17 municipalities.
FUKUI = {"previously_selected": True, "municipalities": 14, "prefecture_municipalities": 17}

CANDIDATES = Table(
    candidate,
    {"in_round": True, "previously_selected": False},
    {
        "score.evaluation.every_criterion": {
            "satisfied": [{"sheets": 1, "ungraded": 0}, {"ungraded": 0}],
            "violated": [{"sheets": 3, "ungraded": 1}],
            "undetermined": [{"sheets": 1}, {"ungraded": 1}, {}],
            "not_applicable": [{"sheets": 0}, {"sheets": 0, "ungraded": 6}],
        },
        "score.gate.security": {
            "satisfied": [{"examined": True, "gate_security": True}, {"gate_security": True}],
            "violated": [{"examined": True, "gate_security": False}],
            "undetermined": [{"examined": True}, {"gate_security": False}, {}],
            "not_applicable": [{"examined": False}, {"examined": False, "gate_security": False}],
        },
        "score.gate.budget": {
            "satisfied": [{"examined": True, "gate_budget": True}],
            "violated": [{"examined": True, "gate_budget": False}],
            "undetermined": [{"examined": True}, {"gate_budget": False}],
            "not_applicable": [{"examined": False, "gate_budget": False}],
        },
        "score.municipality.share": {
            "satisfied": [FUKUI, {**FUKUI, "municipalities": 17}],
            "violated": [{**FUKUI, "municipalities": 18}],
            "undetermined": [
                {**FUKUI, "municipalities": None},
                {**FUKUI, "prefecture_municipalities": None},
            ],
            "not_applicable": [{**FUKUI, "previously_selected": False}, {}],
        },
        "selection.eligible": {
            "satisfied": [{"eligible": True}],
            "violated": [{"eligible": False}],
            "undetermined": [{}],
            "not_applicable": [{"in_round": False}, {"in_round": False, "eligible": False}],
        },
        "selection.minimum": {
            "satisfied": [
                {**HALF, "minimum_numerator": 62, "minimum_denominator": 1},
                {**HALF, "minimum_numerator": 125, "minimum_denominator": 2},  # below means less than
                {**HALF, "minimum_numerator": 0, "minimum_denominator": 1},
            ],
            "violated": [
                {**HALF, "minimum_numerator": 63, "minimum_denominator": 1},
                {**HALF, "minimum_numerator": 62_500_001, "minimum_denominator": 1_000_000},
            ],
            "undetermined": [
                {"sheets": 1, "minimum_stated": True, "minimum_numerator": 60, "minimum_denominator": 1},
                {**HALF, "minimum_stated": None, "minimum_numerator": 63, "minimum_denominator": 1},
                HALF,
            ],
            "not_applicable": [
                {**HALF, "minimum_stated": False},
                {"minimum_stated": False},
                {**HALF, "sheets": 0, "minimum_numerator": 63, "minimum_denominator": 1},
            ],
        },
        "selection.withdrawn": {
            "satisfied": [{"withdrawn": False}],
            "violated": [{"withdrawn": True}],
            "undetermined": [{}],
            "not_applicable": [{"in_round": False, "withdrawn": True}],
        },
    },
)

PRICED = {"scored": True, "estimate_with_tax_yen": 80_000_000, "lowest_estimate_with_tax_yen": 60_000_000}
# Nobody better, nobody beside it.
FIRST = {
    "contends": True,
    "region_taken": 0,
    "region_claimed": 1,
    "seats_taken": 0,
    "seats_claimed": 1,
    "seats": 7,
}

STANDINGS = Table(
    standing,
    {},
    {
        "score.price.points": {
            "satisfied": [PRICED, {**PRICED, "lowest_estimate_with_tax_yen": 80_000_000}],
            "violated": [{**PRICED, "lowest_estimate_with_tax_yen": 80_000_001}],
            "undetermined": [{"scored": True}, {**PRICED, "estimate_with_tax_yen": None}],
            "not_applicable": [{"scored": False}],
        },
        "selection.one_per_region": {
            "satisfied": [FIRST, {**FIRST, "region_claimed": 2}],
            "violated": [{**FIRST, "region_taken": 1, "region_claimed": 2}],
            "undetermined": [{"contends": True}, {**FIRST, "contends": None, "region_taken": 1}],
            "not_applicable": [{"contends": False}],
        },
        "selection.seats": {
            "satisfied": [FIRST, {**FIRST, "seats_taken": 6, "seats_claimed": 8}],
            "violated": [{**FIRST, "seats_taken": 7, "seats_claimed": 8}, {**FIRST, "seats": 0}],
            "undetermined": [{"contends": True}, {**FIRST, "seats": None}],
            "not_applicable": [{"contends": False}],
        },
        "selection.tie": {
            "satisfied": [
                FIRST,
                {**FIRST, "seats_taken": 6, "seats_claimed": 7},
                {**FIRST, "seats_claimed": 7},  # as many with the same points as there are seats
            ],
            "violated": [
                {**FIRST, "region_claimed": 2},
                {**FIRST, "seats_taken": 6, "seats_claimed": 8},
            ],
            "undetermined": [{"contends": True}, {**FIRST, "region_claimed": None}],
            "not_applicable": [
                {"contends": False},
                {**FIRST, "region_taken": 1, "region_claimed": 3},  # out already: the region is taken
                {**FIRST, "seats_taken": 7, "seats_claimed": 9},  # out already: the seats are full
            ],
        },
    },
)

TWO_PER_REGION = Table(
    standing,
    {},
    {
        "selection.one_per_region": {
            "satisfied": [{**FIRST, "region_taken": 1, "region_claimed": 2}],
            "violated": [{**FIRST, "region_taken": 2, "region_claimed": 3}],
        },
        "selection.tie": {
            "satisfied": [{**FIRST, "region_claimed": 2, "seats_claimed": 2}],
            "violated": [{**FIRST, "region_taken": 1, "region_claimed": 3}],
        },
    },
    call=get_call("r7").evolve({"selection.max_per_region": 2}),
)

ROUNDS = Table(
    round_,
    {},
    {
        "selection.planned_number": {
            "satisfied": [{"seats_stated": True, "seats": 7}, {"seats_stated": True, "seats": 0}],
            "violated": [{"seats_stated": True, "seats": 8}],
            "undetermined": [{"seats_stated": True}, {"seats": 8}],
            "not_applicable": [{"seats_stated": False, "seats": 7}],
        },
    },
)


@both_runners
@CANDIDATES.each
def test_a_candidate_by_itself(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status


@both_runners
@STANDINGS.each
def test_a_candidate_among_all(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status


@both_runners
@TWO_PER_REGION.each
def test_a_call_that_selects_two_for_each_region(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status


@both_runners
@ROUNDS.each
def test_a_round(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status
