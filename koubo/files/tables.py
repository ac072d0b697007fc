"""Sheets and rounds in CSV files: one row for each sheet, the candidate's own facts on its first row."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from koubo.calls import get_call
from koubo.errors import InputError, Mistake
from koubo.files.csv_reader import read_csv
from koubo.files.document import Document
from koubo.files.lenient import clean
from koubo.files.place import child
from koubo.files.structure import structure
from koubo.files.text import read_bytes
from koubo.models.selection import SelectionRound

_OWN = ("region", "estimate_with_tax_yen", "eligible")
_LABELS = {
    "id": "候補",
    "region": "支援地域候補",
    "estimate_with_tax_yen": "見積経費（税込）",
    "eligible": "応募資格等",
}


def read_round_csv(path: Path, rest: Mapping[str, Any], call_id: str = "r7") -> SelectionRound:
    """Read a selection round: a row for each candidate, or several with the same id for several reviewers.

    Columns are ``id``, ``region``, ``estimate_with_tax_yen``, ``eligible``, the ids of the gates and of the criteria.
    The candidate's own facts stand on its first row and need not be repeated.

    Raises:
        InputError: with all mistakes, each with its row.
    """
    call = get_call(call_id)
    criteria = [criterion.id for criterion in call.criteria]
    gates = [gate.id for gate in call.gates]
    columns = {name: name for name in ("id", *_OWN, *gates, *criteria)} | {ja: name for name, ja in _LABELS.items()}
    document = read_csv(read_bytes(path), columns, ("id", "region", "estimate_with_tax_yen"))
    candidates: dict[str, dict[str, Any]] = {}
    places: dict[str, str] = {}
    mistakes = list(document.mistakes)
    for number, row in enumerate(document.tree["lines"]):
        if row is None:
            continue
        place = child("lines", number)
        name = row.get("id")
        if not name:
            mistakes.append(Mistake(child(place, "id"), "nothing", "the id of the candidate"))
            continue
        found = candidates.setdefault(clean(name), {"id": name, "sheets": [], "gates": {}})
        places.setdefault(f"candidates[{list(candidates).index(clean(name))}]", place)
        own = {key: row[key] for key in _OWN if key in row}
        own_gates = {gate: row[gate] for gate in gates if gate in row}
        mistakes += [
            Mistake(child(place, key), repr(value), f"{stood[key]!r}, as on the first row of {name!r}")
            for new, stood in ((own, found), (own_gates, found["gates"]))
            for key, value in new.items()
            if key in stood and stood[key] != value
        ]
        found.update(own)
        found["gates"].update(own_gates)
        sheet = {criterion: clean(row[criterion]).upper() for criterion in criteria if criterion in row}
        if sheet:
            found["sheets"].append(sheet)
    tree = {"candidates": list(candidates.values()), **rest}
    return _structured(tree, Document(tree, document.lines, tuple(mistakes)), places, str(path))


def _structured(tree: Any, document: Document, places: Mapping[str, str], source: str) -> SelectionRound:
    try:
        round_ = structure(tree, SelectionRound, lenient_text=True)
    except InputError as error:
        moved = [_moved(mistake, places) for mistake in error.mistakes]
        raise InputError(document.merged(moved), source) from None
    if document.mistakes:
        raise InputError(document.merged(()), source)
    return round_


def _moved(mistake: Mistake, places: Mapping[str, str]) -> Mistake:
    """Return a mistake at the row that it stems from."""
    head, dot, rest = mistake.place.partition(".")
    return Mistake(f"{places.get(head, head)}{dot}{rest}", mistake.found, mistake.expected)
