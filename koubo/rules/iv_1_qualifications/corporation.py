"""IV.1.(1).イ: experience and ability of the corporations."""

from __future__ import annotations

from koubo.facts.application_day import RESTS_ON as APPLICATION_DAY
from koubo.models.applicant import Agreement
from koubo.rules.iv_1_qualifications.subjects import applicant, member, person
from koubo.rules.language import ALWAYS, Field, condition, parameter
from koubo.rules.rule import Effect, Rule
from koubo.text import Text


def _ability(fact: Field, clause: str, title: Text, remedy: Text) -> Rule:
    return Rule(
        id=f"eligibility.capability.{fact.name}",
        clause=clause,
        title=title,
        applies=ALWAYS,
        requires=condition(fact),
        otherwise=Effect.DISQUALIFIED,
        remedy=remedy,
        readings=("requirement_effect", "consortium_capability"),
    )


_FEWEST_RECORDS = parameter("applicant.min_track_records")

ABILITY = (
    _ability(
        applicant.planning,
        "IV.1.(1).イ.①",
        Text("企画・立案を行う能力・体制がある", "There is ability and structure to plan"),
        Text(
            "企画・立案の体制を整えるか、その能力を有する法人を構成員に加えてください。",
            "Set up a structure to plan, or take in a member that has the ability.",
        ),
    ),
    _ability(
        applicant.progress_management,
        "IV.1.(1).イ.①",
        Text("適切な進行管理を行う能力・体制がある", "There is ability and structure to manage progress"),
        Text(
            "進行管理の体制を整えるか、その能力を有する法人を構成員に加えてください。",
            "Set up a structure to manage progress, or take in a member that has the ability.",
        ),
    ),
    Rule(
        id="eligibility.track_record.public_office",
        clause="IV.1.(1).イ.①",
        title=Text(
            "国内官公庁の同種・類似の事業を、少なくとも一法人が実施した実績がある",
            "At least one corporation has carried out like work for a Japanese public office",
        ),
        applies=ALWAYS,
        requires=(applicant.records >= _FEWEST_RECORDS)
        | ((applicant.possible_records >= _FEWEST_RECORDS) & applicant.unclear_records),
        otherwise=Effect.DISQUALIFIED,
        remedy=Text(
            "国内官公庁の同種・類似の事業の実績を示すか、実績のある法人を構成員に加えてください。",
            "Show a record of like work for a Japanese public office, or take in a member that has one.",
        ),
        readings=("requirement_effect", "track_record_scope"),
    ),
)

CONSORTIUM = (
    Rule(
        id="eligibility.consortium.agreement",
        clause="IV.1.(1).イ.②",
        title=Text(
            "すべての参加法人が協定書を取り交わすことが確実である",
            "It is certain that all members conclude the consortium agreement",
        ),
        applies=condition(applicant.joint),
        requires=applicant.agreement.is_in(Agreement.CONCLUDED, Agreement.CERTAIN),
        otherwise=Effect.DISQUALIFIED,
        remedy=Text(
            "すべての参加法人の間で協定書を締結するか、契約までの締結を確実にしてください。",
            "Conclude the agreement among all members, or make its conclusion before the contract certain.",
        ),
        readings=("requirement_effect",),
    ),
    Rule(
        id="eligibility.consortium.agreement_in_time",
        clause="IV.1.(1).イ.②",
        title=Text(
            "協定書は業務委託契約の締結までに取り交わす", "The agreement is concluded by the signing of the contract"
        ),
        applies=applicant.joint & applicant.agreement.is_in(Agreement.CONCLUDED, Agreement.CERTAIN),
        requires=(applicant.agreement_on <= applicant.signed_on)
        | ((applicant.agreement == Agreement.CERTAIN) & ~applicant.agreement_on.known),
        otherwise=Effect.DISQUALIFIED,
        remedy=Text(
            "協定書の締結日を業務委託契約の締結日以前にしてください。",
            "Conclude the agreement on or before the day on which the contract is signed.",
        ),
        readings=("requirement_effect",),
    ),
    Rule(
        id="eligibility.consortium.representative",
        clause="IV.1.(1).イ.②",
        title=Text("共同での応募は代表機関を選任する", "A joint application appoints a representative"),
        applies=condition(applicant.joint),
        requires=condition(applicant.representative_named),
        otherwise=Effect.DISQUALIFIED,
        remedy=Text("構成員の中から代表機関を選任してください。", "Appoint one of the members as representative."),
        readings=("requirement_effect",),
    ),
    Rule(
        id="eligibility.consortium.invoice_oath",
        clause="IV.1.(1).イ.②",
        title=Text(
            "代表機関は消費税法第57条の6の規定に違反しないことを宣誓する",
            "The representative swears to keep article 57-6 of the Consumption Tax Act",
        ),
        applies=condition(applicant.joint),
        requires=condition(applicant.invoice_oath),
        otherwise=Effect.DISQUALIFIED,
        remedy=Text("代表機関による宣誓を用意してください。", "Have the representative make the oath."),
        readings=("requirement_effect",),
    ),
)

MANAGEMENT = (
    Rule(
        id="eligibility.project_manager.number",
        clause="IV.1.(1).イ.③",
        title=Text("業務統括責任者はちょうど1名とする", "There is exactly one project manager"),
        applies=ALWAYS,
        requires=applicant.project_managers == parameter("staff.project_managers"),
        otherwise=Effect.DISQUALIFIED,
        remedy=Text("業務統括責任者を1名に定めてください。", "Appoint exactly one project manager."),
        readings=("requirement_effect", "project_manager_count"),
    ),
    Rule(
        id="eligibility.project_manager.record",
        clause="IV.1.(1).イ.③",
        title=Text(
            "同規模のプロジェクトを統括した実績のある者を業務統括責任者にする",
            "The project manager appointed has directed a project of comparable size",
        ),
        applies=applicant.project_managers >= 1,
        requires=condition(applicant.experienced_project_manager),
        otherwise=Effect.DISQUALIFIED,
        remedy=Text(
            "同規模のプロジェクトを統括した実績のある者に替えてください。",
            "Appoint somebody who has directed a project of comparable size.",
        ),
        readings=("requirement_effect",),
    ),
    Rule(
        id="eligibility.project_manager.of_representative",
        clause="IV.1.(1).イ.③",
        title=Text(
            "共同での応募では、業務統括責任者を代表機関に置く",
            "In a joint application the project manager is of the representative",
        ),
        applies=person.project_manager & person.joint,
        requires=condition(person.of_representative),
        otherwise=Effect.DISQUALIFIED,
        remedy=Text(
            "代表機関に所属する者を業務統括責任者にしてください。",
            "Appoint a person of the representative as project manager.",
        ),
        readings=("requirement_effect", "project_manager_count"),
    ),
    Rule(
        id="eligibility.lead.appointed",
        clause="IV.1.(1).イ.③",
        title=Text(
            "共同での応募では、法人毎に自法人の者を業務責任者に置く",
            "In a joint application each member appoints one of its people as lead",
        ),
        applies=condition(member.joint),
        requires=member.lead_named & member.lead_belongs,
        otherwise=Effect.DISQUALIFIED,
        remedy=Text("自法人に所属する者を業務責任者に定めてください。", "Appoint one of its own people as lead."),
        readings=("requirement_effect",),
    ),
)

RESIDENCE = (
    Rule(
        id="eligibility.resident_supporter.number",
        clause="IV.1.(1).イ.④",
        title=Text("常駐支援者を置く", "Resident supporters are appointed"),
        applies=ALWAYS,
        requires=applicant.resident_supporters >= parameter("staff.min_resident_supporters"),
        otherwise=Effect.DISQUALIFIED,
        remedy=Text("常駐支援者を1名以上置いてください。", "Appoint one resident supporter or more."),
        readings=("requirement_effect",),
    ),
    Rule(
        id="eligibility.resident_supporter.year_round",
        clause="IV.1.(1).イ.④",
        title=Text(
            "契約期間のすべての日に常駐支援者1名以上が駐在する",
            "On every day of the contract term one resident supporter or more is there",
        ),
        applies=ALWAYS,
        requires=(applicant.uncovered_days == 0) & (applicant.gaps == ""),
        otherwise=Effect.DISQUALIFIED,
        remedy=Text(
            "不在となる期間に別の常駐支援者を配置するか、常駐期間を延ばしてください。",
            "Post another resident supporter for the days without one, or lengthen the postings.",
        ),
        readings=("year_round_presence", "resident_gap_effect"),
        rests_on=("staff.min_resident_supporters",),
    ),
)

INVOICE = (
    Rule(
        id="eligibility.invoice.registered",
        clause="IV.1.(1).イ.⑤",
        title=Text(
            "応募時点で適格請求書発行事業者である",
            "At the time of application the corporation is a registered issuer of qualified invoices",
        ),
        applies=ALWAYS,
        requires=member.invoice_registered
        & (member.invoice_registered_from <= member.applied_on)
        & ~member.invoice_expired,
        otherwise=Effect.DISQUALIFIED,
        remedy=Text(
            "応募の日より前に適格請求書発行事業者の登録を受けてください。",
            "Register as an issuer of qualified invoices before the day of application.",
        ),
        readings=("requirement_effect", "time_of_application"),
        rests_on=APPLICATION_DAY,
    ),
)

BACKUP = (
    Rule(
        id="eligibility.information_manager.appointed",
        clause="IV.1.(1).イ.⑥",
        title=Text(
            "法人毎に自法人の者を情報管理責任者に置く",
            "Each corporation appoints one of its people as information manager",
        ),
        applies=ALWAYS,
        requires=member.information_manager_named & member.information_manager_belongs,
        otherwise=Effect.DISQUALIFIED,
        remedy=Text(
            "自法人に所属する者を情報管理責任者に定めてください。",
            "Appoint one of its own people as information manager.",
        ),
        readings=("requirement_effect",),
    ),
    Rule(
        id="eligibility.information_manager.general",
        clause="IV.1.(1).イ.⑥",
        title=Text(
            "共同での応募では、代表機関に情報管理統括責任者を置く",
            "In a joint application the representative has a general information manager",
        ),
        applies=condition(applicant.joint),
        requires=applicant.general_information_manager_named & applicant.general_information_manager_belongs,
        otherwise=Effect.DISQUALIFIED,
        remedy=Text(
            "代表機関に所属する者を情報管理統括責任者に定めてください。",
            "Appoint a person of the representative as general information manager.",
        ),
        readings=("requirement_effect",),
    ),
    Rule(
        id="eligibility.accounting_officer.number",
        clause="IV.1.(1).イ.⑥",
        title=Text(
            "法人毎に自法人の者を経理責任者にちょうど1名置く",
            "Each corporation appoints exactly one accounting officer, of its own people",
        ),
        applies=ALWAYS,
        requires=(member.accounting_officers == parameter("staff.accounting_officers_per_corporation"))
        & member.accounting_officers_belong,
        otherwise=Effect.DISQUALIFIED,
        remedy=Text(
            "自法人に所属する者1名を経理責任者に定めてください。",
            "Appoint one of its own people as the one accounting officer.",
        ),
        readings=("requirement_effect", "accounting_officer_count"),
    ),
    Rule(
        id="eligibility.accounting_officer.general",
        clause="IV.1.(1).イ.⑥",
        title=Text(
            "共同での応募では、代表機関に経理統括責任者を置く",
            "In a joint application the representative has a general accounting officer",
        ),
        applies=condition(applicant.joint),
        requires=applicant.general_accounting_officer_named & applicant.general_accounting_officer_belongs,
        otherwise=Effect.DISQUALIFIED,
        remedy=Text(
            "代表機関に所属する者を経理統括責任者に定めてください。",
            "Appoint a person of the representative as general accounting officer.",
        ),
        readings=("requirement_effect", "accounting_officer_count"),
    ),
    _ability(
        applicant.coordination,
        "IV.1.(1).イ.⑥",
        Text(
            "関係機関との相互調整を円滑に行う能力・体制がある",
            "There is ability and structure to coordinate with the bodies concerned",
        ),
        Text(
            "相互調整の体制を整えるか、その能力を有する法人を構成員に加えてください。",
            "Set up a structure to coordinate, or take in a member that has the ability.",
        ),
    ),
    _ability(
        applicant.proofreading,
        "IV.1.(1).イ.⑥",
        Text(
            "校正の質を確保した資料・報告書の作成体制がある",
            "There is a structure that makes documents and reports of assured quality",
        ),
        Text(
            "資料・報告書の作成と校正の体制を整えるか、その体制を有する法人を構成員に加えてください。",
            "Set up a structure to write and proof-read, or take in a member that has one.",
        ),
    ),
)

RULES: tuple[Rule, ...] = (*ABILITY, *CONSORTIUM, *MANAGEMENT, *RESIDENCE, *INVOICE, *BACKUP)
