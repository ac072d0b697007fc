"""What the acceptance cases of budgets share: from plain facts to an audit, by either runner, through public names alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

import koubo

Line = dict[str, Any]
TERM = {"contract_from": "2025-05-12", "contract_to": "2026-03-13"}
APPROVED = {"consultation": "approved"}
LABOUR = {"category": "labour", "on_roster": True, "direct_work": True}
LABOUR_OPEN = {"category": "labour", "on_roster": True}
PRINTING = {"category": "printing"}
ADMIN = {"category": "general_admin"}
SUBCONTRACT = {"category": "subcontract", "essential_part": False, **APPROVED}

both_runners = pytest.mark.parametrize("run_with", ["direct", "rete"])


def audited(
    *lines: Line, dossier: Mapping[str, Any] | None = None, run_with: Any = None, call: Any = None, **facts: Any
) -> koubo.BudgetAudit:
    """Audit lines, numbered L1, L2 …, of 1,000 yen where they say nothing; alone or in a dossier."""
    numbered = [{"line_id": f"L{place}", "amount_yen": 1000, **line} for place, line in enumerate(lines, start=1)]
    loaded = koubo.load({**(dossier or {}), "budget": {"lines": numbered, **facts}})
    if isinstance(loaded, koubo.Budget):
        return koubo.audit_budget(loaded, run_with=run_with, call=call)
    assert isinstance(loaded, koubo.Dossier)
    assert loaded.budget is not None
    return koubo.audit_budget(loaded.budget, loaded, run_with=run_with, call=call)


def judged(line: koubo.LineAudit) -> tuple[str, int]:
    """Return the verdict of a line and its allowable amount; whatever the verdict, nothing gets lost."""
    amounts = (line.allowable_yen, line.pending_yen, line.disallowed_yen)
    assert sum(amounts) == line.line.amount_yen
    assert min(amounts) >= 0
    return line.verdict, line.allowable_yen


def read(source: Any, **rest: Any) -> object:
    """Load an input, and audit the budget of a dossier: some ids are held against each other only then."""
    loaded = koubo.load(source, **rest)
    if isinstance(loaded, koubo.Dossier) and loaded.budget is not None:
        koubo.audit_budget(loaded.budget, loaded)
    return loaded


def mistakes(source: Any, **rest: Any) -> list[str]:
    """Return the places of all mistakes of an input."""
    with pytest.raises(koubo.InputError) as caught:
        read(source, **rest)
    return [mistake.place for mistake in caught.value.mistakes]
