"""A submission without a flaw as a plain mapping, and how to change it."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from koubo.files.load import load
from koubo.models.dossier import Dossier
from koubo.rules.content import KEYS

IN_TIME = "2025-03-27T17:30"
FILED: dict[str, Any] = {
    "call": "r7",
    "staff": [
        {"id": "p1", "roles": ["project_manager"]},
        {"id": "r1", "roles": ["resident_supporter"]},
        {"id": "o1", "roles": ["other"], "career_filed": True},
    ],
    "proposal": {
        "id": "miyagi-2025",
        "region": "miyagi",
        "contains_falsehood": False,
        "defect": {"found": False},
        "support_items": ["coordination", "stakeholder", "issue_policy", "hr", "solution_plan"],
        "contents": dict.fromkeys(KEYS, "stated"),
        "uses_ict_equipment": True,
        "supply_chain_items": [{"name": "switch"}],
    },
    "submission": {
        "documents": [
            {"kind": "proposal", "channel": "email", "received_at": IN_TIME},
            {"kind": "annex1", "channel": "email", "received_at": IN_TIME},
            *({"kind": f"annex{n}", "channel": "upload", "received_at": IN_TIME} for n in (2, 3, 4, 5)),
        ],
        "upload_address_requested_at": "2025-03-26T11:00",
        "one_mail_per_proposal": True,
    },
    "budget": {
        "stage": "plan",
        "lines": [
            {"line_id": f"L{number}", "category": "labour", "amount_yen": 100, "person": person}
            for number, person in enumerate(("p1", "r1", "o1"), 1)
        ],
    },
}


def changed(tree: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return a tree with some values changed by their paths (``proposal/defect/found``); ``...`` leaves one out."""
    made: dict[str, Any] = copy.deepcopy(dict(tree))
    for path, value in changes.items():
        *above, last = path.split("/")
        node: Any = made
        for key in above:
            node = node[int(key)] if isinstance(node, list) else node.setdefault(key, {})
        place: Any = int(last) if isinstance(node, list) else last
        if value is ...:
            del node[place]
        elif isinstance(node, list) and place == len(node):
            node.append(value)
        else:
            node[place] = value
    return made


def filed(changes: Mapping[str, Any] | None = None) -> Dossier:
    """Return the flawless submission with some facts changed."""
    found = load(changed(FILED, changes or {}))
    assert isinstance(found, Dossier)
    return found
