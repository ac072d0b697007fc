"""The people of the work (業務従事者): roles, employment, postings (IV.1.(1).ロ, ハ)."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from koubo.models.checks import fact, field_mistakes, is_id, raise_all, reversed_days
from koubo.models.fields import choice, day, flag, name, text
from koubo.models.labelled import LabelledEnum
from koubo.models.many import choices, items


class StaffRole(LabelledEnum):
    """What a person is to the work."""

    PROJECT_MANAGER = "project_manager", "業務統括責任者", "project manager"
    MEMBER_LEAD = "member_lead", "業務責任者", "lead of a member"
    RESIDENT_SUPPORTER = "resident_supporter", "常駐支援者", "resident supporter"
    OTHER = "other", "その他業務従事者", "other staff"
    INFORMATION_MANAGER = "information_manager", "情報管理責任者", "information manager"
    ACCOUNTING_OFFICER = "accounting_officer", "経理責任者", "accounting officer"


class Employment(LabelledEnum):
    """How a person belongs to the corporation."""

    REGULAR = "regular", "正社員・正職員", "regular employee"
    FULL_TIME = "full_time", "常勤的な所属", "engaged full time"
    OTHER = "other", "その他", "other"


class Domain(LabelledEnum):
    """The domains of knowledge that the call names as examples (IV.1.(1).ロ.b)."""

    CONSULTING = "consulting", "コンサルティング", "consulting"
    BUSINESS_DEVELOPMENT = "business_development", "事業開発・企画", "business development"
    SYSTEMS_ENGINEERING = "systems_engineering", "SE", "systems engineering"


@frozen(kw_only=True)
class Posting:
    """A stay of a person at a local government for one proposal, both days included."""

    proposal: str | None = name("提案", "proposal")
    place: str | None = text("常駐場所", "place")
    start: date | None = day("常駐開始日", "posted from", key="from")
    end: date | None = day("常駐終了日", "posted to", key="to")
    dedicated: bool | None = flag("本業務への専念", "works on this alone")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self) + reversed_days(self.start, self.end, "to", "from"))


@frozen(kw_only=True)
class StaffMember:
    """A person of the dossier; every fact left out is unknown, ``id`` and ``roles`` are always given."""

    id: str = field(metadata=fact(is_id, "従事者の識別子", "person id"))
    roles: tuple[StaffRole, ...] = choices(StaffRole, "役割", "roles", required=True)
    member: str | None = name("所属法人", "corporation")
    name: str | None = text("氏名", "name")
    employment: Employment | None = choice(Employment, "雇用形態", "employment")
    lives_in_japan: bool | None = flag("国内在住", "lives in Japan")
    enough_time: bool | None = flag("必要かつ十分な時間の確保", "enough time for the work")
    directed_comparable_project: bool | None = flag(
        "同規模プロジェクトの統括実績", "has directed a project of comparable size"
    )
    expected_to_leave: bool | None = flag("応募者を離れる見込み", "expected to leave the applicant")
    prefectural_dx_experience: bool | None = flag(
        "都道府県現場のDX関連業務の経験", "experience of DX work on the spot in a prefecture"
    )
    related_experience: bool | None = flag("関連業務の経験・実績", "experience of related work")
    domains: tuple[Domain, ...] | None = choices(Domain, "知見・実績の領域", "domains of knowledge")
    nationality_disclosed: bool | None = flag("国籍の情報の提示", "nationality disclosed")
    career_filed: bool | None = flag("業務分担・経歴の提出", "duties and career filed")
    postings: tuple[Posting, ...] | None = items(Posting, "常駐期間", "postings")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))

    def has(self, role: StaffRole) -> bool:
        """Whether the person has a role."""
        return role in self.roles
