"""IV.5 and IV.6: questions and consultation, rule by rule."""

from __future__ import annotations

from datetime import date, datetime

from cases import Case, Facts, Table, both_runners

from koubo.calls import JAPAN
from koubo.facts.submission import inquiry_facts
from koubo.models.submission import Channel, Inquiry, InquiryKind
from koubo.rules.iv_2_to_6_submission.questions import inquiry

QUESTION = {"inquiry_kind": InquiryKind.QUESTION}
CONSULTATION = {"inquiry_kind": InquiryKind.CONSULTATION}


def sent(text: str, kind: InquiryKind, channel: Channel | None = None) -> Facts:
    at = datetime.fromisoformat(text).replace(tzinfo=JAPAN) if "T" in text else date.fromisoformat(text)
    return inquiry.flatten(inquiry_facts(Inquiry(kind=kind, sent_at=at, channel=channel)))


def question(text: str) -> Facts:
    return sent(text, InquiryKind.QUESTION)


def consultation(text: str) -> Facts:
    return sent(text, InquiryKind.CONSULTATION)


MAILED = sent("2025-03-10", InquiryKind.QUESTION, Channel.EMAIL)
FAXED = sent("2025-03-10", InquiryKind.QUESTION, Channel.FAX)

TABLE = Table(
    inquiry,
    QUESTION,
    {
        "submission.question.by_mail": {
            "satisfied": [MAILED],
            "violated": [FAXED],
            "undetermined": [{}],
            "not_applicable": [FAXED | CONSULTATION],
        },
        "submission.question.in_time": {
            "satisfied": [question("2025-03-21T17:00"), question("2025-03-20")],
            "violated": [question("2025-03-21T17:00:01"), question("2025-03-22")],
            "undetermined": [question("2025-03-21"), {}],
            "not_applicable": [consultation("2025-03-22")],
        },
        "submission.consultation.by_mail": {
            "satisfied": [MAILED | CONSULTATION],
            "violated": [FAXED | CONSULTATION],
            "undetermined": [CONSULTATION],
            "not_applicable": [FAXED],
        },
        "submission.consultation.in_window": {
            "satisfied": [
                consultation("2025-03-07T14:00"),
                consultation("2025-03-25T12:00"),
                consultation("2025-03-08"),
                consultation("2025-03-24"),
            ],
            "violated": [
                consultation("2025-03-07T13:59:59"),
                consultation("2025-03-25T12:00:01"),
                consultation("2025-03-06"),
                consultation("2025-03-26"),
                consultation("2024-03-07T14:00"),
            ],
            "undetermined": [consultation("2025-03-07"), consultation("2025-03-25"), CONSULTATION],
            "not_applicable": [question("2025-03-26")],
        },
    },
)


@both_runners
@TABLE.each
def test_each_rule_says_of_each_row_what_the_table_says(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status
