"""IV.3.(2) to (4): opening, first day for mail, close, request for the upload address; the boundaries to the second."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from cases import Case, Facts, Table, both_runners

from koubo.calls import JAPAN, get_call
from koubo.models.submission import DocumentKind
from koubo.models.times import day_of, span
from koubo.rules.iv_2_to_6_submission.documents import document
from koubo.rules.iv_2_to_6_submission.windows import submission


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=JAPAN)


def on(text: str) -> date:
    return date.fromisoformat(text)


def received(value: date) -> Facts:
    first, last = span(value)
    exact = {"received_at": value} if isinstance(value, datetime) else {}
    return {"received": True, "received_on": day_of(value), "received_from": first, "received_until": last, **exact}


def asked(value: date) -> Facts:
    first, last = span(value)
    exact = {"upload_requested_at": value} if isinstance(value, datetime) else {}
    return {"upload_requested_from": first, "upload_requested_until": last, **exact}


BODY = {"document_kind": DocumentKind.PROPOSAL}
ANNEX_2 = {"document_kind": DocumentKind.ANNEX2}
NOT_RECEIVED = {"received": False}
SOME_TIME = {"received": True}

WINDOWS = {
    "submission.document.mail_window": {
        "satisfied": [
            received(at("2025-03-26T00:00")),
            received(on("2025-03-26")),
            {"document_kind": DocumentKind.ANNEX1, **received(on("2025-03-28"))},
        ],
        "violated": [
            received(at("2025-03-25T23:59:59")),
            received(on("2025-03-25")),
            received(on("2025-03-07")),
            {"document_kind": DocumentKind.ANNEX1, **received(on("2025-03-10"))},
        ],
        "undetermined": [SOME_TIME, {}, {"received_on": on("2025-03-10")}],
        "not_applicable": [
            received(on("2025-03-06")),
            {**received(on("2025-03-10")), **ANNEX_2},
            {**received(on("2025-03-10")), **NOT_RECEIVED},
        ],
    },
    "submission.document.not_before_opening": {
        "satisfied": [received(at("2025-03-07T00:00")), received(on("2025-03-07")), received(on("2025-04-01"))],
        "violated": [received(at("2025-03-06T23:59:59")), received(on("2025-03-06"))],
        "undetermined": [SOME_TIME, {}, {"received_on": on("2025-03-06")}],
        "not_applicable": [NOT_RECEIVED],
    },
    "submission.document.in_time": {
        "satisfied": [
            received(at("2025-03-28T15:00:00")),
            received(datetime.fromisoformat("2025-03-28T06:00:00+00:00")),
            received(on("2025-03-27")),
        ],
        "violated": [
            received(at("2025-03-28T15:00:01")),
            received(at("2025-03-28T15:00:00.000001")),
            received(datetime.fromisoformat("2025-03-28T06:00:01+00:00")),
            received(on("2025-03-29")),
        ],
        "undetermined": [received(on("2025-03-28")), SOME_TIME, {}],
        "not_applicable": [NOT_RECEIVED],
    },
}
DOCUMENTS = Table(document, BODY, WINDOWS)
REQUEST = Table(
    submission,
    {},
    {
        "submission.upload_request.in_time": {
            "satisfied": [asked(at("2025-03-27T12:00:00")), asked(on("2025-03-26")), asked(on("2025-03-01"))],
            "violated": [asked(at("2025-03-27T12:00:01")), asked(on("2025-03-28"))],
            "undetermined": [asked(on("2025-03-27")), {}],
        },
        "submission.mail.one_per_proposal": {
            "satisfied": [{"one_mail_per_proposal": True}],
            "violated": [{"one_mail_per_proposal": False}],
            "undetermined": [{}],
        },
    },
)
LATER = Table(
    document,
    BODY,
    {
        "submission.document.in_time": {
            "satisfied": [received(at("2025-03-31T12:00")), received(on("2025-03-28"))],
            "violated": [received(on("2025-04-01"))],
            "undetermined": [received(on("2025-03-31"))],
        }
    },
    call=get_call("r7").evolve({"submission.closes_at": "2025-03-31T12:00"}),
)
CASES = (*DOCUMENTS.cases, *REQUEST.cases, *LATER.cases)


@both_runners
@pytest.mark.parametrize("case", CASES, ids=[f"{number} {case.name[:90]}" for number, case in enumerate(CASES)])
def test_each_rule_says_of_each_row_what_the_table_says(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status
