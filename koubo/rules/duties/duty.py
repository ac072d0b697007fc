"""How a duty of the contract becomes a rule."""

from __future__ import annotations

from koubo.rules.language import ALWAYS, Condition, Field, condition
from koubo.rules.rule import Effect, Rule
from koubo.text import Text


def duty(
    rule_id: str,
    clause: str,
    title: Text,
    requires: Condition | Field,
    remedy: Text,
    *,
    applies: Condition | Field = ALWAYS,
    otherwise: Effect = Effect.BREACH,
    readings: tuple[str, ...] = (),
) -> Rule:
    """Return the rule of a duty.

    Args:
        rule_id: ``area.thing.aspect``.
        clause: where the call asks for it.
        title: what is asked, as one sentence.
        requires: what has to hold.
        remedy: what would put a violation right.
        applies: when it is asked; always where left out.
        otherwise: what a violation means; by default that a duty is broken.
        readings: the readings of unclear text that it rests on.
    """
    return Rule(
        id=rule_id,
        clause=clause,
        title=title,
        applies=condition(applies),
        requires=condition(requires),
        otherwise=otherwise,
        remedy=remedy,
        readings=readings,
    )


def beforehand(by: Field, limit: Field) -> Condition:
    """Whether something was done no later than a day, or there is still time; the same day counts as before."""
    return by <= limit


SAME_DAY = ("same_day_is_before",)
"""The reading that a rule with :func:`beforehand` rests on."""
