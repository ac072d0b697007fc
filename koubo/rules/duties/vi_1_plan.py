"""VI.1: the implementation plan, what may change in it, and the way to the contract."""

from __future__ import annotations

from koubo.facts.duties.plan import ComparisonFacts, PlanFacts
from koubo.models.happened import occurrences
from koubo.models.implementation import ImplementationPlan
from koubo.rules.duties.duty import SAME_DAY, beforehand, duty
from koubo.rules.rule import Effect
from koubo.rules.subject import Subject
from koubo.text import Text

plan = Subject(
    "plan", Text("実施計画書", "implementation plan"), ImplementationPlan, occurrences(ImplementationPlan), PlanFacts
)

comparison = Subject(
    "plan_comparison", Text("実施計画書と提案書の対比", "plan held against the proposal"), ComparisonFacts
)

_PLAN = "VI.1.(1)"
_CONTRACT = "VI.1.(2)"
_DIRECTED_ONLY = Text(
    "総務省又は事務局の指示による変更であればその旨を示し、そうでなければ提案書の内容に戻してください。",
    "If the ministry or the secretariat directed the change, say so; else return to what the proposal said.",
)

RULES = (
    duty(
        "plan.parts.complete",
        _PLAN,
        Text(
            "実施計画書は方針・内容・スケジュール・要員計画・支出計画書から成る",
            "The plan has policy, content, schedule, staffing and expenditure plan",
        ),
        plan.missing_parts == "",
        Text("欠けている事項を計画書に加えてください。", "Add to the plan what it lacks."),
        otherwise=Effect.NEEDS_DOCUMENT,
    ),
    duty(
        "plan.subcontracts.stated",
        _PLAN,
        Text("再委託の内容を実施計画書に記載する", "The plan states what is subcontracted"),
        plan.subcontracts_stated,
        Text("再委託の内容を計画書に記載してください。", "State in the plan what is subcontracted."),
        applies=plan.has_subcontracts,
        otherwise=Effect.NEEDS_DOCUMENT,
    ),
    duty(
        "plan.region.agreed",
        _PLAN,
        Text("実施計画書は支援地域候補との協議・調整を整えて作成する", "The plan is agreed with the region"),
        plan.region_agreed,
        Text("支援地域候補と協議・調整を整えてください。", "Come to an agreement with the region."),
        otherwise=Effect.NEEDS_APPROVAL,
    ),
    duty(
        "plan.support.not_added",
        _PLAN,
        Text("選定後に自らの都合で支援内容を追加しない", "No support is added after selection at one's own wish"),
        comparison.added_items == "",
        _DIRECTED_ONLY,
    ),
    duty(
        "plan.support.not_dropped",
        _PLAN,
        Text("選定後に自らの都合で支援内容を削除しない", "No support is dropped after selection at one's own wish"),
        comparison.dropped_items == "",
        _DIRECTED_ONLY,
    ),
    duty(
        "plan.residents.not_added",
        _PLAN,
        Text(
            "選定後に自らの都合で常駐支援者を増員しない",
            "No resident supporter is added after selection at one's own wish",
        ),
        comparison.added_residents == "",
        _DIRECTED_ONLY,
    ),
    duty(
        "plan.residents.not_removed",
        _PLAN,
        Text(
            "選定後に自らの都合で常駐支援者を減らさない",
            "No resident supporter is removed after selection at one's own wish",
        ),
        comparison.removed_residents == "",
        _DIRECTED_ONLY,
    ),
    duty(
        "plan.review.taken_in",
        _PLAN,
        Text("事務局と総務省のレビューを実施計画書に反映する", "Reviews of secretariat and ministry are taken in"),
        plan.reviewed,
        Text("レビューを受け、計画書に反映してください。", "Have the plan reviewed and take the reviews in."),
        otherwise=Effect.NEEDS_APPROVAL,
    ),
    duty(
        "plan.ministry.approved",
        _PLAN,
        Text("実施計画書は総務省の承認を得て確定する", "The plan is final once the ministry approves it"),
        plan.approved,
        Text("事務局を通じて総務省の承認を得てください。", "Obtain the ministry's approval through the secretariat."),
        otherwise=Effect.NEEDS_APPROVAL,
    ),
    duty(
        "contract.commission.approved_before",
        _CONTRACT,
        Text(
            "契約は、実施計画書の確定後に総務省が委託を承認してから結ぶ",
            "The contract follows the ministry's approval of the commission",
        ),
        beforehand(plan.commission_approved_by, plan.contract_signed_on),
        Text("総務省の承認を待って契約してください。", "Wait for the ministry's approval before the contract."),
        otherwise=Effect.NEEDS_APPROVAL,
        readings=SAME_DAY,
    ),
    duty(
        "contract.commission.after_plan",
        _CONTRACT,
        Text(
            "委託の承認申請は実施計画書の確定後に行う", "Approval of the commission is asked for once the plan is final"
        ),
        beforehand(plan.approved_by, plan.commission_approved_on),
        Text("先に実施計画書の承認を得てください。", "Obtain approval of the plan first."),
        applies=plan.commission_approved,
        otherwise=Effect.NEEDS_APPROVAL,
        readings=SAME_DAY,
    ),
    duty(
        "contract.documents.supplied",
        _CONTRACT,
        Text("求められた追加資料を提出する", "Further documents that are asked for are supplied"),
        plan.documents_supplied,
        Text("追加資料を提出してください。", "Supply the documents."),
        applies=plan.documents_requested,
        otherwise=Effect.NEEDS_DOCUMENT,
    ),
    duty(
        "contract.correction.made",
        _CONTRACT,
        Text("公募要件に係る是正の求めに応じる", "What the secretariat wants put right is put right"),
        plan.corrected,
        Text("求められた是正を行ってください。", "Make the correction."),
        applies=plan.correction_requested,
    ),
)
