"""Who is the same person, corporation or applicant in several dossiers, and all postings of a person together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from attrs import frozen

from koubo.models.applicant import Member
from koubo.models.dossier import Dossier
from koubo.models.staff import Posting, StaffMember, StaffRole


@frozen(eq=False)
class Person:
    """A person as one dossier knows them."""

    dossier: Dossier
    entry: StaffMember

    @property
    def corporation(self) -> Member | None:
        """The corporation that the person belongs to, where it is known."""
        applicant = self.dossier.applicant
        return None if applicant is None else applicant.member(self.dossier.member_of(self.entry))

    @property
    def postings(self) -> tuple[Posting, ...] | None:
        """The postings; ``None`` where they are not known. Only of a resident supporter are they asked for."""
        if self.entry.postings is None and not self.entry.has(StaffRole.RESIDENT_SUPPORTER):
            return ()
        return self.entry.postings

    def is_same(self, other: Person) -> bool:
        """Whether it is the same person: the same id at the same corporation."""
        return self.entry.id == other.entry.id and same_corporation(self.corporation, other.corporation)


def same_corporation(first: Member | None, second: Member | None) -> bool:
    """Whether two entries mean one corporation: by their corporate numbers, else by their ids."""
    if first is None or second is None:
        return False
    numbers = first.known_number, second.known_number
    return first.id == second.id if None in numbers else numbers[0] == numbers[1]


def same_applicant(first: Dossier, second: Dossier) -> bool:
    """Whether two dossiers are of one applicant: the same representative, or the same members."""
    if first.applicant is None or second.applicant is None:
        return False
    leader, other = (one.member(one.representative_id) for one in (first.applicant, second.applicant))
    if same_corporation(leader, other):
        return True
    ours, theirs = first.members or (), second.members or ()
    return (
        bool(ours)
        and len(ours) == len(theirs)
        and all(any(same_corporation(one, other) for other in theirs) for one in ours)
    )


def is_for(posting: Posting, dossier: Dossier) -> bool | None:
    """Whether a posting is for the proposal of a dossier."""
    if posting.proposal is None or dossier.proposal is None:
        return None
    return posting.proposal == dossier.proposal.id


@frozen(eq=False)
class Pool:
    """All dossiers that are checked together."""

    dossiers: tuple[Dossier, ...]

    @cached_property
    def _by_id(self) -> dict[str, list[Person]]:
        people: dict[str, list[Person]] = {}
        for dossier in self.dossiers:
            for entry in dossier.staff or ():
                people.setdefault(entry.id, []).append(Person(dossier, entry))
        return people

    def postings(self, person: Person) -> tuple[Posting, ...] | None:
        """Return the postings of a person that any dossier tells of; ``None`` where one does not know them."""
        found: list[Posting] = []
        for other in self._by_id.get(person.entry.id, ()):
            if other.entry is person.entry or other.is_same(person):
                if other.postings is None:
                    return None
                found += [posting for posting in other.postings if posting not in found]
        return tuple(found)

    def posted_from_elsewhere(self, dossier: Dossier) -> Sequence[Person]:
        """Return the people whom only other dossiers tell to be posted for the proposal of a dossier."""
        if dossier.proposal is None:
            return []
        found: list[Person] = []
        for namesakes in self._by_id.values():
            known = [one for one in namesakes if one.dossier is dossier]
            for other in namesakes:
                posted = any(is_for(posting, dossier) for posting in other.entry.postings or ())
                if posted and other.dossier is not dossier and not any(other.is_same(one) for one in known):
                    known.append(other)
                    found.append(other)
        return found

    def others_for_region(self, dossier: Dossier) -> int | None:
        """Return how many other dossiers of the same applicant are for the same region."""
        place = next(number for number, one in enumerate(self.dossiers) if one is dossier)
        others = [other for number, other in enumerate(self.dossiers) if number != place]
        regions = [_region(other) for other in others if same_applicant(other, dossier)]
        own = _region(dossier)
        return None if regions and (own is None or None in regions) else regions.count(own)


def _region(dossier: Dossier) -> str | None:
    return None if dossier.proposal is None else dossier.proposal.region
