"""Whom the qualifications are asked of: the applicant, each member, each person."""

from __future__ import annotations

from koubo.facts.applicant import ApplicantFacts
from koubo.facts.member import MemberFacts
from koubo.facts.person import PersonFacts
from koubo.rules.subject import Subject
from koubo.text import Text

applicant = Subject("applicant", Text("応募者", "applicant"), ApplicantFacts, parent="proposal")
member = Subject("member", Text("応募者である法人", "corporation that applies"), MemberFacts, parent="applicant")
person = Subject("person", Text("業務従事者", "person of the staff"), PersonFacts, parent="applicant")
