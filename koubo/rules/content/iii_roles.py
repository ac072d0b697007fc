"""III.1 and III.2: what the supporter does, and that the local government leads."""

from __future__ import annotations

from koubo.rules.content.stated import stated
from koubo.rules.rule import Effect
from koubo.text import Text

RULES = (
    stated("roles.support_actions", "III.1", Effect.BREACH),
    stated(
        "roles.knowhow_transfer",
        "III.1",
        Effect.BREACH,
        why=Text(
            "都道府県の担当者の習得は、選定で特に重視される観点です。",
            "What the prefecture's officials learn weighs specially in the selection.",
        ),
    ),
    stated("roles.local_government_leads", "III.2", Effect.BREACH),
)
