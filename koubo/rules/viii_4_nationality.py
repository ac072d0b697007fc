"""VIII.4.(2).②: the nationality of the people; a warning where it is not disclosed."""

from __future__ import annotations

from koubo.rules.iv_1_qualifications.subjects import person
from koubo.rules.language import ALWAYS, condition
from koubo.rules.rule import Effect, Rule
from koubo.text import Text

RULES = (
    Rule(
        id="eligibility.staff.nationality",
        clause="VIII.4.(2).②",
        title=Text("業務従事者の国籍の情報を提示する", "The nationality of the staff is disclosed"),
        applies=ALWAYS,
        requires=condition(person.nationality_disclosed),
        otherwise=Effect.WARNING,
        remedy=Text("国籍を含む業務従事者の情報を提示してください。", "Disclose the person's nationality too."),
    ),
)
