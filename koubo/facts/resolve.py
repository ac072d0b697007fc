"""What a dossier knows of a budget line: who supplies it, and what its person is to the work."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from attrs import frozen

from koubo.errors import Mistake
from koubo.models.expense import Budget, ExpenseLine, PersonRole, SupplierRelation
from koubo.models.ownership import near_group, possible_group, wholly_owned_group

if TYPE_CHECKING:
    from koubo.models.dossier import Dossier
    from koubo.models.ownership import Shareholding
    from koubo.models.staff import StaffMember

_NOT_ON_ROSTER = frozenset({"accounting_officer", "information_manager"})


@frozen(eq=False)
class Known:
    """A dossier as the lines of a budget see it; an empty one where there is no dossier."""

    dossier: Dossier | None

    @cached_property
    def members(self) -> frozenset[str]:
        """The ids of the members; empty where they are not known."""
        applicant = self.dossier.applicant if self.dossier is not None else None
        return frozenset(member.id for member in applicant.members or ()) if applicant is not None else frozenset()

    @cached_property
    def representative(self) -> str | None:
        """The id of the representative, where it is known."""
        return self.dossier.representative_id if self.dossier is not None else None

    @cached_property
    def staff(self) -> dict[str, StaffMember]:
        """The staff by id; empty where it is not known."""
        return {person.id: person for person in self.dossier.staff or ()} if self.dossier is not None else {}

    @cached_property
    def _companies(self) -> frozenset[str]:
        held = self._shareholdings or ()
        return frozenset(name for one in held for name in (one.owner, one.owned) if name is not None)

    @cached_property
    def _shareholdings(self) -> tuple[Shareholding, ...] | None:
        """The shareholdings; ``None`` where a dossier leaves them out, none where there is no dossier."""
        if self.dossier is None:
            return ()
        return None if self.dossier.applicant is None else self.dossier.applicant.shareholdings

    @cached_property
    def _wholly_owned(self) -> frozenset[str]:
        return wholly_owned_group(self.members, self._shareholdings or ())

    @cached_property
    def _possibly_owned(self) -> frozenset[str]:
        return possible_group(self.members, self._shareholdings or ())

    def relation(self, line: ExpenseLine, bearer: str) -> SupplierRelation | None:
        """Return the supplier's relation: derived where the dossier knows the supplier, else as stated, else other.

        It is unknown where nothing states it and shareholdings that are not known would decide.
        """
        supplier, stated = line.supplier, line.supplier_relation
        if supplier is None:
            return stated or SupplierRelation.OTHER
        if supplier in self.members:
            return SupplierRelation.SELF if supplier == bearer else SupplierRelation.CONSORTIUM_MEMBER
        if supplier in self._wholly_owned:
            return SupplierRelation.WHOLLY_OWNED
        if self._shareholdings is None or supplier in self._possibly_owned:
            return stated
        return SupplierRelation.OTHER if supplier in self._companies else stated or SupplierRelation.OTHER

    def near_group(self, line: ExpenseLine, bearer: str) -> bool:
        """Whether the supplier is close to the bearer's group without being wholly owned by it."""
        if line.supplier not in self._companies or line.supplier in self._wholly_owned | self.members:
            return False
        return line.supplier in near_group(bearer, self.members, self._shareholdings or ())

    def role(self, line: ExpenseLine) -> PersonRole | None:
        """Return the role of the line's person: derived where the person is on the staff, else as stated."""
        person = self.staff.get(line.person or "")
        if person is None:
            return line.person_role
        resident = PersonRole.RESIDENT_SUPPORTER
        return resident if resident.value in {role.value for role in person.roles} else PersonRole.STAFF

    def on_roster(self, line: ExpenseLine) -> bool | None:
        """Whether the line's person is on the roster: derived where the person is on the staff, else as stated."""
        person = self.staff.get(line.person or "")
        if person is None:
            return line.on_roster
        roles = {role.value for role in person.roles}
        return not roles or not roles <= _NOT_ON_ROSTER

    def overrides(self, line: ExpenseLine, bearer: str) -> dict[str, str | bool | None]:
        """Return the facts of a line that stand in place of what it states itself."""
        role, relation = self.role(line), self.relation(line, bearer)
        return {
            "supplier_relation": None if relation is None else relation.value,
            "supplier_near_group": self.near_group(line, bearer),
            "person_role": None if role is None else role.value,
            "on_roster": self.on_roster(line),
        }

    def mistakes(self, budget: Budget) -> list[Mistake]:
        """Return the ids of a budget that its dossier does not have, and postings of persons who are no supporters."""
        found = []
        for place, line in enumerate(budget.lines):
            if self.members and line.member is not None and line.member not in self.members:
                found.append(_no_member(f"budget.lines[{place}].member", line.member, self.members))
            if line.posting and self.role(line) not in {None, PersonRole.RESIDENT_SUPPORTER}:
                expected = "a person who is a resident_supporter"
                found.append(Mistake(f"budget.lines[{place}].posting", f"true for {line.person!r}", expected))
        if self.members:
            found += [
                _no_member(f"budget.general_admin_rates.{member}", member, self.members)
                for member in budget.general_admin_rates
                if member not in self.members
            ]
        return found


def _no_member(place: str, member: str, members: frozenset[str]) -> Mistake:
    return Mistake(place, repr(member), f"the id of a member: {', '.join(sorted(members))}")
