"""IV.1.(1).ニ: fitness of each corporation; a suspension (③) is judged by VIII.2."""

from __future__ import annotations

from koubo.models.applicant import LegalForm
from koubo.rules.iv_1_qualifications.subjects import member
from koubo.rules.language import ALWAYS, Condition, condition
from koubo.rules.rule import Effect, Rule
from koubo.text import Text


def _fit(
    aspect: str, item: str, requires: Condition, title: Text, remedy: Text, readings: tuple[str, ...] = ()
) -> Rule:
    return Rule(
        id=f"eligibility.fitness.{aspect}",
        clause=f"IV.1.(1).ニ.{item}",
        title=title,
        applies=ALWAYS,
        requires=requires,
        otherwise=Effect.INVALID,
        remedy=remedy,
        readings=readings,
    )


RULES = (
    _fit(
        "legal_personality",
        "①",
        member.legal_form != LegalForm.NONE,
        Text("法人格を有する機関等である", "It is a body with legal personality"),
        Text("法人格を有する機関として応募してください。", "Apply as a body with legal personality."),
    ),
    _fit(
        "established_in_japan",
        "②",
        condition(member.established_in_japan),
        Text("国内に設置された法人格を有する機関である", "It is established in Japan"),
        Text("国内に設置された法人として応募してください。", "Apply as a corporation established in Japan."),
    ),
    _fit(
        "structure_and_facilities",
        "②",
        condition(member.has_structure_and_facilities),
        Text("支援事業を行うための体制、設備等を有する", "It has structure and facilities for the work"),
        Text("体制、設備等を整えてください。", "Set up the structure and facilities."),
    ),
    _fit(
        "accepts_contract",
        "④",
        condition(member.accepts_contract),
        Text("提示される業務委託契約書に合意できる", "It can agree to the contract form presented"),
        Text(
            "契約書の内容を確認し、合意できることを確かめてください。",
            "Read the contract form and make sure that you can agree to it.",
        ),
    ),
    _fit(
        "cabinet_order",
        "⑤",
        ~member.barred_by_cabinet_order,
        Text(
            "予算決算及び会計令第70条及び第71条の規定に該当しない",
            "It is not barred by articles 70 and 71 of the cabinet order on budget and accounting",
        ),
        Text("該当する法人を構成員から外してください。", "Leave the corporation out of the application."),
    ),
    _fit(
        "antisocial_ties",
        "⑥",
        ~member.antisocial_ties,
        Text("暴力団排除対象者に該当しない", "It has no ties to organised crime"),
        Text("該当する法人を構成員から外してください。", "Leave the corporation out of the application."),
    ),
    _fit(
        "improper_conduct",
        "⑦",
        ~member.improper_conduct,
        Text("契約の相手方として不適当な行為をしない", "It does not conduct itself improperly"),
        Text("該当する法人を構成員から外してください。", "Leave the corporation out of the application."),
    ),
    _fit(
        "antisocial_subcontractors",
        "⑧",
        ~member.antisocial_subcontractors,
        Text(
            "暴力団排除対象者と知りながら下請負又は再委託の相手方としない",
            "It gives no subcontract to anyone known to have such ties",
        ),
        Text("下請負又は再委託の相手方を替えてください。", "Replace the subcontractor."),
    ),
    _fit(
        "human_rights",
        "⑨",
        condition(member.human_rights_effort),
        Text("人権尊重に取り組むよう努める", "It tries to respect human rights"),
        Text(
            "国のガイドラインを踏まえ、人権尊重の取組を始めてください。",
            "Begin efforts to respect human rights along the government's guideline.",
        ),
        ("human_rights_effort",),
    ),
)
