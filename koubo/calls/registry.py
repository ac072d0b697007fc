"""The calls that come with koubo: found by their folders, loaded on first use, kept."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from koubo.calls.model import Call
from koubo.calls.naming import unknown
from koubo.calls.reading import read_call
from koubo.errors import InputError


def get_call(call_id: str) -> Call:
    """Return a published call, e.g. ``get_call("r7")``.

    Raises:
        InputError: there is no such call; the known ids are listed and the likely right one is suggested.
    """
    known = _ids()
    if call_id not in known:
        raise InputError([unknown("call", call_id, known, "a call's id")])
    return _load(call_id)


def calls() -> tuple[Call, ...]:
    """Return all calls that come with koubo, sorted by id."""
    return tuple(_load(call_id) for call_id in _ids())


@cache
def _ids() -> tuple[str, ...]:
    folders = files("koubo.calls").iterdir()
    return tuple(sorted(folder.name for folder in folders if folder.joinpath("call.yaml").is_file()))


@cache
def _load(call_id: str) -> Call:
    return read_call(files("koubo.calls").joinpath(call_id))
