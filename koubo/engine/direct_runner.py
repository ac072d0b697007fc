"""The direct runner: evaluates each rule on each subject, then draws conclusions until nothing new follows."""

from __future__ import annotations

from collections.abc import Sequence

from koubo.engine.bound import BoundBase
from koubo.engine.outcome import Instance, Judged, Outcome
from koubo.rules.rule import Chain, Status


class DirectRunner:
    """Runs rules in plain Python; needs nothing beside the language."""

    name = "direct"

    def run(self, bound: BoundBase, instances: Sequence[Instance]) -> Outcome:
        """Judge subjects by the rules of their kinds."""
        judged: list[Judged] = []
        all_facts = []
        for number, instance in enumerate(instances):
            facts = {} if instance.given is None else bound.complete(instance.kind, instance.given)
            all_facts.append(facts)
            if not facts:
                continue
            for rule in bound.plan(instance.kind, facts):
                breach = rule.test(facts)
                if breach is not False:
                    judged.append(Judged(number, rule, Status.VIOLATED if breach else Status.UNDETERMINED))
        conclusions = self._conclude(bound.base.chains, instances, judged)
        return Outcome(tuple(all_facts), tuple(judged), conclusions, self.name)

    def _conclude(
        self, chains: Sequence[Chain], instances: Sequence[Instance], judged: Sequence[Judged]
    ) -> tuple[frozenset[str], ...]:
        drawn = [set(instance.drawn) for instance in instances]
        agenda = [(number, conclusion) for number, start in enumerate(drawn) for conclusion in sorted(start)]

        def draw(chain: Chain, number: int) -> None:
            target = instances[number].parent if chain.up else number
            if target is not None and chain.then not in drawn[target]:
                drawn[target].add(chain.then)
                agenda.append((target, chain.then))

        for finding in judged:
            for chain in chains:
                grounds = chain.status is finding.status and finding.rule.rule.otherwise in chain.effects
                if grounds and chain.kind == instances[finding.instance].kind:
                    draw(chain, finding.instance)
        while agenda:
            number, conclusion = agenda.pop()
            for chain in chains:
                if chain.conclusion == conclusion and chain.kind == instances[number].kind:
                    draw(chain, number)
        return tuple(map(frozenset, drawn))
