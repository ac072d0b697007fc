"""The dossier: everything that is known of one application and of the work that follows from it."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import field, frozen

from koubo.calls import get_call
from koubo.errors import InputError, Mistake
from koubo.models.applicant import Applicant, Member
from koubo.models.assets import Asset
from koubo.models.checks import OfType, fact, field_mistakes, is_id, is_yen, raise_all, reversed_days, shown, twice
from koubo.models.events import Accident, Incident
from koubo.models.expense import Budget
from koubo.models.fields import day, yen
from koubo.models.implementation import ImplementationPlan
from koubo.models.information import Information
from koubo.models.many import items
from koubo.models.outcomes import Disclosure, Invention, Publication, Report
from koubo.models.partners import Activities, Permit, StaffChange, Subcontract
from koubo.models.proposal import Proposal
from koubo.models.security import Security
from koubo.models.staff import StaffMember, StaffRole
from koubo.models.submission import Submission

_REGISTERS = (
    *("assets", "incidents", "accidents", "publications", "inventions"),
    *("disclosures", "subcontracts", "staff_changes", "permits"),
)
"""The lists of what happens during the work, each entry with an id or its place."""


@frozen(kw_only=True)
class Advance:
    """A payment before the settlement (概算払・前払), tax included."""

    amount_with_tax_yen: int = field(metadata=fact(is_yen, "金額（税込）", "amount with tax", "yen"))
    paid_on: date | None = day("支払日", "paid on")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))


@frozen(kw_only=True)
class Contract:
    """The contract: its term, both days included, the day on which it is signed, its amount and what was paid on it."""

    start: date | None = day("契約開始日", "contract begins", key="from")
    end: date | None = day("契約終了日", "contract ends", key="to")
    signed_on: date | None = day("契約締結日", "contract signed on")
    amount_with_tax_yen: int | None = yen("契約金額（上限、税込）", "contract amount (ceiling, with tax)")
    advances: tuple[Advance, ...] | None = items(Advance, "概算払・前払", "advance payments")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self) + reversed_days(self.start, self.end, "to", "from"))


def _part(kind: type, ja: str, en: str) -> Any:
    return field(default=None, metadata=fact(OfType(kind, f"a {kind.__name__}"), ja, en))


def _published(value: object) -> Any:
    return "r7" if value is None else value


@frozen(kw_only=True)
class Dossier:
    """What is known of one application.

    Every fact that is left out is unknown. A list that is given is whole; one that is left out is unknown. An end
    (``registered_to``, a suspension's ``to``) that is left out is still running.

    Raises:
        InputError: with all mistakes: ids that do not resolve or stand twice, a region or support item that the call
            does not have, dates in reverse order, …
    """

    call: str = field(default="r7", converter=_published, metadata=fact(is_id, "公募", "call for proposals"))
    contract: Contract | None = _part(Contract, "契約", "contract")
    applicant: Applicant | None = _part(Applicant, "応募者", "applicant")
    staff: tuple[StaffMember, ...] | None = items(StaffMember, "業務従事者", "staff")
    proposal: Proposal | None = _part(Proposal, "提案", "proposal")
    submission: Submission | None = _part(Submission, "提出", "submission")
    budget: Budget | None = _part(Budget, "支出計画書", "budget")
    incidents: tuple[Incident, ...] | None = items(Incident, "情報セキュリティの侵害", "incidents")
    accidents: tuple[Accident, ...] | None = items(Accident, "事故", "accidents")
    information: Information | None = _part(Information, "情報管理", "information management")
    assets: tuple[Asset, ...] | None = items(Asset, "取得財産", "assets")
    plan: ImplementationPlan | None = _part(ImplementationPlan, "実施計画書", "implementation plan")
    reports: tuple[Report, ...] | None = items(Report, "報告書", "reports")
    publications: tuple[Publication, ...] | None = items(Publication, "公表", "publications")
    inventions: tuple[Invention, ...] | None = items(Invention, "発明等", "inventions")
    disclosures: tuple[Disclosure, ...] | None = items(Disclosure, "秘密の開示", "disclosures of secrets")
    subcontracts: tuple[Subcontract, ...] | None = items(Subcontract, "再委託・外注", "subcontracts")
    staff_changes: tuple[StaffChange, ...] | None = items(StaffChange, "業務従事者等の異動", "changes of staff")
    permits: tuple[Permit, ...] | None = items(Permit, "許認可等", "permits")
    activities: Activities | None = _part(Activities, "広報・研修・現地セミナー等", "training, seminar and publicity")
    security: Security | None = _part(Security, "情報セキュリティの体制", "structure for information security")

    def __attrs_post_init__(self) -> None:
        mistakes = field_mistakes(self)
        if not mistakes:
            mistakes += [*self._unknown_to_call(), *self._unknown_members()]
            mistakes += twice((person.id for person in self.staff or ()), "staff")
            for key in _REGISTERS:
                # What has no id of its own is told apart by its place.
                ids = (f"\0{place}" if one.id is None else one.id for place, one in enumerate(getattr(self, key) or ()))
                mistakes += twice(ids, key)
        raise_all(mistakes)

    @property
    def members(self) -> tuple[Member, ...] | None:
        """The members of the applicant; ``None`` where they are not known."""
        return None if self.applicant is None else self.applicant.members

    @property
    def is_consortium(self) -> bool | None:
        """Whether several corporations apply jointly; ``None`` where the members are not known."""
        return None if self.applicant is None else self.applicant.is_consortium

    @property
    def representative_id(self) -> str | None:
        """The id of the representative: the one named, or the only member; ``None`` where it is not known."""
        return None if self.applicant is None else self.applicant.representative_id

    def person(self, person_id: str | None) -> StaffMember | None:
        """Return a person of the staff by id, ``None`` where there is none."""
        return next((person for person in self.staff or () if person.id == person_id), None)

    def people(self, role: StaffRole) -> tuple[StaffMember, ...] | None:
        """Return the people who have a role; ``None`` where the staff is not known."""
        return None if self.staff is None else tuple(person for person in self.staff if person.has(role))

    def member_of(self, person: StaffMember) -> str | None:
        """Return the id of a person's corporation: the one stated, or the only member; ``None`` where not known."""
        if person.member is None and self.members is not None and len(self.members) == 1:
            return self.members[0].id
        return person.member

    def _unknown_to_call(self) -> list[Mistake]:
        try:
            call = get_call(self.call)
        except InputError as error:
            return list(error.mistakes)
        proposal = self.proposal
        if proposal is None:
            return []
        mistakes: list[Mistake] = []
        if proposal.region is not None:
            try:
                call.region(proposal.region)
            except InputError as error:
                mistakes += [Mistake("proposal.region", one.found, one.expected) for one in error.mistakes]
        known = [item.id for item in call.support_items]
        mistakes += [
            Mistake(f"proposal.support_items[{index}]", shown(item), f"one of {', '.join(known)}")
            for index, item in enumerate(proposal.support_items or ())
            if item not in known
        ]
        return mistakes

    def _unknown_members(self) -> list[Mistake]:
        if self.members is None:
            return []
        ids = [member.id for member in self.members]
        return [
            Mistake(f"staff[{index}].member", shown(person.member), f"the id of a member: {', '.join(ids)}")
            for index, person in enumerate(self.staff or ())
            if person.member is not None and person.member not in ids
        ]
