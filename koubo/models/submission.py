"""What was filed (応募書類の提出): documents, channels, times (IV.3)."""

from __future__ import annotations

from datetime import date, datetime

from attrs import field, frozen

from koubo.models.checks import OneOf, fact, field_mistakes, raise_all
from koubo.models.fields import choice, flag, member_of
from koubo.models.labelled import LabelledEnum
from koubo.models.many import items
from koubo.models.times import when


class DocumentKind(LabelledEnum):
    """The documents of an application (IV.3.(2))."""

    PROPOSAL = "proposal", "提案書本体", "proposal"
    ANNEX1 = "annex1", "別紙1 支出計画書", "annex 1: expenditure plan"
    ANNEX2 = "annex2", "別紙2 業務統括責任者・業務責任者経歴書", "annex 2: careers of project manager and leads"
    ANNEX3 = "annex3", "別紙3 情報管理経歴書", "annex 3: careers of the information managers"
    ANNEX4 = "annex4", "別紙4 常駐支援者経歴書", "annex 4: careers of the resident supporters"
    ANNEX5 = "annex5", "別紙5 業務従事者名簿", "annex 5: roster of other staff"


class Channel(LabelledEnum):
    """How a document was sent."""

    EMAIL = "email", "電子メール", "e-mail"
    UPLOAD = "upload", "ファイル送受信サービス", "upload service"
    POST = "post", "郵送", "post"
    COURIER = "courier", "宅配便", "courier"
    HAND = "hand", "持参", "by hand"
    FAX = "fax", "ファクシミリ", "fax"
    OTHER = "other", "その他", "other"


@frozen(kw_only=True)
class Document:
    """A document as it was received; a day without a time is any moment of that day."""

    kind: DocumentKind | None = choice(DocumentKind, "応募書類の種類", "document")
    channel: Channel | None = choice(Channel, "提出方法", "channel")
    received_at: datetime | date | None = when("受信日時", "received at")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))


class InquiryKind(LabelledEnum):
    """What one may ask of the secretariat before filing (IV.5, IV.6)."""

    QUESTION = "question", "質問", "question"
    CONSULTATION = "consultation", "応募に関する相談", "consultation on the application"


def _inquiry_kind(value: object) -> object:
    return member_of(InquiryKind)(value)


@frozen(kw_only=True)
class Inquiry:
    """A question sheet, or a mail that asks for consultation; a day without a time is any moment of that day."""

    kind: InquiryKind = field(converter=_inquiry_kind, metadata=fact(OneOf(InquiryKind), "種類", "kind"))
    channel: Channel | None = choice(Channel, "送付方法", "channel")
    sent_at: datetime | date | None = when("送付日時", "sent at")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))


@frozen(kw_only=True)
class Submission:
    """What was filed for one proposal."""

    documents: tuple[Document, ...] | None = items(Document, "応募書類", "documents")
    upload_address_requested_at: datetime | date | None = when(
        "アップロード先URLの発行依頼日時", "upload address asked for at"
    )
    one_mail_per_proposal: bool | None = flag("提案毎の別メール", "one mail for each proposal")
    inquiries: tuple[Inquiry, ...] | None = items(Inquiry, "質問・相談", "questions and consultations")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))
