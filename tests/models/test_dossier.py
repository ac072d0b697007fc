"""The dossier: what the contract's example says is read, every mistake has its place, and files go round."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from koubo.calls import JAPAN
from koubo.errors import InputError
from koubo.files.dump import to_json, to_yaml
from koubo.files.json_reader import read_json
from koubo.files.load import load
from koubo.files.structure import structure
from koubo.files.yaml_reader import read_yaml
from koubo.models.applicant import Agreement, Applicant, Invoice, LegalForm, Member, Suspension
from koubo.models.dossier import Contract, Dossier
from koubo.models.proposal import ContentState, Proposal
from koubo.models.staff import Domain, Posting, StaffMember, StaffRole
from koubo.models.submission import Channel, Document, DocumentKind

FULL = """\
call: r7
contract: {from: 2025-05-12, to: 2026-03-13, signed_on: 2025-05-12}
applicant:
  representative: acme
  consortium_agreement: concluded
  consortium_agreement_on: 2025-05-01
  members:
    - id: acme
      name: アクメ総研株式会社
      legal_form: company
      established_in_japan: true
      has_structure_and_facilities: true
      corporate_number: "6999900000011"
      invoice: {number: T6999900000011, registered_from: 2023-10-01, registered_to: null}
      suspensions: [{from: 2024-03-01, to: 2024-06-30}]
      accepts_contract: true
      barred_by_cabinet_order: false
      antisocial_ties: false
      improper_conduct: false
      antisocial_subcontractors: false
      human_rights_effort: true
      capability: {planning: true, progress_management: true, coordination: true, proofreading: true}
      track_record:
        - {title: 計画, client: 架空県, public_office: true, domestic: true, role: prime, similar: true,
           from: 2023-04-01, to: 2024-03-31}
      lead: p1
      information_manager: p2
      accounting_officers: [p3]
    - {id: beta, lead: false, information_manager: false, invoice: false, suspensions: [], accounting_officers: []}
  general_information_manager: p2
  general_accounting_officer: false
  invoice_oath: true
  shareholdings: [{owner: acme, owned: acme-print, percent: "100/3"}]
staff:
  - id: p1
    member: acme
    roles: [project_manager, member_lead]
    employment: regular
    lives_in_japan: true
    enough_time: true
    directed_comparable_project: true
    expected_to_leave: false
    prefectural_dx_experience: true
    related_experience: true
    domains: [consulting]
    nationality_disclosed: true
    career_filed: true
  - {id: r1, roles: [resident_supporter],
     postings: [{proposal: miyagi-2025, place: 宮城県庁, from: 2025-05-12, to: 2026-03-13, dedicated: true}]}
proposal:
  id: miyagi-2025
  region: miyagi
  contains_falsehood: false
  defect: {found: true, correction_requested: true, correction_due: 2025-04-04, corrected: true,
           corrected_at: 2025-04-04T17:30}
  adopted_on: null
  support_items: [coordination, stakeholder]
  contents: {annex2.training: stated, annex2.seminar: missing}
  uses_ict_equipment: true
  supply_chain_items:
    - {name: 中継装置, kind: communication_line_device, model: X-1, manufacturer: {name: 架空電機, country: 日本},
       made_in: 日本, seller: {name: 架空商事, country: 日本}, approved: true}
submission:
  documents:
    - {kind: proposal, channel: email, received_at: 2025-03-27T17:30}
    - {kind: annex2, channel: upload, received_at: 2025-03-28}
  upload_address_requested_at: 2025-03-26T11:00
  one_mail_per_proposal: true
budget: {lines: [{line_id: L1, category: labour, amount_yen: 100, person: p1}]}
"""


@pytest.fixture
def full() -> Dossier:
    return structure(read_yaml(FULL.encode()).tree, Dossier)


def test_the_parts_are_read_under_the_names_of_their_keys(full: Dossier) -> None:
    assert full.contract == Contract(start=date(2025, 5, 12), end=date(2026, 3, 13), signed_on=date(2025, 5, 12))
    assert full.applicant is not None
    assert full.applicant.consortium_agreement is Agreement.CONCLUDED
    acme, beta = full.members or ()
    assert acme.legal_form is LegalForm.COMPANY
    assert acme.invoice == Invoice(number="T6999900000011", registered_from=date(2023, 10, 1))
    assert acme.suspensions == (Suspension(start=date(2024, 3, 1), end=date(2024, 6, 30)),)
    assert (beta.lead, beta.invoice, beta.suspensions, beta.accounting_officers) == (False, False, (), ())
    assert beta.track_record is None
    first, second = full.staff or ()
    assert first.roles == (StaffRole.PROJECT_MANAGER, StaffRole.MEMBER_LEAD)
    assert first.domains == (Domain.CONSULTING,)
    assert second.postings == (
        Posting(
            proposal="miyagi-2025",
            place="宮城県庁",
            start=date(2025, 5, 12),
            end=date(2026, 3, 13),
            dedicated=True,
        ),
    )
    assert full.proposal is not None
    assert full.proposal.contents == {"annex2.training": ContentState.STATED, "annex2.seminar": ContentState.MISSING}


def test_a_time_without_a_zone_is_japan_time_and_a_day_stays_a_day(full: Dossier) -> None:
    assert full.submission is not None
    mail, upload = full.submission.documents or ()

    assert mail.received_at == datetime(2025, 3, 27, 8, 30, tzinfo=UTC)
    assert upload.received_at == date(2025, 3, 28)
    naive = Document(kind="proposal", received_at=datetime(2025, 3, 27, 17, 30))  # noqa: DTZ001 -- what is shown here
    assert naive.received_at == mail.received_at
    assert naive.received_at is not None
    assert naive.received_at.utcoffset() == timedelta(hours=9)  # type: ignore[attr-defined]
    assert JAPAN.utcoffset(None) == timedelta(hours=9)


def test_a_dossier_written_as_yaml_or_json_is_read_as_it_was(full: Dossier) -> None:
    assert structure(read_yaml(to_yaml(full).encode()).tree, Dossier) == full
    assert structure(read_json(to_json(full).encode()).tree, Dossier) == full


def test_ids_in_place_of_members_of_enumerations_are_taken() -> None:
    person = StaffMember(id="p", roles=["resident_supporter"], domains=["consulting"])

    assert person == StaffMember(id="p", roles=(StaffRole.RESIDENT_SUPPORTER,), domains=(Domain.CONSULTING,))
    assert Document(kind="annex2", channel="upload") == Document(kind=DocumentKind.ANNEX2, channel=Channel.UPLOAD)


def test_what_is_left_out_is_unknown_and_an_empty_list_is_none() -> None:
    left_out, empty = Member(id="a"), Member(id="a", suspensions=[], track_record=[], accounting_officers=[])

    assert (left_out.suspensions, left_out.track_record, left_out.accounting_officers) == (None, None, None)
    assert (empty.suspensions, empty.track_record, empty.accounting_officers) == ((), (), ())


REPRESENTATIVE: dict[str, tuple[dict[str, Any], str | None, bool | None]] = {
    "one member stands for itself": ({"members": [Member(id="a")]}, "a", False),
    "several need to name one": ({"members": [Member(id="a"), Member(id="b")]}, None, True),
    "one of several": ({"members": [Member(id="a"), Member(id="b")], "representative": "b"}, "b", True),
    "nobody": ({"members": [Member(id="a"), Member(id="b")], "representative": False}, None, True),
    "unknown members": ({}, None, None),
}


@pytest.mark.parametrize(("facts", "representative", "consortium"), REPRESENTATIVE.values(), ids=REPRESENTATIVE)
def test_the_representative_is_named_or_the_only_member(
    facts: dict[str, Any], representative: str | None, consortium: bool | None
) -> None:
    dossier = Dossier(applicant=Applicant(**facts))

    assert dossier.representative_id == representative
    assert dossier.is_consortium is consortium


def test_a_person_of_the_only_member_belongs_to_it() -> None:
    person = StaffMember(id="p", roles=[])
    alone = Dossier(applicant=Applicant(members=[Member(id="a")]), staff=[person])
    joint = Dossier(applicant=Applicant(members=[Member(id="a"), Member(id="b")]), staff=[person])

    assert alone.member_of(person) == "a"
    assert joint.member_of(person) is None
    assert joint.people(StaffRole.PROJECT_MANAGER) == ()
    assert Dossier().people(StaffRole.PROJECT_MANAGER) is None


MISTAKES: dict[str, tuple[dict[str, Any], str]] = {
    "an unknown legal form": (
        {"applicant": {"members": [{"id": "a"}, {"id": "b", "legal_form": "gmbh"}]}},
        "applicant.members[1].legal_form",
    ),
    "an unknown key": (
        {"applicant": {"members": [{"id": "a", "legal_from": "npo"}]}},
        "applicant.members[0].legal_from",
    ),
    "no id": ({"applicant": {"members": [{}]}}, "applicant.members[0].id"),
    "no roles": ({"staff": [{"id": "p"}]}, "staff[0].roles"),
    "roles that are null": ({"staff": [{"id": "p", "roles": None}]}, "staff[0].roles"),
    "an unknown role": ({"staff": [{"id": "p", "roles": ["boss"]}]}, "staff[0].roles[0]"),
    "one role without a list": ({"staff": [{"id": "p", "roles": "other"}]}, "staff[0].roles"),
    "a member twice": ({"applicant": {"members": [{"id": "a"}, {"id": "a"}]}}, "applicant.members[1].id"),
    "no member at all": ({"applicant": {"members": []}}, "applicant.members"),
    "a person twice": ({"staff": [{"id": "p", "roles": []}, {"id": "p", "roles": []}]}, "staff[1].id"),
    "an officer twice": (
        {"applicant": {"members": [{"id": "a", "accounting_officers": ["x", "x"]}]}},
        "applicant.members[0].accounting_officers[1]",
    ),
    "a representative who is no member": (
        {"applicant": {"representative": "b", "members": [{"id": "a"}]}},
        "applicant.representative",
    ),
    "a person of no member": (
        {"applicant": {"members": [{"id": "a"}]}, "staff": [{"id": "p", "roles": [], "member": "b"}]},
        "staff[0].member",
    ),
    "a true lead": ({"applicant": {"members": [{"id": "a", "lead": True}]}}, "applicant.members[0].lead"),
    "a wrong check digit": (
        {"applicant": {"members": [{"id": "a", "corporate_number": "1999900000011"}]}},
        "applicant.members[0].corporate_number",
    ),
    "a number that lost its quotes": (
        {"applicant": {"members": [{"id": "a", "corporate_number": 6999900000011}]}},
        "applicant.members[0].corporate_number",
    ),
    "a wrong invoice number": (
        {"applicant": {"members": [{"id": "a", "invoice": {"number": "T1999900000011"}}]}},
        "applicant.members[0].invoice.number",
    ),
    "a registration in reverse": (
        {
            "applicant": {
                "members": [{"id": "a", "invoice": {"registered_from": "2025-01-02", "registered_to": "2025-01-01"}}]
            }
        },
        "applicant.members[0].invoice.registered_to",
    ),
    "a suspension in reverse": (
        {"applicant": {"members": [{"id": "a", "suspensions": [{"from": "2025-01-02", "to": "2025-01-01"}]}]}},
        "applicant.members[0].suspensions[0].to",
    ),
    "a posting in reverse": (
        {"staff": [{"id": "p", "roles": [], "postings": [{"from": "2025-06-01", "to": "2025-05-31"}]}]},
        "staff[0].postings[0].to",
    ),
    "a contract in reverse": ({"contract": {"from": "2026-03-13", "to": "2025-05-12"}}, "contract.to"),
    "a share that is no exact number": (
        {"applicant": {"shareholdings": [{"owner": "a", "owned": "b", "percent": 66.6}]}},
        "applicant.shareholdings[0].percent",
    ),
    "more shares than there are": (
        {
            "applicant": {
                "shareholdings": [
                    {"owner": "a", "owned": "c", "percent": "60"},
                    {"owner": "b", "owned": "c", "percent": "50"},
                ]
            }
        },
        "applicant.shareholdings",
    ),
    "an unknown region": ({"proposal": {"id": "p", "region": "atlantis"}}, "proposal.region"),
    "an unknown support item": (
        {"proposal": {"id": "p", "support_items": ["hr", "magic"]}},
        "proposal.support_items[1]",
    ),
    "a proposal without id": ({"proposal": {"region": "miyagi"}}, "proposal.id"),
    "an unknown call": ({"call": "r99"}, "call"),
    "a time that is none": (
        {"submission": {"documents": [{"kind": "proposal", "received_at": "2025-03-28 25:00"}]}},
        "submission.documents[0].received_at",
    ),
    "an unknown content state": ({"proposal": {"id": "p", "contents": {"x": "perhaps"}}}, "proposal.contents.x"),
}


@pytest.mark.parametrize(("tree", "place"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_has_its_place(tree: dict[str, Any], place: str) -> None:
    with pytest.raises(InputError) as caught:
        load(tree)

    assert [mistake.place for mistake in caught.value.mistakes] == [place]


def test_all_mistakes_are_told_at_once() -> None:
    tree = {
        "applicant": {"members": [{"id": "a", "legal_form": "x", "antisocial_ties": "no"}]},
        "staff": [{"id": "p", "roles": ["x"]}],
        "proposal": {"id": "q", "region": "atlantis"},
    }

    with pytest.raises(InputError) as caught:
        load(tree)

    assert {mistake.place for mistake in caught.value.mistakes} == {
        "applicant.members[0].legal_form",
        "applicant.members[0].antisocial_ties",
        "staff[0].roles[0]",
        "proposal.region",
    }


@pytest.mark.parametrize(
    ("make", "place"),
    [
        (lambda: Member(id=""), "id"),
        (lambda: Member(id="a", suspensions=[{"from": "2025-01-01"}]), "suspensions"),
        (lambda: Member(id="a", antisocial_ties="no"), "antisocial_ties"),
        (lambda: Applicant(members="ab"), "members"),
        (lambda: StaffMember(id="a", roles=None), "roles"),
        (lambda: StaffMember(id="a", roles=["chief"]), "roles"),
        (lambda: Proposal(id="p", contents={"x": "perhaps"}), "contents"),
        (lambda: Document(kind="letter"), "kind"),
        (lambda: Document(kind="proposal", received_at="2025-03-28"), "received_at"),
        (lambda: Dossier(applicant={"members": []}), "applicant"),
    ],
)
def test_models_made_by_hand_are_checked_too(make: Any, place: str) -> None:
    with pytest.raises(InputError) as caught:
        make()

    assert [mistake.place for mistake in caught.value.mistakes] == [place]
