"""The facts of a member: what a corporation has to fulfil itself (IV.1.(1).イ.③, ⑤, ⑥, ニ)."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from koubo.calls import Call
from koubo.facts.application_day import application_day
from koubo.facts.appointment import appointed, belongs
from koubo.facts.logic import every
from koubo.models.applicant import Invoice, LegalForm, Member
from koubo.models.checks import fact, is_flag
from koubo.models.dossier import Dossier
from koubo.models.fields import choice, count, day, flag


@frozen(kw_only=True)
class MemberFacts:
    """What is known of one corporation."""

    joint: bool = field(metadata=fact(is_flag, "共同での応募", "applies jointly"))

    legal_form: LegalForm | None = choice(LegalForm, "法人の種別", "legal form")
    established_in_japan: bool | None = flag("国内に設置された法人", "established in Japan")
    has_structure_and_facilities: bool | None = flag("業務を行う体制・設備", "structure and facilities for the work")
    accepts_contract: bool | None = flag("契約書への合意", "agrees to the contract form")
    barred_by_cabinet_order: bool | None = flag("予決令第70条・第71条への該当", "barred by the cabinet order")
    antisocial_ties: bool | None = flag("暴力団排除対象者への該当", "ties to organised crime")
    improper_conduct: bool | None = flag("不適当な行為", "improper conduct")
    antisocial_subcontractors: bool | None = flag(
        "暴力団排除対象者への下請負・再委託", "subcontracts to persons with such ties"
    )
    human_rights_effort: bool | None = flag("人権尊重の取組", "efforts to respect human rights")

    lead_named: bool | None = flag("業務責任者の設置", "lead appointed")
    lead_belongs: bool | None = flag("業務責任者が自法人の所属", "the lead is one of its people")
    information_manager_named: bool | None = flag("情報管理責任者の設置", "information manager appointed")
    information_manager_belongs: bool | None = flag(
        "情報管理責任者が自法人の所属", "the information manager is one of its people"
    )
    accounting_officers: int | None = count("経理責任者の人数", "accounting officers", minimum=0, unit="persons")
    accounting_officers_belong: bool | None = flag("経理責任者が自法人の所属", "the accounting officers are its people")

    invoice_registered: bool | None = flag("適格請求書発行事業者の登録", "registered for qualified invoices")
    invoice_registered_from: date | None = day("登録日", "registered from")
    invoice_expired: bool | None = flag("応募時点での登録の失効", "registration expired before the application")
    applied_on: date | None = day("応募時点", "time of application")


def member_facts(member: Member, dossier: Dossier, call: Call) -> MemberFacts:
    """Return the facts of a member of the dossier's applicant."""
    officers = member.accounting_officers
    applied_on = application_day(dossier, call)
    invoice = member.invoice if isinstance(member.invoice, Invoice) else None
    return MemberFacts(
        joint=dossier.is_consortium is True,
        legal_form=member.legal_form,
        established_in_japan=member.established_in_japan,
        has_structure_and_facilities=member.has_structure_and_facilities,
        accepts_contract=member.accepts_contract,
        barred_by_cabinet_order=member.barred_by_cabinet_order,
        antisocial_ties=member.antisocial_ties,
        improper_conduct=member.improper_conduct,
        antisocial_subcontractors=member.antisocial_subcontractors,
        human_rights_effort=member.human_rights_effort,
        lead_named=appointed(member.lead),
        lead_belongs=belongs(dossier, member.lead, member.id),
        information_manager_named=appointed(member.information_manager),
        information_manager_belongs=belongs(dossier, member.information_manager, member.id),
        accounting_officers=None if officers is None else len(officers),
        accounting_officers_belong=every(
            None if officers is None else [belongs(dossier, one, member.id) for one in officers]
        ),
        invoice_registered=_registered(member),
        invoice_registered_from=None if invoice is None else invoice.registered_from,
        invoice_expired=None if invoice is None else _expired(invoice, applied_on),
        applied_on=applied_on,
    )


def _registered(member: Member) -> bool | None:
    """Whether there is a registration: its number says so, a placeholder says nothing."""
    if not isinstance(member.invoice, Invoice):
        return member.invoice
    return None if member.invoice.known_number is None else True


def _expired(invoice: Invoice, applied_on: date) -> bool:
    return invoice.registered_to is not None and invoice.registered_to < applied_on
