"""Every fact of a clean dossier left out, one at a time: none is forgotten, and none is asked for without need."""

from __future__ import annotations

from typing import Any

import pytest
from contract_dossier import ALONE, JOINT, Path, Tree, dossier, leaves

import koubo

# What may be left out of a clean dossier without leaving its eligibility open, and why.
_NAMES = {"title", "client", "place", "region", "support_items", "call"}  # they name things
_WARNINGS = {"expected_to_leave", "prefectural_dx_experience", "domains", "nationality_disclosed"}
_NEVER_OPEN = (
    _NAMES
    | _WARNINGS
    | {
        "corporate_number",  # tells people apart in several dossiers
        "registered_to",  # still running
        "career_filed",  # asked by the submission, of persons whose labour is charged
        "role",  # a record counts as prime contractor or not
        "found",  # a defect whose correction nobody asked for
        *("correction_requested", "correction_due", "corrected", "corrected_at"),  # of no defect
    }
)
_OF_A_CONSORTIUM = {"representative", "lead", "signed_on", "member"}  # asked of several corporations only
_ONE_IS_ENOUGH = {"capability", "track_record"}  # one member that has it will do


def _asked(tree: Tree) -> list[Path]:
    return [path for path in leaves(tree) if path[0] != "submission" and path[-1] not in {"id", "roles"}]


def _open(path: Path, *, joint: bool) -> bool:
    if path[-1] in _NEVER_OPEN or path[:3] == ("staff", 0, "related_experience"):
        return False
    if path[0] == "applicant" and path[1] == "members" and path[-1] in {"from", "to"}:
        return False  # of a record
    if not joint:
        return path[-1] not in _OF_A_CONSORTIUM
    # The supporter may come from any member.
    return not _ONE_IS_ENOUGH & set(path) and path != ("staff", 3, "member")


@pytest.mark.parametrize(("tree", "joint"), [(ALONE, False), (JOINT, True)], ids=["one corporation", "a consortium"])
def test_each_fact_left_out_leaves_open_what_asks_for_it_and_nothing_else(tree: Tree, joint: bool) -> None:
    told = {path: koubo.check_eligibility(dossier(tree, {path: None})).eligible for path in _asked(tree)}

    assert told == {path: None if _open(path, joint=joint) else True for path in told}
    assert len(told) > 40


@pytest.mark.parametrize("tree", [ALONE, JOINT], ids=["one corporation", "a consortium"])
def test_the_clean_dossier_breaks_nothing(tree: Tree) -> None:
    found = koubo.review(dossier(tree))

    assert (found.fileable, [one.rule_id for one in found.findings if one.effect.counts]) == (True, [])


PARTS: dict[str, tuple[Tree, Path, Any, bool | None]] = {
    "nothing of the contract": (ALONE, ("contract",), None, None),
    "nothing of the applicant": (ALONE, ("applicant",), None, None),
    "members not known": (JOINT, ("applicant", "members"), None, None),
    "staff not known": (ALONE, ("staff",), None, None),
    "nobody on the staff": (ALONE, ("staff",), [], False),
    "nothing of the proposal": (ALONE, ("proposal",), None, None),
    "nothing of a defect": (ALONE, ("proposal", "defect"), {}, None),
    "nothing of the submission": (ALONE, ("submission",), None, True),
}


@pytest.mark.parametrize(("tree", "path", "value", "eligible"), PARTS.values(), ids=PARTS)
def test_a_part_left_out_is_unknown_and_an_empty_list_is_none(
    tree: Tree, path: Path, value: Any, eligible: bool | None
) -> None:
    assert koubo.check_eligibility(dossier(tree, {path: value})).eligible is eligible
