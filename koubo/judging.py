"""From subjects to findings: binds the rules to a call, runs a runner, and keeps what a full trace needs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from attrs import frozen

from koubo.calls import Call, get_call
from koubo.engine.bound import BoundBase, bind
from koubo.engine.finding import Finding, make, status_of
from koubo.engine.outcome import Instance, Outcome
from koubo.engine.runners import RunnerName, runner
from koubo.rules.registry import rule_base


@frozen(eq=False)
class Judgement:
    """The outcome of one run with the subjects it was about."""

    bound: BoundBase
    instances: tuple[Instance, ...]
    outcome: Outcome

    @cached_property
    def findings_by_instance(self) -> tuple[tuple[Finding, ...], ...]:
        """The violated and undetermined findings of each subject, in the order of the rule base."""
        found: list[list[Finding]] = [[] for _ in self.instances]
        for one in self.outcome.judged:
            facts = self.outcome.facts[one.instance]
            found[one.instance].append(make(one.rule, self.instances[one.instance].name, one.status, facts))
        return tuple(map(tuple, found))

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The violated and undetermined findings, subject by subject."""
        return tuple(finding for found in self.findings_by_instance for finding in found)

    @cached_property
    def trace(self) -> tuple[Finding, ...]:
        """All findings, satisfied and not applicable ones too, worked out by the direct evaluator."""
        return tuple(
            make(rule, instance.name, status_of(rule, facts), facts)
            for instance, facts in zip(self.instances, self.outcome.facts, strict=True)
            if instance.given is not None
            for rule in self.bound.rules
            if rule.rule.subject == instance.kind
        )

    def conclusions(self, place: int) -> frozenset[str]:
        """Return the conclusions drawn on the subject at a place."""
        return self.outcome.conclusions[place]


def as_call(call: Call | str | None) -> Call:
    """Return a call given as itself or by its id; the first published one where none is given."""
    return call if isinstance(call, Call) else get_call(call or "r7")


def judge(instances: Sequence[Instance], call: Call, run_with: RunnerName | None = None) -> Judgement:
    """Judge subjects by the rules of a call, with the default runner unless another is named."""
    bound = bind(rule_base(call.id), call)
    return Judgement(bound, tuple(instances), runner(run_with).run(bound, instances))
