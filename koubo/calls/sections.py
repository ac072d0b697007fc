"""The sections of a call's data, each read into its nouns; ids are unique and resolve."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final, cast

from koubo.calls.entries import CalendarEntry, Criterion, Gate, Precision, Reading
from koubo.calls.frozen import Table
from koubo.calls.mails import GAPS, Mail
from koubo.calls.naming import short, unknown
from koubo.calls.node import Node
from koubo.calls.parameter import UNITS, Parameter
from koubo.calls.region import Level, Prefecture, Region, SupportItem, Wish
from koubo.calls.values import EXPECTED, KINDS, Kind, read_value
from koubo.errors import InputError, Mistake

_GRADES: Final = ("S", "A", "B", "C", "D")
_LEVELS: Final = ("full", "partial", "none")
_PRECISIONS: Final = ("exact", "planned", "about")
_MONTH: Final = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


def read_parameters(root: Node, default_since: Node, readings: Iterable[Reading]) -> Table[str, Parameter]:
    """Return the parameters by key; ``default_since`` holds for those that state no date of their own."""
    settable = {key: reading.id for reading in readings for key in reading.settable}
    parameters = {key: _parameter(key, node, default_since, settable.get(key)) for key, node in root.items().items()}
    for key, parameter in parameters.items():
        upper = parameter.not_above
        if upper is not None and upper not in parameters:
            root.mistakes.append(unknown(f"{root.place}.{key}.not_above", upper, parameters, "a parameter"))
    for key, reading in settable.items():
        if key not in parameters:
            root.mistakes.append(unknown(f"readings.{reading}.settable", key, parameters, "a parameter"))
    return Table(parameters)


def _parameter(key: str, node: Node, default_since: Node, reading: str | None) -> Parameter:
    found = node.fields(("value", "unit", "clause", "title"), ("kind", "choices", "since", "most", "not_above"))
    unit = found["unit"].known(tuple(UNITS), "a unit")
    kind = _kind(found, UNITS[unit].kind if unit in UNITS else None)
    choices = {name: choice.words() for name, choice in found["choices"].items().items()} if "choices" in found else {}
    if (kind == "text") != bool(choices):
        node.mistakes.append(Mistake(node.place, f"kind {kind}", "choices for a text, and for nothing else"))
    since = found.get("since", default_since)
    since_day = read_value("date", since.raw())
    if not isinstance(since_day, date):
        since.mistakes.append(Mistake(since.place, short(since.raw()), EXPECTED["date"]))
        since_day = date.min
    blank = Parameter(
        key=key,
        kind=kind,
        unit=unit,
        value=0,
        published=0,
        clause=found["clause"].text(),
        since=since_day,
        title=found["title"].words(),
        choices=Table(choices),
        most=found["most"].whole() if "most" in found else None,
        not_above=found["not_above"].text() if "not_above" in found else None,
        reading=reading,
    )
    try:
        return blank.published_as(found["value"].raw())
    except InputError as error:
        node.mistakes.extend(Mistake(found["value"].place, m.found, m.expected) for m in error.mistakes)
        return blank


def _kind(found: dict[str, Node], kind_of_unit: Kind | None) -> Kind:
    if "kind" not in found:
        if kind_of_unit is None:
            found["unit"].mistakes.append(Mistake(found["unit"].place, "no kind", f"a kind: {', '.join(KINDS)}"))
        return kind_of_unit or "text"
    stated = found["kind"].known(KINDS, "a kind")
    if kind_of_unit is not None:
        found["kind"].mistakes.append(
            Mistake(found["kind"].place, stated, f"no kind beside this unit ({kind_of_unit})")
        )
    return stated if stated in KINDS else "text"


def read_prefectures(root: Node) -> tuple[Prefecture, ...]:
    """Return the prefectures in the order of their codes."""
    prefectures = tuple(_prefecture(node) for node in root.entries())
    _unique(root, [prefecture.code for prefecture in prefectures])
    return prefectures


def _prefecture(node: Node) -> Prefecture:
    found = node.fields(("code", "ja", "en", "municipalities"), ("special_wards",))
    prefecture = Prefecture(
        code=found["code"].text(),
        name_ja=found["ja"].text(),
        name_en=found["en"].text(),
        municipalities=found["municipalities"].whole(),
        special_wards=found["special_wards"].whole() if "special_wards" in found else 0,
    )
    if prefecture.special_wards > prefecture.municipalities:
        expected = f"at most the {prefecture.municipalities} municipalities"
        node.mistakes.append(Mistake(f"{node.place}.special_wards", str(prefecture.special_wards), expected))
    return prefecture


def read_support_items(root: Node) -> tuple[SupportItem, ...]:
    """Return the kinds of support that a region may wish for."""
    items = []
    for node in root.entries():
        found = node.fields(("id", "clause", "title", "compulsory"))
        clause, title = found["clause"].text(), found["title"].words()
        items.append(SupportItem(found["id"].text(), clause, title, found["compulsory"].flag()))
    _unique(root, [item.id for item in items])
    return tuple(items)


def read_regions(root: Node, prefectures: Iterable[Prefecture], items: Iterable[SupportItem]) -> tuple[Region, ...]:
    """Return the support regions; each lies in a known prefecture and states a wish for every item."""
    by_code = {prefecture.code: prefecture for prefecture in prefectures}
    names = tuple(item.id for item in items)
    regions = tuple(_region(node, by_code, names) for node in root.entries())
    _unique(root, [region.id for region in regions])
    _unique(root, [region.annex for region in regions])
    return regions


def _region(node: Node, prefectures: dict[str, Prefecture], items: tuple[str, ...]) -> Region:
    found = node.fields(
        ("id", "annex", "prefecture_code", "municipalities", "other_bodies", "previously_selected", "wishes")
    )
    code = found["prefecture_code"].known(tuple(prefectures), "a prefecture's code")
    prefecture = prefectures.get(code, Prefecture(code, "", "", 0, 0))
    municipalities = found["municipalities"].texts()
    if len(municipalities) > prefecture.municipalities:
        expected = f"at most the {prefecture.municipalities} of the prefecture"
        node.mistakes.append(Mistake(f"{node.place}.municipalities", str(len(municipalities)), expected))
    wishes = {
        item: Wish(item, cast("Level", wish.known(_LEVELS, "a level")))
        for item, wish in found["wishes"].fields(items).items()
    }
    return Region(
        id=found["id"].text(),
        annex=found["annex"].text(),
        prefecture=prefecture.name_ja,
        prefecture_en=prefecture.name_en,
        prefecture_code=code,
        municipalities=municipalities,
        other_bodies=found["other_bodies"].texts(),
        previously_selected=found["previously_selected"].flag(),
        wishes=Table(wishes),
    )


def read_criteria(root: Node) -> tuple[Criterion, ...]:
    """Return the criteria in the order of the score table; a better grade never gives fewer points."""
    criteria = []
    for node in root.entries():
        found = node.fields(("id", "clause", "title", "points"))
        points = {grade: value.whole() for grade, value in found["points"].fields(_GRADES).items()}
        if list(points.values()) != sorted(points.values(), reverse=True):
            node.mistakes.append(Mistake(f"{node.place}.points", str(points), "points that fall from S to D"))
        clause, title = found["clause"].text(), found["title"].words()
        criteria.append(Criterion(found["id"].text(), clause, title, Table(points)))
    _unique(root, [criterion.id for criterion in criteria])
    return tuple(criteria)


def read_gates(root: Node) -> tuple[Gate, ...]:
    """Return the requirements that disqualify where they are not met."""
    gates = []
    for node in root.entries():
        found = node.fields(("id", "clause", "title"))
        gates.append(Gate(found["id"].text(), found["clause"].text(), found["title"].words()))
    _unique(root, [gate.id for gate in gates])
    return tuple(gates)


def read_calendar(root: Node, parameters: Mapping[str, Parameter]) -> tuple[CalendarEntry, ...]:
    """Return the calendar; each end names a date parameter or states a month."""
    entries = []
    for node in root.entries():
        found = node.fields(("id", "clause", "label", "precision"), ("from", "until"))
        if not {"from", "until"} & set(found):
            node.mistakes.append(Mistake(node.place, "no end", "from, until or both"))
        start, until = (_end(found[end], parameters) if end in found else "" for end in ("from", "until"))
        start_key, until_key = (end if end in parameters else None for end in (start, until))
        entry = CalendarEntry(
            id=found["id"].text(),
            clause=found["clause"].text(),
            label=found["label"].words(),
            start=start or None,
            until=until or None,
            precision=cast("Precision", found["precision"].known(_PRECISIONS, "a precision")),
            start_key=start_key,
            until_key=until_key,
        )
        entries.append(entry.filled(parameters))
    _unique(root, [entry.id for entry in entries])
    return tuple(entries)


def _end(node: Node, parameters: Mapping[str, Parameter]) -> str:
    found = node.text()
    if _MONTH.fullmatch(found):
        return found
    if found and not (found in parameters and parameters[found].kind in {"date", "moment"}):
        dates = [key for key, parameter in parameters.items() if parameter.kind in {"date", "moment"}]
        node.mistakes.append(unknown(node.place, found, dates, "a month such as 2026-03 or a date parameter"))
        return ""
    return found


def read_mails(root: Node) -> tuple[Mail, ...]:
    """Return the mails; each subject line has a gap for the company and, after it, one for the prefecture."""
    mails = []
    for node in root.entries():
        found = node.fields(("id", "clause", "label", "subject"))
        subject = found["subject"].text()
        if re.findall(r"\{[^}]*\}", subject) != list(GAPS):
            node.mistakes.append(Mistake(found["subject"].place, repr(subject), f"the gaps {' and '.join(GAPS)}"))
        mails.append(Mail(found["id"].text(), found["clause"].text(), found["label"].words(), subject))
    _unique(root, [mail.id for mail in mails])
    return tuple(mails)


def read_readings(root: Node) -> tuple[Reading, ...]:
    """Return the readings of unclear text."""
    readings = []
    for node in root.entries():
        found = node.fields(("id", "clauses", "question", "taken"), ("settable",))
        reading = Reading(
            id=found["id"].text(),
            clauses=found["clauses"].texts(),
            question=found["question"].words(),
            taken=found["taken"].words(),
            settable=found["settable"].texts() if "settable" in found else (),
        )
        if not reading.clauses:
            node.mistakes.append(Mistake(f"{node.place}.clauses", "none", "one clause or more"))
        readings.append(reading)
    _unique(root, [reading.id for reading in readings])
    return tuple(readings)


def _unique(root: Node, ids: list[str]) -> None:
    for index, name in enumerate(ids):
        if name and name in ids[:index]:
            root.mistakes.append(Mistake(f"{root.place}[{index}]", f"{name!r} twice", "each once"))
