"""Tables of cases for rules: rule id → status → facts. How to write a module of them:

    from cases import Table, both_runners

    GIVEN = {"id": "acme", "legal_form": LegalForm.COMPANY}       # the required facts, shared by all rows
    TABLE = Table(member, GIVEN, {
        "eligibility.member.established": {
            "satisfied": [{"established_in_japan": True}],
            "violated": [{"established_in_japan": False}],
            "undetermined": [{}],                                 # {}: nothing but GIVEN is known
            "not_applicable": [{"legal_form": LegalForm.NONE}],
        },
    })

    @both_runners
    @TABLE.each
    def test_each_rule_says_of_each_row_what_the_table_says(case, run_with):
        assert case.found(run_with) == case.status

Facts are *given* facts of the subject by name (enumerations as members or ids, days as ``date``); ``None`` makes one
unknown that ``GIVEN`` knows. A misspelt fact, an unknown rule or a required fact left out fails when the module is
imported. ``Table(…, call=get_call("r7").evolve({…}))`` runs with changed parameters. A module may hold several tables.
``test_every_rule_has_cases.py`` gathers the tables of all ``test_*.py`` in this folder and fails for each status that a
rule lacks, save those that it can work out to be impossible (such as undetermined where every fact is always known).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any

import pytest
from attrs import frozen

from koubo.calls import Call, get_call
from koubo.engine.outcome import Instance
from koubo.judging import judge
from koubo.rules.registry import rule_base
from koubo.rules.rule import Status
from koubo.rules.subject import Subject

Facts = Mapping[str, Any]
RUNNERS = ("direct", "rete")
both_runners = pytest.mark.parametrize("run_with", RUNNERS)


@frozen
class Case:
    """One row: what a rule says of some facts."""

    subject: Subject
    rule_id: str
    status: Status
    given: Facts
    call: Call
    name: str

    def found(self, run_with: str) -> Status:
        """Return what a runner says."""
        judgement = judge([Instance(self.subject.kind, "it", self.given)], self.call, run_with)
        fired = [one.status for one in judgement.outcome.judged if one.rule.rule.id == self.rule_id]
        if fired:
            (status,) = fired
            return status
        (traced,) = [one.status for one in judgement.trace if one.rule_id == self.rule_id]
        return traced


class Table:
    """Cases of rules of one subject."""

    def __init__(
        self,
        subject: Subject,
        given: Facts,
        rules: Mapping[str, Mapping[str, Sequence[Facts]]],
        call: Call | None = None,
    ) -> None:
        call = call or get_call("r7")
        for rule_id in rules:
            if (kind := rule_base(call.id).find(rule_id).subject) != subject.kind:
                raise ValueError(f"{rule_id} judges a {kind}, not a {subject.kind}")
        self.cases = tuple(
            Case(
                subject,
                rule_id,
                Status(status),
                _flat(subject, {**given, **row}),
                call,
                f"{rule_id} {status}: {_shown(row)}",
            )
            for rule_id, rows in rules.items()
            for status, some in rows.items()
            for row in some
        )

    @property
    def each(self) -> pytest.MarkDecorator:
        """Run a test once for each case."""
        return pytest.mark.parametrize("case", self.cases, ids=[case.name for case in self.cases])


def _flat(subject: Subject, facts: Facts) -> Facts:
    if unknown := facts.keys() - {fact.name for fact in subject.given}:
        raise ValueError(f"{sorted(unknown)} are no given facts of {subject.kind}")
    given = subject.flatten(facts)
    if left_out := [fact.name for fact in subject.given if fact.always_known and given[fact.name] is None]:
        raise ValueError(f"{left_out} of {subject.kind} are always known; give them")
    return given


def _shown(row: Facts) -> str:
    facts = (f"{name}={value.value if isinstance(value, Enum) else value}" for name, value in row.items())
    return " ".join(facts) or "nothing more known"
