"""A document received several times counts by its best copy."""

from __future__ import annotations

from typing import Any

import pytest
from filed import filed

from koubo.submission import check_submission

IN_TIME = {"channel": "email", "received_at": "2025-03-27T10:00"}
EARLY = {"channel": "email", "received_at": "2025-03-20"}
LATE = {"channel": "email", "received_at": "2025-03-28T15:00:01"}
ON_THE_LAST_DAY = {"channel": "email", "received_at": "2025-03-28"}
BY_POST = {"channel": "post", "received_at": "2025-03-27T10:00"}
UNTIMED = {"channel": "email"}


def report(*copies: dict[str, Any], unnamed: tuple[dict[str, Any], ...] = ()) -> Any:
    others = filed().submission.documents[1:]
    bodies = [{"kind": "proposal", **copy} for copy in copies]
    rest = [{"kind": one.kind.value, "channel": one.channel.value, "received_at": one.received_at} for one in others]
    return check_submission(filed({"submission/documents": [*bodies, *unnamed, *rest]}))


@pytest.mark.parametrize(
    ("copies", "acceptable", "rules"),
    [
        ([LATE, IN_TIME], True, set()),
        ([IN_TIME, LATE], True, set()),
        ([BY_POST, IN_TIME, LATE], True, set()),
        ([EARLY, IN_TIME], True, set()),
        ([LATE, EARLY], True, {"submission.document.mail_window"}),
        ([LATE, ON_THE_LAST_DAY], None, {"submission.document.in_time"}),
        ([EARLY, ON_THE_LAST_DAY], True, {"submission.document.mail_window"}),
        ([ON_THE_LAST_DAY, IN_TIME], True, set()),
        ([LATE, BY_POST], False, {"submission.document.in_time"}),
        ([BY_POST, LATE], False, {"submission.document.method"}),
        ([{**BY_POST, **LATE, "channel": "post"}, LATE], False, {"submission.document.in_time"}),
    ],
)
def test_the_copy_with_least_against_it_counts(
    copies: list[dict[str, Any]], acceptable: bool | None, rules: set[str]
) -> None:
    found = report(*copies)

    assert found.acceptable is acceptable
    assert {finding.rule_id for finding in found.findings} == rules


@pytest.mark.parametrize(
    ("copies", "unnamed", "acceptable"),
    [
        ([], (IN_TIME,), None),
        ([LATE], (IN_TIME,), None),
        ([LATE], (UNTIMED,), None),
        ([LATE], (LATE,), False),
        ([IN_TIME], (LATE,), True),
    ],
)
def test_a_document_of_unknown_kind_may_be_the_better_copy(
    copies: list[dict[str, Any]], unnamed: tuple[dict[str, Any], ...], acceptable: bool | None
) -> None:
    assert report(*copies, unnamed=unnamed).acceptable is acceptable
