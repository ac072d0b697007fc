"""Laws of ``check_eligibility`` that hold for any dossier."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from eligible_dossiers import Tree, alone, consortium
from hypothesis import given
from hypothesis import strategies as st

from koubo.eligibility import check_eligibility
from koubo.files.structure import structure
from koubo.models.dossier import Dossier

Path = tuple[str | int, ...]

# Left out, these do not become unknown: an end is then running, and with fewer members fewer things are asked.
_OTHERWISE = {"registered_to", "suspensions", "members", "id", "roles"}


def leaves(tree: Any, path: Path = ()) -> Iterator[Path]:
    """Yield the place of every fact of a tree that is not a mapping or list itself."""
    steps = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for step, below in steps:
        if isinstance(below, dict | list) and below:
            yield from leaves(below, (*path, step))
        else:
            yield (*path, step)


def put(tree: Tree, path: Path, value: object) -> None:
    place: Any = tree
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value


@st.composite
def dossiers(draw: st.DrawFn) -> Tree:
    """A clean tree with some flags turned round."""
    tree = copy.deepcopy(draw(st.sampled_from([alone(), consortium()])))
    flags = [path for path in leaves(tree) if isinstance(_at(tree, path), bool)]
    for path in draw(st.lists(st.sampled_from(flags), max_size=2, unique=True)):
        put(tree, path, not _at(tree, path))
    return tree


def _at(tree: Tree, path: Path) -> Any:
    place: Any = tree
    for step in path:
        place = place[step]
    return place


def eligible(tree: Tree) -> bool | None:
    return check_eligibility(structure(tree, Dossier), run_with="direct").eligible


@given(dossiers(), st.data())
def test_a_fact_left_out_may_leave_it_open_but_never_turns_it_round(tree: Tree, data: st.DataObject) -> None:
    facts = [path for path in leaves(tree) if not _OTHERWISE & set(path) and not isinstance(path[-1], int)]
    path = data.draw(st.sampled_from(facts))
    less = copy.deepcopy(tree)
    put(less, path, None)

    assert eligible(less) in {eligible(tree), None}


@given(dossiers())
def test_the_verdict_is_what_the_findings_say(tree: Tree) -> None:
    report = check_eligibility(structure(tree, Dossier), run_with="direct")

    against, unsure = any(one.against for one in report.findings), any(one.open for one in report.findings)

    assert report.eligible is (False if against else None if unsure else True)
    assert all(one.status in {"violated", "undetermined"} for one in report.findings)
    assert [one.to_dict() for one in report.findings] == [
        one.to_dict() for one in report.trace if one.status in {"violated", "undetermined"}
    ]


@given(dossiers())
def test_both_runners_agree(tree: Tree) -> None:
    given_dossier = structure(tree, Dossier)

    direct = check_eligibility(given_dossier, run_with="direct")
    rete = check_eligibility(given_dossier, run_with="rete")

    assert direct.to_dict() == rete.to_dict()


@given(dossiers())
def test_a_dossier_in_a_list_of_one_is_judged_as_on_its_own(tree: Tree) -> None:
    given_dossier = structure(tree, Dossier)

    (report,) = check_eligibility([given_dossier], run_with="direct")

    assert report.to_dict() == check_eligibility(given_dossier, run_with="direct").to_dict()
