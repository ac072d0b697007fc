"""IV.1.(1).ニ: fitness of a corporation, rule by rule; every requirement is asked of everyone."""

from __future__ import annotations

from cases import Case, Table, both_runners

from koubo.models.applicant import LegalForm
from koubo.rules.iv_1_qualifications.subjects import member


def flag(name: str, *, good: bool) -> dict[str, list[dict[str, bool]]]:
    return {"satisfied": [{name: good}], "violated": [{name: not good}], "undetermined": [{}]}


TABLE = Table(
    member,
    {"joint": False},
    {
        "eligibility.fitness.legal_personality": {
            "satisfied": [{"legal_form": form} for form in LegalForm if form is not LegalForm.NONE],
            "violated": [{"legal_form": LegalForm.NONE}],
            "undetermined": [{}],
        },
        "eligibility.fitness.established_in_japan": flag("established_in_japan", good=True),
        "eligibility.fitness.structure_and_facilities": flag("has_structure_and_facilities", good=True),
        "eligibility.fitness.accepts_contract": flag("accepts_contract", good=True),
        "eligibility.fitness.cabinet_order": flag("barred_by_cabinet_order", good=False),
        "eligibility.fitness.antisocial_ties": flag("antisocial_ties", good=False),
        "eligibility.fitness.improper_conduct": flag("improper_conduct", good=False),
        "eligibility.fitness.antisocial_subcontractors": flag("antisocial_subcontractors", good=False),
        "eligibility.fitness.human_rights": flag("human_rights_effort", good=True),
    },
)


@both_runners
@TABLE.each
def test_each_rule_of_fitness_says_what_the_table_says(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status
