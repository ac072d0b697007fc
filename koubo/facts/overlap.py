"""People posted for two proposals on the same day (IV.3.(4).⑥)."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from koubo.facts.days import Stretch, certain, joined, listed, possible
from koubo.facts.people import Person, Pool, is_for
from koubo.models.dossier import Dossier
from koubo.models.fields import count, flag, text
from koubo.models.staff import Posting, StaffRole


@frozen(kw_only=True)
class PostedPersonFacts:
    """The days on which a person is posted for this proposal and for another one."""

    posted: bool | None = flag("常駐の予定", "is posted")
    shared_days: int | None = count("重複する日数", "days shared", minimum=0, unit="day")
    shared: str | None = text("重複する提案と期間", "proposals and days shared")


def posted_people(dossier: Dossier, pool: Pool) -> list[tuple[str, PostedPersonFacts]]:
    """Return the people of a proposal with the days that they share with other proposals, by their ids."""
    own = [Person(dossier, entry) for entry in dossier.staff or ()]
    return [
        (person.entry.id, _facts(dossier, pool.postings(person)))
        for person in [*own, *pool.posted_from_elsewhere(dossier)]
        if person.entry.has(StaffRole.RESIDENT_SUPPORTER) or pool.postings(person)
    ]


def _facts(dossier: Dossier, postings: Sequence[Posting] | None) -> PostedPersonFacts:
    if postings is None:
        return PostedPersonFacts()
    shared: dict[str, list[Stretch]] = {}
    open_question = False
    for mine in postings:
        if is_for(mine, dossier) is False:
            continue
        for other in postings:
            if other is mine or (other.proposal is not None and other.proposal == mine.proposal):
                continue
            days = _shared(mine, other)
            if days is not None and is_for(mine, dossier) and other.proposal is not None:
                shared.setdefault(other.proposal, []).append(days)
            elif possible(mine).within(possible(other)) is not None:
                open_question = True
    if open_question and not shared:
        return PostedPersonFacts(posted=True)
    every_day = joined(stretch for stretches in shared.values() for stretch in stretches)
    return PostedPersonFacts(
        posted=bool(postings),
        shared_days=sum(stretch.days for stretch in every_day),
        shared="; ".join(f"{other}: {listed(joined(days))}" for other, days in sorted(shared.items())),
    )


def _shared(mine: Posting, other: Posting) -> Stretch | None:
    first, second = certain(mine), certain(other)
    return None if first is None or second is None else first.within(second)
