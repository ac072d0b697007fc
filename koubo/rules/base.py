"""A rule base: subjects, rules and chains that were checked together."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from functools import cached_property

from attrs import frozen

from koubo.errors import InputError, Mistake
from koubo.rules.language import RuleDefinitionError
from koubo.rules.rule import Chain, Rule
from koubo.rules.subject import Subject


@frozen(eq=False)
class RuleBase:
    """All rules of a call in the call's order, with the subjects that they read and the chains that join them.

    Raises:
        RuleDefinitionError: if an id stands twice, a rule reads a fact that its subject does not have, or a chain
            names an unknown kind.
    """

    subjects: tuple[Subject, ...]
    rules: tuple[Rule, ...]
    chains: tuple[Chain, ...]

    def __attrs_post_init__(self) -> None:
        kinds = [subject.kind for subject in self.subjects]
        _once("subject", kinds)
        _once("rule", [rule.id for rule in self.rules])
        for rule in self.rules:
            if rule.subject not in kinds:
                raise RuleDefinitionError(f"{rule.id}: no subject {rule.subject!r}")
            facts = self.by_kind[rule.subject].fields
            for fact in (*rule.fields, *((rule.amount,) if rule.amount is not None else ())):
                if facts.get(fact.name) is not fact:
                    raise RuleDefinitionError(f"{rule.id}: {fact.subject}.{fact.name} is no fact of its subject")
        for chain in self.chains:
            if chain.kind not in kinds or (chain.up and self.by_kind[chain.kind].parent not in kinds):
                raise RuleDefinitionError(f"a chain of {chain.kind!r} leads nowhere")

    @cached_property
    def by_kind(self) -> dict[str, Subject]:
        """The subjects by kind."""
        return {subject.kind: subject for subject in self.subjects}

    @cached_property
    def position(self) -> dict[str, int]:
        """The place of each rule in the call's order."""
        return {rule.id: index for index, rule in enumerate(self.rules)}

    def of(self, kind: str) -> tuple[Rule, ...]:
        """Return the rules of one kind of subject."""
        return tuple(rule for rule in self.rules if rule.subject == kind)

    def find(self, rule_id: str) -> Rule:
        """Return a rule by its id.

        Raises:
            InputError: if there is none; the message names the nearest ids.
        """
        if rule_id in self.position:
            return self.rules[self.position[rule_id]]
        near = difflib.get_close_matches(rule_id, self.position, n=3, cutoff=0.4)
        hint = f"a rule id such as {', '.join(near)}" if near else "a rule id; `koubo rules` lists them"
        raise InputError([Mistake("rule_id", repr(rule_id), hint)])


def _once(what: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise RuleDefinitionError(f"{what} {name!r} is declared twice")
        seen.add(name)
