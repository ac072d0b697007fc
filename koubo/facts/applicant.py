"""The facts of the applicant as a whole: who of several must, and who of them does (IV.1.(1).イ, IV.3.(4).⑥)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from attrs import field, frozen

from koubo.calls import Call
from koubo.facts.appointment import appointed, belongs
from koubo.facts.logic import every, some
from koubo.facts.people import Pool
from koubo.facts.presence import presence
from koubo.models.applicant import Agreement, Applicant, Capability, Member, TrackRecord
from koubo.models.checks import MAX_COUNT, Whole, fact, is_flag
from koubo.models.dossier import Dossier
from koubo.models.fields import choice, count, day, flag, text
from koubo.models.staff import Domain, StaffRole


@frozen(kw_only=True)
class ApplicantFacts:
    """What is known of the applicant, its members taken together."""

    joint: bool | None = flag("共同での応募", "several corporations apply jointly")

    planning: bool | None = flag("企画・立案の能力・体制", "planning")
    progress_management: bool | None = flag("進行管理の能力・体制", "progress management")
    coordination: bool | None = flag("関係機関との相互調整の能力・体制", "coordination with bodies concerned")
    proofreading: bool | None = flag("資料・報告書の作成体制（校正の質）", "documents and reports of assured quality")
    records: int = field(
        metadata=fact(
            Whole(0, MAX_COUNT), "国内官公庁の同種・類似の実績", "like work for Japanese public offices", "records"
        )
    )
    possible_records: int | None = count(
        "該当しうる実績の件数", "number of records that may count", minimum=0, unit="records"
    )
    unclear_records: bool | None = flag("記載が不足する実績の該当", "records not told in full do count")

    agreement: Agreement | None = choice(Agreement, "コンソーシアム協定書", "consortium agreement")
    agreement_on: date | None = day("協定書の締結日", "day of the consortium agreement")
    signed_on: date | None = day("契約締結日", "contract signed on")
    representative_named: bool | None = flag("代表機関の選任", "representative appointed")
    invoice_oath: bool | None = flag("消費税法第57条の6の宣誓", "oath on article 57-6 of the Consumption Tax Act")
    general_information_manager_named: bool | None = flag(
        "情報管理統括責任者の設置", "general information manager appointed"
    )
    general_information_manager_belongs: bool | None = flag(
        "情報管理統括責任者が代表機関の所属", "the general information manager is of the representative"
    )
    general_accounting_officer_named: bool | None = flag("経理統括責任者の設置", "general accounting officer appointed")
    general_accounting_officer_belongs: bool | None = flag(
        "経理統括責任者が代表機関の所属", "the general accounting officer is of the representative"
    )

    project_managers: int | None = count("業務統括責任者の人数", "project managers", minimum=0, unit="persons")
    experienced_project_manager: bool | None = flag(
        "同規模プロジェクトの統括実績のある業務統括責任者", "a project manager who has directed a comparable project"
    )
    resident_supporters: int | None = count("常駐支援者の人数", "resident supporters", minimum=0, unit="persons")
    uncovered_days: int | None = count(
        "常駐支援者が不在となる日数", "days without enough supporters", minimum=0, unit="day"
    )
    gaps: str | None = text("常駐支援者が不在となる期間", "days without enough supporters, by date")
    consulting: bool | None = flag("コンサルティングの知見・実績", "consulting")
    business_development: bool | None = flag("事業開発・企画の知見・実績", "business development")
    systems_engineering: bool | None = flag("SEの知見・実績", "systems engineering")

    several_applications: bool = field(metadata=fact(is_flag, "複数の応募の確認", "several applications are checked"))
    others_for_region: int | None = count(
        "同じ支援地域への他の応募", "other applications for the same region", minimum=0, unit="proposals"
    )


def applicant_facts(dossier: Dossier, pool: Pool, call: Call) -> ApplicantFacts:
    """Return the facts of a dossier's applicant; ``pool`` holds all dossiers that are checked together."""
    applicant = dossier.applicant or Applicant()
    members = applicant.members
    records, possible_records = _records(members)
    there = presence(dossier, pool, call.integer("staff.min_resident_supporters"))
    managers = dossier.people(StaffRole.PROJECT_MANAGER)
    representative = applicant.representative_id
    general = applicant.general_information_manager, applicant.general_accounting_officer
    domains = _domains(dossier)
    return ApplicantFacts(
        joint=applicant.is_consortium,
        planning=_some_member(members, lambda able: able.planning),
        progress_management=_some_member(members, lambda able: able.progress_management),
        coordination=_some_member(members, lambda able: able.coordination),
        proofreading=_some_member(members, lambda able: able.proofreading),
        records=records,
        possible_records=possible_records,
        unclear_records=False if possible_records == records else None,
        agreement=applicant.consortium_agreement,
        agreement_on=applicant.consortium_agreement_on,
        signed_on=None if dossier.contract is None else dossier.contract.signed_on,
        representative_named=True if representative is not None else appointed(applicant.representative),
        invoice_oath=applicant.invoice_oath,
        general_information_manager_named=appointed(general[0]),
        general_information_manager_belongs=belongs(dossier, general[0], representative),
        general_accounting_officer_named=appointed(general[1]),
        general_accounting_officer_belongs=belongs(dossier, general[1], representative),
        project_managers=_number(managers),
        experienced_project_manager=some(
            None if managers is None else [one.directed_comparable_project for one in managers]
        ),
        resident_supporters=_number(dossier.people(StaffRole.RESIDENT_SUPPORTER)),
        uncovered_days=there.uncovered_days,
        gaps=there.gaps,
        consulting=domains[Domain.CONSULTING],
        business_development=domains[Domain.BUSINESS_DEVELOPMENT],
        systems_engineering=domains[Domain.SYSTEMS_ENGINEERING],
        several_applications=len(pool.dossiers) > 1,
        others_for_region=pool.others_for_region(dossier),
    )


def _number(people: tuple[object, ...] | None) -> int | None:
    return None if people is None else len(people)


def _some_member(members: Iterable[Member] | None, ability: Callable[[Capability], bool | None]) -> bool | None:
    return some(None if members is None else [ability(one.capability or Capability()) for one in members])


def _records(members: tuple[Member, ...] | None) -> tuple[int, int | None]:
    """Return how many records count for certain, and how many may (``None``: any number)."""
    lists = [member.track_record for member in members or ()]
    counts = [_counts(record) for records in lists for record in records or ()]
    sure = counts.count(True)
    return sure, None if members is None or None in lists else sure + counts.count(None)


def _counts(record: TrackRecord) -> bool | None:
    """Whether a record is of like work for a Japanese public office; as prime contractor or under one."""
    return every((record.public_office, record.domestic, record.similar))


def _domains(dossier: Dossier) -> dict[Domain, bool | None]:
    """Return for each domain whether one of the resident supporters knows it."""
    residents = dossier.people(StaffRole.RESIDENT_SUPPORTER)
    return {
        domain: some(
            None if residents is None else [None if one.domains is None else domain in one.domains for one in residents]
        )
        for domain in Domain
    }
