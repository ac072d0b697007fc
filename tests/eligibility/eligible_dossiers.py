"""Clean dossiers as plain trees, and how a test changes one thing in them.

dossier(consortium(), {"applicant.members[1].lead": False})      # nobody
dossier(alone(), {"staff[0].employment": None})                  # left out
"""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from typing import Any

from koubo.files.structure import structure
from koubo.models.corporate_number import check_digit
from koubo.models.dossier import Dossier

Tree = dict[str, Any]
TERM = {"from": "2025-05-12", "to": "2026-03-13"}
_STEP = re.compile(r"(\w+)|\[(\d+)\]")


def number(place: int) -> str:
    """Return a corporate number that nobody has."""
    body = f"9999{place:08d}"
    return f"{check_digit(body)}{body}"


def member(name: str, place: int) -> Tree:
    """Return a member that breaks nothing."""
    return {
        "id": name,
        "legal_form": "company",
        "established_in_japan": True,
        "has_structure_and_facilities": True,
        "corporate_number": number(place),
        "invoice": {"number": f"T{number(place)}", "registered_from": "2023-10-01", "registered_to": None},
        "suspensions": [],
        "accepts_contract": True,
        "barred_by_cabinet_order": False,
        "antisocial_ties": False,
        "improper_conduct": False,
        "antisocial_subcontractors": False,
        "human_rights_effort": True,
        "capability": {"planning": True, "progress_management": True, "coordination": True, "proofreading": True},
        "track_record": [{"public_office": True, "domestic": True, "role": "prime", "similar": True}],
        "lead": f"{name}-lead",
        "information_manager": f"{name}-info",
        "accounting_officers": [f"{name}-accounts"],
    }


def posting(proposal: str = "p-1", **facts: Any) -> Tree:
    """Return a posting over the whole term, works on this alone."""
    return {"proposal": proposal, "place": "宮城県庁", **TERM, "dedicated": True, **facts}


def alone() -> Tree:
    """Return the tree of one corporation that qualifies: a manager, a supporter, and the posts it has to fill."""
    return {
        "contract": {**TERM, "signed_on": "2025-05-12"},
        "applicant": {"members": [member("acme", 1)]},
        "staff": [
            {
                "id": "manager",
                "member": "acme",
                "roles": ["project_manager"],
                "employment": "regular",
                "lives_in_japan": True,
                "enough_time": True,
                "directed_comparable_project": True,
            },
            {
                "id": "supporter",
                "member": "acme",
                "roles": ["resident_supporter"],
                "employment": "regular",
                "related_experience": True,
                "postings": [posting()],
            },
        ],
        "proposal": {"id": "p-1", "contains_falsehood": False, "defect": {"found": False}},
    }


def consortium() -> Tree:
    """Return the tree of a consortium of two that qualifies, led by ``acme``."""
    tree = alone()
    tree["applicant"] |= {
        "members": [member("acme", 1), member("beta", 2)],
        "representative": "acme",
        "consortium_agreement": "concluded",
        "consortium_agreement_on": "2025-05-01",
        "general_information_manager": "acme-info",
        "general_accounting_officer": "acme-accounts",
        "invoice_oath": True,
    }
    return tree


def dossier(tree: Tree, changes: Mapping[str, Any] | None = None) -> Dossier:
    """Return a tree as a dossier, with some places changed; ``None`` makes a fact unknown."""
    changed = copy.deepcopy(tree)
    for path, value in (changes or {}).items():
        *way, last = [key or int(index) for key, index in _STEP.findall(path)]
        place: Any = changed
        for step in way:
            place = place.setdefault(step, {}) if isinstance(place, dict) else place[step]
        place[last] = value
    return structure(changed, Dossier)
