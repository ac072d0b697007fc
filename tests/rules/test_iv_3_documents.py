"""IV.3.(2) and (4).④: the documents and their channels, rule by rule."""

from __future__ import annotations

from cases import Case, Table, both_runners

from koubo.models.submission import Channel, DocumentKind
from koubo.rules.iv_2_to_6_submission.documents import document

RECEIVED = {"received": True}
NOT_RECEIVED = {"received": False}
BODY = {"document_kind": DocumentKind.PROPOSAL}
PLAN = {"document_kind": DocumentKind.ANNEX1}
ROSTER = {"document_kind": DocumentKind.ANNEX5}
MAIL = {"channel": Channel.EMAIL}
UPLOAD = {"channel": Channel.UPLOAD}
POST = {"channel": Channel.POST}

TABLE = Table(
    document,
    BODY,
    {
        "submission.document.received": {
            "satisfied": [RECEIVED, ROSTER | RECEIVED],
            "violated": [NOT_RECEIVED, ROSTER | NOT_RECEIVED],
            "undetermined": [{}],
        },
        "submission.document.by_email": {
            "satisfied": [RECEIVED | MAIL, PLAN | RECEIVED | MAIL],
            "violated": [RECEIVED | UPLOAD, PLAN | RECEIVED | UPLOAD],
            "undetermined": [RECEIVED, UPLOAD, {}],
            "not_applicable": [NOT_RECEIVED | UPLOAD, RECEIVED | POST, ROSTER | RECEIVED | MAIL],
        },
        "submission.document.by_upload": {
            "satisfied": [
                {"document_kind": kind} | RECEIVED | UPLOAD
                for kind in (DocumentKind.ANNEX2, DocumentKind.ANNEX3, DocumentKind.ANNEX4, DocumentKind.ANNEX5)
            ],
            "violated": [ROSTER | RECEIVED | MAIL],
            "undetermined": [ROSTER | RECEIVED, ROSTER | MAIL, ROSTER],
            "not_applicable": [BODY | RECEIVED | MAIL, ROSTER | NOT_RECEIVED, ROSTER | RECEIVED | POST],
        },
        "submission.document.method": {
            "satisfied": [RECEIVED | MAIL, RECEIVED | UPLOAD, ROSTER | RECEIVED | MAIL],
            "violated": [
                RECEIVED | {"channel": channel}
                for channel in (Channel.POST, Channel.COURIER, Channel.HAND, Channel.FAX, Channel.OTHER)
            ],
            "undetermined": [RECEIVED, POST, {}],
            "not_applicable": [NOT_RECEIVED, NOT_RECEIVED | POST],
        },
    },
)


@both_runners
@TABLE.each
def test_each_rule_says_of_each_row_what_the_table_says(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status
