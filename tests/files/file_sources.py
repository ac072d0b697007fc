"""Sample files and mappings, for the tests of loading."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from koubo.calls import get_call
from koubo.errors import InputError
from koubo.files.load import load
from koubo.models.expense import Budget, ExpenseCategory, ExpenseLine

LINE = {"line_id": "L1", "category": "travel", "amount_yen": 1000}
BUDGET = Budget(lines=(ExpenseLine(line_id="L1", category=ExpenseCategory.TRAVEL, amount_yen=1000),))
CSV = "line_id,category,amount_yen\nL1,travel,1000\n"


CANDIDATE = {
    "id": "a",
    "region": "miyagi",
    "estimate_with_tax_yen": 11_000_000,
    "grades": {criterion.id: "A" for criterion in get_call("r7").criteria},
    "gates": {"security": True, "budget": None},
}
DOSSIER = """\
call: r7
contract: {from: 2025-05-12, to: 2026-03-13}
applicant:
  representative: first
  members:
    - id: first
      legal_form: company
      lead: p1
      information_manager: false
    - id: second
      invoice: false
      suspensions: []
  shareholdings:
    - {owner: first, owned: print, percent: "66.66"}
    - {owner: second, owned: print, percent: "100/3"}
staff:
  - {id: p1, member: first, roles: [project_manager], employment: regular}
submission:
  documents:
    - {kind: proposal, channel: email, received_at: 2025-03-27T17:30}
    - {kind: annex2, channel: upload, received_at: 2025-03-28}
budget:
  lines:
    - {line_id: L1, category: travel, amount_yen: 1000}
"""


def mistakes(source: Any, **rest: Any) -> list[tuple[str, str, str]]:
    with pytest.raises(InputError) as error:
        load(source, **rest)
    return [(mistake.place, mistake.found, mistake.expected) for mistake in error.value.mistakes]


def written(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path
