"""IV.3.(4).②: falsehood and defects, rule by rule; and what counts as corrected in time."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from cases import Case, Table, both_runners

from koubo.calls import JAPAN
from koubo.facts.proposal import proposal_facts
from koubo.models.proposal import Defect, Proposal
from koubo.rules.iv_2_to_6_submission.invalidity import proposal

FOUND = {"defect_found": True}
ASKED = {"correction_requested": True}
UNASKED = {"correction_requested": False}

TABLE = Table(
    proposal,
    {},
    {
        "submission.proposal.correction": {
            "satisfied": [FOUND | ASKED | {"corrected_in_time": True}, {"corrected_in_time": True}],
            "violated": [FOUND | ASKED | {"corrected_in_time": False}],
            "undetermined": [FOUND | ASKED, FOUND | {"corrected_in_time": False}, FOUND, {}],
            "not_applicable": [{"defect_found": False}, FOUND | UNASKED | {"corrected_in_time": False}],
        },
        "submission.proposal.unasked_defect": {
            "satisfied": [FOUND | UNASKED | {"corrected": True}, {"corrected": True}],
            "violated": [FOUND | UNASKED | {"corrected": False}],
            "undetermined": [FOUND | UNASKED, FOUND | {"corrected": False}, {}],
            "not_applicable": [{"defect_found": False}, FOUND | ASKED | {"corrected": False}],
        },
        "submission.proposal.falsehood": {
            "satisfied": [{"contains_falsehood": False}],
            "violated": [{"contains_falsehood": True}],
            "undetermined": [{}],
        },
    },
)


@both_runners
@TABLE.each
def test_each_rule_says_of_each_row_what_the_table_says(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status


DUE_DAY = date(2025, 4, 2)
DUE_NOON = datetime(2025, 4, 2, 12, tzinfo=JAPAN)


@pytest.mark.parametrize(
    ("defect", "in_time"),
    [
        ({"corrected": False, "correction_due": DUE_DAY}, False),
        ({"corrected": False}, False),
        ({"corrected": True}, None),
        ({"corrected": True, "correction_due": DUE_DAY}, None),
        ({"corrected": True, "corrected_at": DUE_DAY}, None),
        ({}, None),
        # A day of correction without a time runs to its end, whichever of the two times lacks one.
        ({"corrected_at": datetime(2025, 4, 2, 23, 59, 59, tzinfo=JAPAN), "correction_due": DUE_DAY}, True),
        ({"corrected_at": datetime(2025, 4, 3, tzinfo=JAPAN), "correction_due": DUE_DAY}, False),
        ({"corrected_at": DUE_DAY, "correction_due": DUE_DAY}, True),
        ({"corrected_at": DUE_DAY, "correction_due": DUE_NOON}, None),
        ({"corrected_at": DUE_NOON, "correction_due": DUE_NOON}, True),
        ({"corrected_at": datetime(2025, 4, 2, 12, 0, 1, tzinfo=JAPAN), "correction_due": DUE_NOON}, False),
        ({"corrected_at": date(2025, 4, 1), "correction_due": DUE_NOON}, True),
        ({"corrected": True, "corrected_at": date(2025, 4, 3), "correction_due": DUE_NOON}, False),
    ],
)
def test_corrected_in_time(defect: dict[str, Any], in_time: bool | None) -> None:
    facts = proposal_facts(Proposal(id="p", defect=Defect(found=True, correction_requested=True, **defect)))

    assert facts.corrected_in_time is in_time


def test_a_time_of_correction_says_that_it_was_corrected() -> None:
    assert proposal_facts(Proposal(id="p", defect=Defect(corrected_at=DUE_DAY))).corrected is True


def test_without_a_proposal_nothing_is_known_of_it() -> None:
    assert set(proposal.flatten(proposal_facts(None)).values()) == {None}
