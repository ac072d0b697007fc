"""The applicant (応募者): one corporation or a consortium, and what each member says of itself (IV.1.(1))."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from attrs import field, frozen

from koubo.errors import Mistake
from koubo.models.checks import (
    Check,
    OfType,
    fact,
    field_mistakes,
    is_id,
    raise_all,
    reversed_days,
    shown,
    twice,
)
from koubo.models.corporate_number import is_corporate_number, is_invoice_number, known_number
from koubo.models.fields import choice, day, flag, text
from koubo.models.labelled import LabelledEnum
from koubo.models.many import items, names
from koubo.models.ownership import Shareholding, oversold


class LegalForm(LabelledEnum):
    """The legal forms that the call names (IV.1.(1).ニ.①)."""

    COMPANY = "company", "民間企業", "company"
    TECHNOLOGY_RESEARCH_ASSOCIATION = (
        "technology_research_association",
        "技術研究組合",
        "technology research association",
    )
    PUBLIC_INTEREST_CORPORATION = "public_interest_corporation", "公益法人", "public interest corporation"
    GENERAL_CORPORATION = "general_corporation", "一般法人", "general incorporated association or foundation"
    NATIONAL_RESEARCH_AGENCY = (
        "national_research_agency",
        "国立研究開発法人",
        "national research and development agency",
    )
    UNIVERSITY = "university", "大学", "university"
    LOCAL_GOVERNMENT = "local_government", "地方公共団体", "local government"
    NPO = "npo", "NPO法人", "nonprofit corporation"
    COOPERATIVE = "cooperative", "協同組合", "cooperative"
    OTHER = "other", "その他の法人", "another body with legal personality"
    NONE = "none", "法人格なし", "no legal personality"


class Agreement(LabelledEnum):
    """How far the consortium agreement (協定書) has come (IV.1.(1).イ.②)."""

    CONCLUDED = "concluded", "締結済み", "concluded"
    CERTAIN = "certain", "締結が確実", "certain to be concluded"
    UNCERTAIN = "uncertain", "締結が不確実", "uncertain"
    NONE = "none", "締結の予定なし", "none"


class RecordRole(LabelledEnum):
    """In which role a project of the track record was carried out."""

    PRIME = "prime", "元請", "prime contractor"
    SUBCONTRACTOR = "subcontractor", "再委託先", "subcontractor"


def _id_or_nobody(ja: str, en: str) -> Any:
    """An id, or ``False`` for nobody."""

    def check(value: object) -> str | None:
        return None if value is False or is_id(value) is None else "an id, or false for nobody"

    return field(default=None, metadata=fact(check, ja, en))


def _number(check: Check, ja: str, en: str) -> Any:
    return field(default=None, metadata=fact(check, ja, en))


@frozen(kw_only=True)
class Invoice:
    """A registration as issuer of qualified invoices (適格請求書発行事業者); without an end it is running."""

    number: str | None = _number(is_invoice_number, "登録番号", "registration number")
    registered_from: date | None = day("登録日", "registered from")
    registered_to: date | None = day("登録の失効日", "registered to")

    def __attrs_post_init__(self) -> None:
        mistakes = field_mistakes(self)
        raise_all(
            mistakes + reversed_days(self.registered_from, self.registered_to, "registered_to", "registered_from")
        )

    @property
    def known_number(self) -> str | None:
        """The number; ``None`` for a placeholder."""
        return known_number(self.number)


@frozen(kw_only=True)
class Suspension:
    """A suspension from designated bidding (指名停止) by the ministry; without an end it is running."""

    start: date | None = day("指名停止の開始日", "suspended from", key="from")
    end: date | None = day("指名停止の終了日", "suspended to", key="to")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self) + reversed_days(self.start, self.end, "to", "from"))


@frozen(kw_only=True)
class TrackRecord:
    """A project that a corporation has carried out (実施実績)."""

    title: str | None = text("件名", "title")
    client: str | None = text("発注元", "client")
    public_office: bool | None = flag("官公庁の業務", "work for a public office")
    domestic: bool | None = flag("国内の業務", "in Japan")
    role: RecordRole | None = choice(RecordRole, "元請・再委託の別", "role")
    similar: bool | None = flag("同種・類似の事業", "same or similar kind of work")
    start: date | None = day("開始日", "from", key="from")
    end: date | None = day("終了日", "to", key="to")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self) + reversed_days(self.start, self.end, "to", "from"))


@frozen(kw_only=True)
class Capability:
    """What a corporation is able to do, with the structure for it (IV.1.(1).イ.①, ⑥)."""

    planning: bool | None = flag("企画・立案の能力・体制", "planning")
    progress_management: bool | None = flag("進行管理の能力・体制", "progress management")
    coordination: bool | None = flag("関係機関との相互調整の能力・体制", "coordination with bodies concerned")
    proofreading: bool | None = flag("資料・報告書の作成体制（校正の質）", "documents and reports of assured quality")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))


def _is_invoice(value: object) -> str | None:
    return None if value is False or isinstance(value, Invoice) else "a registration, or false for none"


@frozen(kw_only=True)
class Member:
    """A corporation that applies, alone or in a consortium; every fact left out is unknown."""

    id: str = field(metadata=fact(is_id, "法人の識別子", "member id"))
    name: str | None = text("名称", "name")
    legal_form: LegalForm | None = choice(LegalForm, "法人の種別", "legal form")
    established_in_japan: bool | None = flag("国内に設置された法人", "established in Japan")
    has_structure_and_facilities: bool | None = flag("業務を行う体制・設備", "structure and facilities for the work")
    corporate_number: str | None = _number(is_corporate_number, "法人番号", "corporate number")
    invoice: Invoice | Literal[False] | None = field(
        default=None, metadata=fact(_is_invoice, "適格請求書発行事業者の登録", "registration for qualified invoices")
    )
    suspensions: tuple[Suspension, ...] | None = items(Suspension, "指名停止", "suspensions")
    accepts_contract: bool | None = flag("契約書への合意", "agrees to the contract form")
    barred_by_cabinet_order: bool | None = flag("予決令第70条・第71条への該当", "barred by the cabinet order")
    antisocial_ties: bool | None = flag("暴力団排除対象者への該当", "ties to organised crime")
    improper_conduct: bool | None = flag("不適当な行為", "improper conduct")
    antisocial_subcontractors: bool | None = flag(
        "暴力団排除対象者への下請負・再委託", "subcontracts to persons with such ties"
    )
    human_rights_effort: bool | None = flag("人権尊重の取組", "efforts to respect human rights")
    capability: Capability | None = field(
        default=None, metadata=fact(OfType(Capability, "a mapping of abilities"), "能力・体制", "capability")
    )
    track_record: tuple[TrackRecord, ...] | None = items(TrackRecord, "実施実績", "track record")
    lead: str | Literal[False] | None = _id_or_nobody("業務責任者", "lead")
    information_manager: str | Literal[False] | None = _id_or_nobody("情報管理責任者", "information manager")
    accounting_officers: tuple[str, ...] | None = names("経理責任者", "accounting officers")

    def __attrs_post_init__(self) -> None:
        mistakes = field_mistakes(self)
        if isinstance(self.accounting_officers, tuple):
            mistakes += _again(self.accounting_officers, "accounting_officers")
        raise_all(mistakes)

    @property
    def known_number(self) -> str | None:
        """The corporate number; ``None`` where it is not known or a placeholder."""
        return known_number(self.corporate_number)


Corporation = Member
"""A member is a corporation."""


@frozen(kw_only=True)
class Applicant:
    """Who applies: one corporation, or several jointly."""

    members: tuple[Member, ...] | None = items(Member, "構成員", "members")
    representative: str | Literal[False] | None = _id_or_nobody("代表機関", "representative")
    consortium_agreement: Agreement | None = choice(Agreement, "コンソーシアム協定書", "consortium agreement")
    consortium_agreement_on: date | None = day("協定書の締結日", "day of the consortium agreement")
    general_information_manager: str | Literal[False] | None = _id_or_nobody(
        "情報管理統括責任者", "general information manager"
    )
    general_accounting_officer: str | Literal[False] | None = _id_or_nobody(
        "経理統括責任者", "general accounting officer"
    )
    invoice_oath: bool | None = flag("消費税法第57条の6の宣誓", "oath on article 57-6 of the Consumption Tax Act")
    shareholdings: tuple[Shareholding, ...] | None = items(Shareholding, "出資関係", "shareholdings")

    def __attrs_post_init__(self) -> None:
        mistakes = field_mistakes(self)
        if isinstance(self.members, tuple) and not mistakes:
            if not self.members:
                mistakes.append(Mistake("members", "an empty list", "at least one member"))
            ids = [member.id for member in self.members]
            mistakes += twice(ids, "members")
            if isinstance(self.representative, str) and self.representative not in ids:
                mistakes.append(Mistake("representative", shown(self.representative), f"a member: {', '.join(ids)}"))
        if isinstance(self.shareholdings, tuple) and not mistakes:
            mistakes += [mistake.under("shareholdings") for mistake in oversold(self.shareholdings)]
        raise_all(mistakes)

    @property
    def is_consortium(self) -> bool | None:
        """Whether several corporations apply jointly; ``None`` where the members are not known."""
        return None if self.members is None else len(self.members) > 1

    @property
    def representative_id(self) -> str | None:
        """The id of the representative: the one named, or the only member; ``None`` where there is none known."""
        if self.representative is None and self.members is not None and len(self.members) == 1:
            return self.members[0].id
        return self.representative or None

    def member(self, member_id: str | None) -> Member | None:
        """Return a member by its id, ``None`` where there is none."""
        return next((member for member in self.members or () if member.id == member_id), None)


def _again(ids: tuple[str, ...], place: str) -> list[Mistake]:
    return [
        Mistake(f"{place}[{index}]", f"{shown(one)} a second time", "each person once")
        for index, one in enumerate(ids)
        if one in ids[:index]
    ]
