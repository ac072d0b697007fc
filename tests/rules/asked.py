"""Rows for the two commonest shapes of a duty: something is (not) the case, and something is done by a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

Rows = dict[str, list[Mapping[str, Any]]]

EARLY, LIMIT, LATE = date(2025, 6, 9), date(2025, 6, 10), date(2025, 6, 11)


def asked(fact: str, when: Mapping[str, Any] | None = None, *, never: bool = False) -> Rows:
    """A fact that has to be true, or must ``never`` be, always or ``when`` some true facts apply."""
    when = when or {}
    rows: Rows = {
        "satisfied": [{**when, fact: not never}],
        "violated": [{**when, fact: never}],
        "undetermined": [dict(when), {}],
    }
    if when:
        rows["undetermined"].append({fact: never})
        rows["not_applicable"] = [{**when, condition: False, fact: never} for condition in when]
    return rows


def by(fact: str, limit: str, when: Mapping[str, Any] | None = None) -> Rows:
    """A day that has to be no later than another one, always or ``when`` some true facts apply."""
    when = when or {}
    rows: Rows = {
        "satisfied": [{**when, fact: EARLY, limit: LIMIT}, {**when, fact: LIMIT, limit: LIMIT}],
        "violated": [{**when, fact: LATE, limit: LIMIT}],
        "undetermined": [{**when, fact: LATE}, {**when, limit: LIMIT}, {}],
    }
    if when:
        rows["not_applicable"] = [{**when, condition: False, fact: LATE, limit: LIMIT} for condition in when]
    return rows


def nothing_in(fact: str, something: str, when: Mapping[str, Any] | None = None) -> Rows:
    """A list of what is lacking, or of what should not be, that has to be empty."""
    when = when or {}
    rows: Rows = {
        "satisfied": [{**when, fact: ""}],
        "violated": [{**when, fact: something}],
        "undetermined": [dict(when), {}],
    }
    if when:
        rows["not_applicable"] = [{**when, condition: False, fact: something} for condition in when]
    return rows


def of_kind(rows: Rows, kind: Mapping[str, Any], other: Mapping[str, Any]) -> Rows:
    """The same rows for one kind, none of which applies to another kind."""
    found: Rows = {status: [{**kind, **row} for row in some] for status, some in rows.items()}
    found["undetermined"].append(dict(rows["violated"][0]))
    found.setdefault("not_applicable", []).extend({**row, **other} for row in rows["violated"])
    return found
