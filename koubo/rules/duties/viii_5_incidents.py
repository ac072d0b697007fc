"""VIII.5.(2).ホ and ト, 別添3.1.(5): what is reported of a breach of information security, and by when."""

from __future__ import annotations

from koubo.facts.duties.events import IncidentFacts
from koubo.models.events import Incident, IncidentKind
from koubo.models.happened import occurrences
from koubo.rules.duties.duty import SAME_DAY, beforehand, duty
from koubo.rules.language import Field, Term, choose, parameter
from koubo.rules.rule import Effect
from koubo.rules.subject import Subject
from koubo.text import Text

incident = Subject(
    "incident", Text("情報セキュリティの侵害", "incident"), Incident, occurrences(Incident), IncidentFacts
)

_SECONDS_AN_HOUR = 3600
_OTHERWISE = "incident.detail_hours_otherwise"
_REPORT_NOW = Text("直ちに事務局に報告してください。", "Report to the secretariat at once.")
_kind = incident.fields["kind"]


def _seconds(name: str, hours: Term, ja: str, en: str) -> Field:
    return incident.derive(name, hours * _SECONDS_AN_HOUR, Text(ja, en))


def _details(name: str, key: str, ja: str, en: str) -> Field:
    hours = choose(incident.in_business_hours, parameter(key), parameter(_OTHERWISE))
    return _seconds(name, hours, ja, en)


_first_limit = _seconds(
    "first_report_limit_seconds",
    parameter("incident.first_report_hours"),
    "第一報までの制限時間（秒）",
    "time for the first report in seconds",
)
_access_limit = _seconds(
    "access_report_limit_seconds",
    parameter("audit_trail.report_hours"),
    "不正アクセスの報告までの制限時間（秒）",
    "time for reporting illegal access in seconds",
)
_detail_limit = _details(
    "detail_limit_seconds",
    "incident.detail_hours_in_business",
    "詳細報告までの制限時間（秒）",
    "time for the details in seconds",
)
_detail_limit_annex3 = _details(
    "detail_limit_annex3_seconds",
    "incident.detail_hours_in_business_annex3",
    "詳細報告までの別添3の制限時間（秒）",
    "time for the details by annex 3 in seconds",
)

FIRST_REPORT = "incident.first_report.in_time"
"""The id of the rule on the first report."""

RULES = (
    duty(
        "incident.illegal_access.in_time",
        "VIII.5.(2).ホ",
        Text(
            "不正アクセス又はそのおそれは、確認してから定められた時間内に報告する",
            "Illegal access, or its suspicion, is reported within the time set after it is found",
        ),
        incident.first_report_seconds <= _access_limit,
        _REPORT_NOW,
        applies=_kind == IncidentKind.UNAUTHORISED_ACCESS,
        otherwise=Effect.LATE,
    ),
    duty(
        FIRST_REPORT,
        "VIII.5.(2).ト",
        Text(
            "第一報は、侵害を認知してから定められた時間内に入れる",
            "The first report is made within the time set after the incident is recognised, at any hour of any day",
        ),
        incident.first_report_seconds <= _first_limit,
        _REPORT_NOW,
        otherwise=Effect.LATE,
        readings=("first_report_is_a_deadline",),
    ),
    duty(
        "incident.first_report.oral",
        "VIII.5.(2).ト",
        Text("第一報は口頭で入れる", "The first report is made by word of mouth"),
        incident.first_report_oral,
        Text("口頭でも事務局に連絡してください。", "Tell the secretariat by word of mouth as well."),
        applies=incident.first_reported,
    ),
    duty(
        "incident.details.in_time",
        "VIII.5.(2).ト",
        Text(
            "第一報の後、業務時間の内外に応じた時間内に詳細を報告する",
            "After the first report the details follow within the time set for business hours or for other hours",
        ),
        incident.detail_seconds <= _detail_limit,
        _REPORT_NOW,
        otherwise=Effect.LATE,
        readings=("incident_detail_hours",),
    ),
    duty(
        "incident.details.in_time_by_annex3",
        "別添3.1.(5)",
        Text(
            "第一報の後、別添3の定める時間内にも詳細を報告する",
            "After the first report the details follow within the time that annex 3 sets",
        ),
        incident.detail_seconds <= _detail_limit_annex3,
        _REPORT_NOW,
        otherwise=Effect.LATE,
        readings=("incident_detail_hours",),
    ),
    duty(
        "incident.details.complete",
        "VIII.5.(2).ト",
        Text(
            "詳細報告は日時・場所・事由・関係する作業者を明らかにする",
            "The details tell time, place, cause and the workers concerned",
        ),
        incident.missing_details == "",
        Text("欠けている内容を追って報告してください。", "Report what is lacking."),
        applies=incident.detailed,
        otherwise=Effect.NEEDS_DOCUMENT,
    ),
    duty(
        "incident.written_report.filed",
        "VIII.5.(2).ト",
        Text("報告内容を記載した書面を遅滞なく提出する", "The report is also filed in writing without delay"),
        incident.written,
        Text("書面を提出してください。", "File it in writing."),
        applies=incident.first_reported,
        otherwise=Effect.NEEDS_DOCUMENT,
        readings=("without_delay",),
    ),
    duty(
        "incident.instructions.followed",
        "VIII.5.(2).ト",
        Text("事務局の指示に基づき対応措置を実施する", "Measures are taken as the secretariat directs"),
        incident.instructions_followed,
        Text("指示された措置を実施してください。", "Take the measures that were directed."),
        applies=incident.first_reported,
    ),
    duty(
        "incident.law.kept",
        "VIII.5.(2).ト",
        Text("関係法令が求める対応事項と報告期限を守る", "Duties and report dates of the laws concerned are kept"),
        incident.legal_duties_kept,
        Text(
            "個人情報保護法等の報告先と期限を確かめ、対応してください。",
            "Look up whom the laws on personal data and others want told and by when, and act.",
        ),
    ),
    duty(
        "incident.report.in_time",
        "別添3.1.(5)",
        Text("報告書は指定された期日までに提出する", "The report on the incident is filed by the day set"),
        beforehand(incident.report_filed_by, incident.report_due_on),
        Text("報告書を速やかに提出してください。", "File the report promptly."),
        otherwise=Effect.LATE,
    ),
    duty(
        "incident.prevention.approved",
        "別添3.1.(5)",
        Text("再発防止措置は承認を受けてから実施する", "Measures against recurrence are approved, then carried out"),
        beforehand(incident.prevention_approved_by, incident.prevention_carried_out_on),
        Text("再発防止措置の承認を受けてください。", "Obtain approval of the measures."),
        applies=incident.prevention_carried_out,
        otherwise=Effect.NEEDS_APPROVAL,
        readings=SAME_DAY,
    ),
    duty(
        "incident.prevention.carried_out",
        "別添3.1.(5)",
        Text(
            "承認された再発防止措置を速やかに実施する", "Approved measures against recurrence are carried out promptly"
        ),
        incident.prevention_carried_out,
        Text("再発防止措置を実施してください。", "Carry out the measures."),
        applies=incident.prevention_approved,
        readings=("without_delay",),
    ),
)
