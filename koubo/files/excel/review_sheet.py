"""The sheet of the reviews: one row for each candidate and reviewer, the reviewers in one order for all candidates."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from koubo.calls import Call
from koubo.files.excel.book import Fault, Sheet
from koubo.files.excel.round_layout import review_columns
from koubo.files.excel.rows import Row, read_rows
from koubo.files.excel.spots import Spots
from koubo.files.excel.table import Table, find_table
from koubo.files.place import child, show, suggestion

_NAMES: Final = ("candidate", "reviewer")


def read_reviews(sheet: Sheet, call: Call, candidates: list[dict[str, Any]], spots: Spots, epoch: datetime) -> None:
    """Add their reviewers' sheets to the candidates of the plain tree."""
    table = find_table(sheet, review_columns(call), (), spots)
    places = {str(candidate["id"]): number for number, candidate in enumerate(candidates) if "id" in candidate}
    reviews: dict[str, dict[str, Row]] = {}
    reviewers: dict[str, None] = {}
    for row in read_rows(table, spots, epoch):
        names = _names(table, row, places, spots)
        if names is None:
            continue
        candidate, reviewer = names
        reviewers[reviewer] = None
        if reviewer in reviews.setdefault(candidate, {}):
            found = f"{show(reviewer)} for {show(candidate)} a second time"
            spots.refuse(table.where(row.number, "reviewer"), found, "each reviewer once for a candidate")
        reviews[candidate].setdefault(reviewer, row)
    for candidate, rows in reviews.items():
        place = child(child("candidates", places[candidate]), "sheets")
        sheets: list[dict[str, Any]] = []
        for reviewer in reviewers:
            if reviewer in rows:
                sheets.append(_sheet(table, rows[reviewer], child(place, len(sheets)), spots))
            else:
                # The n-th sheet of every candidate is the same reviewer's, so none may be left out.
                first = next(iter(rows.values()))
                found = f"no grades of {show(reviewer)} for {show(candidate)}"
                spots.refuse(
                    table.where(first.number, "candidate"), found, "a row of every reviewer for each candidate"
                )
        spots.cells[place] = table.where(next(iter(rows.values())).number, "candidate")
        candidates[places[candidate]]["sheets"] = sheets


def _names(table: Table, row: Row, known: dict[str, int], spots: Spots) -> tuple[str, str] | None:
    """Return candidate and reviewer of a row; ``None`` where that is not clear."""
    names: list[str] = []
    for key in _NAMES:
        where, value = table.where(row.number, key), row.values.get(key)
        if isinstance(value, Fault):
            spots.refuse(where, value.found, value.expected)
        elif value is None:
            spots.refuse(where, "nothing", f"a {key}")
        elif key == "candidate" and str(value) not in known:
            near = suggestion(str(value), tuple(known))
            spots.refuse(where, show(value), f"a candidate of the list{near}")
        else:
            names.append(str(value))
    return (names[0], names[1]) if len(names) == len(_NAMES) else None


def _sheet(table: Table, row: Row, place: str, spots: Spots) -> dict[str, Any]:
    facts = row.facts(table, place, spots)
    return {key: value for key, value in facts.items() if key not in _NAMES}
