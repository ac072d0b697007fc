"""IV.1.(1).ハ: duties and careers of staff whose labour is charged."""

from __future__ import annotations

from cases import Case, Table, both_runners

from koubo.rules.iv_2_to_6_submission.careers import labour_person

OTHER_STAFF = {"manages_or_resides": False}

TABLE = Table(
    labour_person,
    {"charged": True},
    {
        "submission.staff.career": {
            "satisfied": [OTHER_STAFF | {"career_filed": True}, {"career_filed": True}],
            "violated": [OTHER_STAFF | {"career_filed": False}],
            "undetermined": [OTHER_STAFF, {"career_filed": False}, {}],
            "not_applicable": [{"manages_or_resides": True}, {"charged": False, "career_filed": False}],
        },
    },
)


@both_runners
@TABLE.each
def test_each_rule_says_of_each_row_what_the_table_says(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status
