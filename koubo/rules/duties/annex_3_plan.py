"""別添3: the information management plan, its handlers, its changes, and the plan of return."""

from __future__ import annotations

from koubo.facts.duties.information import InformationFacts, ReturnFacts
from koubo.models.happened import occurrences
from koubo.models.information import Handler, Information, PlanChange, PlanSection, ReturnPlan
from koubo.rules.duties.duty import SAME_DAY, beforehand, duty
from koubo.rules.language import day_number, parameter
from koubo.rules.rule import Effect, Rule
from koubo.rules.subject import Subject
from koubo.text import Text

plan = Subject(
    "information_plan",
    Text("情報管理計画書", "information management plan"),
    Information,
    occurrences(Information),
    InformationFacts,
)
handler = Subject("handler", Text("情報取扱者", "information handler"), Handler)
change = Subject(
    "plan_change", Text("情報管理計画書の変更", "change of that plan"), PlanChange, occurrences(PlanChange)
)
return_plan = Subject(
    "return_plan", Text("情報返却等計画書", "plan of return"), ReturnPlan, occurrences(ReturnPlan), ReturnFacts
)

_DOCUMENT = Effect.NEEDS_DOCUMENT
_APPROVAL = Effect.NEEDS_APPROVAL
_ADD = Text(
    "欠けている事項を計画書に加え、承認を受けてください。", "Add to the plan what is lacking and obtain approval."
)

days_to_approval = plan.derive(
    "days_to_approval",
    day_number(plan.plan_approved_by) - day_number(plan.contract_signed_on),
    Text("契約締結から承認（未了なら判定日）までの日数", "days from the contract to approval (if not yet, to today)"),
)

_sections = change.of


def _change(section: PlanSection, title: Text) -> Rule:
    return duty(
        f"information.change.{section.value}",
        "別添3.2.(3)",
        title,
        beforehand(change.approved_by, change.changed_on),
        Text("変更を提出し、承認を得てください。", "Submit the change and obtain approval."),
        applies=_sections == section,
        otherwise=_APPROVAL,
        readings=SAME_DAY,
    )


RULES = (
    duty(
        "information.plan.approved_in_time",
        "別添3.1",
        Text(
            "情報管理計画書は、契約締結後の目途とされる期間内に承認を受ける",
            "The information management plan is approved within the time set after the contract",
        ),
        days_to_approval <= parameter("information_plan.days"),
        Text("速やかに計画書を提出し、承認を受けてください。", "Submit the plan promptly and obtain approval."),
        otherwise=Effect.LATE,
        readings=("information_plan_week",),
    ),
    duty(
        "information.plan.approved_before_work",
        "別添3.1",
        Text(
            "情報管理計画書の承認を受けてから、貸与された情報を扱う作業を始める",
            "Work with information that was handed over starts once the plan is approved",
        ),
        beforehand(plan.plan_approved_by, plan.work_started_on),
        Text("承認を受けるまで、貸与された情報を取り扱わないでください。", "Handle no such information until then."),
        otherwise=Effect.WARNING,
        readings=("plan_before_work", *SAME_DAY),
    ),
    duty(
        "information.handlers.designated",
        "別添3.1.(1)",
        Text("情報取扱者を指定する", "Information handlers are designated"),
        plan.handlers >= 1,
        Text("情報取扱者を指定してください。", "Designate the handlers."),
        otherwise=_DOCUMENT,
    ),
    duty(
        "information.handlers.one_chief",
        "別添3.1.(1)",
        Text("情報取扱責任者を一名指定する", "One of the handlers is designated as chief"),
        (plan.certain_chief_handlers <= parameter("information_plan.chief_handlers"))
        & (plan.chief_handlers == parameter("information_plan.chief_handlers")),
        Text("情報取扱責任者を一名に定めてください。", "Designate exactly one chief."),
        otherwise=_DOCUMENT,
    ),
    duty(
        "information.handlers.trained",
        "別添3.1.(1)",
        Text(
            "情報取扱者等は社内情報セキュリティ教育を受講した者とする",
            "Handlers have taken training in information security",
        ),
        handler.trained,
        Text("教育を受講させるか、指定を改めてください。", "Have them trained, or designate others."),
    ),
    duty(
        "information.handlers.listed",
        "別添3.1.(1)",
        Text(
            "計画書に情報取扱者等の所属・役職・氏名・受講状況を明記する",
            "The plan states affiliation, post, name and training of each handler",
        ),
        handler.listed,
        Text("計画書に明記してください。", "State them in the plan."),
        otherwise=_DOCUMENT,
    ),
    duty(
        "information.education.planned",
        "別添3.1.(2)",
        Text("情報取扱者等への教育・周知の計画を策定する", "Education and notice for handlers are planned"),
        plan.education_planned,
        Text("教育・周知の計画を策定してください。", "Make that plan."),
        otherwise=_DOCUMENT,
    ),
    duty(
        "information.handling.planned",
        "別添3.1.(3)",
        Text(
            "情報の保存・運搬・複製・破棄等において実施する措置を定める",
            "Measures on storing, carrying, copying and disposing of information are laid down",
        ),
        plan.missing_handling == "",
        _ADD,
        otherwise=_DOCUMENT,
    ),
)

WORKPLACE_RULES = (
    duty(
        "information.workplace.planned",
        "別添3.1.(4)",
        Text("事務局等以外の作業場所について講ずる措置を定める", "Measures on other workplaces are laid down"),
        plan.missing_workplace == "",
        _ADD,
        applies=plan.other_workplace,
        otherwise=_DOCUMENT,
    ),
    duty(
        "information.incident.contact_shown",
        "別添3.1.(5)",
        Text("侵害に備えた連絡体制を事前に事務局に提示する", "The contact structure for breaches is shown beforehand"),
        plan.incident_contact_shown,
        Text("連絡体制を提示してください。", "Show the contact structure."),
        otherwise=_DOCUMENT,
    ),
    duty(
        "information.incident.procedure",
        "別添3.1.(5)",
        Text("侵害時の対処手順に必要な対処を含める", "The procedure for breaches has all steps that it needs"),
        plan.missing_steps == "",
        _ADD,
        otherwise=_DOCUMENT,
        readings=("incident_detail_hours",),
    ),
    duty(
        "information.incident.national_security",
        "別添3.1.(5)",
        Text(
            "国の安全に関する重要な情報を取り扱うときは、記録類の作成・保存と引渡しを対処手順に含める",
            "Where information important for national security is handled, the procedure has the steps on records",
        ),
        plan.missing_records_steps == "",
        _ADD,
        applies=plan.national_security,
        otherwise=_DOCUMENT,
    ),
)

CHANGE_RULES = (
    _change(
        PlanSection.EDUCATION,
        Text("教育・周知の計画の変更は、変更した計画書の承認を得て行う", "A change of education is approved first"),
    ),
    _change(
        PlanSection.HANDLING,
        Text(
            "情報の取扱いに関する計画の変更は、変更した計画書の承認を得て行う", "A change of handling is approved first"
        ),
    ),
    _change(
        PlanSection.WORKPLACE,
        Text(
            "作業場所等の措置の変更は、変更した計画書の承認を得て行う",
            "A change of workplace measures is approved first",
        ),
    ),
    _change(
        PlanSection.TEMPORARY,
        Text(
            "一時的に異なる措置は、原則として事前に報告し承認を得る",
            "A temporary deviation is reported and approved first",
        ),
    ),
    duty(
        "information.change.plan_updated",
        "別添3.2.(3)",
        Text("変更した計画書を提出する", "The changed plan is submitted"),
        change.plan_updated,
        Text("変更箇所を反映した計画書を提出してください。", "Submit the plan with the change."),
        applies=_sections != PlanSection.TEMPORARY,
        otherwise=_DOCUMENT,
    ),
    duty(
        "information.workplace.audit_accepted",
        "別添3.2.(4)",
        Text("作業場所の監査の申出を受け入れる", "An audit of the workplace is accepted"),
        plan.workplace_audit_accepted,
        Text("監査を受け入れてください。", "Accept the audit."),
        applies=plan.workplace_audit_requested,
    ),
    duty(
        "information.insufficiency.corrected",
        "別添3.2.(5)",
        Text(
            "対策が不十分と判断されたときは、協議の上で是正し、計画書に反映する",
            "Where measures fall short they are put right after talks, and the plan says so",
        ),
        plan.insufficiency_corrected & plan.correction_in_plan,
        Text("是正措置を講じ、計画書に反映してください。", "Put them right and update the plan."),
        applies=plan.insufficiency_found,
    ),
)

RETURN_RULES = (
    duty(
        "information.return_plan.complete",
        "別添3.3.(1)",
        Text(
            "情報返却等計画書は方法・日時・場所・立会人・作業責任者等を網羅する",
            "The plan of return tells method, time, place, witness and person responsible",
        ),
        return_plan.missing_return_parts == "",
        Text("欠けている事項を加えてください。", "Add what is lacking."),
        otherwise=_DOCUMENT,
    ),
    duty(
        "information.register.submitted",
        "別添3.3.(1)",
        Text(
            "処理の終了後、結果を記載した情報管理簿を提出する",
            "After disposal the register with the results is submitted",
        ),
        return_plan.register_submitted,
        Text("結果を記載した情報管理簿を提出してください。", "Submit the register with the results."),
        applies=return_plan.all_disposed,
        otherwise=_DOCUMENT,
    ),
)
