"""Random budget lines over all columns, unknowns and mistakes included, and what the dossier runner says of them."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import attrs

from koubo.audit import audit_budget
from koubo.calls import Call
from koubo.errors import InputError
from koubo.models.checks import MAX_COUNT, MAX_YEN, Measure, OneOf, Whole, Wording
from koubo.models.expense import Budget, ExpenseLine

CONTRACT = {"contract_from": date(2025, 5, 12), "contract_to": date(2026, 3, 13)}
ADDED = ("koubo_verdict", "koubo_allowable_yen", "koubo_pending_yen", "koubo_disallowed_yen", "koubo_findings")
CHECKS = {attribute.name: attribute.metadata["check"] for attribute in attrs.fields(ExpenseLine)}

_DAYS = [date(2025, 5, 12), date(2025, 6, 1), date(2025, 9, 30), date(2026, 3, 13)]
_FAR_DAYS = [date(2025, 5, 11), date(2026, 3, 14), date(2024, 2, 29), date(2027, 12, 31), date(1970, 1, 1)]
_FAR_DAYS += [date(2000, 3, 1), date(1600, 12, 31), date(1900, 2, 28)]
_AMOUNTS = [0, 1, 99_999, 100_000, 100_001, 109_999, 110_000, 3_333_333, 99_999_999_999, MAX_YEN]
_MEASURES = [0.0, 0.5, 0.999, 1.0, 2.0, 99.9, 100.0, 100.1, 1_000_000.0]
_WRONG: dict[type, list[Any]] = {
    Whole: [-1, MAX_YEN + 1, 2**53],
    Measure: [-0.5, 1e7, float("inf")],
    OneOf: ["", "Travel", "bogus"],
    Wording: ["", " ", "\u3000", "a\nb"],
}
# What most ledgers hold; without it nearly every random line would be refused for its nature.
_USUAL = {
    "nature": "none",
    "supplier_relation": "other",
    "evidence": True,
    "cost_basis": "actual",
    "cloud_service": False,
}


def random_lines(seed: int, number: int, *, mistakes: float = 0.005, unknown: float = 0.3) -> list[dict[str, Any]]:
    """Return lines with every column; a share of the values is unknown, a smaller one wrong."""
    chance = random.Random(seed)  # noqa: S311  # no secrets here
    return [_line(chance, place, mistakes, unknown) for place in range(number)]


def _line(chance: random.Random, place: int, mistakes: float, unknown: float) -> dict[str, Any]:
    line: dict[str, Any] = {}
    for attribute in attrs.fields(ExpenseLine):
        name, check = attribute.name, CHECKS[attribute.name]
        if chance.random() < mistakes and type(check) in _WRONG:
            line[name] = chance.choice(_WRONG[type(check)])
        elif attribute.default is not attrs.NOTHING and chance.random() < unknown:
            line[name] = None
        else:
            line[name] = _value(chance, name, check)
    line["line_id"] = f"L{place}" if line["line_id"] == "x" else line["line_id"]
    # Left alone, most random lines would hold days in reverse order, or another mistake between two columns.
    for start, end in (("rental_from", "rental_to"), ("ordered_on", "paid_on")):
        if line[start] and line[end] and line[start] > line[end] and chance.random() > mistakes:
            line[start], line[end] = line[end], line[start]
    if chance.random() > mistakes:
        line["posting"] = line["posting"] if line["person_role"] in {None, "resident_supporter"} else False
        if line["welfare_allowance_yen"] is not None:
            line["welfare_allowance_yen"] = min(line["welfare_allowance_yen"], max(line["amount_yen"], 0))
    return line


def _value(chance: random.Random, name: str, check: Any) -> Any:
    if name in _USUAL and chance.random() < 0.8:
        return _USUAL[name]
    match check:
        case Whole(maximum=maximum):
            return chance.choice(
                [1, 2, 3, 7, MAX_COUNT] if maximum == MAX_COUNT else [*_AMOUNTS, chance.randrange(10**6)]
            )
        case Measure():
            return chance.choice(_MEASURES)
        case OneOf(kind=kind):
            return chance.choice([member.value for member in kind])
        case Wording():
            return "x"
    if check.kind is date:
        return chance.choice(_DAYS if chance.random() < 0.7 else _FAR_DAYS)
    return chance.random() < 0.5 if check.kind is bool else "内容"


def expected(
    rows: Sequence[Mapping[str, Any]], *, call: Call | None = None, run_with: Any = "direct", **budget: Any
) -> list[dict[str, Any]]:
    """Return the added columns that the dossier runner gives the same lines, each on its own.

    Without rates and without a dossier no line bears on another, so one budget holds them all.
    """
    good: dict[int, ExpenseLine] = {}
    found: dict[int, dict[str, Any]] = {}
    for place, row in enumerate(rows):
        try:
            good[place] = attrs.evolve(ExpenseLine(**row), line_id=f"{place}")
        except InputError as error:
            columns = ";".join(f"input.{mistake.place}" for mistake in error.mistakes)
            found[place] = _added("mistake", 0, row["amount_yen"], 0, columns)
    audit = audit_budget(Budget(lines=tuple(good.values()), **budget), call=call, run_with=run_with)
    for place, one in zip(good, audit.lines, strict=True):
        ids = ";".join(finding.rule_id for finding in one.findings)
        found[place] = _added(one.verdict, one.allowable_yen, one.pending_yen, one.disallowed_yen, ids)
    return [found[place] for place in range(len(rows))]


def _added(*values: Any) -> dict[str, Any]:
    return dict(zip(ADDED, values, strict=True))
