"""What a dossier knows of a budget's suppliers and persons, and what it leaves open."""

from __future__ import annotations

from typing import Any

import pytest
from budget_cases import APPROVED, LABOUR, PRINTING, Line, audited, both_runners, judged

Held = tuple[str, str, str | None]


def applicant(*held: Held, given: bool = True) -> dict[str, Any]:
    shares = [{"owner": owner, "owned": owned, "percent": percent} for owner, owned, percent in held]
    members = [{"id": "acme"}, {"id": "beta"}]
    return {"applicant": {"representative": "acme", "members": members, **({"shareholdings": shares} if given else {})}}


PART = (("acme", "part", "60"), ("x", "part", "40"))
AT_COST = ("reduced", 900)
FREE = ("allowable", 1000)
OPEN = ("undetermined", 0)

SUPPLIERS: list[tuple[str, dict[str, Any], str, tuple[str, int]]] = [
    ("oneself", applicant(), "acme", AT_COST),
    ("another member", applicant(), "beta", AT_COST),
    ("a member, whatever is known of shares", applicant(given=False), "beta", AT_COST),
    ("held directly", applicant(("acme", "sub", "100")), "sub", AT_COST),
    ("held by a member that does not buy", applicant(("beta", "sub", "100")), "sub", AT_COST),
    ("split among members", applicant(("acme", "sub", "60"), ("beta", "sub", "40")), "sub", AT_COST),
    ("in thirds", applicant(("acme", "sub", "100/3"), ("beta", "sub", "200/3")), "sub", AT_COST),
    ("in thirds written short", applicant(("acme", "sub", "33.33"), ("beta", "sub", "66.66")), "sub", FREE),
    ("a hundredth short", applicant(("acme", "sub", "99.99")), "sub", FREE),
    ("a hundredth elsewhere", applicant(("acme", "sub", "99.99"), ("x", "sub", "0.01")), "sub", FREE),
    ("two layers down", applicant(("acme", "a", "100"), ("a", "b", "100")), "b", AT_COST),
    ("two layers down, split", applicant(("acme", "a", "100"), ("a", "b", "70"), ("acme", "b", "30")), "b", AT_COST),
    ("below a company held in part", applicant(*PART, ("part", "b", "100")), "b", FREE),
    ("a ring", applicant(("acme", "a", "10"), ("b", "a", "90"), ("a", "b", "100")), "b", AT_COST),
    ("a ring of strangers", applicant(("x", "y", "100"), ("y", "x", "100")), "x", FREE),
    ("a name that is no id", applicant(("acme", "sub", "100")), "山田文具店", FREE),
    ("no shares at all", applicant(), "sub", FREE),
    ("shareholdings left out", applicant(given=False), "sub", OPEN),
    ("a share of unknown size", applicant(("acme", "sub", None)), "sub", OPEN),
    ("a share of unknown size beside a stranger's", applicant(("acme", "sub", None), ("x", "sub", "1")), "sub", FREE),
]


@pytest.mark.parametrize(
    ("dossier", "supplier", "found"), [case[1:] for case in SUPPLIERS], ids=[case[0] for case in SUPPLIERS]
)
@both_runners
def test_whom_profit_is_taken_from(
    dossier: dict[str, Any], supplier: str, found: tuple[str, int], run_with: Any
) -> None:
    line = PRINTING | {"supplier": supplier, "cost_yen": 900}

    assert judged(audited(line, dossier=dossier, run_with=run_with).lines[0]) == found


@pytest.mark.parametrize(
    ("dossier", "supplier", "buyer"),
    [
        (applicant(("parent", "acme", "100")), "parent", "acme"),
        (applicant(("parent", "acme", "100"), ("parent", "sister", "100")), "sister", "acme"),
        (applicant(*PART, ("acme", "b", "50"), ("part", "b", "50")), "b", "acme"),
        (applicant(("parent", "acme", "100")), "parent", "beta"),
        (applicant(("parent", "acme", "99.99")), "parent", "acme"),
        (applicant(("parent", "acme", "100"), ("parent", "sister", "99")), "sister", "acme"),
    ],
    ids=["parent", "sister", "held with a partly held one", "another's parent", "not quite a parent", "not a sister"],
)
def test_companies_near_the_group_at_most_warn(
    dossier: dict[str, Any], supplier: str, buyer: str, request: pytest.FixtureRequest
) -> None:
    line = audited(PRINTING | {"supplier": supplier, "member": buyer}, dossier=dossier).lines[0]

    warned = request.node.callspec.id in {"parent", "sister", "held with a partly held one"}
    assert judged(line) == FREE
    assert [(one.effect, one.clause[:8]) for one in line.findings] == [("warning", "VI.2.(2)")] * warned


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ({"supplier": "山田文具店"}, FREE),
        ({"supplier": "acme", "member": "acme"}, FREE),  # there is no dossier in which it would be an id
        ({"supplier_relation": "self"}, AT_COST),
        ({"supplier": "山田文具店", "supplier_relation": "wholly_owned"}, AT_COST),
        ({}, FREE),
    ],
    ids=str,
)
def test_without_a_dossier_a_relation_is_as_stated(line: Line, found: tuple[str, int]) -> None:
    assert judged(audited(PRINTING | {"cost_yen": 900} | line).lines[0]) == found


@pytest.mark.parametrize(("stated", "found"), [("other", FREE), ("wholly_owned", AT_COST), (None, OPEN)])
def test_what_is_stated_stands_where_shareholdings_are_left_out(stated: str | None, found: tuple[str, int]) -> None:
    line = PRINTING | {"supplier": "sub", "supplier_relation": stated, "cost_yen": 900}

    assert judged(audited(line, dossier=applicant(given=False)).lines[0]) == found


def test_an_open_relation_does_not_matter_where_the_cost_is_as_high() -> None:
    line = PRINTING | {"supplier": "sub", "cost_yen": 1000}

    assert judged(audited(line, dossier=applicant(given=False)).lines[0]) == FREE


STAFF = {
    "staff": [
        {"id": "manager", "roles": ["project_manager"]},
        {"id": "lead", "roles": ["member_lead"]},
        {"id": "supporter", "roles": ["resident_supporter"]},
        {"id": "both", "roles": ["other", "resident_supporter"]},
        {"id": "accountant", "roles": ["accounting_officer"]},
        {"id": "keeper", "roles": ["information_manager", "accounting_officer"]},
        {"id": "accountant too", "roles": ["accounting_officer", "other"]},
    ]
}


@pytest.mark.parametrize(
    ("person", "labour", "short_trip", "honorarium"),
    [
        ("manager", "allowable", "not_allowable", "not_allowable"),
        ("lead", "allowable", "not_allowable", "not_allowable"),
        ("supporter", "allowable", "needs_consultation", "not_allowable"),
        ("both", "allowable", "needs_consultation", "not_allowable"),
        ("accountant", "not_allowable", "not_allowable", "not_allowable"),
        ("keeper", "not_allowable", "not_allowable", "not_allowable"),
        ("accountant too", "allowable", "not_allowable", "not_allowable"),
        ("stranger", "undetermined", "undetermined", "undetermined"),
        (None, "undetermined", "undetermined", "undetermined"),
    ],
)
@both_runners
def test_role_and_roster_follow_from_the_staff(
    person: str | None, labour: str, short_trip: str, honorarium: str, run_with: Any
) -> None:
    lines = [
        {"category": "labour", "person": person, "direct_work": True},
        {"category": "travel", "person": person, "one_way_km": 40},
        {"category": "honorarium", "person": person},
    ]

    audit = audited(*lines, dossier=STAFF, run_with=run_with)

    assert [line.verdict for line in audit.lines] == [labour, short_trip, honorarium]


def test_the_staff_goes_before_what_the_line_states() -> None:
    audit = audited(
        LABOUR | {"person": "accountant"},
        {"category": "travel", "person": "supporter", "person_role": "committee_member"},
        {"category": "travel", "person": "stranger", "person_role": "committee_member"},
        dossier=STAFF,
    )

    assert [line.verdict for line in audit.lines] == ["not_allowable", "needs_consultation", "allowable"]


def test_without_a_dossier_a_person_is_nobody_known() -> None:
    audit = audited({"category": "labour", "person": "manager", "direct_work": True}, LABOUR | {"person": "manager"})

    assert [line.verdict for line in audit.lines] == ["undetermined", "allowable"]


def test_term_and_region_come_from_the_dossier_where_the_budget_leaves_them_out() -> None:
    dossier = {"contract": {"from": "2025-05-12", "to": "2026-03-13"}, "proposal": {"id": "p", "region": "nagano"}}
    lease = {"category": "rental", "rental_from": "2026-03-13", "rental_to": "2026-03-14"}

    as_in_dossier = audited(lease, dossier=dossier)
    as_in_budget = audited(lease, dossier=dossier, region="miyagi", contract_to="2026-03-31")

    assert [judged(one.lines[0]) for one in (as_in_dossier, as_in_budget)] == [("reduced", 500), FREE]
    caps = [one.totals.cap_with_tax_yen for one in (as_in_dossier, as_in_budget)]
    assert caps == [50_000_000, 100_000_000]


def test_a_supporter_who_moves_needs_approval_once() -> None:
    line = {"category": "travel", "person": "supporter", "posting": True}

    audit = audited(line, line | APPROVED, dossier=STAFF)

    assert [(one.verdict, len(one.findings)) for one in audit.lines] == [("needs_consultation", 1), ("allowable", 0)]
