"""IX and 別添2.(1): permits, consents and procedures by law, each in hand before it is needed."""

from __future__ import annotations

from koubo.models.happened import occurrences
from koubo.models.partners import Permit, PermitKind
from koubo.rules.duties.duty import SAME_DAY, beforehand, duty
from koubo.rules.rule import Effect
from koubo.rules.subject import Subject
from koubo.text import Text

permit = Subject("permit", Text("許認可等", "permit"), Permit, occurrences(Permit))

_kind = permit.fields["kind"]
_licences = _kind.is_in(PermitKind.RADIO, PermitKind.OTHER)
_in_hand = beforehand(permit.obtained_by, permit.needed_from)

RULES = (
    duty(
        "law.procedure.done_before",
        "IX",
        Text(
            "同意や個人情報の取扱い等に係る手続は、必要となる日までに済ませる",
            "Consents and procedures on personal data are done by the day they are needed",
        ),
        _in_hand,
        Text("手続を済ませるまで、その実施内容を見合わせてください。", "Hold that part of the work until it is done."),
        applies=_kind.is_in(PermitKind.CONSENT, PermitKind.PERSONAL_DATA),
        otherwise=Effect.NEEDS_APPROVAL,
        readings=SAME_DAY,
    ),
    duty(
        "law.export.permitted_before",
        "IX",
        Text(
            "外為法で規制される貨物・技術の輸出や提供は、経済産業大臣の許可を受けてから行う",
            "Goods and technology under export control leave, or are taught, once they are permitted",
        ),
        _in_hand,
        Text("許可を受けるまで輸出・提供を行わないでください。", "Export and teach nothing until it is permitted."),
        applies=_kind == PermitKind.EXPORT,
        otherwise=Effect.NEEDS_APPROVAL,
        readings=SAME_DAY,
    ),
)

LICENCE_RULES = (
    duty(
        "permit.licence.obtained_before",
        "別添2.(1)",
        Text(
            "業務に必要な免許や許認可は、必要となる日までに取得する",
            "Licences and permits that the work needs are obtained by the day they are needed",
        ),
        _in_hand,
        Text("取得するまで、その実施内容を見合わせてください。", "Hold that part of the work until it is obtained."),
        applies=_licences,
        otherwise=Effect.NEEDS_APPROVAL,
        readings=SAME_DAY,
    ),
)
