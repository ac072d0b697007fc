"""What a dossier tells of the duties of the contract, as subjects of rules on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from attrs import AttrsInstance, frozen

from koubo.calls import Call
from koubo.engine.outcome import Instance
from koubo.facts.duties.events import accident_facts, incident_facts
from koubo.facts.duties.information import entry_facts, information_facts, return_facts
from koubo.facts.duties.plan import PlanFacts
from koubo.facts.duties.reports import report_facts
from koubo.facts.duties.supply_chain import supply_chain_facts
from koubo.facts.duties.term import term_of
from koubo.models.dossier import Contract, Dossier
from koubo.models.happened import missing, occurred
from koubo.models.implementation import ImplementationPlan, PlanPart
from koubo.models.information import Information, ReturnPlan
from koubo.models.outcomes import Report, ReportKind
from koubo.models.partners import Activities
from koubo.models.security import Security
from koubo.rules import duties as rules
from koubo.rules.subject import Subject


@frozen(eq=False)
class DutySubjects:
    """The subjects of a dossier as they stand on a day; an incident or accident after it has not happened.

    Attributes:
        dossier: what is known.
        call: the call.
        on: the day asked about.
        now: the moment up to which something may have happened.
    """

    dossier: Dossier
    call: Call
    on: date
    now: datetime

    def instances(self) -> list[Instance]:
        """Return all subjects; what is asked of every contract is there also where the dossier says nothing of it."""
        return [*self._of_the_contract(), *self._of_the_work(), *self._of_information()]

    def _of_the_contract(self) -> Iterator[Instance]:
        dossier = self.dossier
        plan = dossier.plan or ImplementationPlan()
        facts = PlanFacts(
            missing_parts=missing(PlanPart, plan.parts),
            has_subcontracts=None if dossier.subcontracts is None else bool(dossier.subcontracts),
            contract_signed_on=self._signed_on,
        )
        yield self._one(rules.vi_1_plan.plan, "plan", plan, facts)
        yield from self._each(rules.vi_2_assets.asset, "assets", dossier.assets)
        for name, report in reports(dossier.reports):
            yield self._one(rules.vii_reports.report, name, report, report_facts(report))
        yield from self._each(rules.vii_publications.publication, "publications", dossier.publications)
        yield from self._each(rules.vii_rights.invention, "inventions", dossier.inventions)
        yield from self._each(rules.vii_publications.disclosure, "disclosures", dossier.disclosures)

    def _of_the_work(self) -> Iterator[Instance]:
        dossier = self.dossier
        items = None if dossier.proposal is None else dossier.proposal.supply_chain_items
        for name, item in named("proposal.supply_chain_items", items):
            yield self._one(rules.viii_4_supply_chain.item, name, item, supply_chain_facts(item))
        yield from self._each(rules.viii_4_partners.subcontract, "subcontracts", dossier.subcontracts)
        yield from self._each(rules.viii_4_partners.change, "staff_changes", dossier.staff_changes)
        for name, accident in named("accidents", dossier.accidents):
            if accident.noticed_at is not None and accident.noticed_at > self.now:
                continue
            yield self._one(rules.viii_4_accidents.accident, name, accident, accident_facts(accident, self.now))
        yield self._one(rules.viii_5_security.security, "security", dossier.security or Security())
        for name, incident in named("incidents", dossier.incidents):
            if incident.recognised_at is not None and incident.recognised_at > self.now:
                continue
            yield self._one(
                rules.viii_5_incidents.incident, name, incident, incident_facts(incident, self.call, self.now)
            )
        yield from self._each(rules.ix_permits.permit, "permits", dossier.permits)
        activities = dossier.activities or Activities()
        yield self._one(rules.annex_2_activities.activities, "activities", activities, term_of(dossier, self.on))

    def _of_information(self) -> Iterator[Instance]:
        information, security = self.dossier.information or Information(), self.dossier.security or Security()
        facts = information_facts(
            information,
            contract_signed_on=self._signed_on,
            work_started_on=security.work_started_on,
            national_security=security.national_security,
        )
        yield self._one(rules.annex_3_plan.plan, "information", information, facts)
        yield from self._each(rules.annex_3_plan.handler, "information.handlers", information.handlers)
        for name, entry in named("information.register", information.register):
            known = entry_facts(entry, information.return_plan, self.on)
            retention = {"retention_set": True} if entry.keep_until is not None else {}
            term = term_of(self.dossier, self.on)
            yield self._one(rules.viii_5_register.entry, name, entry, known, retention, term)
        yield from self._each(rules.annex_3_plan.change, "information.changes", information.changes)
        plan = information.return_plan or ReturnPlan()
        returned = return_facts(plan, information.register, self.on)
        yield self._one(rules.annex_3_plan.return_plan, "information.return_plan", plan, returned)

    @property
    def _signed_on(self) -> date | None:
        return (self.dossier.contract or Contract()).signed_on

    def _each(self, subject: Subject, place: str, some: Sequence[Any] | None) -> Iterator[Instance]:
        for name, one in named(place, some):
            yield self._one(subject, name, one)

    def _one(self, subject: Subject, name: str, told: AttrsInstance, *facts: Any) -> Instance:
        return Instance(subject.kind, name, subject.flatten(told, occurred(told, self.now), *facts))


def named(place: str, some: Sequence[Any] | None) -> Iterator[tuple[str, Any]]:
    """Yield the entries of a list, each with the name under which it is reported: by its id, else by its place."""
    for index, one in enumerate(some or ()):
        yield f"{place}[{index if one.id is None else one.id}]", one


def reports(told: Iterable[Report] | None) -> Iterator[tuple[str, Report]]:
    """Yield the reports told of and those that are due in any case.

    A report that a given list does not hold was not submitted; where no list is given, that is not known. A report of
    a kind that is not told may be any of them.
    """
    listed = tuple(told or ())
    unknown = told is None or any(one.kind is None for one in listed)
    seen: set[ReportKind | None] = {None}
    for index, one in enumerate(listed):
        yield f"reports[{index if one.kind is None or one.kind in seen else one.kind.value}]", one
        seen.add(one.kind)
    for kind in ReportKind:
        if not any(one.kind is kind for one in listed):
            yield f"reports[{kind.value}]", Report(kind=kind, submitted_on=None if unknown else False)
