"""The clauses of a call: what each is about, and who judges what no rule can."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

from attrs import frozen

from koubo.calls.node import Node, parse
from koubo.errors import InputError, Mistake
from koubo.text import Text


@frozen
class Clause:
    """A clause of a call.

    Attributes:
        id: the call's own numbering, such as ``VI.2.(4)``.
        title: what it is about.
        see: the clauses whose rules cover it.
        verbs: what works it out beside rules.
        reason: why no program can judge it, and who does; ``None`` where something covers it.
        rest: what people still judge where rules cover a part; ``None`` where nothing is left.
    """

    id: str
    title: Text
    see: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    reason: Text | None = None
    rest: Text | None = None


@cache
def clauses(call_id: str) -> tuple[Clause, ...]:
    """Return the clauses of a published call, in its order.

    Raises:
        InputError: the data are not as they should be; all mistakes at once, each with its place.
    """
    mistakes: list[Mistake] = []
    text = files("koubo.calls").joinpath(call_id, f"{_FILE}.yaml").read_text(encoding="utf-8")
    found = tuple(_clause(name, node) for name, node in parse(text, _FILE, mistakes).items().items())
    known = {clause.id for clause in found}
    mistakes.extend(
        Mistake(f"{_FILE}.{clause.id}.see", name, "another clause of the call")
        for clause in found
        for name in clause.see
        if name not in known or name == clause.id
    )
    if mistakes:
        raise InputError(mistakes, call_id)
    return found


_FILE: Final = "clauses"


def _clause(name: str, node: Node) -> Clause:
    told = node.fields(("title",), ("see", "verbs", "reason", "rest"))
    return Clause(
        id=name,
        title=told["title"].words(),
        see=told["see"].texts() if "see" in told else (),
        verbs=told["verbs"].texts() if "verbs" in told else (),
        reason=told["reason"].words() if "reason" in told else None,
        rest=told["rest"].words() if "rest" in told else None,
    )
