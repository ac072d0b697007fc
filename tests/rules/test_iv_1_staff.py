"""IV.1.(1).ロ and VIII.4.(2): the people, rule by rule."""

from __future__ import annotations

from cases import Case, Table, both_runners

from koubo.models.staff import Employment
from koubo.rules.iv_1_qualifications.subjects import applicant, person

OTHER = {"project_manager": False, "resident_supporter": False}
MANAGER = {"project_manager": True}
SUPPORTER = {"resident_supporter": True}
POSTED = SUPPORTER | {"stationed": True}


def of(role: dict[str, bool], fact: str, *, good: bool = True) -> dict[str, list[dict[str, bool]]]:
    """A flag that people of one role have to fulfil, and the others have not."""
    return {
        "satisfied": [role | {fact: good}],
        "violated": [role | {fact: not good}],
        "undetermined": [role],
        "not_applicable": [{}, {fact: not good}],
    }


TABLE = Table(
    person,
    OTHER,
    {
        "eligibility.project_manager.employment": {
            "satisfied": [MANAGER | {"employment": Employment.REGULAR}],
            "violated": [MANAGER | {"employment": "full_time"}, MANAGER | {"employment": "other"}],
            "undetermined": [MANAGER],
            "not_applicable": [{"employment": "other"}],
        },
        "eligibility.project_manager.residence": of(MANAGER, "lives_in_japan"),
        "eligibility.project_manager.time": of(MANAGER, "enough_time"),
        "eligibility.project_manager.comparable_project": of(MANAGER, "directed_comparable_project"),
        "eligibility.project_manager.expected_to_leave": of(MANAGER, "expected_to_leave", good=False),
        "eligibility.project_manager.prefectural_dx": of(MANAGER, "prefectural_dx_experience"),
        "eligibility.resident_supporter.employment": {
            "satisfied": [SUPPORTER | {"employment": "regular"}, SUPPORTER | {"employment": "full_time"}],
            "violated": [SUPPORTER | {"employment": "other"}],
            "undetermined": [SUPPORTER],
            "not_applicable": [MANAGER | {"employment": "other"}],
        },
        "eligibility.resident_supporter.dedicated": {
            "satisfied": [POSTED | {"dedicated": True}, SUPPORTER | {"dedicated": True}],
            "violated": [POSTED | {"dedicated": False}],
            "undetermined": [POSTED, SUPPORTER, SUPPORTER | {"dedicated": False}],
            "not_applicable": [
                SUPPORTER | {"stationed": False, "dedicated": False},
                {"stationed": True, "dedicated": False},
            ],
        },
        "eligibility.resident_supporter.related_experience": of(SUPPORTER, "related_experience"),
        "eligibility.resident_supporter.prefectural_dx": of(SUPPORTER, "prefectural_dx_experience"),
        "eligibility.staff.nationality": {
            "satisfied": [{"nationality_disclosed": True}],
            "violated": [{"nationality_disclosed": False}],
            "undetermined": [{}],
        },
    },
)

TEAM = {"records": 1, "several_applications": False, "resident_supporters": 2}
ALL = {"consulting": True, "business_development": True, "systems_engineering": True}

TEAM_TABLE = Table(
    applicant,
    TEAM,
    {
        "eligibility.resident_supporter.domains": {
            "satisfied": [ALL],
            "violated": [ALL | {"consulting": False}, {"business_development": False}, {"systems_engineering": False}],
            "undetermined": [{}, ALL | {"consulting": None}],
            "not_applicable": [{"resident_supporters": 0, "consulting": False}],
        },
    },
)


@both_runners
@TABLE.each
def test_each_rule_on_a_person_says_what_the_table_says(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status


@both_runners
@TEAM_TABLE.each
def test_the_rule_on_the_team_says_what_the_table_says(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status
