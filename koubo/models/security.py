"""The structure for information security and what is disclosed of persons and capital (VIII.4.(2), VIII.5, VIII.6)."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from koubo.models.checks import field_mistakes, raise_all
from koubo.models.fields import day, flag
from koubo.models.happened import DoneOn, done_on


@frozen(kw_only=True)
class Security:
    """The supporter's structure for information security."""

    work_started_on: date | None = day("本業務の着手日", "work began on")
    capital_disclosed: bool | None = flag("資本関係・役員の情報の提示", "capital ties and officers are disclosed")
    workplace_disclosed: bool | None = flag("本業務の実施場所の提示", "place of the work is disclosed")
    key_persons_disclosed: bool | None = flag(
        "業務統括責任者・情報管理責任者の所属・専門性・実績・国籍の提示",
        "affiliation, expertise, record and nationality of project manager and information managers are disclosed",
    )
    staff_disclosed: bool | None = flag(
        "全業務従事者の所属・専門性・実績・国籍の提示",
        "affiliation, expertise, record and nationality of all staff are disclosed",
    )
    manager_background_stated: bool | None = flag(
        "情報管理責任者等の経歴・知見・資格等の記載",
        "career, knowledge and qualification of the information managers are stated",
    )
    outline_shown_on: DoneOn = done_on("体制の概要資料の提示", "outline of the structure shown")
    security_department: bool | None = flag(
        "情報セキュリティ対策業務を中心とした部門の参加", "a department mainly for security takes part"
    )
    oath_filed_on: DoneOn = done_on("体制整備の誓約書の提出", "oath on the structure filed")
    contact_shown: bool | None = flag("侵害時の連絡体制の提示", "the contact structure for breaches was shown")
    evidence_structure: bool | None = flag(
        "証跡の取得・分析が可能な体制", "a structure that can take and analyse evidence"
    )
    evidence_by_other_department: bool | None = flag(
        "担当者以外の専門部署の関与", "a department other than those in charge takes part in it"
    )
    audit_trail: bool | None = flag("監査証跡の取得", "audit trails are taken")
    investigation_documented: bool | None = flag(
        "不正な変更の原因調査・排除体制を示す書類", "the structure to find and remove illegal change is documented"
    )
    national_security: bool | None = flag(
        "国の安全に関する重要な情報の取扱い", "information important for national security is handled"
    )
    records_kept: bool | None = flag("侵害の被害把握に必要な記録類の保存", "records on damage by breaches are kept")
    information_requested: bool | None = flag("体制に係る情報の求め", "information on the structure was asked for")
    information_supplied: bool | None = flag("体制に係る情報の提供", "information on the structure was supplied")
    status_requested: bool | None = flag("履行状況の報告の求め", "a report on the state of measures was asked for")
    status_reported: bool | None = flag("履行状況の報告", "the state of measures was reported")
    insufficiency_raised: bool | None = flag(
        "対策の履行が不十分との指摘", "the secretariat found the measures insufficient"
    )
    insufficiency_resolved: bool | None = flag("合意した対応・是正措置の実施", "the agreed action was taken")
    audit_requested: bool | None = flag("情報セキュリティ監査の求め", "a security audit was asked for")
    audit_accepted: bool | None = flag("情報セキュリティ監査の受入れ", "the security audit was accepted")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))
