"""What a proposal must hold: each content with its clause and what its lack means, and the four statuses."""

from __future__ import annotations

import pytest
from cases import Case, Table, both_runners

from koubo.facts.content import fact_name
from koubo.models.proposal import ContentState
from koubo.rules.content import KEYS, RULES, content
from koubo.rules.rule import Effect

OUT, DUTY, PAPER = Effect.DISQUALIFIED, Effect.BREACH, Effect.NEEDS_DOCUMENT

# key · clause · what its lack means
CONTENTS = {
    "roles.support_actions": ("III.1", DUTY),
    "roles.knowhow_transfer": ("III.1", DUTY),
    "roles.local_government_leads": ("III.2", DUTY),
    "criteria.track_record": ("V.1.(3)", DUTY),
    "criteria.backup_structure": ("V.1.(2).イ", DUTY),
    "criteria.local_engagement": ("V.1.(3)", DUTY),
    "criteria.basic_policy": ("V.1.(3)", DUTY),
    "criteria.method_and_plans": ("V.1.(3)", DUTY),
    "criteria.future_activities": ("V.1.(2).イ", OUT),
    "criteria.managers": ("V.1.(3)", DUTY),
    "criteria.resident_supporters": ("V.1.(3)", DUTY),
    "expenses.need_and_outline": ("VI.2.(4)", OUT),
    "expenses.ict_place_and_specification": ("VI.2.(4)", OUT),
    "supply_chain.measures": ("VIII.4.(1)", OUT),
    "disclosure.capital_ties": ("VIII.4.(2).①", PAPER),
    "disclosure.officers": ("VIII.4.(2).①", PAPER),
    "disclosure.place_of_work": ("VIII.4.(2).①", PAPER),
    "disclosure.project_manager": ("VIII.4.(2).①", PAPER),
    "disclosure.information_manager": ("VIII.4.(2).①", PAPER),
    "disclosure.all_staff": ("VIII.4.(2).②", PAPER),
    "information.managers": ("VIII.5.(1).①", PAPER),
    "information.manager_background": ("VIII.5.(1).②", PAPER),
    "information.security_structure": ("VIII.5.(2).イ", OUT),
    "information.incident_preparation": ("VIII.5.(2).ト", OUT),
    "information.security_measures": ("VIII.5.(2)", OUT),
    "forms.managers": ("VIII.6.②", PAPER),
    "forms.information_managers": ("VIII.6.②", PAPER),
    "forms.resident_supporters": ("VIII.6.②", PAPER),
    "forms.staff_roster": ("VIII.6.②", PAPER),
    "implementation.permits": ("別添2.(1)", OUT),
    "implementation.ict_procurement": ("別添2.(2)", OUT),
    "implementation.training": ("別添2.(3).a", OUT),
    "implementation.seminar": ("別添2.(3).a", OUT),
    "implementation.seminar_media": ("別添2.(3).a", OUT),
    "implementation.bureau": ("別添2.(3).a", OUT),
    "implementation.regional_publicity": ("別添2.(3).b", OUT),
    "implementation.national_publicity": ("別添2.(3).b", OUT),
    "implementation.publicity_attribution": ("別添2.(3).b", OUT),
    "implementation.report": ("別添2.(4)", OUT),
    "implementation.research": ("別添2.(5)", OUT),
    "implementation.dissemination": ("別添2.(5)", OUT),
}
WITH_EQUIPMENT_ONLY = {"expenses.ict_place_and_specification", "implementation.ict_procurement"}
EQUIPMENT = {"uses_ict_equipment": True}
NO_EQUIPMENT = {"uses_ict_equipment": False}


def rows(key: str) -> dict[str, list[dict[str, object]]]:
    stated, missing = ({fact_name(key): state} for state in (ContentState.STATED, ContentState.MISSING))
    if key in WITH_EQUIPMENT_ONLY:
        return {
            "satisfied": [EQUIPMENT | stated, stated],
            "violated": [EQUIPMENT | missing],
            "undetermined": [EQUIPMENT, missing, {}],
            "not_applicable": [NO_EQUIPMENT | missing, NO_EQUIPMENT],
        }
    return {
        "satisfied": [stated, NO_EQUIPMENT | stated],
        "violated": [missing, NO_EQUIPMENT | missing],
        "undetermined": [{}],
    }


TABLE = Table(content, {}, {f"proposal_content.{key}": rows(key) for key in CONTENTS})


@both_runners
@TABLE.each
def test_each_rule_says_of_each_row_what_the_table_says(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status


def test_the_table_holds_every_content_and_no_other() -> None:
    assert {rule.id.removeprefix("proposal_content."): (rule.clause, rule.otherwise) for rule in RULES} == CONTENTS
    assert tuple(CONTENTS) == KEYS


@pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])
def test_a_content_says_what_to_write_and_names_the_reading_where_its_lack_disqualifies(rule) -> None:
    assert rule.remedy is not None
    assert rule.remedy.ja.endswith("記載してください。")
    assert (rule.readings == ("mandatory_contents",)) is (rule.otherwise is OUT)
