"""What was filed, document by document, and what was asked of the secretariat before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TypedDict

from attrs import field, frozen

from koubo.models.checks import OneOf, fact, is_flag
from koubo.models.fields import choice, day, flag, moment
from koubo.models.submission import Channel, Document, DocumentKind, Inquiry, InquiryKind, Submission
from koubo.models.times import day_of, span


class _Bounds(TypedDict):
    first: datetime | None
    last: datetime | None
    exact: bool | None


@frozen(kw_only=True)
class DocumentFacts:
    """One document of the application, by one of its copies."""

    document_kind: DocumentKind = field(metadata=fact(OneOf(DocumentKind), "応募書類", "document"))
    received: bool | None = flag("受信の有無", "document received")
    channel: Channel | None = choice(Channel, "提出方法", "channel")
    received_on: date | None = day("受信日", "day of receipt")
    received_from: datetime | None = moment("受信日時", "received at")
    received_until: datetime | None = moment("受信日時（遅くとも）", "received at the latest at")
    time_known: bool | None = flag("受信時刻の特定", "the time of receipt is known")


@frozen(kw_only=True)
class SubmissionFacts:
    """What was asked for and how the documents were sent."""

    upload_requested_from: datetime | None = moment("アップロード先URLの発行依頼日時", "upload address asked for at")
    upload_requested_until: datetime | None = moment(
        "アップロード先URLの発行依頼日時（遅くとも）", "upload address asked for at the latest at"
    )
    upload_request_time_known: bool | None = flag(
        "アップロード先URLの発行依頼時刻の特定", "the time at which the upload address was asked for is known"
    )
    one_mail_per_proposal: bool | None = flag("提案毎の別メール", "one mail for each proposal")


@frozen(kw_only=True)
class InquiryFacts:
    """A question or a wish for consultation."""

    inquiry_kind: InquiryKind = field(metadata=fact(OneOf(InquiryKind), "問合せの種類", "inquiry"))
    by_mail: bool | None = flag("電子メールによる送付", "sent by mail")
    sent_from: datetime | None = moment("送付日時", "sent at")
    sent_until: datetime | None = moment("送付日時（遅くとも）", "sent at the latest at")
    time_known: bool | None = flag("送付時刻の特定", "the time of sending is known")


@frozen(kw_only=True)
class LabourPersonFacts:
    """A person whose labour a budget may charge."""

    charged: bool = field(metadata=fact(is_flag, "人件費への計上", "labour is charged"))
    manages_or_resides: bool | None = flag("業務統括責任者又は常駐支援者", "project manager or resident supporter")
    career_filed: bool | None = flag("業務分担・経歴の提出", "duties and career filed")


def document_facts(kind: DocumentKind, copy: Document) -> DocumentFacts:
    """Return the facts of a document by one of its copies."""
    at = copy.received_at
    bounds = _bounds(at)
    return DocumentFacts(
        document_kind=kind,
        received=True,
        channel=copy.channel,
        received_on=None if at is None else day_of(at),
        received_from=bounds["first"],
        received_until=bounds["last"],
        time_known=bounds["exact"],
    )


def no_document(kind: DocumentKind, documents: Iterable[Document] | None) -> DocumentFacts:
    """Return the facts of a document of which no copy is known: none came, or one might be among the unnamed."""
    unsure = documents is None or any(document.kind is None for document in documents)
    return DocumentFacts(document_kind=kind, received=None if unsure else False)


def submission_facts(submission: Submission | None) -> SubmissionFacts:
    """Return the facts of the submission as a whole; without one all are unknown."""
    if submission is None:
        return SubmissionFacts()
    bounds = _bounds(submission.upload_address_requested_at)
    return SubmissionFacts(
        upload_requested_from=bounds["first"],
        upload_requested_until=bounds["last"],
        upload_request_time_known=bounds["exact"],
        one_mail_per_proposal=submission.one_mail_per_proposal,
    )


def inquiry_facts(inquiry: Inquiry) -> InquiryFacts:
    """Return the facts of a question or a wish for consultation."""
    bounds = _bounds(inquiry.sent_at)
    return InquiryFacts(
        inquiry_kind=inquiry.kind,
        by_mail=None if inquiry.channel is None else inquiry.channel is Channel.EMAIL,
        sent_from=bounds["first"],
        sent_until=bounds["last"],
        time_known=bounds["exact"],
    )


def _bounds(at: datetime | date | None) -> _Bounds:
    """Return the first and the last moment that a time may stand for; a day alone leaves the time unknown."""
    if at is None:
        return _Bounds(first=None, last=None, exact=None)
    first, last = span(at)
    return _Bounds(first=first, last=last, exact=True if isinstance(at, datetime) else None)
