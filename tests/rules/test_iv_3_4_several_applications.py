"""IV.3.(4).⑥: several applications of one applicant, rule by rule."""

from __future__ import annotations

from cases import Case, Table, both_runners

from koubo.rules.iv_1_qualifications.subjects import applicant
from koubo.rules.iv_3_4_several_applications import posted_person

SEVERAL = {"several_applications": True}

APPLICANT_TABLE = Table(
    applicant,
    {"records": 1, "several_applications": False},
    {
        "eligibility.several_applications.different_regions": {
            "satisfied": [SEVERAL | {"others_for_region": 0}],
            "violated": [SEVERAL | {"others_for_region": 1}],
            "undetermined": [SEVERAL],
            "not_applicable": [{}, {"others_for_region": 0}],
        },
    },
)

PERSON_TABLE = Table(
    posted_person,
    {},
    {
        "eligibility.several_applications.overlap": {
            "satisfied": [{"posted": True, "shared_days": 0, "shared": ""}],
            "violated": [{"posted": True, "shared_days": 1, "shared": "okinawa-2025: 2025-10-31"}],
            "undetermined": [{}, {"posted": True}],
            "not_applicable": [{"posted": False, "shared_days": 0, "shared": ""}],
        },
    },
)


@both_runners
@APPLICANT_TABLE.each
def test_the_rule_on_the_applicant_says_what_the_table_says(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status


@both_runners
@PERSON_TABLE.each
def test_the_rule_on_people_who_are_posted_says_what_the_table_says(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status
