"""IV.3.(4).⑥: several applications of one applicant, and people posted for two of them at once."""

from __future__ import annotations

from koubo.facts.overlap import PostedPersonFacts
from koubo.rules.iv_1_qualifications.subjects import applicant
from koubo.rules.language import condition
from koubo.rules.rule import Effect, Rule
from koubo.rules.subject import Subject
from koubo.text import Text

posted_person = Subject(
    "posted_person", Text("常駐する者", "person who is posted"), PostedPersonFacts, parent="applicant"
)

RULES = (
    Rule(
        id="eligibility.several_applications.different_regions",
        clause="IV.3.(4).⑥",
        title=Text(
            "複数の応募は、異なる支援地域候補について行う", "Several applications are for different support regions"
        ),
        applies=condition(applicant.several_applications),
        requires=applicant.others_for_region == 0,
        otherwise=Effect.WARNING,
        remedy=Text(
            "同じ支援地域候補への応募を一つにまとめるか、事務局に確認してください。",
            "Join the applications for the same region into one, or ask the secretariat.",
        ),
    ),
    Rule(
        id="eligibility.several_applications.overlap",
        clause="IV.3.(4).⑥",
        title=Text(
            "複数の応募で、常駐支援者の業務従事期間が重複しない",
            "Nobody is posted for two proposals on the same day",
        ),
        applies=condition(posted_person.posted),
        requires=(posted_person.shared_days == 0) & (posted_person.shared == ""),
        otherwise=Effect.DISQUALIFIED,
        remedy=Text(
            "重複する期間に別の者を配置するか、常駐期間を分けてください。",
            "Post somebody else for the days shared, or part the postings.",
        ),
        readings=("resident_overlap",),
    ),
)
