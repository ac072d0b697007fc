"""IV.3.(2): the six documents of an application, and by which channel each is sent."""

from __future__ import annotations

from koubo.facts.submission import DocumentFacts
from koubo.models.submission import Channel, DocumentKind
from koubo.rules.language import ALWAYS, condition
from koubo.rules.rule import Effect, Rule
from koubo.rules.subject import Subject
from koubo.text import Text

document = Subject("document", Text("応募書類", "document of the application"), DocumentFacts, parent="submission")

_received = condition(document.received)
by_mail = document.document_kind.is_in(DocumentKind.PROPOSAL, DocumentKind.ANNEX1)
_by_either = document.channel.is_in(Channel.EMAIL, Channel.UPLOAD)

RULES = (
    Rule(
        id="submission.document.received",
        clause="IV.3.(2)",
        title=Text("応募書類が提出されている", "The document has been filed"),
        applies=ALWAYS,
        requires=_received,
        otherwise=Effect.NEEDS_DOCUMENT,
        remedy=Text(
            "応募の締切までに、定められた方法で提出してください。別紙5は、ほかに業務従事者がいない場合もその旨を記して提出してください。",
            "File it by the close and by its channel; annex 5 also where there is no other staff, saying so.",
        ),
        readings=("document_channels",),
    ),
    Rule(
        id="submission.document.by_email",
        clause="IV.3.(2)",
        title=Text("提案書本体及び別紙1は電子メールで提出する", "Proposal and annex 1 are sent by e-mail"),
        applies=_received & by_mail & _by_either,
        requires=document.channel == Channel.EMAIL,
        otherwise=Effect.INVALID,
        remedy=Text(
            "応募の締切までに、電子メールで提出し直してください。", "Send it again by e-mail before the close."
        ),
        readings=("document_channels",),
    ),
    Rule(
        id="submission.document.by_upload",
        clause="IV.3.(2)",
        title=Text(
            "別紙2から別紙5までは、提案毎に発行されるアップロード先に提出する",
            "Annexes 2 to 5 are uploaded to the address issued for the proposal",
        ),
        applies=_received & ~by_mail & _by_either,
        requires=document.channel == Channel.UPLOAD,
        otherwise=Effect.INVALID,
        remedy=Text(
            "応募の締切までに、アップロード先に提出し直してください。", "Upload it to the address before the close."
        ),
        readings=("document_channels",),
    ),
    Rule(
        id="submission.document.method",
        clause="IV.3.(4).④",
        title=Text(
            "応募書類は電子メール又はファイル送受信サービスで提出する",
            "Documents are sent by e-mail or the upload service and in no other way",
        ),
        applies=_received,
        requires=_by_either,
        otherwise=Effect.INVALID,
        remedy=Text(
            "応募の締切までに、定められた方法で提出し直してください。", "Send it again by its channel before the close."
        ),
        readings=("document_channels",),
    ),
)
