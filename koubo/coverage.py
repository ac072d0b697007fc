"""``coverage``: clause by clause, what of a call is worked out here, by what, and what is left to people and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from attrs import frozen

from koubo.calls import Call
from koubo.calls.clauses import Clause, clauses
from koubo.engine.finding import Finding
from koubo.judging import as_call
from koubo.results import Shown
from koubo.rules.registry import rule_base
from koubo.text import Text


@frozen
class CoveredClause:
    """A clause with what cites it.

    Attributes:
        clause: the clause.
        rules: ids of the rules that cite it, in the order of the rule base.
        parameters: keys of the parameters that cite it.
        calendar: ids of the dates that cite it.
        scoring: ids of the criteria and gates that cite it.
    """

    clause: Clause
    rules: tuple[str, ...]
    parameters: tuple[str, ...]
    calendar: tuple[str, ...]
    scoring: tuple[str, ...]

    @property
    def id(self) -> str:
        """The call's own numbering."""
        return self.clause.id

    @property
    def title(self) -> Text:
        """What it is about."""
        return self.clause.title

    @property
    def covered(self) -> bool:
        """Whether anything works it out: rules, its own or those of a clause that it points to, data or verbs."""
        cited = (self.rules, self.parameters, self.calendar, self.scoring)
        return any((*cited, self.clause.see, self.clause.verbs))

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        reason, rest = self.clause.reason, self.clause.rest
        return {
            "clause": self.id,
            "title": self.title.to_dict(),
            "rules": list(self.rules),
            "see": list(self.clause.see),
            "parameters": list(self.parameters),
            "calendar": list(self.calendar),
            "scoring": list(self.scoring),
            "verbs": list(self.clause.verbs),
            "reason": None if reason is None else reason.to_dict(),
            "rest": None if rest is None else rest.to_dict(),
        }


@frozen(eq=False)
class Coverage(Shown):
    """The clauses of a call, in its order, each with what covers it.

    Attributes:
        call: id of the call.
        clauses: every clause.
        unlisted: clauses that something cites and that the table does not have; none, or the table is not whole.
    """

    call: str
    clauses: tuple[CoveredClause, ...]
    unlisted: tuple[str, ...]

    @property
    def open(self) -> tuple[CoveredClause, ...]:
        """The clauses that nothing covers and for which no reason is given; none, or the table is not whole."""
        return tuple(one for one in self.clauses if not one.covered and one.clause.reason is None)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Nothing: the table judges nobody."""
        return ()

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return {
            "call": self.call,
            "counts": {
                "clauses": len(self.clauses),
                "with_rules": sum(bool(one.rules) for one in self.clauses),
                "covered": sum(one.covered for one in self.clauses),
                "with_reason": sum(one.clause.reason is not None for one in self.clauses),
            },
            "clauses": [one.to_dict() for one in self.clauses],
            "unlisted": list(self.unlisted),
            "findings": [],
        }


def coverage(call: Call | str | None = None) -> Coverage:
    """Return what of a call is covered, clause by clause; ``r7`` where none is named.

    Raises:
        InputError: if there is no such call.
    """
    asked = as_call(call)
    rules = _by_clause((rule.clause, rule.id) for rule in rule_base(asked.id).rules)
    parameters = _by_clause((one.clause, key) for key, one in asked.parameters.items())
    calendar = _by_clause((entry.clause, entry.id) for entry in asked.calendar)
    criteria = ((one.clause, one.id) for one in asked.criteria)
    scoring = _by_clause((*criteria, *((one.clause, one.id) for one in asked.gates)))
    table = clauses(asked.id)
    rows = tuple(
        CoveredClause(
            clause,
            rules.get(clause.id, ()),
            parameters.get(clause.id, ()),
            calendar.get(clause.id, ()),
            scoring.get(clause.id, ()),
        )
        for clause in table
    )
    cited = dict.fromkeys([*rules, *parameters, *calendar, *scoring])
    listed = {clause.id for clause in table}
    return Coverage(asked.id, rows, tuple(one for one in cited if one not in listed))


def _by_clause(cited: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for clause, name in cited:
        found[clause].append(name)
    return {clause: tuple(names) for clause, names in found.items()}
