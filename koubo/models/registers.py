"""What is kept and reported after the contract: incidents, accidents, information, assets (VI.2.(4), VIII, 別添3)."""

from __future__ import annotations

from datetime import date, datetime

from attrs import field, frozen

from koubo.models.checks import fact, field_mistakes, is_id, raise_all, twice
from koubo.models.fields import choice, day, flag
from koubo.models.labelled import LabelledEnum
from koubo.models.many import items
from koubo.models.times import at


class IncidentKind(LabelledEnum):
    """What counts as a breach of information security or its suspicion (VIII.5.(2).ト, 別添3.1.(5))."""

    MALWARE = "malware", "マルウェア・ランサムウェア感染", "malware or ransomware"
    DENIAL_OF_SERVICE = "denial_of_service", "サービス妨害攻撃による停止", "denial of service"
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
    THIRD_PARTY = "third_party", "第三者による災害", "accident caused by a third party"
    PUBLIC_CASUALTY = "public_casualty", "公衆災害（人身）", "public casualty"
    PUBLIC_PROPERTY = "public_property", "公衆災害（物損）", "damage to public property"
    COMMUTING = "commuting", "通勤途上の交通事故", "traffic accident on the way to work"


class Origin(LabelledEnum):
    """Where an entry of the information register comes from (別添3.2.(2))."""

    LENT = "lent", "貸与", "lent"
    PERMITTED = "permitted", "利用許可", "permitted for use"
    CREATED = "created", "業務で作成", "made in the work"


class Disposal(LabelledEnum):
    """What became of an entry of the information register (別添3.3.(1))."""

    RETURNED = "returned", "返却", "returned"
    ERASED = "erased", "消去", "erased"
    DESTROYED = "destroyed", "廃棄", "destroyed"
    NONE = "none", "未処分", "not disposed of"


@frozen(kw_only=True)
class Incident:
    """A breach of information security, or its suspicion, and when it was reported."""

    kind: IncidentKind | None = choice(IncidentKind, "事象の種類", "kind")
    recognised_at: datetime | None = at("認知日時", "recognised at")
    first_reported_at: datetime | None = at("第一報の日時", "first reported at")
    first_report_oral: bool | None = flag("口頭による第一報", "first report was oral")
    detailed_at: datetime | None = at("詳細報告の日時", "details reported at")
    written_at: datetime | None = at("書面報告の日時", "written report at")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))


@frozen(kw_only=True)
class Accident:
    """An accident in carrying out the work, and when it was reported."""

    kind: AccidentKind | None = choice(AccidentKind, "事故の種類", "kind")
    noticed_at: datetime | None = at("事故を知った日時", "noticed at")
    first_reported_at: datetime | None = at("第1報の日時", "first reported at")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))


@frozen(kw_only=True)
class Handler:
    """A person who handles information (情報取扱者); the id is that of a person of the staff."""

    id: str = field(metadata=fact(is_id, "情報取扱者", "handler"))
    chief: bool | None = flag("情報取扱責任者", "chief handler")
    trained: bool | None = flag("社内研修等の受講", "trained in information security")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))


@frozen(kw_only=True)
class InformationEntry:
    """An entry of the information register (情報管理簿)."""

    id: str = field(metadata=fact(is_id, "情報の識別子", "entry id"))
    origin: Origin | None = choice(Origin, "入手の経緯", "origin")
    disposal: Disposal | None = choice(Disposal, "返却・消去・廃棄", "disposal")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))


@frozen(kw_only=True)
class Information:
    """The information management plan (情報管理計画書) and the register."""

    plan_approved_on: date | None = day("情報管理計画書の承認日", "plan approved on")
    handlers: tuple[Handler, ...] | None = items(Handler, "情報取扱者", "handlers")
    register: tuple[InformationEntry, ...] | None = items(InformationEntry, "情報管理簿", "register")

    def __attrs_post_init__(self) -> None:
        mistakes = field_mistakes(self)
        if not mistakes:
            mistakes += twice((one.id for one in self.handlers or ()), "handlers")
            mistakes += twice((one.id for one in self.register or ()), "register")
        raise_all(mistakes)


@frozen(kw_only=True)
class Asset:
    """Something acquired for the work (VI.2.(4))."""

    id: str = field(metadata=fact(is_id, "取得財産の識別子", "asset id"))
    registered: bool | None = flag("管理台帳への登録", "entered in the register")
    labelled: bool | None = flag("ラベル等の表示", "labelled")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))
