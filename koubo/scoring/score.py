"""``score``: the points of one proposal, from its sheets, its estimate, its region and the gates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import cast

from koubo.calls import Call
from koubo.calls.frozen import Table
from koubo.calls.naming import unknown
from koubo.engine.outcome import Instance
from koubo.engine.runners import RunnerName
from koubo.errors import InputError, Mistake
from koubo.judging import as_call, judge
from koubo.models.checks import shown
from koubo.models.selection import ESTIMATE, Grade, Sheet, as_gates, as_sheet
from koubo.models.sheet_checks import criterion_mistakes, gate_mistakes, gate_name_mistakes, grade_mistakes, listed
from koubo.scoring.evaluation import evaluate
from koubo.scoring.given import completed, own_facts, points_of, price_points_of, region_facts, standing_facts
from koubo.scoring.result import Score

_SUBJECT = "candidate"


def score(
    sheets: Mapping[str, str] | Iterable[Mapping[str, str]],
    *,
    estimate_with_tax_yen: int,
    lowest_estimate_with_tax_yen: int,
    region: str,
    gates: Mapping[str, bool | None] | None = None,
    call: Call | str = "r7",
    run_with: RunnerName | None = None,
) -> Score:
    """Score one proposal (V.1.(2)).

    Args:
        sheets: a sheet (criterion id → grade S, A, B, C or D), or the sheets of several reviewers.
        estimate_with_tax_yen: the estimate of its expenditure plan.
        lowest_estimate_with_tax_yen: the lowest estimate of all applicants, this one included.
        region: id of its support region.
        gates: gate id → passed; a gate that is left out or ``None`` is not known.
        call: the call, with changed parameters if wanted.
        run_with: the runner; the default one where left out.

    Raises:
        InputError: with every mistake: a sheet without a criterion, an unknown grade, criterion, gate or region, an
            estimate that is not above 0, or one below the lowest of all.
    """
    chosen = as_call(call)
    single = isinstance(sheets, Mapping) or not listed(sheets)
    given = (sheets,) if single else tuple(cast("Iterable[Mapping[str, str]]", sheets))
    read = tuple(as_sheet(cast("Mapping[str, str]", sheet)) for sheet in given)
    passed = as_gates(gates)
    mistakes = _sheet_mistakes(read, chosen, single=single)
    mistakes += _estimate_mistakes(estimate_with_tax_yen, lowest_estimate_with_tax_yen, passed)
    mistakes += _region_mistakes(region, chosen)
    mistakes += gate_mistakes(passed, "gates") + gate_name_mistakes(passed, "gates", chosen)
    if mistakes:
        raise InputError(mistakes)
    return _scored(
        cast("tuple[Sheet, ...]", read),
        estimate_with_tax_yen,
        min(lowest_estimate_with_tax_yen, estimate_with_tax_yen),
        region,
        passed,
        chosen,
        run_with,
    )


def _scored(
    sheets: tuple[Sheet, ...],
    estimate: int,
    lowest: int,
    region: str,
    gates: Mapping[str, bool],
    call: Call,
    run_with: RunnerName | None,
) -> Score:
    found = evaluate(sheets, call)
    evaluation = sum((one.points for one in found), Fraction(0))
    alone = {"in_round": False, "examined": True, "minimum_stated": False}
    own = own_facts(region_facts(region, call), gates, evaluation, len(sheets), **alone)
    standing = standing_facts(completed("candidate", own, call), estimate, lowest, contends=False)
    judgement = judge([Instance("candidate", _SUBJECT, own), Instance("standing", _SUBJECT, standing)], call, run_with)
    facts = judgement.outcome.facts
    drawn = judgement.conclusions(0)
    return Score(
        call=call,
        region=region,
        estimate_with_tax_yen=estimate,
        lowest_estimate_with_tax_yen=lowest,
        evaluation_points=evaluation,
        price_points=cast("Fraction", price_points_of(facts[1])),
        municipality_points=cast("Fraction", points_of(facts[0], "municipality")),
        total_points=cast("Fraction", points_of(facts[1], "total")),
        disqualified="disqualified" in drawn or (None if "undetermined" in drawn else False),
        breakdown=Table({one.criterion: one for one in found}),
        findings=tuple(sorted(judgement.findings, key=lambda one: judgement.bound.base.position[one.rule_id])),
        judgement=judgement,
    )


def _sheet_mistakes(sheets: tuple[object, ...], call: Call, *, single: bool) -> list[Mistake]:
    mistakes = [] if sheets else [Mistake("sheets", "an empty list", "one sheet or more")]
    for number, sheet in enumerate(sheets):
        place = "sheets" if single else f"sheets[{number}]"
        mistakes += grade_mistakes(sheet, place, Grade) + criterion_mistakes(sheet, place, call)
    return mistakes


def _estimate_mistakes(own: object, lowest: object, gates: object) -> list[Mistake]:
    named = {"estimate_with_tax_yen": own, "lowest_estimate_with_tax_yen": lowest}
    found = ((name, value, ESTIMATE(value)) for name, value in named.items())
    mistakes = [Mistake(name, shown(value), expected) for name, value, expected in found if expected is not None]
    # A disqualified proposal sets no price, so that its own estimate may be the lower one.
    fails = isinstance(gates, Mapping) and False in gates.values()
    if not mistakes and not fails and isinstance(own, int) and isinstance(lowest, int) and lowest > own:
        expected = f"no more than the own estimate ({own}), which is among those of all applicants"
        mistakes.append(Mistake("lowest_estimate_with_tax_yen", shown(lowest), expected))
    return mistakes


def _region_mistakes(region: object, call: Call) -> list[Mistake]:
    known = [one.id for one in call.regions]
    return [] if region in known else [unknown("region", region, known, f"a region of call {call.id}")]
