"""What a runner is given and what it gives back: plain data, the same from every runner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from attrs import frozen

from koubo.engine.bound import BoundBase, BoundRule
from koubo.engine.direct import Facts
from koubo.rules.language import Value
from koubo.rules.rule import Status


@frozen(eq=False)
class Instance:
    """One subject of a run.

    Attributes:
        kind: its kind.
        name: the name under which it is reported, such as ``budget.lines[L3]``.
        given: its given facts; ``None`` for one that is not judged and only gathers conclusions.
        parent: the place of its parent in the same run.
        drawn: conclusions that an earlier run drew on it.
    """

    kind: str
    name: str
    given: Facts | None
    parent: int | None = None
    drawn: frozenset[str] = frozenset()


@frozen(eq=False)
class Judged:
    """A rule that was violated or is undetermined for one subject."""

    instance: int
    rule: BoundRule
    status: Status


@frozen(eq=False)
class Outcome:
    """The result of one run.

    Attributes:
        facts: for each subject its facts, derived ones included.
        judged: violated and undetermined rules, subject by subject, in the order of the rule base.
        conclusions: for each subject the conclusions drawn on it by forward chaining.
        runner: the runner's name.
    """

    facts: tuple[Mapping[str, Value | None], ...]
    judged: tuple[Judged, ...]
    conclusions: tuple[frozenset[str], ...]
    runner: str


class Runner(Protocol):
    """A runner: facts in, outcome out."""

    name: str

    def run(self, bound: BoundBase, instances: Sequence[Instance]) -> Outcome:
        """Judge subjects by the rules of their kinds; a parent stands anywhere in the same list."""
