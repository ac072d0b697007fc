"""IV.5 and IV.6: questions and consultation on the application; being late with them does not bar the application."""

from __future__ import annotations

from koubo.facts.submission import InquiryFacts
from koubo.models.submission import InquiryKind
from koubo.rules.iv_2_to_6_submission.bounds import Time
from koubo.rules.language import condition, parameter
from koubo.rules.rule import Effect, Rule
from koubo.rules.subject import Subject
from koubo.text import Text

inquiry = Subject("inquiry", Text("質問・相談", "question or consultation"), InquiryFacts, parent="submission")

_question = inquiry.inquiry_kind == InquiryKind.QUESTION
_consultation = inquiry.inquiry_kind == InquiryKind.CONSULTATION
_sent = Time(inquiry, inquiry.sent_at, inquiry.sent_from, inquiry.sent_until)
_sent_label = Text("送付日時", "sent at")

RULES = (
    Rule(
        id="submission.question.by_mail",
        clause="IV.5.(1)",
        title=Text("質問は所定の質問票をメールで送る", "Questions are sent by mail on the question sheet"),
        applies=_question,
        requires=condition(inquiry.by_mail),
        otherwise=Effect.WARNING,
        remedy=Text("質問票を電子メールで送ってください。", "Send the question sheet by e-mail."),
    ),
    Rule(
        id="submission.question.in_time",
        clause="IV.5.(2)",
        title=Text("質問票は期限までに提出する", "Questions are filed by the time set for them"),
        applies=_question,
        requires=_sent.by(parameter("questions.closes_at", "moment"), "question_time", _sent_label),
        otherwise=Effect.LATE,
        remedy=Text(
            "期限後の質問には回答がありません。公開されている質問への回答を確認してください。",
            "Later questions are not answered; look at the answers that are published.",
        ),
    ),
    Rule(
        id="submission.consultation.by_mail",
        clause="IV.6",
        title=Text("応募の相談はメールで申し込む", "Consultation is asked for by mail"),
        applies=_consultation,
        requires=condition(inquiry.by_mail),
        otherwise=Effect.WARNING,
        remedy=Text("所定の件名の電子メールで連絡してください。", "Write an e-mail with the prescribed subject."),
    ),
    Rule(
        id="submission.consultation.in_window",
        clause="IV.6",
        title=Text("応募の相談は受付期間内に申し込む", "Consultation is asked for within its period"),
        applies=_consultation,
        requires=_sent.since(parameter("consultation.opens_at", "moment"), "consultation_time", _sent_label)
        & _sent.by(parameter("consultation.closes_at", "moment"), "consultation_end", _sent_label),
        otherwise=Effect.LATE,
        remedy=Text("相談の受付期間内に連絡してください。", "Ask within the period of consultation."),
        readings=("consultation_year",),
    ),
)
