"""VIII.4.(4): what is reported of an accident and how it is handled."""

from __future__ import annotations

from koubo.facts.duties.events import AccidentFacts
from koubo.models.events import Accident, AccidentKind
from koubo.models.happened import occurrences
from koubo.rules.duties.duty import duty
from koubo.rules.language import parameter
from koubo.rules.rule import Effect
from koubo.rules.subject import Subject
from koubo.text import Text

accident = Subject("accident", Text("事故", "accident"), Accident, occurrences(Accident), AccidentFacts)

_CLAUSE = "VIII.4.(4).ハ"
_counts = accident.fields["kind"] != AccidentKind.COMMUTING
_limit = accident.derive(
    "first_report_limit_seconds",
    parameter("accident.first_report_hours") * 3600,
    Text("第1報までの制限時間（秒）", "time for the first report in seconds"),
)

RULES = (
    duty(
        "accident.first_report.in_time",
        _CLAUSE,
        Text(
            "事故又はその可能性を知ってから定められた時間内に第1報を入れる",
            "The first report is made within the time set after an accident or its possibility is noticed",
        ),
        accident.first_report_seconds <= _limit,
        Text("直ちに事務局に第1報を入れてください。", "Make the first report to the secretariat at once."),
        applies=_counts,
        otherwise=Effect.LATE,
        readings=("commuting_accident",),
    ),
    duty(
        "accident.follow_up.reported",
        _CLAUSE,
        Text(
            "事故の内容とその変更を、代表機関を経由して随時報告する",
            "What happened and what changes is reported through the representative",
        ),
        accident.followed_up,
        Text("続報を代表機関を経由して報告してください。", "Send further reports through the representative."),
        applies=_counts,
        readings=("commuting_accident",),
    ),
    duty(
        "accident.roadside.measures",
        _CLAUSE,
        Text(
            "輸送作業の事故では直ちに運転を中止し、救護・危険防止・警察への連絡を行う",
            "After an accident in transport the driver stops, helps, prevents danger and calls the police",
        ),
        accident.roadside_measures,
        Text("必要な措置と警察への連絡を行ってください。", "Take these measures and call the police."),
        applies=accident.vehicle,
    ),
    duty(
        "accident.scene.preserved",
        _CLAUSE,
        Text(
            "死亡事故では現状を保存し、警察に協力する", "After a fatal accident the scene is kept and the police helped"
        ),
        accident.scene_preserved,
        Text("現状を保存し、警察に協力してください。", "Keep the scene as it is and help the police."),
        applies=accident.fatal,
    ),
    duty(
        "accident.report.filed",
        _CLAUSE,
        Text("求められた事故報告書を提出する", "A report is filed where it is asked for"),
        accident.report_filed,
        Text("事故報告書を提出してください。", "File the report on the accident."),
        applies=accident.report_requested,
        otherwise=Effect.NEEDS_DOCUMENT,
    ),
    duty(
        "accident.committee.attended",
        _CLAUSE,
        Text("開催された事故調査委員会に参加する", "An inquiry committee that is called is attended"),
        accident.committee_attended,
        Text("事故調査委員会に参加してください。", "Attend the inquiry committee."),
        applies=accident.committee_called,
    ),
    duty(
        "accident.announcement.reported_before",
        "VIII.4.(4).ニ",
        Text(
            "最初の記者会見・プレスリリース等の内容は、事前に事務局に報告する",
            "The content of the first announcement is reported to the secretariat before it",
        ),
        accident.announcement_reported & (accident.announcement_lead_seconds >= 0),
        Text("発表する内容を事務局に報告してください。", "Report to the secretariat what is announced."),
        applies=accident.announced,
    ),
)
