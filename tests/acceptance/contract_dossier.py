"""A clean dossier of one corporation with every fact that the eligibility of an applicant needs, and of two.

Written out in full, as an applicant would: the cases below change one fact of it.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import Any

import koubo
from koubo.models.corporate_number import check_digit

Tree = dict[str, Any]
Path = tuple[str | int, ...]


def number(body: str) -> str:
    """Return a corporate number from its twelve digits."""
    return f"{check_digit(body)}{body}"


def _member(name: str, corporate_number: str, people: tuple[str, str, str]) -> Tree:
    lead, information_manager, accounting_officer = people
    return {
        "id": name,
        "legal_form": "company",
        "established_in_japan": True,
        "has_structure_and_facilities": True,
        "corporate_number": corporate_number,
        "invoice": {"number": f"T{corporate_number}", "registered_from": "2023-10-01", "registered_to": None},
        "suspensions": [],
        "accepts_contract": True,
        "barred_by_cabinet_order": False,
        "antisocial_ties": False,
        "improper_conduct": False,
        "antisocial_subcontractors": False,
        "human_rights_effort": True,
        "capability": {"planning": True, "progress_management": True, "coordination": True, "proofreading": True},
        "track_record": [
            {
                "title": "DX推進計画の策定支援",
                "client": "宮城県",
                "public_office": True,
                "domestic": True,
                "role": "prime",
                "similar": True,
                "from": "2023-04-01",
                "to": "2024-03-31",
            }
        ],
        "lead": lead,
        "information_manager": information_manager,
        "accounting_officers": [accounting_officer],
    }


_MANAGER: Tree = {
    "id": "p1",
    "member": "acme",
    "roles": ["project_manager"],
    "employment": "regular",
    "lives_in_japan": True,
    "enough_time": True,
    "directed_comparable_project": True,
    "expected_to_leave": False,
    "prefectural_dx_experience": True,
    "related_experience": True,
    "domains": ["consulting"],
    "nationality_disclosed": True,
    "career_filed": True,
}
_SUPPORTER: Tree = {
    "id": "r1",
    "member": "acme",
    "roles": ["resident_supporter"],
    "employment": "regular",
    "related_experience": True,
    "postings": [
        {"proposal": "miyagi-2025", "place": "宮城県庁", "from": "2025-05-12", "to": "2026-03-13", "dedicated": True}
    ],
}
_CORRECT = {
    "found": False,
    "correction_requested": False,
    "correction_due": None,
    "corrected": None,
    "corrected_at": None,
}
ALONE: Tree = {
    "call": "r7",
    "contract": {"from": "2025-05-12", "to": "2026-03-13", "signed_on": "2025-05-12"},
    "applicant": {"representative": "acme", "members": [_member("acme", number("010001000001"), ("p1", "p2", "p3"))]},
    "staff": [
        _MANAGER,
        {"id": "p2", "member": "acme", "roles": ["information_manager"]},
        {"id": "p3", "member": "acme", "roles": ["accounting_officer"]},
        _SUPPORTER,
    ],
    "proposal": {
        "id": "miyagi-2025",
        "region": "miyagi",
        "contains_falsehood": False,
        "defect": _CORRECT,
        "support_items": ["coordination", "stakeholder", "issue_policy", "hr", "solution_plan", "solution_impl"],
    },
    "submission": {
        "documents": [
            {"kind": "proposal", "channel": "email", "received_at": "2025-03-27T17:30"},
            {"kind": "annex1", "channel": "email", "received_at": "2025-03-27T17:30"},
            *({"kind": f"annex{n}", "channel": "upload", "received_at": "2025-03-28T10:00"} for n in (2, 3, 4, 5)),
        ],
        "upload_address_requested_at": "2025-03-26T11:00",
        "one_mail_per_proposal": True,
    },
}
JOINT: Tree = {
    **ALONE,
    "applicant": {
        "representative": "acme",
        "consortium_agreement": "concluded",
        "consortium_agreement_on": "2025-05-01",
        "members": [
            *ALONE["applicant"]["members"],
            _member("beta", number("020002000002"), ("b1", "b2", "b3")),
        ],
        "general_information_manager": "p2",
        "general_accounting_officer": "p3",
        "invoice_oath": True,
    },
    "staff": [
        *ALONE["staff"],
        {"id": "b1", "member": "beta", "roles": ["member_lead"]},
        {"id": "b2", "member": "beta", "roles": ["information_manager"]},
        {"id": "b3", "member": "beta", "roles": ["accounting_officer"]},
    ],
}


def changed(tree: Tree, changes: Mapping[Path, object]) -> Tree:
    """Return a tree with some places changed; ``None`` makes a fact unknown."""
    made = copy.deepcopy(tree)
    for path, value in changes.items():
        place: Any = made
        for step in path[:-1]:
            place = place.setdefault(step, {}) if isinstance(place, dict) else place[step]
        place[path[-1]] = value
    return made


def dossier(tree: Tree, changes: Mapping[Path, object] | None = None) -> koubo.Dossier:
    """Return a tree as a dossier, with some places changed."""
    loaded = koubo.load(changed(tree, changes or {}))
    assert isinstance(loaded, koubo.Dossier)
    return loaded


def leaves(tree: Any, path: Path = ()) -> Iterator[Path]:
    """Yield the place of every fact; a list of ids or words is one fact."""
    steps = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for step, below in steps:
        if isinstance(below, dict) or (isinstance(below, list) and below and isinstance(below[0], dict)):
            yield from leaves(below, (*path, step))
        else:
            yield (*path, step)
