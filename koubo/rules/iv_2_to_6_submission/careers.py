"""IV.1.(1).ハ: whose labour is charged beside project manager and resident supporters files duties and career."""

from __future__ import annotations

from koubo.facts.submission import LabourPersonFacts
from koubo.rules.language import condition
from koubo.rules.rule import Effect, Rule
from koubo.rules.subject import Subject
from koubo.text import Text

labour_person = Subject(
    "labour_person",
    Text("業務従事者（人件費）", "person whose labour may be charged"),
    LabourPersonFacts,
    parent="submission",
)

RULES = (
    Rule(
        id="submission.staff.career",
        clause="IV.1.(1).ハ",
        title=Text(
            "人件費を計上する業務従事者の業務分担及び経歴を提出する",
            "Duties and career are filed of staff whose labour is charged",
        ),
        applies=labour_person.charged & ~labour_person.manages_or_resides,
        requires=condition(labour_person.career_filed),
        otherwise=Effect.NEEDS_DOCUMENT,
        remedy=Text(
            "業務分担と経歴（氏名、所属、役職、学歴、職歴、業務経験、知見等）の資料を提出してください。",
            "File duties and career: name, affiliation, post, education, career, experience, expertise.",
        ),
    ),
)
