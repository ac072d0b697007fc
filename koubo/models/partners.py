"""Whom the work is shared with and what it needs: subcontracts, changes of staff, permits, activities (VIII.4, VIII.5, IX)."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from koubo.models.checks import fact, field_mistakes, is_id, raise_all
from koubo.models.fields import choice, day, flag, name
from koubo.models.happened import DoneOn, done_on
from koubo.models.labelled import LabelledEnum


class ChangeOf(LabelledEnum):
    """Whose post changes."""

    STAFF = "staff", "業務従事者", "staff"
    INFORMATION_MANAGER = "information_manager", "情報管理統括責任者・情報管理責任者", "information manager"
    HANDLER = "handler", "情報取扱者等", "information handler"


class PermitKind(LabelledEnum):
    """What a part of the work needs by law."""

    RADIO = "radio", "無線局の免許等", "radio licence"
    EXPORT = "export", "外為法に基づく輸出許可", "export permission under the Foreign Exchange Act"
    CONSENT = "consent", "相手方の同意・協力", "consent of others"
    PERSONAL_DATA = "personal_data", "個人情報に係る手続", "procedure on personal data"
    OTHER = "other", "その他の許認可", "other permit"


@frozen(kw_only=True)
class Subcontract:
    """A subcontract, an outsourcing or a cloud service."""

    id: str = field(metadata=fact(is_id, "ID", "id"))
    started_on: DoneOn = done_on("再委託業務の開始", "work under it begins")
    approved_on: DoneOn = done_on("事務局の承認", "approved by the secretariat")
    services: bool | None = flag(
        "役務（開発・運用・通信等）の再委託", "is of services such as development or operation"
    )
    supply_chain_confirmed: bool | None = flag(
        "サプライチェーン対応の確認", "its supply chain was confirmed by the secretariat"
    )
    party_disclosed: bool | None = flag(
        "相手方の資本関係・役員・実施場所の情報提供", "capital ties, officers and place of the party are disclosed"
    )
    workers_disclosed: bool | None = flag(
        "作業要員の所属・専門性・実績・国籍の情報提供",
        "affiliation, expertise, record and nationality of its staff are disclosed",
    )
    structure_confirmed: bool | None = flag(
        "意図せざる変更を防ぐ管理体制の確認", "its structure against unintended change was confirmed by the secretariat"
    )
    inspection_accepted: bool | None = flag("立入調査の受入れの約束", "the party is bound to accept inspection")
    handles_information: bool | None = flag("貸与・許可情報の取扱い", "the party handles information of the work")
    same_security_level: bool | None = flag(
        "同一水準の情報セキュリティ対策", "the party keeps the same level of information security"
    )
    security_reported: bool | None = flag(
        "再委託先の対策状況に係る情報提供", "what is needed to check the party's measures was supplied"
    )
    cloud: bool | None = flag("クラウドサービス", "is a cloud service")
    ismap: bool | None = flag("ISMAP等の登録", "is on the ISMAP list or the like")
    confidential: bool | None = flag("要機密情報の取扱い", "handles confidential information")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))


@frozen(kw_only=True)
class StaffChange:
    """A change of a person during the work."""

    id: str | None = name("ID", "id")
    of: ChangeOf | None = choice(ChangeOf, "異動の対象", "whose post changes")
    changed_on: date | None = day("異動日", "changed on")
    agreed_on: DoneOn = done_on("事務局の確認・協議・承認", "secretariat confirmed, was consulted or approved")
    recorded: bool | None = flag("異動の内容の記録・保存", "the change is recorded and kept")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))


@frozen(kw_only=True)
class Permit:
    """A permit, consent or procedure that a part of the work needs."""

    id: str | None = name("ID", "id")
    kind: PermitKind | None = choice(PermitKind, "手続の種類", "kind of permit")
    needed_from: date | None = day("必要となる日", "needed from")
    obtained_on: DoneOn = done_on("取得・完了", "obtained")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))


@frozen(kw_only=True)
class Activities:
    """Training, seminar, publicity and meetings that annex 2 asks for."""

    training_held_on: DoneOn = done_on("研修の開催", "training held")
    seminar_held_on: DoneOn = done_on("現地セミナーの開催", "seminar in the region held")
    media_consulted: bool | None = flag(
        "実施時期・媒体の事務局への相談", "time and media were discussed with the secretariat"
    )
    bureau_coordinated: bool | None = flag(
        "総合通信局の施策との連携", "coordinated with the regional telecommunications bureau"
    )
    regional_publicity: bool | None = flag("都道府県全域への広報", "publicity to the whole prefecture")
    national_article: bool | None = flag(
        "地方公共団体職員向け媒体への記事投稿等", "articles in media that local government staff read"
    )
    interim_meeting_attended: bool | None = flag("中間報告会への参加", "interim meeting attended")
    final_meeting_attended: bool | None = flag("最終報告会への参加", "final meeting attended")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))
