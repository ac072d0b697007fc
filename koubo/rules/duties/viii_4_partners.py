"""VIII.4.(1) and (2), VIII.5.(1) to (3), 別添3.1.(6) and 3.2.(3): subcontracts, cloud services, changes of staff."""

from __future__ import annotations

from koubo.models.happened import occurrences
from koubo.models.partners import ChangeOf, StaffChange, Subcontract
from koubo.rules.duties.duty import SAME_DAY, beforehand, duty
from koubo.rules.language import Condition
from koubo.rules.rule import Effect, Rule
from koubo.rules.subject import Subject
from koubo.text import Text

subcontract = Subject("subcontract", Text("再委託・外注", "subcontract"), Subcontract, occurrences(Subcontract))
change = Subject("staff_change", Text("業務従事者等の異動", "change of staff"), StaffChange, occurrences(StaffChange))

_of = change.of
_agreed = beforehand(change.agreed_by, change.changed_on)


def _change(rule_id: str, clause: str, title: Text, remedy: Text, applies: Condition, otherwise: Effect) -> Rule:
    return duty(rule_id, clause, title, _agreed, remedy, applies=applies, otherwise=otherwise, readings=SAME_DAY)


SUPPLY_RULES = (
    duty(
        "subcontract.services.confirmed",
        "VIII.4.(1)",
        Text(
            "再委託する役務のサプライチェーン対応について事務局の確認を受ける",
            "The supply chain of services that are subcontracted is confirmed by the secretariat",
        ),
        subcontract.supply_chain_confirmed,
        Text("必要な情報を提供し、確認を受けてください。", "Supply what is needed and have it confirmed."),
        applies=subcontract.services,
        otherwise=Effect.NEEDS_APPROVAL,
    ),
)

PERSON_RULES = (
    _change(
        "staff.change.confirmed_before",
        "VIII.4.(2).②",
        Text(
            "業務従事者の変更は事前に事務局の確認を得る", "A change of staff is confirmed by the secretariat beforehand"
        ),
        Text("変更について事務局の確認を得てください。", "Have the secretariat confirm the change."),
        _of == ChangeOf.STAFF,
        Effect.NEEDS_APPROVAL,
    ),
    duty(
        "subcontract.party.disclosed",
        "VIII.4.(2).③",
        Text(
            "外注先・再委託先の資本関係・役員・実施場所の情報を提供する",
            "Capital ties, officers and place of the other party are disclosed",
        ),
        subcontract.party_disclosed,
        Text("情報を提供してください。", "Supply the information."),
        otherwise=Effect.NEEDS_DOCUMENT,
    ),
    duty(
        "subcontract.workers.disclosed",
        "VIII.4.(2).③",
        Text(
            "外注先・再委託先の作業要員の所属・専門性・実績・国籍の情報を提供する",
            "Affiliation, expertise, record and nationality of the other party's staff are disclosed",
        ),
        subcontract.workers_disclosed,
        Text("情報を提供してください。", "Supply the information."),
        otherwise=Effect.NEEDS_DOCUMENT,
    ),
    duty(
        "subcontract.structure.confirmed",
        "VIII.4.(2).③",
        Text(
            "意図せざる変更を防ぐ管理体制を報告し、事務局の確認を得る",
            "The structure against unintended change is reported to and confirmed by the secretariat",
        ),
        subcontract.structure_confirmed,
        Text("管理体制を報告し、確認を得てください。", "Report the structure and have it confirmed."),
        otherwise=Effect.NEEDS_APPROVAL,
    ),
)

STRUCTURE_RULES = (
    _change(
        "security.manager.change_consulted",
        "VIII.5.(1)",
        Text(
            "情報管理の実施体制の変更は事前に事務局と協議する",
            "A change of the information managers is discussed with the secretariat beforehand",
        ),
        Text("変更について事務局と協議してください。", "Discuss the change with the secretariat."),
        _of == ChangeOf.INFORMATION_MANAGER,
        Effect.NEEDS_CONSULTATION,
    ),
)

CLOUD_RULES = (
    duty(
        "subcontract.cloud.nothing_confidential",
        "VIII.5.(2).ル",
        Text("クラウドで要機密情報を取り扱わない", "Nothing confidential is handled on a cloud service"),
        ~subcontract.confidential,
        Text("要機密情報をクラウドから移してください。", "Move what is confidential off the cloud."),
        applies=subcontract.cloud,
    ),
    duty(
        "subcontract.cloud.approved_before",
        "VIII.5.(2).ル",
        Text("クラウドサービスの利用前に承認を受ける", "A cloud service is approved before it is used"),
        beforehand(subcontract.approved_by, subcontract.started_on),
        Text("利用価額を問わず、承認を受けてください。", "Obtain approval, whatever its price."),
        applies=subcontract.cloud & subcontract.started,
        otherwise=Effect.NEEDS_APPROVAL,
        readings=("cloud_services", *SAME_DAY),
    ),
    duty(
        "subcontract.cloud.ismap",
        "VIII.5.(2).ル",
        Text(
            "クラウドサービスはISMAP等のリストから選ぶことが望ましい", "A cloud service had best be on the ISMAP list"
        ),
        subcontract.ismap,
        Text("リストに登録されたサービスを検討してください。", "Consider a service on the list."),
        applies=subcontract.cloud,
        otherwise=Effect.WARNING,
    ),
)

INSPECTION_RULES = (
    duty(
        "subcontract.inspection.accepted",
        "VIII.5.(3).③",
        Text(
            "外注先・再委託先に、管理体制の立入調査を随時受け入れさせる",
            "The other party is bound to accept inspection of its structure at any time",
        ),
        subcontract.inspection_accepted,
        Text("立入調査の受入れを契約に定めてください。", "Bind it to that by contract."),
    ),
)

SECURITY_RULES = (
    duty(
        "subcontract.work.approved_before",
        "別添3.1.(6)",
        Text("再委託は、事前に事務局の承認を得て行う", "Work is subcontracted once the secretariat approved it"),
        beforehand(subcontract.approved_by, subcontract.started_on),
        Text("承認を受けるまで業務を再委託しないでください。", "Subcontract nothing until it is approved."),
        applies=subcontract.started,
        otherwise=Effect.NEEDS_APPROVAL,
        readings=SAME_DAY,
    ),
    duty(
        "subcontract.security.same_level",
        "別添3.1.(6)",
        Text(
            "再委託先に自らと同一水準の情報セキュリティ対策を確保させる",
            "The other party keeps the same level of information security",
        ),
        subcontract.same_security_level,
        Text("同一水準の対策をとらせてください。", "Have it take the same measures."),
        applies=subcontract.handles_information,
    ),
    duty(
        "subcontract.security.reported",
        "別添3.1.(6)",
        Text(
            "再委託先の対策の実施状況を確認するための情報を提供する",
            "What is needed to check the other party's measures is supplied",
        ),
        subcontract.security_reported,
        Text("情報を提供し、承認を受けてください。", "Supply it and obtain approval."),
        applies=subcontract.handles_information,
        otherwise=Effect.NEEDS_DOCUMENT,
    ),
)

HANDLER_RULES = (
    _change(
        "information.handlers.change_approved_before",
        "別添3.2.(3)",
        Text("情報取扱者等の異動は事前に報告し承認を得る", "A change of handlers is reported and approved beforehand"),
        Text("異動を報告し、承認を得てください。", "Report the change and obtain approval."),
        _of == ChangeOf.HANDLER,
        Effect.NEEDS_APPROVAL,
    ),
    duty(
        "information.handlers.change_recorded",
        "別添3.2.(3)",
        Text("承認された異動の内容を記録し保存する", "The approved change is recorded and kept"),
        change.recorded,
        Text("異動の内容を記録し、保存してください。", "Record the change and keep the record."),
        applies=(_of == ChangeOf.HANDLER) & change.agreed,
        otherwise=Effect.NEEDS_DOCUMENT,
    ),
)
