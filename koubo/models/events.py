"""Incidents of information security (VIII.5.(2).ト, 別添3.1.(5)) and accidents (VIII.4.(4)), and when they were reported."""

from __future__ import annotations

from datetime import date, datetime

from attrs import frozen

from koubo.models.checks import field_mistakes, raise_all
from koubo.models.fields import choice, day, flag, name
from koubo.models.happened import DoneAt, DoneOn, done_at, done_on, happened_at, reversed_moments
from koubo.models.labelled import LabelledEnum
from koubo.models.many import choices
from koubo.models.times import at


class IncidentKind(LabelledEnum):
    """What counts as a breach of information security or its suspicion (VIII.5.(2).ト, 別添3.1.(5))."""

    MALWARE = "malware", "マルウェア・ランサムウェア感染", "malware or ransomware"
    DENIAL_OF_SERVICE = "denial_of_service", "サービス不能攻撃による停止", "denial of service"
    UNAUTHORISED_ACCESS = "unauthorised_access", "不正アクセス", "unauthorised access"
    THEFT_OR_LOSS = "theft_or_loss", "書面・媒体の盗難・紛失", "theft or loss of paper or media"
    LEAK_OR_FALSIFICATION = "leak_or_falsification", "要機密情報の流出・改ざん", "leak or falsification"
    LONG_STOP = "long_stop", "障害による長時間の停止", "long stop by a fault"
    MISUSE = "misuse", "提供情報の目的外利用・漏えい", "use outside the purpose"
    UNPERMITTED_ACCESS = "unpermitted_access", "許可されていない情報への接触", "access to information not permitted"
    UNINTENDED_CHANGE = "unintended_change", "意図しない不正な変更", "unintended illegal change"


class AccidentKind(LabelledEnum):
    """The kinds of accidents (VIII.4.(4).ロ)."""

    LABOUR = "labour", "労働災害", "labour accident"
    THIRD_PARTY = "third_party", "もらい事故", "accident caused by a third party"
    PUBLIC_CASUALTY = "public_casualty", "死傷公衆災害", "public casualty"
    PUBLIC_PROPERTY = "public_property", "物損公衆災害", "damage to public property"
    COMMUTING = "commuting", "通勤途上の交通事故", "traffic accident on the way to work"


class Detail(LabelledEnum):
    """What the detailed report of an incident says."""

    TIME = "time", "発生日時", "time"
    PLACE = "place", "場所", "place"
    CAUSE = "cause", "発生した事由", "cause"
    WORKERS = "workers", "関係する作業者", "workers concerned"


@frozen(kw_only=True)
class Incident:
    """A breach of information security, or its suspicion, and when it was reported."""

    id: str | None = name("ID", "id")
    kind: IncidentKind | None = choice(IncidentKind, "事象の種類", "kind")
    recognised_at: datetime | None = at("認知日時", "recognised at")
    first_reported_at: DoneAt = done_at("第一報", "first reported")
    first_report_oral: bool | None = flag("口頭による第一報", "first report was oral")
    detailed_at: DoneAt = done_at("詳細報告", "details reported")
    details: tuple[Detail, ...] | None = choices(Detail, "詳細報告の内容", "what the details say", compound=True)
    written_at: DoneAt = done_at("書面報告", "written report")
    instructions_followed: bool | None = flag("事務局の指示に基づく対応", "the secretariat's directions were followed")
    legal_duties_kept: bool | None = flag(
        "関係法令の対応事項・報告期限の遵守", "duties and deadlines of the law were kept"
    )
    report_due_on: date | None = day("報告書の指定期日", "report due on")
    report_filed_on: DoneOn = done_on("報告書の提出", "report filed")
    prevention_approved_on: DoneOn = done_on("再発防止措置の承認", "measures against recurrence approved")
    prevention_carried_out_on: DoneOn = done_on("再発防止措置の実施", "measures against recurrence carried out")

    def __attrs_post_init__(self) -> None:
        first, detailed = happened_at(self.first_reported_at), happened_at(self.detailed_at)
        raise_all(
            field_mistakes(self)
            or reversed_moments(self.recognised_at, first, "first_reported_at", "recognised_at")
            + reversed_moments(first, detailed, "detailed_at", "first_reported_at")
            + reversed_moments(self.recognised_at, detailed, "detailed_at", "recognised_at")
        )


@frozen(kw_only=True)
class Accident:
    """An accident in carrying out the work, and when it was reported."""

    id: str | None = name("ID", "id")
    kind: AccidentKind | None = choice(AccidentKind, "事故の種類", "kind")
    noticed_at: datetime | None = at("事故を知った日時", "noticed at")
    first_reported_at: DoneAt = done_at("第1報", "first reported")
    followed_up: bool | None = flag(
        "代表機関を経由した随時の事故報告", "further reports were made through the representative"
    )
    vehicle: bool | None = flag("輸送作業に伴う事故", "happened in transport by a vehicle of the work")
    roadside_measures: bool | None = flag(
        "運転中止・救護・危険防止・警察への連絡", "driver stopped, helped, prevented danger and called the police"
    )
    fatal: bool | None = flag("死亡事故", "somebody died")
    scene_preserved: bool | None = flag("現状保存・警察への協力", "the scene was preserved and the police helped")
    report_requested: bool | None = flag("事故報告書の求め", "a report was asked for")
    report_filed: bool | None = flag("事故報告書の提出", "the report was filed")
    committee_called: bool | None = flag("事故調査委員会の開催", "an inquiry committee was called")
    committee_attended: bool | None = flag("事故調査委員会への参加", "the inquiry committee was attended")
    announced_at: DoneAt = done_at("最初の記者会見・プレスリリース", "first announcement")
    announcement_reported_at: DoneAt = done_at(
        "発表内容の事務局への報告", "content of the announcement reported to the secretariat"
    )

    def __attrs_post_init__(self) -> None:
        first = happened_at(self.first_reported_at)
        raise_all(field_mistakes(self) or reversed_moments(self.noticed_at, first, "first_reported_at", "noticed_at"))
