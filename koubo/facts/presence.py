"""Whether a resident supporter is there on every day of the contract term (IV.1.(1).イ.④)."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from koubo.facts.days import EVER, Stretch, certain, joined, listed, possible, thin
from koubo.facts.people import Person, Pool, is_for
from koubo.models.dossier import Contract, Dossier
from koubo.models.staff import StaffRole


@frozen
class Presence:
    """The days without enough supporters; both are ``None`` where what is not known decides.

    ``gaps`` names them (``2025-08-01/2025-08-15``), "" where there are none.
    """

    uncovered_days: int | None = None
    gaps: str | None = None


WHOLE_TERM = "../.."
"""Names the days of a term that is not known, none of which is covered."""


def presence(dossier: Dossier, pool: Pool, needed: int) -> Presence:
    """Return the days of the term on which fewer resident supporters than needed are posted."""
    sure, maybe = _stretches(dossier, pool)
    term, known_days = _term(dossier.contract)
    if term is not None and maybe is not None:
        gaps = thin(term, maybe, needed)
        if gaps:
            return Presence(sum(gap.days for gap in gaps), listed(gaps))
    if term is not None and not thin(term, sure, needed):
        return Presence(0, "")
    if maybe is not None and len(maybe) < needed:
        return Presence(None, WHOLE_TERM)
    if maybe is not None and term is None:
        gaps = tuple(gap for day in known_days for gap in thin(Stretch(day, day), maybe, needed))
        if gaps:
            return Presence(None, listed(gaps))
    return Presence()


def _stretches(dossier: Dossier, pool: Pool) -> tuple[list[Stretch], list[Stretch] | None]:
    """Return the stays that are certain, and all that are possible (``None`` where the people are not known)."""
    residents = dossier.people(StaffRole.RESIDENT_SUPPORTER)
    if residents is None:
        return [], None
    sure: list[Stretch] = []
    maybe: list[Stretch] = []
    for entry in residents:
        postings = pool.postings(Person(dossier, entry))
        if postings is None:
            maybe.append(EVER)
            continue
        # A person counts once on a day, however many postings say so.
        own = [certain(one) for one in postings if is_for(one, dossier)]
        sure += joined(stay for stay in own if stay is not None)
        maybe += joined(possible(one) for one in postings if is_for(one, dossier) is not False)
    return sure, maybe


def _term(contract: Contract | None) -> tuple[Stretch | None, tuple[date, ...]]:
    """Return the term, and those of its two ends that are known."""
    if contract is None:
        return None, ()
    if contract.start is not None and contract.end is not None:
        return Stretch(contract.start, contract.end), (contract.start, contract.end)
    return None, tuple(day for day in (contract.start, contract.end) if day is not None)
