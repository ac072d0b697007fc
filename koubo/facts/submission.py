"""What was filed, document by document, and what was asked of the secretariat before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from attrs import field, frozen

from koubo.models.checks import OneOf, fact, is_flag
from koubo.models.dossier import Dossier
from koubo.models.expense import ExpenseCategory
from koubo.models.fields import choice, day, flag, moment
from koubo.models.staff import StaffRole
from koubo.models.submission import Channel, Document, DocumentKind, Inquiry, InquiryKind, Submission
from koubo.models.times import day_of, span

_OUTSIDE = frozenset({StaffRole.PROJECT_MANAGER, StaffRole.RESIDENT_SUPPORTER})
"""Whose career is filed by forms of their own, so that ハ does not ask for it."""


class _Time(NamedTuple):
    exact: datetime | None = None
    first: datetime | None = None
    last: datetime | None = None


@frozen(kw_only=True)
class DocumentFacts:
    """One document of the application, by one of its copies."""

    document_kind: DocumentKind = field(metadata=fact(OneOf(DocumentKind), "応募書類", "document"))
    received: bool | None = flag("受信の有無", "document received")
    channel: Channel | None = choice(Channel, "提出方法", "channel")
    received_on: date | None = day("受信日", "day of receipt")
    received_at: datetime | None = moment("受信日時", "received at")
    received_from: datetime | None = moment("受信日時（早ければ）", "received at the earliest at")
    received_until: datetime | None = moment("受信日時（遅くとも）", "received at the latest at")


@frozen(kw_only=True)
class SubmissionFacts:
    """What was asked for and how the documents were sent."""

    upload_requested_at: datetime | None = moment("アップロード先URLの発行依頼日時", "upload address asked for at")
    upload_requested_from: datetime | None = moment(
        "アップロード先URLの発行依頼日時（早ければ）", "upload address asked for at the earliest at"
    )
    upload_requested_until: datetime | None = moment(
        "アップロード先URLの発行依頼日時（遅くとも）", "upload address asked for at the latest at"
    )
    one_mail_per_proposal: bool | None = flag("提案毎の別メール", "one mail for each proposal")


@frozen(kw_only=True)
class InquiryFacts:
    """A question or a wish for consultation."""

    inquiry_kind: InquiryKind = field(metadata=fact(OneOf(InquiryKind), "問合せの種類", "inquiry"))
    by_mail: bool | None = flag("電子メールによる送付", "sent by mail")
    sent_at: datetime | None = moment("送付日時", "sent at")
    sent_from: datetime | None = moment("送付日時（早ければ）", "sent at the earliest at")
    sent_until: datetime | None = moment("送付日時（遅くとも）", "sent at the latest at")


@frozen(kw_only=True)
class LabourPersonFacts:
    """A person whose labour a budget may charge."""

    charged: bool = field(metadata=fact(is_flag, "人件費への計上", "labour is charged"))
    manages_or_resides: bool | None = flag("業務統括責任者又は常駐支援者", "project manager or resident supporter")
    career_filed: bool | None = flag("業務分担・経歴の提出", "duties and career filed")


def document_facts(kind: DocumentKind, copy: Document) -> DocumentFacts:
    """Return the facts of a document by one of its copies."""
    time = _time(copy.received_at)
    return DocumentFacts(
        document_kind=kind,
        received=True,
        channel=copy.channel,
        received_on=None if copy.received_at is None else day_of(copy.received_at),
        received_at=time.exact,
        received_from=time.first,
        received_until=time.last,
    )


def no_document(kind: DocumentKind, documents: Iterable[Document] | None) -> DocumentFacts:
    """Return the facts of a document of which no copy is known: none came, or one might be among the unnamed."""
    unsure = documents is None or any(document.kind is None for document in documents)
    return DocumentFacts(document_kind=kind, received=None if unsure else False)


def submission_facts(submission: Submission | None) -> SubmissionFacts:
    """Return the facts of the submission as a whole; without one all are unknown."""
    if submission is None:
        return SubmissionFacts()
    time = _time(submission.upload_address_requested_at)
    return SubmissionFacts(
        upload_requested_at=time.exact,
        upload_requested_from=time.first,
        upload_requested_until=time.last,
        one_mail_per_proposal=submission.one_mail_per_proposal,
    )


def inquiry_facts(inquiry: Inquiry) -> InquiryFacts:
    """Return the facts of a question or a wish for consultation."""
    time = _time(inquiry.sent_at)
    return InquiryFacts(
        inquiry_kind=inquiry.kind,
        by_mail=None if inquiry.channel is None else inquiry.channel is Channel.EMAIL,
        sent_at=time.exact,
        sent_from=time.first,
        sent_until=time.last,
    )


def _time(at: datetime | date | None) -> _Time:
    """Return a time as it is known: exactly, or between the first and the last moment of its day."""
    if at is None:
        return _Time()
    first, last = span(at)
    return _Time(at if isinstance(at, datetime) else None, first, last)


def labour_person_facts(dossier: Dossier) -> dict[str, LabourPersonFacts]:
    """Return the facts of everybody on the staff, and of whom a labour line names beside them, by the person's id."""
    lines = dossier.budget.lines if dossier.budget is not None else ()
    charged = [line.person for line in lines if line.category is ExpenseCategory.LABOUR and line.person is not None]
    people = {person.id: person for person in dossier.staff or ()}
    return {
        name: LabourPersonFacts(
            charged=name in charged,
            manages_or_resides=None if person is None else not _OUTSIDE.isdisjoint(person.roles),
            career_filed=None if person is None else person.career_filed,
        )
        for name, person in ((name, people.get(name)) for name in dict.fromkeys([*people, *charged]))
    }
