"""Laws of an audit that hold for any budget: what adds up, what never gets better, what does not matter."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from random_facts import domains

from koubo.audit import BudgetAudit, audit_budget
from koubo.calls import get_call
from koubo.engine.bound import bind
from koubo.models.expense import Budget, ExpenseCategory, ExpenseLine
from koubo.rules.registry import rule_base

LINE = domains(bind(rule_base("r7"), get_call("r7")), "line")
MEMBERS = ("acme", "beta")
# Left out, these take a value of their own, so that nothing becomes unknown.
WITH_A_MEANING = {"member", "supplier", "supplier_relation", "unit_price_yen", "description", "person"}
MAY_BE_LEFT_OUT = [
    one.name for one in attrs.fields(ExpenseLine) if one.default is None and one.name not in WITH_A_MEANING
]


def value_of(name: str) -> st.SearchStrategy[Any]:
    fact = LINE.subject.fields[name]
    known = st.sampled_from([one for one in LINE.of(fact) if not isinstance(one, int) or one >= 0])
    return known if fact.default is not None or fact.required else st.none() | known


FACTS = {
    one.name: value_of(one.name)
    for one in attrs.fields(ExpenseLine)
    if one.name in LINE.subject.fields and one.name not in {"line_id", "member", "amount_yen", "supplier", "person"}
}


IN_ORDER = {
    "useful_life_years": 3.0,
    "general_purpose": False,
    "lease_reason_statement": True,
    "rental_from": date(2025, 6, 2),
    "rental_to": date(2025, 7, 1),
    "cost_basis": "actual",
    "person_role": "staff",
    "on_roster": True,
    "direct_work": True,
    "one_way_km": 150.0,
    "office_use": False,
    "essential_part": False,
    "used_at_posting_place": True,
    "ordered_on": date(2025, 6, 2),
    "paid_on": date(2025, 7, 1),
    "evidence": True,
}


@st.composite
def facts_of_lines(draw: st.DrawFn) -> dict[str, Any]:
    """Return the facts of a line that is no mistake in itself: all in order but for a few that may be anything."""
    odd = draw(st.sets(st.sampled_from(sorted(FACTS)), max_size=4))
    facts: dict[str, Any] = {
        **{one.name: one.default for one in attrs.fields(ExpenseLine) if one.name in FACTS and one.name != "category"},
        **IN_ORDER,
        **{name: draw(FACTS[name]) for name in sorted(odd | {"category", "consultation", "cost_yen"})},
        "supplier_relation": draw(st.sampled_from([None, "other", "other", "self", "wholly_owned"])),
    }
    facts["amount_yen"] = draw(st.integers(0, 3_000_000))
    facts["member"] = draw(st.sampled_from(MEMBERS))
    facts["welfare_allowance_yen"] = min(facts["welfare_allowance_yen"], facts["amount_yen"])
    facts["posting"] = facts["posting"] and facts["person_role"] in {None, "resident_supporter"}
    for first, last in (("rental_from", "rental_to"), ("ordered_on", "paid_on")):
        if facts[first] is not None and facts[last] is not None and facts[first] > facts[last]:
            facts[first], facts[last] = facts[last], facts[first]
    return facts


@st.composite
def budgets(draw: st.DrawFn, lines: st.SearchStrategy[dict[str, Any]] | None = None) -> Budget:
    """Return a budget of two members with a few lines."""
    some = draw(st.lists(lines or facts_of_lines(), min_size=1, max_size=6))
    rates = {"acme": draw(st.sampled_from(["0.08", "0.1", "0.333"])), "beta": "0.05"}
    return Budget(
        lines=tuple(ExpenseLine(line_id=f"L{place}", **facts) for place, facts in enumerate(some)),
        stage=draw(st.sampled_from(["plan", "settlement"])),
        contract_from=draw(st.sampled_from([date(2025, 5, 12)] * 3 + [None])),
        contract_to=draw(st.sampled_from([date(2026, 3, 13)] * 3 + [None])),
        region=draw(st.sampled_from([None, "miyagi", "fukui"])),
        general_admin_rates={name: rates[name] for name in draw(st.sets(st.sampled_from(MEMBERS)))},
        cap_with_tax_yen=draw(st.sampled_from([None, 100, 5_000_000])),
    )


def as_bytes(audit: BudgetAudit) -> bytes:
    return json.dumps(audit.to_dict(), ensure_ascii=False).encode()


@given(budgets())
def test_three_amounts_make_up_each_line_and_the_lines_the_whole(budget):
    audit = audit_budget(budget, run_with="direct")
    groups = [audit.lines, audit.by_category.values(), audit.by_member.values(), [audit.totals]]

    for one in audit.lines:
        assert one.allowable_yen + one.pending_yen + one.disallowed_yen == one.line.amount_yen
        assert min(one.allowable_yen, one.pending_yen, one.disallowed_yen) >= 0
    for name in ("allowable_yen", "pending_yen", "disallowed_yen"):
        assert len({sum(getattr(one, name) for one in group) for group in groups}) == 1


@given(budgets())
def test_the_verdict_of_a_line_and_its_amounts_tell_the_same(budget):
    for one in audit_budget(budget, run_with="direct").lines:
        shown = (one.allowable_yen, one.pending_yen, one.disallowed_yen)
        amount = one.line.amount_yen

        match one.verdict:
            case "allowable":
                assert shown == (amount, 0, 0)
            case "undetermined" | "needs_consultation":
                assert shown == (0, amount, 0)
            case "not_allowable":
                assert shown == (0, 0, amount)
            case _:
                assert one.verdict == "reduced"
                assert one.allowable_yen < amount


@settings(max_examples=40)
@given(budgets())
def test_both_runners_give_the_same_bytes_twice(budget):
    pytest.importorskip("koubo.engine.rete", exc_type=ImportError)
    first, again = (as_bytes(audit_budget(budget, run_with="rete")) for _ in range(2))

    assert first == again == as_bytes(audit_budget(budget, run_with="direct"))


@settings(max_examples=40)
@given(budgets(), st.data())
def test_leaving_a_fact_out_never_turns_a_refusal_into_a_pass(budget, data):
    place = data.draw(st.integers(0, len(budget.lines) - 1))
    line = budget.lines[place]
    known = [name for name in MAY_BE_LEFT_OUT if getattr(line, name) is not None]
    assume(known)
    left_out = attrs.evolve(line, **{data.draw(st.sampled_from(known)): None})
    lines = (*budget.lines[:place], left_out, *budget.lines[place + 1 :])

    before = audit_budget(budget, run_with="direct")
    after = audit_budget(attrs.evolve(budget, lines=lines), run_with="direct")

    for one, other in zip(before.lines, after.lines, strict=True):
        assert other.allowable_yen <= one.allowable_yen
        assert one.verdict == "allowable" or other.verdict != "allowable"
    assert before.totals.within_cap is not False or after.totals.within_cap is not True


@pytest.mark.parametrize("fact", ["contract_from", "contract_to", "region", "general_admin_rates"])
@given(budget=budgets())
def test_leaving_out_what_the_whole_budget_shares_never_turns_a_refusal_into_a_pass(fact, budget):
    before = audit_budget(budget, run_with="direct")
    after = audit_budget(attrs.evolve(budget, **{fact: None}), run_with="direct")

    for one, other in zip(before.lines, after.lines, strict=True):
        assert other.allowable_yen <= one.allowable_yen
        assert one.verdict == "allowable" or other.verdict != "allowable"
    assert before.totals.within_cap is not False or after.totals.within_cap is not True


ORDER = ["not_allowable", "undetermined", "needs_consultation", "reduced", "allowable"]


@given(facts_of_lines(), st.floats(0, 1e6), st.floats(0, 1e6), st.sampled_from(["plan", "settlement"]))
def test_more_kilometres_never_make_a_trip_less_allowable(facts, one, other, stage):
    near, far = sorted((one, other))
    trip = facts | {"category": ExpenseCategory.TRAVEL}

    verdicts = [
        audit_budget(
            Budget(lines=(ExpenseLine(line_id="L1", **trip | {"one_way_km": km}),), stage=stage), run_with="direct"
        ).lines[0]
        for km in (near, far)
    ]

    assert ORDER.index(verdicts[0].verdict) <= ORDER.index(verdicts[1].verdict)
    assert verdicts[0].allowable_yen <= verdicts[1].allowable_yen


def by_line(audit: BudgetAudit) -> dict[str, Any]:
    shown = audit.to_dict()
    return {one["line_id"]: one for one in shown["lines"]}


@given(budgets(), st.randoms())
def test_the_order_of_lines_of_different_members_does_not_matter(budget, chance):
    """Lines of one member keep their order: its general administrative lines use up its limit one after the other."""
    waiting = {name: [one for one in budget.lines if one.member == name] for name in MEMBERS}
    turns = [one.member for one in budget.lines]
    chance.shuffle(turns)
    shuffled = tuple(waiting[name].pop(0) for name in turns)

    audit, other = (
        audit_budget(attrs.evolve(budget, lines=lines), run_with="direct") for lines in (budget.lines, shuffled)
    )

    assert by_line(audit) == by_line(other)
    assert audit.totals == other.totals
    assert audit.to_dict()["by_category"] == other.to_dict()["by_category"]
    assert audit.to_dict()["by_member"] == other.to_dict()["by_member"]


@given(budgets())
def test_a_line_is_judged_for_itself_but_for_general_administrative_cost(budget):
    whole = {one.line_id: one for one in audit_budget(budget, run_with="direct").lines}

    for line in budget.lines:
        (alone,) = audit_budget(attrs.evolve(budget, lines=(line,)), run_with="direct").lines
        if line.category is not ExpenseCategory.GENERAL_ADMIN:
            assert alone.to_dict() == whole[line.line_id].to_dict()
