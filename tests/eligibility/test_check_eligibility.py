"""``check_eligibility`` on whole dossiers: one change to a clean one, and what it says of it."""

from __future__ import annotations

from typing import Any

import pytest
from eligible_dossiers import Tree, alone, consortium, dossier, posting

from koubo.calls import get_call
from koubo.eligibility import check_eligibility
from koubo.errors import InputError

BOTH = {"one corporation": alone(), "a consortium": consortium()}
M, B = "applicant.members[0]", "applicant.members[1]"
MANAGER, SUPPORTER = "staff[0]", "staff[1]"


def violated(tree: Tree, changes: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """Return the clauses that count and are violated, with effect and subject."""
    report = check_eligibility(dossier(tree, changes))
    return {one.clause: (one.effect.value, one.subject) for one in report.findings if one.against}


@pytest.mark.parametrize("tree", BOTH.values(), ids=BOTH)
def test_a_dossier_that_gives_all_facts_and_breaks_none_is_eligible(tree: Tree) -> None:
    report = check_eligibility(dossier(tree))

    assert report.eligible is True
    assert [finding.rule_id for finding in report.findings if finding.effect.counts] == []
    assert all(one.eligible for one in report.by_member.values())


BREACHES: dict[str, tuple[str, Any, str, str, str]] = {
    "planning": (f"{M}.capability.planning", False, "IV.1.(1).イ.①", "disqualified", "applicant"),
    "progress": (f"{M}.capability.progress_management", False, "IV.1.(1).イ.①", "disqualified", "applicant"),
    "coordination": (f"{M}.capability.coordination", False, "IV.1.(1).イ.⑥", "disqualified", "applicant"),
    "proofreading": (f"{M}.capability.proofreading", False, "IV.1.(1).イ.⑥", "disqualified", "applicant"),
    "no record": (f"{M}.track_record", [], "IV.1.(1).イ.①", "disqualified", "applicant"),
    "a private client's record": (
        f"{M}.track_record[0].public_office",
        False,
        "IV.1.(1).イ.①",
        "disqualified",
        "applicant",
    ),
    "a foreign record": (f"{M}.track_record[0].domestic", False, "IV.1.(1).イ.①", "disqualified", "applicant"),
    "a record of another kind": (f"{M}.track_record[0].similar", False, "IV.1.(1).イ.①", "disqualified", "applicant"),
    "no invoice registration": (f"{M}.invoice", False, "IV.1.(1).イ.⑤", "disqualified", "applicant.members[acme]"),
    "no information manager": (
        f"{M}.information_manager",
        False,
        "IV.1.(1).イ.⑥",
        "disqualified",
        "applicant.members[acme]",
    ),
    "no accounting officer": (
        f"{M}.accounting_officers",
        [],
        "IV.1.(1).イ.⑥",
        "disqualified",
        "applicant.members[acme]",
    ),
    "two accounting officers": (
        f"{M}.accounting_officers",
        ["a", "b"],
        "IV.1.(1).イ.⑥",
        "disqualified",
        "applicant.members[acme]",
    ),
    "no project manager": (f"{MANAGER}.roles", ["other"], "IV.1.(1).イ.③", "disqualified", "applicant"),
    "two project managers": (
        f"{SUPPORTER}.roles",
        ["resident_supporter", "project_manager"],
        "IV.1.(1).イ.③",
        "disqualified",
        "applicant",
    ),
    "no supporter": (f"{SUPPORTER}.roles", ["other"], "IV.1.(1).イ.④", "disqualified", "applicant"),
    "nobody at all": ("staff", [], "IV.1.(1).イ.④", "disqualified", "applicant"),
    "a manager without contract of employment": (
        f"{MANAGER}.employment",
        "other",
        "IV.1.(1).ロ.a",
        "disqualified",
        "staff[manager]",
    ),
    "a manager engaged full time": (
        f"{MANAGER}.employment",
        "full_time",
        "IV.1.(1).ロ.a",
        "disqualified",
        "staff[manager]",
    ),
    "a manager abroad": (f"{MANAGER}.lives_in_japan", False, "IV.1.(1).ロ.a", "disqualified", "staff[manager]"),
    "a manager without time": (f"{MANAGER}.enough_time", False, "IV.1.(1).ロ.a", "disqualified", "staff[manager]"),
    "a supporter on call": (f"{SUPPORTER}.employment", "other", "IV.1.(1).ロ.b", "disqualified", "staff[supporter]"),
    "a supporter with other work": (
        f"{SUPPORTER}.postings[0].dedicated",
        False,
        "IV.1.(1).ロ.b",
        "disqualified",
        "staff[supporter]",
    ),
    "a supporter without experience": (
        f"{SUPPORTER}.related_experience",
        False,
        "IV.1.(1).ロ.b",
        "disqualified",
        "staff[supporter]",
    ),
    "no legal personality": (f"{M}.legal_form", "none", "IV.1.(1).ニ.①", "invalid", "applicant.members[acme]"),
    "a foreign corporation": (
        f"{M}.established_in_japan",
        False,
        "IV.1.(1).ニ.②",
        "invalid",
        "applicant.members[acme]",
    ),
    "no facilities": (
        f"{M}.has_structure_and_facilities",
        False,
        "IV.1.(1).ニ.②",
        "invalid",
        "applicant.members[acme]",
    ),
    "refuses the contract": (f"{M}.accepts_contract", False, "IV.1.(1).ニ.④", "invalid", "applicant.members[acme]"),
    "barred": (f"{M}.barred_by_cabinet_order", True, "IV.1.(1).ニ.⑤", "invalid", "applicant.members[acme]"),
    "ties to crime": (f"{M}.antisocial_ties", True, "IV.1.(1).ニ.⑥", "invalid", "applicant.members[acme]"),
    "improper conduct": (f"{M}.improper_conduct", True, "IV.1.(1).ニ.⑦", "invalid", "applicant.members[acme]"),
    "subcontractors with ties": (
        f"{M}.antisocial_subcontractors",
        True,
        "IV.1.(1).ニ.⑧",
        "invalid",
        "applicant.members[acme]",
    ),
    "no effort for human rights": (
        f"{M}.human_rights_effort",
        False,
        "IV.1.(1).ニ.⑨",
        "invalid",
        "applicant.members[acme]",
    ),
    "suspended": (f"{M}.suspensions", [{"from": "2025-03-01"}], "VIII.2", "invalid", "applicant.members[acme]"),
    "suspended after the close": (
        f"{M}.suspensions",
        [{"from": "2025-04-10", "to": "2025-04-20"}],
        "VIII.2",
        "disqualified",
        "applicant.members[acme]",
    ),
    "a falsehood": ("proposal.contains_falsehood", True, "IV.3.(4).②", "invalid", "proposal"),
    "a defect that was not put right": (
        "proposal.defect",
        {"found": True, "correction_requested": True, "corrected": False},
        "IV.3.(4).②",
        "invalid",
        "proposal",
    ),
}


@pytest.mark.parametrize(("path", "value", "clause", "effect", "subject"), BREACHES.values(), ids=BREACHES)
def test_one_breach_is_found_with_its_clause_effect_and_subject(
    path: str, value: Any, clause: str, effect: str, subject: str
) -> None:
    assert violated(alone(), {path: value})[clause] == (effect, subject)
    assert check_eligibility(dossier(alone(), {path: value})).eligible is False


CONSORTIUM_ONLY: dict[str, tuple[str, Any, str, str]] = {
    "no agreement": ("applicant.consortium_agreement", "none", "IV.1.(1).イ.②", "applicant"),
    "an uncertain agreement": ("applicant.consortium_agreement", "uncertain", "IV.1.(1).イ.②", "applicant"),
    "an agreement after the contract": (
        "applicant.consortium_agreement_on",
        "2025-05-13",
        "IV.1.(1).イ.②",
        "applicant",
    ),
    "no representative": ("applicant.representative", False, "IV.1.(1).イ.②", "applicant"),
    "no oath": ("applicant.invoice_oath", False, "IV.1.(1).イ.②", "applicant"),
    "a manager of another member": (f"{MANAGER}.member", "beta", "IV.1.(1).イ.③", "staff[manager]"),
    "a member without lead": (f"{B}.lead", False, "IV.1.(1).イ.③", "applicant.members[beta]"),
    "a lead of another member": (f"{B}.lead", "manager", "IV.1.(1).イ.③", "applicant.members[beta]"),
    "no general information manager": (
        "applicant.general_information_manager",
        False,
        "IV.1.(1).イ.⑥",
        "applicant",
    ),
    "no general accounting officer": ("applicant.general_accounting_officer", False, "IV.1.(1).イ.⑥", "applicant"),
    "a member that is not registered": (f"{B}.invoice", False, "IV.1.(1).イ.⑤", "applicant.members[beta]"),
}


@pytest.mark.parametrize(("path", "value", "clause", "subject"), CONSORTIUM_ONLY.values(), ids=CONSORTIUM_ONLY)
def test_what_a_consortium_has_to_fulfil(path: str, value: Any, clause: str, subject: str) -> None:
    assert violated(consortium(), {path: value})[clause] == ("disqualified", subject)


def test_one_corporation_is_not_asked_for_what_only_a_consortium_has() -> None:
    report = check_eligibility(
        dossier(
            alone(),
            {
                "applicant.consortium_agreement": "none",
                "applicant.general_information_manager": False,
                "applicant.general_accounting_officer": False,
                "applicant.invoice_oath": False,
                f"{M}.lead": False,
            },
        )
    )

    assert report.eligible is True


@pytest.mark.parametrize("fact", ["planning", "progress_management", "coordination", "proofreading"])
def test_one_member_that_is_able_is_enough(fact: str) -> None:
    one_is = {f"{M}.capability.{fact}": False}
    nobody_is = {**one_is, f"{B}.capability.{fact}": False}
    nobody_may_be = {**one_is, f"{B}.capability.{fact}": None}

    assert check_eligibility(dossier(consortium(), one_is)).eligible is True
    assert check_eligibility(dossier(consortium(), nobody_is)).eligible is False
    assert check_eligibility(dossier(consortium(), nobody_may_be)).eligible is None


def test_the_record_of_one_member_is_enough() -> None:
    assert check_eligibility(dossier(consortium(), {f"{M}.track_record": []})).eligible is True
    assert check_eligibility(dossier(consortium(), {f"{M}.track_record": None})).eligible is True
    both = {f"{M}.track_record": [], f"{B}.track_record": []}
    assert check_eligibility(dossier(consortium(), both)).eligible is False
    unknown = {f"{M}.track_record": [], f"{B}.track_record": None}
    assert check_eligibility(dossier(consortium(), unknown)).eligible is None


def test_a_subcontracted_record_counts() -> None:
    assert check_eligibility(dossier(alone(), {f"{M}.track_record[0].role": "subcontractor"})).eligible is True


WARNINGS = {
    "expected to leave": {f"{MANAGER}.expected_to_leave": True},
    "no experience in a prefecture": {
        f"{MANAGER}.prefectural_dx_experience": False,
        f"{SUPPORTER}.prefectural_dx_experience": False,
    },
    "no domains": {f"{SUPPORTER}.domains": []},
    "nationality not disclosed": {f"{MANAGER}.nationality_disclosed": False},
    "a defect that nobody asked about": {
        "proposal.defect": {"found": True, "correction_requested": False, "corrected": False}
    },
}


@pytest.mark.parametrize("changes", WARNINGS.values(), ids=WARNINGS)
def test_a_warning_is_never_a_bar(changes: dict[str, Any]) -> None:
    report = check_eligibility(dossier(alone(), changes))

    assert report.eligible is True
    assert any(one.status == "violated" and one.effect == "warning" for one in report.findings)


FACTS = [
    *(f"contract.{fact}" for fact in ("from", "to")),
    "applicant.members",
    *(
        f"{M}.{fact}"
        for fact in (
            *("legal_form", "established_in_japan", "has_structure_and_facilities", "invoice", "suspensions"),
            *("accepts_contract", "barred_by_cabinet_order", "antisocial_ties", "improper_conduct"),
            *("antisocial_subcontractors", "human_rights_effort", "capability", "track_record"),
            *("information_manager", "accounting_officers", "invoice.number", "invoice.registered_from"),
        )
    ),
    "staff",
    *(f"{MANAGER}.{fact}" for fact in ("employment", "lives_in_japan", "enough_time", "directed_comparable_project")),
    *(f"{SUPPORTER}.{fact}" for fact in ("employment", "related_experience", "postings")),
    *(f"{SUPPORTER}.postings[0].{fact}" for fact in ("proposal", "from", "to", "dedicated")),
    "proposal",
    "proposal.contains_falsehood",
    "proposal.defect",
]


@pytest.mark.parametrize("path", FACTS)
def test_a_fact_left_out_leaves_it_open(path: str) -> None:
    report = check_eligibility(dossier(alone(), {path: None}))

    assert report.eligible is None
    assert any(one.open for one in report.findings)


@pytest.mark.parametrize(
    "path",
    [
        *("contract.signed_on", "applicant.representative", "applicant.consortium_agreement", "applicant.invoice_oath"),
        *("applicant.consortium_agreement_on", "applicant.general_information_manager", f"{B}.lead"),
        "applicant.general_accounting_officer",
    ],
)
def test_a_fact_of_a_consortium_left_out_leaves_it_open(path: str) -> None:
    assert check_eligibility(dossier(consortium(), {path: None})).eligible is None


BEYOND: dict[str, dict[str, Any]] = {
    "a region": {"proposal.region": "miyagi"},
    "domains of one": {f"{SUPPORTER}.domains": ["consulting"]},
    "documents": {
        "submission.documents": [{"kind": "proposal", "channel": "email", "received_at": "2025-03-27T10:00"}]
    },
    "a labour line of somebody unknown": {
        "budget": {"lines": [{"line_id": "L1", "category": "labour", "amount_yen": 1, "person": "who"}]}
    },
    "an incident": {"incidents": [{"kind": "malware"}]},
    "an adoption": {"proposal.adopted_on": "2025-04-20"},
    "shareholdings": {"applicant.shareholdings": [{"owner": "acme", "owned": "x"}]},
    "nothing but a name of a person": {"staff[2]": {"id": "x", "roles": ["other"]}},
}


@pytest.mark.parametrize("changes", BEYOND.values(), ids=BEYOND)
def test_a_fact_beyond_those_asked_for_never_leaves_it_open(changes: dict[str, Any]) -> None:
    tree = alone()
    tree["staff"].append({"id": "x", "roles": ["other"]})

    assert check_eligibility(dossier(tree, changes)).eligible is True


APPOINTED = {
    "who is not on the staff counts as appointed": ({f"{M}.information_manager": "somebody"}, True),
    "who is on the staff belongs to the member": ({f"{M}.information_manager": "manager"}, True),
    "who belongs to another does not": ({f"{B}.information_manager": "manager"}, False),
    "an accounting officer of another neither": ({f"{B}.accounting_officers": ["manager"]}, False),
    "whose corporation is unknown leaves it open": (
        {f"{B}.information_manager": "supporter", f"{SUPPORTER}.member": None},
        None,
    ),
    "a general manager of another member": (
        {"applicant.general_information_manager": "supporter", f"{SUPPORTER}.member": "beta"},
        False,
    ),
    "a general manager of the representative": ({"applicant.general_information_manager": "supporter"}, True),
}


@pytest.mark.parametrize(("changes", "eligible"), APPOINTED.values(), ids=APPOINTED)
def test_a_post_is_filled_by_ones_own_people(changes: dict[str, Any], eligible: bool | None) -> None:
    assert check_eligibility(dossier(consortium(), changes)).eligible is eligible


def test_a_person_of_the_only_member_need_not_say_so() -> None:
    changes = {f"{MANAGER}.member": None, f"{M}.information_manager": "manager"}

    assert check_eligibility(dossier(alone(), changes)).eligible is True


REGISTRATION: dict[str, tuple[dict[str, Any], bool | None]] = {
    "from the day of application": ({f"{M}.invoice.registered_from": "2025-03-28"}, True),
    "from the day after": ({f"{M}.invoice.registered_from": "2025-03-29"}, False),
    "to the day of application": ({f"{M}.invoice.registered_to": "2025-03-28"}, True),
    "to the day before": ({f"{M}.invoice.registered_to": "2025-03-27"}, False),
    "a placeholder for a number": ({f"{M}.invoice.number": "T9999999999999"}, None),
    "a placeholder that has expired all the same": (
        {f"{M}.invoice.number": "T9999999999999", f"{M}.invoice.registered_to": "2024-01-01"},
        False,
    ),
}


@pytest.mark.parametrize(("changes", "eligible"), REGISTRATION.values(), ids=REGISTRATION)
def test_the_registration_holds_on_the_day_of_application(changes: dict[str, Any], eligible: bool | None) -> None:
    assert check_eligibility(dossier(alone(), changes)).eligible is eligible


DAYS: dict[str, tuple[list[str | None], bool]] = {
    "the copy that was in time": (["2025-03-26T10:00"], True),
    "the last copy that was in time": (["2025-03-26T10:00", "2025-03-27T10:00"], False),
    "not one that was late": (["2025-03-26T10:00", "2025-03-28T15:00:01"], True),
    "but one in the very last second": (["2025-03-26T10:00", "2025-03-28T15:00:00"], False),
    "not one before the opening": (["2025-03-06T23:59"], False),
    "by the day in Japan": (["2025-03-26T16:00Z"], False),
    "the last day where nothing is known": ([], False),
    "the last day where the time is not known": ([None], False),
    "a day without a time": (["2025-03-26"], True),
}


@pytest.mark.parametrize(("received", "eligible"), DAYS.values(), ids=DAYS)
def test_the_day_of_application_is_that_of_the_last_copy_in_time(received: list[str | None], eligible: bool) -> None:
    documents = [{"kind": "proposal", "channel": "email", "received_at": one} for one in received]
    changes = {"submission.documents": documents, f"{M}.invoice.registered_to": "2025-03-26"}

    assert check_eligibility(dossier(alone(), changes)).eligible is eligible


SUSPENSIONS: dict[str, tuple[dict[str, Any], bool | None]] = {
    "until the day before the period": ({"from": "2024-12-01", "to": "2025-03-06"}, True),
    "until its first day": ({"from": "2024-12-01", "to": "2025-03-07"}, False),
    "from its last day": ({"from": "2025-03-28", "to": "2025-03-28"}, False),
    "from the adoption": ({"from": "2025-05-12", "to": "2025-05-31"}, False),
    "from the day after the adoption": ({"from": "2025-05-13"}, True),
    "running": ({"from": "2024-03-01", "to": None}, False),
    "running since nobody knows when": ({}, None),
}


@pytest.mark.parametrize(("suspension", "eligible"), SUSPENSIONS.values(), ids=SUSPENSIONS)
def test_a_suspension_counts_from_the_opening_to_the_adoption(suspension: Tree, eligible: bool | None) -> None:
    report = check_eligibility(dossier(alone(), {f"{M}.suspensions": [suspension]}))

    assert report.eligible is eligible
    assert report.by_member["acme"].eligible is eligible


@pytest.mark.parametrize(("adopted_on", "eligible"), [("2025-04-19", True), ("2025-04-20", False), (None, False)])
def test_the_adoption_is_the_day_stated_else_the_signing(adopted_on: str | None, eligible: bool) -> None:
    changes = {f"{M}.suspensions": [{"from": "2025-04-20"}], "proposal.adopted_on": adopted_on}

    assert check_eligibility(dossier(alone(), changes)).eligible is eligible


def test_the_fault_of_a_member_voids_the_proposal_and_the_chain_is_shown() -> None:
    report = check_eligibility(dossier(consortium(), {f"{B}.antisocial_ties": True}))

    assert report.eligible is False
    assert {name: one.eligible for name, one in report.by_member.items()} == {"acme": True, "beta": False}
    assert [(one.subject, one.conclusion) for one in report.conclusions] == [
        ("applicant.members[beta]", "ineligible"),
        ("applicant", "ineligible"),
        ("proposal", "void"),
        ("dossier", "not_scored"),
        ("dossier", "not_fileable"),
    ]


def test_what_is_open_is_told_only_where_nothing_is_refused() -> None:
    unsure = check_eligibility(dossier(alone(), {f"{M}.antisocial_ties": None}))
    refused = check_eligibility(dossier(alone(), {f"{M}.antisocial_ties": None, f"{M}.legal_form": "none"}))

    assert [one.conclusion for one in unsure.conclusions] == [
        *("eligibility_open", "eligibility_open", "validity_open", "fileability_open")
    ]
    assert [one.conclusion for one in refused.conclusions] == [
        *("ineligible", "ineligible", "void", "not_scored", "not_fileable")
    ]


def test_the_findings_of_a_member_stand_with_it() -> None:
    report = check_eligibility(dossier(consortium(), {f"{B}.suspensions": [{"from": "2025-03-01"}]}))

    assert [one.clause for one in report.by_member["beta"].findings] == ["VIII.2"]
    assert report.by_member["acme"].findings == ()


def test_findings_and_trace_stand_in_the_order_of_the_rule_base() -> None:
    report = check_eligibility(dossier(consortium(), {f"{B}.antisocial_ties": True, f"{B}.lead": False}))
    position = report.judgement.bound.base.position

    places = [position[one.rule_id] for one in report.trace]

    assert places == sorted(places)
    assert [one.rule_id for one in report.findings if one.against] == [
        "eligibility.lead.appointed",
        "eligibility.fitness.antisocial_ties",
    ]


@pytest.mark.parametrize("tree", BOTH.values(), ids=BOTH)
@pytest.mark.parametrize(
    "changes",
    [{}, {f"{M}.antisocial_ties": True}, {f"{M}.suspensions": None}, {"staff": None}, {"applicant": None}],
    ids=["clean", "barred", "unknown suspensions", "unknown staff", "unknown applicant"],
)
def test_both_runners_give_the_same_answer(tree: Tree, changes: dict[str, Any]) -> None:
    given = dossier(tree, changes)
    answers = [check_eligibility(given, run_with=name).to_dict() for name in ("direct", "rete")]

    assert answers[0] == answers[1]


def test_an_empty_dossier_is_open_and_not_refused() -> None:
    report = check_eligibility(dossier({}))

    assert report.eligible is None
    assert report.by_member == {}


def test_a_changed_parameter_is_followed_and_told() -> None:
    given = dossier(alone(), {f"{M}.invoice.registered_from": "2025-03-29"})
    later = get_call("r7").evolve({"application.assumed_on": "2025-03-29", "submission.closes_at": "2025-03-29T15:00"})

    report = check_eligibility(given, call=later)

    assert report.eligible is True
    assert report.to_dict()["changed_parameters"].keys() == {"application.assumed_on", "submission.closes_at"}


@pytest.mark.parametrize("wrong", [{}, "dossier.yaml", None, [{}], 7])
def test_what_is_no_dossier_is_refused_with_a_clear_mistake(wrong: Any) -> None:
    with pytest.raises(InputError, match="expected a dossier"):
        check_eligibility(wrong)


def test_the_facts_name_the_days_without_a_supporter() -> None:
    postings = [posting(to="2025-07-31"), posting(**{"from": "2025-08-16"})]
    report = check_eligibility(dossier(alone(), {f"{SUPPORTER}.postings": postings}))

    (finding,) = [one for one in report.findings if one.against]
    assert finding.facts == {"uncovered_days": 15, "gaps": "2025-08-01/2025-08-15"}
    assert "2025-08-01/2025-08-15" in finding.message.ja
    assert "2025-08-01/2025-08-15" in finding.message.en
