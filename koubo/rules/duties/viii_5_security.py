"""VIII.4.(2), VIII.5.(1) to (3) and VIII.6: disclosures, the structure for information security, audits, the oath."""

from __future__ import annotations

from koubo.models.happened import occurrences
from koubo.models.security import Security
from koubo.rules.duties.duty import SAME_DAY, beforehand, duty
from koubo.rules.rule import Effect
from koubo.rules.subject import Subject
from koubo.text import Text

security = Subject(
    "security", Text("情報セキュリティの体制", "structure for information security"), Security, occurrences(Security)
)

_STRUCTURE = "VIII.5.(2).イ"
_BREACH = "VIII.5.(2).ト"
_DOCUMENT = Effect.NEEDS_DOCUMENT

DISCLOSURE_RULES = (
    duty(
        "disclosure.applicant.complete",
        "VIII.4.(2).①",
        Text(
            "資本関係・役員、実施場所、業務統括責任者と情報管理責任者の情報を提示する",
            "Capital ties and officers, place of work, project manager and information managers are disclosed",
        ),
        security.capital_disclosed & security.workplace_disclosed & security.key_persons_disclosed,
        Text("提示していない情報を提示してください。", "Disclose what has not been disclosed."),
        otherwise=_DOCUMENT,
    ),
    duty(
        "disclosure.staff.complete",
        "VIII.4.(2).②",
        Text(
            "全ての業務従事者の所属・専門性・実績・国籍を提示する",
            "Affiliation, expertise, record and nationality of all staff are disclosed",
        ),
        security.staff_disclosed,
        Text("提示していない業務従事者の情報を提示してください。", "Disclose them for the staff still missing."),
        otherwise=_DOCUMENT,
    ),
)

RULES = (
    duty(
        "security.manager.background_stated",
        "VIII.5.(1).②",
        Text(
            "情報管理責任者等の経歴・知見・資格等を示す",
            "Career, knowledge and qualification of the information managers are stated",
        ),
        security.manager_background_stated,
        Text("経歴等を記載してください。", "State them."),
        otherwise=_DOCUMENT,
    ),
    duty(
        "security.outline.shown_before_work",
        _STRUCTURE,
        Text(
            "本業務の着手に先立ち体制の概要資料を提示する",
            "An outline of the structure is shown before the work starts",
        ),
        beforehand(security.outline_shown_by, security.work_started_on),
        Text("概要を示す資料を提示してください。", "Show an outline of the structure."),
        otherwise=_DOCUMENT,
        readings=SAME_DAY,
    ),
    duty(
        "security.department.joined",
        _STRUCTURE,
        Text(
            "体制に情報セキュリティ対策業務を中心とした部門を参加させる",
            "A department mainly for information security takes part in the structure",
        ),
        security.security_department,
        Text("該当する部門を体制に加えてください。", "Let such a department take part."),
    ),
    duty(
        "security.information.supplied",
        _STRUCTURE,
        Text("求められた体制に係る情報を提供する", "Information on the structure is supplied where it is asked for"),
        security.information_supplied,
        Text("求められた情報を提供してください。", "Supply the information."),
        applies=security.information_requested,
        otherwise=_DOCUMENT,
    ),
    duty(
        "security.insufficiency.resolved",
        "VIII.5.(2).ロ",
        Text(
            "対策が不十分と指摘されたときは、協議して合意した対応をとる",
            "Where measures are found insufficient, the action agreed on is taken",
        ),
        security.insufficiency_resolved,
        Text("事務局と協議し、合意した対応をとってください。", "Discuss it with the secretariat and take action."),
        applies=security.insufficiency_raised,
    ),
    duty(
        "security.audit_trail.taken",
        "VIII.5.(2).ホ",
        Text("使用する情報システム等の監査証跡を取得する", "Audit trails are taken on the systems used"),
        security.audit_trail,
        Text("監査証跡を取得してください。", "Take audit trails."),
    ),
    duty(
        "security.contact.shown",
        _BREACH,
        Text("侵害に備えた連絡体制を事前に提示する", "The contact structure for breaches is shown beforehand"),
        security.contact_shown,
        Text("連絡体制を提示してください。", "Show the contact structure."),
        otherwise=_DOCUMENT,
    ),
    duty(
        "security.evidence.structure",
        _BREACH,
        Text("証跡の取得・分析が可能な体制を整備する", "There is a structure that can take and analyse evidence"),
        security.evidence_structure,
        Text("体制を整備し、提示してください。", "Set up the structure and show it."),
    ),
    duty(
        "security.evidence.other_department",
        _BREACH,
        Text(
            "証跡の取得・分析に担当者以外の専門部署を関与させる",
            "A department other than those in charge takes part in taking and analysing evidence",
        ),
        security.evidence_by_other_department,
        Text("専門部署を関与させてください。", "Let such a department take part."),
    ),
    duty(
        "security.records.kept",
        _BREACH,
        Text(
            "国の安全に関する重要な情報を取り扱うときは、被害の把握に必要な記録類を契約終了時まで保存する",
            "Where information important for national security is handled, records on damage are kept to the contract's end",
        ),
        security.records_kept,
        Text("記録類を保存してください。", "Keep the records."),
        applies=security.national_security,
    ),
    duty(
        "security.status.reported",
        "VIII.5.(2).チ",
        Text(
            "求められた履行状況を速やかに報告する", "The state of measures is reported promptly where it is asked for"
        ),
        security.status_reported,
        Text("履行状況を報告してください。", "Report the state of measures."),
        applies=security.status_requested,
        readings=("without_delay",),
    ),
    duty(
        "security.audit.accepted",
        "VIII.5.(3).①",
        Text("情報セキュリティ監査を受け入れる", "Security audits are accepted"),
        security.audit_accepted,
        Text("監査を受け入れてください。", "Accept the audit."),
        applies=security.audit_requested,
    ),
    duty(
        "security.investigation.documented",
        "VIII.5.(3).②",
        Text(
            "不正な変更の原因を調査・排除できる体制を、書類等で確認できるようにする",
            "The structure to find and remove illegal change is documented for inspection",
        ),
        security.investigation_documented,
        Text("体制を示す書類を整えてください。", "Document the structure."),
        otherwise=_DOCUMENT,
    ),
)

OATH_RULES = (
    duty(
        "security.oath.filed_before_work",
        "VIII.6",
        Text(
            "作業の実施前に、体制を整備した旨の誓約書を提出する",
            "An oath that the structure is in place is filed before the work",
        ),
        beforehand(security.oath_filed_by, security.work_started_on),
        Text("誓約書を提出してください。", "File the oath."),
        otherwise=_DOCUMENT,
        readings=SAME_DAY,
    ),
)
