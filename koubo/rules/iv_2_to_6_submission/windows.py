"""IV.3.(2) to (4): when documents are taken, and by when the upload address is asked for."""

from __future__ import annotations

from koubo.facts.submission import SubmissionFacts
from koubo.rules.iv_2_to_6_submission.bounds import Time
from koubo.rules.iv_2_to_6_submission.documents import by_mail, document
from koubo.rules.language import ALWAYS, condition, parameter
from koubo.rules.rule import Effect, Rule
from koubo.rules.subject import Subject
from koubo.text import Text

submission = Subject("submission", Text("応募書類の提出", "submission"), SubmissionFacts, parent="dossier")

_upload_request = Time(
    submission,
    submission.upload_requested_at,
    submission.upload_requested_from,
    submission.upload_requested_until,
)
_receipt = Time(document, document.received_at, document.received_from, document.received_until)
_opens_on = parameter("submission.opens_on", "day")

RULES = (
    Rule(
        id="submission.upload_request.in_time",
        clause="IV.3.(2)",
        title=Text(
            "アップロード先URLの発行は期限までに依頼する", "The upload address is asked for by the time set for it"
        ),
        applies=ALWAYS,
        requires=_upload_request.by(
            parameter("submission.upload_request_by", "moment"),
            "upload_request_time",
            Text("アップロード先URLの発行依頼日時", "upload address asked for at"),
        ),
        otherwise=Effect.LATE,
        remedy=Text(
            "期限までに、定められた件名のメールで依頼してください。遅れた場合は直ちに事務局に連絡してください。",
            "Ask by mail with the prescribed subject by that time; if it has passed, tell the secretariat at once.",
        ),
        readings=("late_upload_request", "received_before_opening"),
    ),
    Rule(
        id="submission.mail.one_per_proposal",
        clause="IV.3.(2)",
        title=Text("提案毎に別のメールで提出する", "Each proposal is sent in a mail of its own"),
        applies=ALWAYS,
        requires=condition(submission.one_mail_per_proposal),
        otherwise=Effect.INVALID,
        remedy=Text(
            "応募の締切までに、提案毎に別のメールで提出し直してください。",
            "Send each proposal again in a mail of its own before the close.",
        ),
    ),
    Rule(
        id="submission.document.mail_window",
        clause="IV.3.(2)",
        title=Text(
            "提案書本体及び別紙1のメールは受付開始日以後に送る",
            "Proposal and annex 1 are mailed on or after the first day for mail",
        ),
        applies=condition(document.received) & by_mail & (document.received_on >= _opens_on),
        requires=document.received_on >= parameter("submission.mail_from", "day"),
        otherwise=Effect.WARNING,
        remedy=Text(
            "受付開始日以後、締切までに送り直してください。", "Send it again from that day on, before the close."
        ),
        readings=("closing_time", "received_before_opening"),
    ),
    Rule(
        id="submission.document.not_before_opening",
        clause="IV.3.(3)",
        title=Text(
            "応募書類は応募受付の開始日以後に提出する", "Documents are filed once the application period has begun"
        ),
        applies=condition(document.received),
        requires=document.received_on >= _opens_on,
        otherwise=Effect.INVALID,
        remedy=Text("応募受付の期間内に提出し直してください。", "File it again within the application period."),
        readings=("received_before_opening",),
    ),
    Rule(
        id="submission.document.in_time",
        clause="IV.3.(4).③",
        title=Text("応募書類は締切までに届いている", "Documents arrive by the close"),
        applies=condition(document.received),
        requires=_receipt.by(
            parameter("submission.closes_at", "moment"), "receipt_time", Text("受信日時", "received at")
        ),
        otherwise=Effect.LATE,
        remedy=Text(
            "締切後の書類は受け付けられません。締切までに届いた控えがあれば、その受信日時を示してください。",
            "What arrives later is not taken; if a copy arrived in time, show when it was received.",
        ),
        readings=("closing_time", "received_before_opening"),
    ),
)
