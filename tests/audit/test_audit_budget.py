"""The audit of a budget, sentence by sentence of what is promised."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import pytest

from koubo.audit import BudgetAudit, audit_budget
from koubo.calls import get_call
from koubo.engine.runners import RunnerName
from koubo.errors import InputError
from koubo.files.load import load
from koubo.models.dossier import Dossier
from koubo.models.expense import Budget

LABOUR = {"category": "labour", "on_roster": True, "direct_work": True}
LABOUR_OPEN = {"category": "labour", "on_roster": True}
LABOUR_NO = {"category": "labour", "on_roster": True, "direct_work": False}
SUBCONTRACT = {"category": "subcontract", "essential_part": False, "consultation": "approved"}
ADMIN = {"category": "general_admin"}


def audited(*lines: dict[str, Any], run_with: RunnerName | None = None, call: Any = None, **facts: Any) -> BudgetAudit:
    numbered = [{"line_id": f"L{place}", **line} for place, line in enumerate(lines, start=1)]
    budget = load({"budget": {"lines": numbered, **facts}})
    assert isinstance(budget, Budget)
    return audit_budget(budget, run_with=run_with, call=call)


@pytest.mark.parametrize(
    ("verdict", "line", "amounts"),
    [
        ("allowable", {"category": "printing"}, (1000, 0, 0)),
        ("not_allowable", LABOUR_NO, (0, 0, 1000)),
        ("undetermined", LABOUR_OPEN, (0, 1000, 0)),
        ("needs_consultation", {"category": "works"}, (0, 1000, 0)),
        ("reduced", {**LABOUR, "welfare_allowance_yen": 100}, (900, 0, 100)),
        ("reduced", {**LABOUR, "welfare_allowance_yen": 1000}, (0, 0, 1000)),
        # the first that holds: forbidden before unknown, unknown before consultation, consultation before reduced
        ("not_allowable", {"category": "labour", "direct_work": False}, (0, 0, 1000)),
        ("undetermined", {"category": "subcontract"}, (0, 1000, 0)),
        ("needs_consultation", {**LABOUR, "welfare_allowance_yen": 100, "cloud_service": True}, (0, 1000, 0)),
        # where several rules reduce a line the smallest amount stands
        (
            "reduced",
            {**LABOUR, "welfare_allowance_yen": 100, "supplier_relation": "wholly_owned", "cost_yen": 700},
            (700, 0, 300),
        ),
    ],
)
@pytest.mark.parametrize("run_with", ["direct", "rete"])
def test_the_verdict_decides_the_three_amounts(
    verdict: str, line: dict[str, Any], amounts: tuple[int, int, int], run_with: RunnerName
) -> None:
    found = audited({**line, "amount_yen": 1000}, run_with=run_with).lines[0]

    assert (found.verdict, found.allowable_yen, found.pending_yen, found.disallowed_yen) == (verdict, *amounts)


@pytest.mark.parametrize(
    ("rate", "claimed", "verdict", "allowable"),
    [
        ("0.083", 8300, "allowable", 8300),
        ("0.083", 8301, "reduced", 8300),
        ("0.12", 10000, "allowable", 10000),  # the lower of 10 % and the own rate
        ("0.12", 10001, "reduced", 10000),
        ({"separately_set": "0.15"}, 15000, "allowable", 15000),
        ({"separately_set": "0.15"}, 15001, "reduced", 15000),
        # (200 - 100) / 3,000 = 1/30: used exactly, 100,000 / 30 = 3,333.3… dropped to 3,333
        (
            {"selling_and_general_administrative_yen": 200, "selling_yen": 100, "cost_of_sales_yen": 3000},
            3333,
            "allowable",
            3333,
        ),
        (
            {"selling_and_general_administrative_yen": 200, "selling_yen": 100, "cost_of_sales_yen": 3000},
            3334,
            "reduced",
            3333,
        ),
    ],
)
def test_general_administrative_cost_is_limited_by_the_rate(
    rate: Any, claimed: int, verdict: str, allowable: int
) -> None:
    audit = audited(
        {**LABOUR, "amount_yen": 100000}, {**ADMIN, "amount_yen": claimed}, general_admin_rates={"acme": rate}
    )

    assert (audit.lines[1].verdict, audit.lines[1].allowable_yen) == (verdict, allowable)


@pytest.mark.parametrize(
    ("claimed", "verdict"), [(10000, "allowable"), (10001, "undetermined"), (15000, "undetermined"), (15001, "reduced")]
)
def test_between_the_limits_with_and_without_pending_costs_it_is_undetermined(claimed: int, verdict: str) -> None:
    audit = audited(
        {**LABOUR, "amount_yen": 100000},
        {**LABOUR_OPEN, "amount_yen": 50000},
        {**ADMIN, "amount_yen": claimed},
        general_admin_rates={"acme": "0.1"},
    )

    assert audit.lines[2].verdict == verdict
    assert audit.totals.general_admin_limit_yen == 10000


def test_several_lines_of_one_member_use_up_its_limit_in_order() -> None:
    audit = audited(
        {**LABOUR, "amount_yen": 100000, "member": "acme"},
        {**LABOUR, "amount_yen": 100000, "member": "beta"},
        {**ADMIN, "amount_yen": 7000, "member": "acme"},
        {**ADMIN, "amount_yen": 7000, "member": "acme"},
        {**ADMIN, "amount_yen": 7000, "member": "beta"},
        {**ADMIN, "amount_yen": 1, "member": "acme"},
        general_admin_rates={"acme": "0.1", "beta": "0.1"},
    )

    assert [line.allowable_yen for line in audit.lines[2:]] == [7000, 3000, 7000, 0]


def test_a_forbidden_administrative_line_uses_up_nothing() -> None:
    audit = audited(
        {**LABOUR, "amount_yen": 100000},
        {**ADMIN, "amount_yen": 9000, "nature": "transfer_fee"},
        {**ADMIN, "amount_yen": 10000},
        general_admin_rates={"acme": "0.1"},
    )

    assert [line.verdict for line in audit.lines[1:]] == ["not_allowable", "allowable"]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param([{**LABOUR, "amount_yen": 100000}, {**ADMIN, "amount_yen": 1}], id="no rate is known"),
        pytest.param([{**ADMIN, "amount_yen": 1}], id="no direct cost stands beside it"),
        pytest.param([{**SUBCONTRACT, "amount_yen": 100}, {**ADMIN, "amount_yen": 1}], id="only a subcontract does"),
    ],
)
def test_without_rate_or_direct_costs_it_is_undetermined(lines: list[dict[str, Any]]) -> None:
    rates = {} if len(lines) == 2 and lines[0]["category"] == "labour" else {"acme": "0.1"}

    assert audited(*lines, general_admin_rates=rates).lines[-1].verdict == "undetermined"


def test_a_member_without_direct_costs_beside_those_of_others_has_a_limit_of_nothing() -> None:
    audit = audited(
        {**LABOUR, "amount_yen": 100000, "member": "acme"},
        {**ADMIN, "amount_yen": 1000, "member": "beta"},
        general_admin_rates={"acme": "0.1", "beta": "0.1"},
    )

    assert (audit.lines[1].verdict, audit.lines[1].allowable_yen) == ("reduced", 0)


def test_totals_are_of_allowable_amounts() -> None:
    audit = audited(
        {**LABOUR, "amount_yen": 1000000},
        {"category": "printing", "amount_yen": 200000},
        {**LABOUR_NO, "amount_yen": 50000},
        {**LABOUR_OPEN, "amount_yen": 40000},
        {**SUBCONTRACT, "amount_yen": 300000},
        {**ADMIN, "amount_yen": 120000},
        general_admin_rates={"acme": "0.1"},
        region="miyagi",
    )

    # direct 1,200,000; 10 % of it 120,000; subtotal 1,620,000; tax 162,000; other than labour 500,000 / 1,620,000
    assert audit.totals.to_dict() == {
        "claimed_yen": 1710000,
        "allowable_yen": 1620000,
        "pending_yen": 40000,
        "disallowed_yen": 50000,
        "direct_cost_yen": 1200000,
        "labour_yen": 1000000,
        "general_admin_base_yen": 1200000,
        "general_admin_limit_yen": 120000,
        "general_admin_yen": 120000,
        "subcontract_yen": 300000,
        "subtotal_yen": 1620000,
        "consumption_tax_yen": 162000,
        "total_with_tax_yen": 1782000,
        "cap_with_tax_yen": 100000000,
        "within_cap": True,
        "non_labour_share": {"decimal": "0.309", "exact": "25/81"},
    }
    assert audit.totals.non_labour_share == Fraction(500000, 1620000)


@pytest.mark.parametrize(
    ("region", "subtotal", "cap", "within"),
    [
        # 90,909,091 + 9,090,909 (tax, rounded down) = 100,000,000: equal to the cap is within it
        ("miyagi", 90909091, 100000000, True),
        ("miyagi", 90909092, 100000000, False),
        ("nagano", 45454546, 50000000, True),
        ("nagano", 45454547, 50000000, False),
        (None, 45454546, 50000000, True),
        (None, 45454547, None, None),
        (None, 90909092, 100000000, False),
    ],
)
def test_the_cap_of_the_region_includes_tax(region: str | None, subtotal: int, cap: int | None, within: bool) -> None:
    totals = audited({**LABOUR, "amount_yen": subtotal}, region=region).totals

    assert (totals.cap_with_tax_yen, totals.within_cap) == (cap, within)


@pytest.mark.parametrize(("cap", "within"), [(110, True), (109, False), (200000000, True)])
def test_a_lower_cap_of_the_secretariat_stands(cap: int, within: bool) -> None:
    totals = audited({**LABOUR, "amount_yen": 100}, region="miyagi", cap_with_tax_yen=cap).totals

    assert (totals.cap_with_tax_yen, totals.within_cap) == (min(cap, 100000000), within)


def test_pending_lines_leave_the_cap_open() -> None:
    lines = ({**LABOUR, "amount_yen": 90000000}, {**LABOUR_OPEN, "amount_yen": 2000000})

    audit = audited(*lines, region="miyagi")

    assert audit.totals.within_cap is None
    assert [finding.rule_id for finding in audit.findings][-1] == "budget.cap.region"


@pytest.mark.parametrize(
    ("labour", "printing", "warnings"),
    [
        (80, 20, []),
        (79, 21, ["budget.non_labour.expected_share"]),
        (51, 49, ["budget.non_labour.expected_share"]),
        (50, 50, ["budget.labour.main_part", "budget.non_labour.expected_share"]),
    ],
)
def test_labour_is_the_main_part(labour: int, printing: int, warnings: list[str]) -> None:
    audit = audited({**LABOUR, "amount_yen": labour}, {"category": "printing", "amount_yen": printing})

    assert [finding.rule_id for finding in audit.findings] == warnings


def test_an_empty_budget_has_no_share() -> None:
    assert audited().totals.to_dict()["non_labour_share"] is None


def test_changed_parameters_change_the_verdict_and_are_told() -> None:
    trip = {"category": "travel", "amount_yen": 1000, "person_role": "staff", "one_way_km": 60}

    as_published = audited(trip)
    changed = audited(trip, call=get_call("r7").evolve({"travel.min_one_way_km": 50}))

    assert [as_published.lines[0].verdict, changed.lines[0].verdict] == ["not_allowable", "allowable"]
    assert changed.to_dict()["changed_parameters"] == {"travel.min_one_way_km": "50"}


DOSSIER = {
    "applicant": {
        "representative": "acme",
        "members": [{"id": "acme"}, {"id": "beta"}],
        "shareholdings": [
            {"owner": "acme", "owned": "sub", "percent": "60"},
            {"owner": "beta", "owned": "sub", "percent": "40"},
            {"owner": "acme", "owned": "part", "percent": "99.99"},
            {"owner": "parent", "owned": "acme", "percent": "100"},
        ],
    },
    "staff": [
        {"id": "p1", "member": "acme", "roles": ["project_manager"]},
        {"id": "r1", "member": "acme", "roles": ["resident_supporter", "other"]},
        {"id": "a1", "member": "acme", "roles": ["accounting_officer"]},
        {"id": "a2", "member": "acme", "roles": ["accounting_officer", "other"]},
    ],
}


def in_dossier(line: dict[str, Any], **facts: Any) -> BudgetAudit:
    loaded = load({**DOSSIER, "budget": {"lines": [{"line_id": "L1", "amount_yen": 1000, **line}], **facts}})
    assert isinstance(loaded, Dossier)
    assert loaded.budget is not None
    return audit_budget(loaded.budget, loaded)


@pytest.mark.parametrize(
    ("supplier", "member", "relation"),
    [
        ("acme", None, "self"),
        ("acme", "beta", "consortium_member"),
        ("beta", None, "consortium_member"),
        ("sub", None, "wholly_owned"),
        ("part", None, "other"),
        ("山田文具店", None, "other"),
        (None, None, "other"),
    ],
)
def test_the_relation_of_a_supplier_follows_from_the_shareholdings(
    supplier: str | None, member: str | None, relation: str
) -> None:
    audit = in_dossier({"category": "printing", "supplier": supplier, "member": member})

    facts = next(one.facts for one in audit.trace if one.rule_id == "expense.self_procurement.at_cost")
    assert facts["supplier_relation"] == relation


def test_a_parent_company_as_supplier_only_warns() -> None:
    audit = in_dossier({"category": "printing", "supplier": "parent"})

    assert (audit.lines[0].verdict, [one.rule_id for one in audit.lines[0].findings]) == (
        "allowable",
        ["expense.self_procurement.related_company"],
    )


@pytest.mark.parametrize(
    ("person", "role", "on_roster"),
    [
        ("p1", "staff", True),
        ("r1", "resident_supporter", True),
        ("a1", "staff", False),
        ("a2", "staff", True),
        ("nobody", None, None),
    ],
)
def test_role_and_roster_follow_from_the_staff(person: str, role: str | None, on_roster: bool | None) -> None:
    labour = in_dossier({"category": "labour", "person": person, "direct_work": True})
    trip = in_dossier({"category": "travel", "person": person})

    roster = next(one.facts for one in labour.trace if one.rule_id == "expense.labour.roster")
    distance = next(one.facts for one in trip.trace if one.rule_id == "expense.travel.min_distance")
    assert (distance["role"], roster["on_roster"]) == (role, on_roster)


@pytest.mark.parametrize(
    ("line", "facts", "place"),
    [
        ({"category": "printing", "member": "gamma"}, {}, "budget.lines[0].member"),
        ({"category": "travel", "person": "p1", "posting": True}, {}, "budget.lines[0].posting"),
        ({"category": "printing"}, {"general_admin_rates": {"gamma": "0.1"}}, "budget.general_admin_rates.gamma"),
    ],
)
def test_ids_that_the_dossier_does_not_have_are_mistakes(
    line: dict[str, Any], facts: dict[str, Any], place: str
) -> None:
    with pytest.raises(InputError) as caught:
        in_dossier(line, **facts)

    assert [mistake.place for mistake in caught.value.mistakes] == [place]


def test_the_contract_term_and_region_are_taken_from_the_dossier() -> None:
    loaded = load(
        {
            "contract": {"from": "2025-05-12", "to": "2026-03-13"},
            "proposal": {"id": "p", "region": "nagano"},
            "budget": {
                "lines": [
                    {
                        "line_id": "L1",
                        "category": "rental",
                        "amount_yen": 365,
                        "rental_from": "2025-04-01",
                        "rental_to": "2026-03-31",
                    }
                ]
            },
        }
    )
    assert isinstance(loaded, Dossier)
    assert loaded.budget is not None

    audit = audit_budget(loaded.budget, loaded)

    # 1 April 2025 to 13 March 2026 are 347 of 365 days
    assert (audit.lines[0].allowable_yen, audit.totals.cap_with_tax_yen) == (347, 50000000)


def test_both_runners_give_the_same_bytes(miyagi: Budget) -> None:
    by_rete = audit_budget(miyagi, run_with="rete")
    direct = audit_budget(miyagi, run_with="direct")

    assert json.dumps(by_rete.to_dict()) == json.dumps(direct.to_dict())
    assert (by_rete.runner, direct.runner) == ("rete", "direct")


def test_the_trace_holds_every_rule_for_every_line(miyagi: Budget) -> None:
    audit = audit_budget(miyagi)

    lines = [one for one in audit.trace if one.subject.startswith("budget.lines")]
    rules = {one.rule_id for one in lines}
    assert len(lines) == len(rules) * len(miyagi.lines)
    assert {one.status.value for one in lines} == {"satisfied", "violated", "undetermined", "not_applicable"}
    assert [one.to_dict() for one in lines if one.against or one.open] == [
        one.to_dict() for one in audit.findings if one.against or one.open
    ]
