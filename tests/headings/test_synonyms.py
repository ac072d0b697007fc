"""The synonyms are read strictly: every mistake in the file is named with its place."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest
import yaml

from koubo.errors import InputError
from koubo.headings.lexicon import CANDIDATES
from koubo.headings.synonyms import read_synonyms, synonyms

ORIGINAL: dict[str, Any] = yaml.safe_load(files("koubo.headings").joinpath("synonyms.yaml").read_bytes())
Change = Callable[[dict[str, Any]], object]


def mistakes(change: Change) -> list[str]:
    tree = yaml.safe_load(yaml.safe_dump(ORIGINAL))
    change(tree)
    with pytest.raises(InputError) as caught:
        read_synonyms(yaml.safe_dump(tree, allow_unicode=True).encode())
    assert caught.value.source == "synonyms.yaml"
    return [f"{mistake.place}: {mistake.expected}" for mistake in caught.value.mistakes]


def add(kind: str, *names: str) -> Change:
    return lambda tree: tree["categories"][kind].append({"names": list(names)})


LABOUR = f"categories.labour[{len(ORIGINAL['categories']['labour'])}]"

CHANGES: list[tuple[Change, str]] = [
    (lambda tree: tree.pop("notes"), "notes: a list that is not empty"),
    (lambda tree: tree.update(extra=1), "extra: one of separators, closings"),
    (lambda tree: tree["categories"].pop("works"), "categories.works: a list that is not empty"),
    (lambda tree: tree["categories"].update(wages=[{"names": ["給金"]}]), "categories.wages: one of equipment"),
    (lambda tree: tree["categories"].update(labour="人件費"), "categories.labour: a list that is not empty"),
    (lambda tree: tree["categories"].update(labour=[]), "categories.labour: a list that is not empty"),
    (lambda tree: tree["categories"].update(labour=["人件費"]), "categories.labour[0]: a mapping with the keys names"),
    (
        lambda tree: tree["categories"]["labour"][0].update(nmes=["給金"]),
        "categories.labour[0].nmes: one of names, before, endings",
    ),
    (lambda tree: tree["categories"]["labour"][0].update(names=[5]), "categories.labour[0].names[0]: text"),
    (lambda tree: tree["categories"]["labour"][0].update(names=[" "]), "categories.labour[0].names[0]: text"),
    (lambda tree: tree["categories"]["labour"][0].update(before=[""]), "categories.labour[0].before[0]: text"),
    (
        lambda tree: tree["categories"]["labour"][0].update(endings="費"),
        "categories.labour[0].endings: a list that is not empty",
    ),
    (lambda tree: tree["ambiguous"][0].update(candidates=["wages"]), "ambiguous[0].candidates: some of equipment"),
    (
        lambda tree: tree["ambiguous"][0].update(candidates=["labour", "labour"]),
        "ambiguous[0].candidates: some of equipment",
    ),
    (lambda tree: tree["separators"].update(marks=["・"]), "separators.marks: text"),
    (lambda tree: tree["separators"]["words"].append("と"), "separators.words: a word whose last letter"),
    (add("labour", "旅費"), f"categories.travel[0]: each name once; it stands at {LABOUR} too"),
    (add("labour", "補助金"), "unrelated.tails: each name once; it stands at"),
    (add("labour", "社内手当等"), f"{LABOUR}: a name in its plain spelling"),
    (add("labour", "社内　手当"), f"{LABOUR}: a name in its plain spelling"),
    (add("labour", "社内ﾃ手当"), f"{LABOUR}: a name in its plain spelling"),
    (add("labour", "精査中"), f"{LABOUR}: a name in its plain spelling"),
    (add("labour", "旅費・交通費"), ": category, which its parts make it"),
    (add("labour", "補助金・交付金"), ": unrelated, which its parts make it"),
]


@pytest.mark.parametrize(("change", "expected"), CHANGES)
def test_a_mistake_is_named_with_its_place(change: Change, expected: str) -> None:
    assert any(mistake.startswith(expected) for mistake in mistakes(change))


def test_all_mistakes_are_named_at_once() -> None:
    def both(tree: dict[str, Any]) -> None:
        tree.pop("notes")
        tree["categories"]["labour"][0].update(names=[5], after=["x"])

    assert len(mistakes(both)) == 3


@pytest.mark.parametrize("data", [b"", b"[]", b"a: [", b"\xff", b"categories: {labour: 1, labour: 2}"])
def test_what_is_no_such_file_is_refused(data: bytes) -> None:
    with pytest.raises(InputError):
        read_synonyms(data)


def test_every_candidate_has_names() -> None:
    named = {sense.candidates[0] for sense in synonyms().names.values() if sense.definite}

    assert named == set(CANDIDATES)
