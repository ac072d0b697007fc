"""How a required content becomes a rule: ``proposal_content.<key>``, by the fact of the same name."""

from __future__ import annotations

from koubo.facts.content import AREA, ContentFacts, fact_name
from koubo.models.proposal import ContentState
from koubo.rules.language import ALWAYS, Condition
from koubo.rules.rule import Effect, Rule
from koubo.rules.subject import Subject
from koubo.text import Text

content = Subject("content", Text("提案書の記載事項", "content of the proposal"), ContentFacts, parent="dossier")

_PROPOSAL = Text("提案書", "the proposal")
_MANDATORY = ("mandatory_contents",)


def stated(
    key: str,
    clause: str,
    otherwise: Effect = Effect.DISQUALIFIED,
    *,
    applies: Condition = ALWAYS,
    where: Text = _PROPOSAL,
    readings: tuple[str, ...] | None = None,
    why: Text | None = None,
) -> Rule:
    """Return the rule that a content is stated.

    Args:
        key: the content's key, such as ``implementation.training``.
        clause: where the call asks for it.
        otherwise: what its lack means; by default what the lack of a mandatory item means.
        applies: when it is asked for.
        where: the paper in which it belongs.
        readings: the readings it rests on; by default that of the mandatory items where its lack disqualifies.
        why: what it is for.
    """
    fact = getattr(content, fact_name(key))
    mandatory = _MANDATORY if otherwise is Effect.DISQUALIFIED else ()
    return Rule(
        id=AREA + key,
        clause=clause,
        title=Text("{where}に{what}を記載する", "Written in {where}: {what}").format(where=where, what=fact.label),
        applies=applies,
        requires=fact == ContentState.STATED,
        otherwise=otherwise,
        remedy=Text("{where}に{what}を記載してください。", "Write in {where}: {what}.").format(
            where=where, what=fact.label
        ),
        readings=mandatory if readings is None else readings,
        why=why,
    )


ANNEX_2 = Text("別紙2", "annex form 2")
ANNEX_3 = Text("別紙3", "annex form 3")
