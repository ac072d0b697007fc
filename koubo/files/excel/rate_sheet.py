"""The sheet of members and rates: each rate in one of its three forms."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from koubo.errors import Mistake
from koubo.files.broken import Broken
from koubo.files.excel.book import Fault, Sheet
from koubo.files.excel.budget_layout import STATEMENT, rate_columns
from koubo.files.excel.rows import EXAMPLE, Row, read_rows
from koubo.files.excel.spots import Spots
from koubo.files.excel.table import Table, find_table
from koubo.files.lenient import whole
from koubo.files.place import child, show
from koubo.models.rates import exact_decimal

PLACE: Final = "general_admin_rates"

_FORMS: Final = "one form of a rate: the own rate, the three figures that it follows from, or a separately set one"
_RATE: Final = "a rate from 0 to 1, such as 8.3% or 0.083"
_ID: Final = "an id of the corporation"


def read_rates(sheet: Sheet, spots: Spots, epoch: datetime, example: dict[str, Any]) -> dict[str, Any]:
    """Return the rates by member, for the plain tree; members without a rate are left out."""
    table = find_table(sheet, rate_columns(), (), spots)
    rates: dict[str, Any] = {}
    for row in read_rows(table, spots, epoch, {"member": EXAMPLE, **example}):
        member = row.values.get("member")
        at = table.where(row.number, "member")
        if isinstance(member, Fault):
            spots.refuse(at, member.found, member.expected)
        elif member is None:
            spots.refuse(at, "nothing", _ID)
        elif str(member) in rates:
            spots.refuse(at, f"{show(str(member))} a second time", "each corporation once")
        else:
            rate = _rate(table, row, child(PLACE, str(member)), spots)
            if rate is not None:
                rates[str(member)] = rate
    return rates


def _rate(table: Table, row: Row, place: str, spots: Spots) -> Any:
    facts = row.facts(table, place, spots)
    facts.pop("member", None)
    for key in ("own", "separately_set"):
        rate = exact_decimal(facts.get(key))
        if key in facts and (rate is None or not 0 <= rate <= 1):
            spots.fault(f"{place}.{key}", table.where(row.number, key), Fault(show(facts.pop(key)), _RATE))
    for key in STATEMENT:
        if key in facts:
            facts[key] = _yen(facts[key], f"{place}.{key}", spots)
    given = [key for key in row.values if key != "member"]
    forms = {"statement" if key in STATEMENT else key for key in given}
    if len(forms) > 1:
        spots.refuse(table.where(row.number, given[-1]), f"{len(forms)} forms of a rate", _FORMS)
        return None
    if forms != {"statement"}:
        return facts.get("own") or ({"separately_set": facts["separately_set"]} if facts else None)
    missing = [key for key in STATEMENT if key not in row.values]
    for key in missing:
        found = f"no {table.columns[key].title.ja} ({key})"
        spots.refuse(table.where(row.number, key), found, "all three figures that a rate follows from")
    return None if missing or None in facts.values() or len(facts) < len(STATEMENT) else facts


def _yen(value: object, place: str, spots: Spots) -> int | None:
    try:
        return whole(value)
    except Broken as error:
        mistake: Mistake = error.mistakes[0]
        spots.fault(place, spots.where(place), Fault(mistake.found, mistake.expected))
        return None
