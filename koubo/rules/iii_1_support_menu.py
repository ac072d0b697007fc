"""III.1: the support menu: what is compulsory, and what the region wishes for beyond it."""

from __future__ import annotations

from koubo.facts.menu import MenuFacts, WishLevel
from koubo.rules.language import condition
from koubo.rules.rule import Effect, Rule
from koubo.rules.subject import Subject
from koubo.text import Text

support = Subject("support", Text("支援メニュー", "support item"), MenuFacts, parent="dossier")

_optional = ~support.compulsory
_covered = condition(support.covered)
_REMEDY = Text("この支援を提案に加えてください。", "Add this support to the proposal.")

RULES = (
    Rule(
        id="support_menu.compulsory.covered",
        clause="III.1",
        title=Text("必須の支援メニューを提案する", "Compulsory support is part of the proposal"),
        applies=condition(support.compulsory),
        requires=_covered,
        otherwise=Effect.DISQUALIFIED,
        remedy=_REMEDY,
        readings=("mandatory_contents",),
    ),
    Rule(
        id="support_menu.wish.covered",
        clause="III.1",
        title=Text("支援地域が希望する支援メニューを提案する", "What the region wishes for is part of the proposal"),
        applies=_optional & (support.wish == WishLevel.FULL),
        requires=_covered,
        otherwise=Effect.BREACH,
        remedy=_REMEDY,
    ),
    Rule(
        id="support_menu.wish.partly_covered",
        clause="III.1",
        title=Text(
            "支援地域が一部又は間接的に希望する支援メニューの提案を検討する",
            "What the region wishes for in part or indirectly is thought of in the proposal",
        ),
        applies=_optional & (support.wish == WishLevel.PARTIAL),
        requires=_covered,
        otherwise=Effect.WARNING,
        remedy=Text(
            "支援地域の別添を確認し、この支援の要否を検討してください。",
            "Look at the region's annex and consider whether this support is needed.",
        ),
    ),
)
