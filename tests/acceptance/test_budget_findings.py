"""What a finding of an audit says, in which order, and that the same input gives the same bytes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from budget_cases import ADMIN, APPROVED, LABOUR, LABOUR_OPEN, PRINTING, TERM, Line, audited, both_runners

import koubo

MANY: list[Line] = [
    ADMIN | {"amount_yen": 900},
    {"category": "equipment", "amount_yen": 400_000, "useful_life_years": 0.5},
    LABOUR | {"amount_yen": 10_000, "welfare_allowance_yen": 500},
    {"category": "travel", "one_way_km": 40},
    {"category": "rental", "rental_from": "2026-03-13", "rental_to": "2026-03-14", "cloud_service": True},
    PRINTING | {"nature": "interest", "supplier_relation": "self"},
    LABOUR_OPEN,
]
FACTS: dict[str, Any] = {"region": "miyagi", "general_admin_rates": {"acme": "0.1"}, **TERM}


def unknown(line: Line, **facts: Any) -> set[str]:
    """Return the facts that the open findings of a line show as not known."""
    found = audited(line, **facts).lines[0].findings
    return {name for one in found if one.status == "undetermined" for name, value in one.facts.items() if value is None}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ({"category": "labour"}, {"on_roster", "direct_work"}),
        ({"category": "travel", "one_way_km": 40}, {"person_role"}),
        ({"category": "travel", "person_role": "staff"}, {"one_way_km"}),
        ({"category": "honorarium"}, {"person_role"}),
        ({"category": "rental"}, {"rental_from", "rental_to", "contract_to"}),
        (PRINTING | {"supplier_relation": "self"}, {"cost_yen"}),
        ({"category": "utilities"}, {"office_use"}),
        ({"category": "subcontract", **APPROVED}, {"essential_part"}),
        (
            {"category": "equipment", "unit_price_yen": 1, **APPROVED},
            {"useful_life_years", "general_purpose", "lease_reason_statement"},
        ),
        (PRINTING | {"nature": "office_supplies"}, {"used_at_posting_place"}),
    ],
    ids=str,
)
def test_an_open_finding_shows_which_fact_it_needs_by_its_name_in_the_file(line: Line, names: set[str]) -> None:
    assert names <= unknown(line)


def test_an_open_settlement_shows_which_fact_it_needs() -> None:
    names = {"ordered_on", "paid_on", "evidence", "contract_from", "contract_to"}

    assert names <= unknown(PRINTING, stage="settlement")


def test_a_finding_shows_the_values_that_the_rule_read() -> None:
    (trip,) = audited({"category": "travel", "person_role": "staff", "one_way_km": 99.5}).lines[0].findings
    (own,) = audited(PRINTING | {"supplier_relation": "self", "cost_yen": 700}).lines[0].findings

    assert {"category": "travel", "person_role": "staff", "one_way_km": 99.5}.items() <= trip.facts.items()
    assert {"amount_yen": 1000, "cost_yen": 700, "supplier_relation": "self"}.items() <= own.facts.items()


def test_a_finding_says_where_what_why_and_what_to_do_in_both_languages() -> None:
    finding = audited({"category": "travel", "person_role": "staff", "one_way_km": 99.5}).lines[0].findings[0].to_dict()

    assert {key: finding[key] for key in ("clause", "subject", "status", "effect")} == {
        "clause": "VI.2.(1).ニ",
        "subject": "budget.lines[L1]",
        "status": "violated",
        "effect": "not_allowable",
    }
    for text in (finding["message"], finding["remedy"]):
        assert text["ja"]
        assert text["en"].isascii()
    assert "99.5km" in finding["message"]["ja"]


def test_an_open_finding_names_the_missing_facts_alone() -> None:
    lease = {"category": "rental", "rental_from": "2025-06-01"}

    (finding,) = audited(lease, **TERM).lines[0].findings

    assert finding.message.en.endswith("Not known: lease ends.")
    assert finding.remedy == koubo.Text(
        "次の事実を示してください：借用終了日。", "State what is not known: lease ends."
    )


@both_runners
def test_findings_stand_line_by_line_in_the_order_of_the_rules_the_budgets_own_last(run_with: Any) -> None:
    audit = audited(*MANY, run_with=run_with, **FACTS)

    place = {rule.id: number for number, rule in enumerate(koubo.rules())}
    subjects = [f"budget.lines[L{number}]" for number in range(1, len(MANY) + 1)] + ["budget"]
    for findings in (audit.findings, audit.trace):
        order = [(subjects.index(one.subject), place[one.rule_id]) for one in findings]
        assert order == sorted(order)
    assert [one for line in audit.lines for one in line.findings] == [
        one for one in audit.findings if one.subject != "budget"
    ]


@both_runners
def test_the_trace_has_every_rule_and_the_findings_are_its_open_and_violated_ones(run_with: Any) -> None:
    audit = audited(*MANY, run_with=run_with, **FACTS)

    told = [(one.subject, one.rule_id, one.status) for one in audit.findings]
    assert told == [
        (one.subject, one.rule_id, one.status) for one in audit.trace if one.status in {"violated", "undetermined"}
    ]
    assert {one.status for one in audit.trace} == {"satisfied", "violated", "undetermined", "not_applicable"}
    rules = [rule.id for rule in koubo.rules("expense")]
    for number in range(1, len(MANY) + 1):
        assert [one.rule_id for one in audit.trace if one.subject == f"budget.lines[L{number}]"] == rules


SCRIPT = f"""
import json, koubo
budget = koubo.load({{"budget": {{"lines": [
    {{"line_id": f"L{{n}}", "amount_yen": 1000, **line}} for n, line in enumerate({MANY!r})], **{FACTS!r}}}}})
audit = koubo.audit_budget(budget, run_with=RUNNER)
print(json.dumps(audit.to_dict(), ensure_ascii=False), [one.to_dict() for one in audit.trace], audit.to_html("en"))
"""


def test_the_same_input_gives_the_same_bytes_in_every_process_by_either_runner() -> None:
    found = {
        subprocess.run(  # noqa: S603 -- our own script
            [sys.executable, "-c", f"RUNNER = {runner!r}\n{SCRIPT}"],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            check=True,
        ).stdout
        for runner, seed in (("direct", "0"), ("rete", "1"), ("rete", "4242"))
    }

    assert len(found) == 1
    assert len(found.pop()) > 10_000


def test_eight_threads_give_what_one_gives() -> None:
    def said(number: int) -> str:
        audit = audited(*MANY, {"category": "travel", "person_role": "staff", "one_way_km": 50 + number}, **FACTS)
        return json.dumps(audit.to_dict())

    alone = [said(number) for number in range(0, 100, 5)]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(said, [*range(0, 100, 5)] * 4)) == alone * 4
