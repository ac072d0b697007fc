"""IV.1.(1).ロ: experience and ability of the people."""

from __future__ import annotations

from koubo.models.staff import Employment
from koubo.rules.iv_1_qualifications.subjects import applicant, person
from koubo.rules.language import condition
from koubo.rules.rule import Effect, Rule
from koubo.text import Text

_MANAGER, _SUPPORTER = "IV.1.(1).ロ.a", "IV.1.(1).ロ.b"
_EFFECT = ("requirement_effect",)

PROJECT_MANAGER = (
    Rule(
        id="eligibility.project_manager.employment",
        clause=_MANAGER,
        title=Text(
            "業務統括責任者は正社員・正職員として所属している",
            "The project manager is a regular employee of the supporter",
        ),
        applies=condition(person.project_manager),
        requires=person.employment == Employment.REGULAR,
        otherwise=Effect.DISQUALIFIED,
        remedy=Text(
            "正社員・正職員である者を業務統括責任者にしてください。",
            "Appoint a regular employee as project manager.",
        ),
        readings=_EFFECT,
    ),
    Rule(
        id="eligibility.project_manager.residence",
        clause=_MANAGER,
        title=Text("業務統括責任者は国内に在住している", "The project manager lives in Japan"),
        applies=condition(person.project_manager),
        requires=condition(person.lives_in_japan),
        otherwise=Effect.DISQUALIFIED,
        remedy=Text(
            "国内に在住する者を業務統括責任者にしてください。",
            "Appoint somebody who lives in Japan as project manager.",
        ),
        readings=_EFFECT,
    ),
    Rule(
        id="eligibility.project_manager.time",
        clause=_MANAGER,
        title=Text(
            "業務統括責任者は必要かつ十分な時間を確保できる", "The project manager has enough time for the work"
        ),
        applies=condition(person.project_manager),
        requires=condition(person.enough_time),
        otherwise=Effect.DISQUALIFIED,
        remedy=Text(
            "業務統括責任者の稼働時間を確保するか、時間を確保できる者に替えてください。",
            "Free the project manager's time, or appoint somebody who has it.",
        ),
        readings=_EFFECT,
    ),
    Rule(
        id="eligibility.project_manager.comparable_project",
        clause=_MANAGER,
        title=Text(
            "業務統括責任者は同規模のプロジェクトを統括した実績を有する",
            "The project manager has directed a project of comparable size",
        ),
        applies=condition(person.project_manager),
        requires=condition(person.directed_comparable_project),
        otherwise=Effect.DISQUALIFIED,
        remedy=Text(
            "同規模のプロジェクトを統括した実績のある者に替えてください。",
            "Appoint somebody who has directed a project of comparable size.",
        ),
        readings=_EFFECT,
    ),
    Rule(
        id="eligibility.project_manager.expected_to_leave",
        clause=_MANAGER,
        title=Text(
            "応募者を離れることが見込まれる者は、業務統括責任者にしない",
            "Nobody who is expected to leave the applicant is made project manager",
        ),
        applies=condition(person.project_manager),
        requires=~person.expected_to_leave,
        otherwise=Effect.WARNING,
        remedy=Text(
            "業務の期間を通じて応募者に所属する見込みの者への交替を検討してください。",
            "Consider somebody who is expected to stay for the whole of the work.",
        ),
    ),
    Rule(
        id="eligibility.project_manager.prefectural_dx",
        clause=_MANAGER,
        title=Text(
            "業務統括責任者は、都道府県現場でDX関連業務を統括した経験を有することが望ましい",
            "The project manager has, if possible, directed DX work on the spot in a prefecture",
        ),
        applies=condition(person.project_manager),
        requires=condition(person.prefectural_dx_experience),
        otherwise=Effect.WARNING,
        remedy=Text(
            "都道府県現場でのDX関連業務の経験があれば経歴書に記載してください。",
            "State such experience in the career, where there is some.",
        ),
    ),
)

RESIDENT_SUPPORTER = (
    Rule(
        id="eligibility.resident_supporter.employment",
        clause=_SUPPORTER,
        title=Text(
            "常駐支援者は正社員・正職員として、又は常勤的に所属している",
            "A resident supporter is a regular employee or engaged full time",
        ),
        applies=condition(person.resident_supporter),
        requires=person.employment.is_in(Employment.REGULAR, Employment.FULL_TIME),
        otherwise=Effect.DISQUALIFIED,
        remedy=Text(
            "正社員・正職員又は常勤的に所属する者を常駐支援者にしてください。",
            "Appoint a regular employee, or somebody engaged full time, as resident supporter.",
        ),
        readings=_EFFECT,
    ),
    Rule(
        id="eligibility.resident_supporter.dedicated",
        clause=_SUPPORTER,
        title=Text(
            "常駐支援者は、常駐する間は本業務に専念する", "While posted, a resident supporter works on this alone"
        ),
        applies=person.resident_supporter & person.stationed,
        requires=condition(person.dedicated),
        otherwise=Effect.DISQUALIFIED,
        remedy=Text(
            "常駐期間中は本業務に専念できる体制にしてください。",
            "Arrange that the supporter works on nothing else while posted.",
        ),
        readings=("resident_gap_effect",),
    ),
    Rule(
        id="eligibility.resident_supporter.related_experience",
        clause=_SUPPORTER,
        title=Text(
            "常駐支援者全員が関連する業務の経験・実績を有する",
            "Every resident supporter has experience and a record of related work",
        ),
        applies=condition(person.resident_supporter),
        requires=condition(person.related_experience),
        otherwise=Effect.DISQUALIFIED,
        remedy=Text(
            "関連する業務の経験・実績のある者に替えてください。", "Appoint somebody who has experience of related work."
        ),
        readings=_EFFECT,
    ),
    Rule(
        id="eligibility.resident_supporter.domains",
        clause=_SUPPORTER,
        title=Text(
            "常駐支援者は、個人又はチームで例示された領域の知見・実績を網羅する",
            "As a person or a team the resident supporters know the domains that the call names as examples",
        ),
        applies=applicant.resident_supporters >= 1,
        requires=applicant.consulting & applicant.business_development & applicant.systems_engineering,
        otherwise=Effect.WARNING,
        remedy=Text(
            "支援地域の希望に応じて、不足する領域の知見を有する者の追加を検討してください。",
            "Consider adding somebody who knows the missing domains, as the region's wishes require.",
        ),
    ),
    Rule(
        id="eligibility.resident_supporter.prefectural_dx",
        clause=_SUPPORTER,
        title=Text(
            "常駐支援者は、都道府県現場でDX関連業務の経験を有することが望ましい",
            "A resident supporter has, if possible, experience of DX work on the spot in a prefecture",
        ),
        applies=condition(person.resident_supporter),
        requires=condition(person.prefectural_dx_experience),
        otherwise=Effect.WARNING,
        remedy=Text(
            "都道府県現場でのDX関連業務の経験があれば経歴書に記載してください。",
            "State such experience in the career, where there is some.",
        ),
    ),
)

RULES: tuple[Rule, ...] = (*PROJECT_MANAGER, *RESIDENT_SUPPORTER)
