"""The strict loader of a call's data: what is not exactly as it should be is refused, with its place."""

from __future__ import annotations

from importlib.resources.abc import Traversable
from typing import Final

from koubo.calls.model import Call
from koubo.calls.node import Node, parse
from koubo.calls.parameter import disordered
from koubo.calls.sections import (
    read_calendar,
    read_criteria,
    read_gates,
    read_mails,
    read_parameters,
    read_prefectures,
    read_readings,
    read_regions,
    read_support_items,
)
from koubo.errors import InputError, Mistake

FILES: Final = ("call", "parameters", "regions", "prefectures", "scoring", "calendar", "mails", "readings")


def read_call(folder: Traversable) -> Call:
    """Return the call whose data lie in a folder.

    Raises:
        InputError: unknown, missing or doubled keys, values of the wrong type, ids that do not resolve; all
            mistakes at once, each with its place such as ``parameters.travel.min_one_way_km.value``.
    """
    mistakes: list[Mistake] = []
    roots = {name: _root(folder, name, mistakes) for name in FILES}
    call = _assemble(roots)
    if not mistakes:
        mistakes.extend(disordered(call.parameters))
    if mistakes:
        raise InputError(mistakes, str(folder))
    return call


def _root(folder: Traversable, name: str, mistakes: list[Mistake]) -> Node:
    try:
        text = folder.joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError([Mistake(name, str(error), f"a file {name}.yaml in UTF-8")], str(folder)) from error
    return parse(text, name, mistakes)


def _assemble(roots: dict[str, Node]) -> Call:
    head = roots["call"].fields(("id", "title", "fiscal_year", "since"))
    regions = roots["regions"].fields(("support_items", "regions"))
    scoring = roots["scoring"].fields(("criteria", "gates"))
    readings = read_readings(roots["readings"])
    parameters = read_parameters(roots["parameters"], head["since"], readings)
    prefectures = read_prefectures(roots["prefectures"])
    items = read_support_items(regions["support_items"])
    return Call(
        id=head["id"].text(),
        title=head["title"].words(),
        fiscal_year=head["fiscal_year"].whole(),
        parameters=parameters,
        support_items=items,
        regions=read_regions(regions["regions"], prefectures, items),
        prefectures=prefectures,
        criteria=read_criteria(scoring["criteria"]),
        gates=read_gates(scoring["gates"]),
        calendar=read_calendar(roots["calendar"], parameters),
        mails=read_mails(roots["mails"]),
        readings=readings,
    )
