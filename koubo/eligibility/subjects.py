"""The subjects of one dossier as a run judges them: proposal, applicant, members, suspensions, people."""

from __future__ import annotations

from attrs import Factory, frozen

from koubo.calls import Call
from koubo.engine.outcome import Instance
from koubo.facts.applicant import applicant_facts
from koubo.facts.member import member_facts
from koubo.facts.overlap import posted_people
from koubo.facts.people import Pool
from koubo.facts.person import person_facts
from koubo.facts.proposal import proposal_facts
from koubo.facts.suspension import suspensions
from koubo.models.dossier import Dossier
from koubo.rules.iv_1_qualifications.subjects import applicant, member, person
from koubo.rules.iv_2_to_6_submission.invalidity import proposal
from koubo.rules.iv_3_4_several_applications import posted_person
from koubo.rules.subject import Subject
from koubo.rules.viii_2_suspension import suspension

DOSSIER, PROPOSAL, APPLICANT = 0, 1, 2
"""The places of the subjects that every dossier has."""


@frozen(eq=False)
class Subjects:
    """The subjects of a dossier, and the places of its members among them."""

    instances: list[Instance] = Factory(list)
    members: dict[str, int] = Factory(dict)

    def add(self, subject: Subject, name: str, facts: object, parent: int) -> int:
        """Add a subject below another one and return its place."""
        self.instances.append(Instance(subject.kind, name, subject.flatten(facts), parent))
        return len(self.instances) - 1


def subjects(dossier: Dossier, pool: Pool, call: Call) -> Subjects:
    """Return the subjects of a dossier; ``pool`` holds all dossiers that are checked together."""
    found = Subjects()
    found.instances.append(Instance("dossier", "dossier", None))
    found.add(proposal, "proposal", proposal_facts(dossier.proposal), DOSSIER)
    found.add(applicant, "applicant", applicant_facts(dossier, pool, call), PROPOSAL)
    for one in dossier.members or ():
        name = f"applicant.members[{one.id}]"
        found.members[one.id] = place = found.add(member, name, member_facts(one, dossier, call), APPLICANT)
        for facts in suspensions(one, dossier):
            found.add(suspension, name, facts, place)
    for entry in dossier.staff or ():
        found.add(person, f"staff[{entry.id}]", person_facts(entry, dossier), APPLICANT)
    for person_id, posted in posted_people(dossier, pool):
        found.add(posted_person, f"staff[{person_id}]", posted, APPLICANT)
    return found
