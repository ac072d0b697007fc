"""What a proposal must hold: one fact for each content, stated or missing; left out is unknown."""

from __future__ import annotations

from typing import Any

import attrs
from attrs import frozen

from koubo.models.fields import choice, flag
from koubo.models.proposal import ContentState, Proposal


def _content(ja: str, en: str) -> Any:
    return choice(ContentState, ja, en)


@frozen(kw_only=True)
class ContentFacts:
    """The contents by name; the name is the content's key with ``_`` for the dot."""

    uses_ict_equipment: bool | None = flag("ICT設備・機器の利用", "ICT equipment is used")

    roles_support_actions: ContentState | None = _content(
        "課題の明確化、DXの進め方の提案及び推進体制づくりの支援内容",
        "support in sorting out issues, in proposing a lasting way to DX and in building the regional system",
    )
    roles_knowhow_transfer: ContentState | None = _content(
        "都道府県の担当者が支援ノウハウを習得する方法", "how the prefecture's officials learn to give support"
    )
    roles_local_government_leads: ContentState | None = _content(
        "地方公共団体の職員が主体となる役割分担", "a division of work in which the local government's staff lead"
    )

    criteria_track_record: ContentState | None = _content(
        "法人の類似業務の実績", "the corporation's record of like work"
    )
    criteria_backup_structure: ContentState | None = _content(
        "バックアップ体制の具体的な体制・能力・内容", "the structure, ability and substance of the back-up"
    )
    criteria_local_engagement: ContentState | None = _content(
        "支援地域に密着した事業活動の実績", "activity rooted in the support region"
    )
    criteria_basic_policy: ContentState | None = _content(
        "アウトカム目標、アウトプット及び効果の計測方法", "outcome goals, outputs and how effect is measured"
    )
    criteria_method_and_plans: ContentState | None = _content(
        "業務の方法、作業計画及び要員計画", "the method, the work plan and the staffing plan"
    )
    criteria_future_activities: ContentState | None = _content(
        "次年度以降に向けたリソース確保及び産学官のバックアップ体制づくりの活動",
        "activity to secure resources and backing by industry, academia and government for the following years",
    )
    criteria_managers: ContentState | None = _content(
        "業務統括責任者及び業務責任者の経験・能力", "experience and ability of the project manager and the leads"
    )
    criteria_resident_supporters: ContentState | None = _content(
        "常駐支援者の経験・稼働能力", "experience and working capacity of the resident supporters"
    )

    expenses_need_and_outline: ContentState | None = _content(
        "人件費以外の費用を充てる取組の必要性及び概要", "need and outline of what costs other than labour are spent on"
    )
    expenses_ict_place_and_specification: ContentState | None = _content(
        "ICT設備・機器の設置場所及び仕様", "place and specification of the ICT equipment"
    )

    supply_chain_measures: ContentState | None = _content(
        "サプライチェーンリスクへの対応", "how supply-chain risks are dealt with"
    )
    disclosure_capital_ties: ContentState | None = _content("資本関係の情報", "capital ties")
    disclosure_officers: ContentState | None = _content("役員の情報", "the officers")
    disclosure_place_of_work: ContentState | None = _content("業務の実施場所", "the place of work")
    disclosure_project_manager: ContentState | None = _content(
        "業務統括責任者の所属、専門性、実績及び国籍",
        "affiliation, expertise, record and nationality of the project manager",
    )
    disclosure_information_manager: ContentState | None = _content(
        "情報管理責任者の所属、専門性、実績及び国籍",
        "affiliation, expertise, record and nationality of the information managers",
    )
    disclosure_all_staff: ContentState | None = _content(
        "全ての業務従事者の所属、専門性、実績及び国籍", "affiliation, expertise, record and nationality of all staff"
    )

    information_managers: ContentState | None = _content(
        "情報管理統括責任者又は情報管理責任者の配置", "who the information managers are"
    )
    information_manager_background: ContentState | None = _content(
        "情報管理責任者等の経歴、知見、資格、語学、文化的背景及び業績",
        "career, knowledge, qualifications, languages, cultural background and record of the information managers",
    )
    information_security_structure: ContentState | None = _content(
        "情報セキュリティを確保するための体制（専門部門の参加を含む）",
        "the structure that secures information, with a department whose main task it is",
    )
    information_incident_preparation: ContentState | None = _content(
        "侵害時の連絡体制及び証跡を取得・分析できる体制",
        "whom to tell of a breach, and the structure able to take and analyse evidence",
    )
    information_security_measures: ContentState | None = _content(
        "機密保持、監査証跡、国内保存その他の情報セキュリティ対策",
        "measures of information security: secrecy, audit trails, storage in Japan and the rest",
    )

    forms_managers: ContentState | None = _content(
        "別紙2（業務統括責任者・業務責任者経歴書）の各項目", "annex form 2, the careers of project manager and leads"
    )
    forms_information_managers: ContentState | None = _content(
        "別紙3（情報管理経歴書）の各項目", "annex form 3, the careers of the information managers"
    )
    forms_resident_supporters: ContentState | None = _content(
        "別紙4（常駐支援者経歴書）の各項目", "annex form 4, the careers of the resident supporters"
    )
    forms_staff_roster: ContentState | None = _content(
        "別紙5（業務従事者名簿）の各項目", "annex form 5, the roster of the other staff"
    )

    implementation_permits: ContentState | None = _content(
        "必要な許認可等とその取得までの計画及び日程（不要な場合はその旨）",
        "the permits needed with plan and schedule, or that none are needed",
    )
    implementation_ict_procurement: ContentState | None = _content(
        "ICT設備・機器の調達及び運用", "procurement and running of the ICT equipment"
    )
    implementation_training: ContentState | None = _content("研修の企画及び開催", "the training and how it is held")
    implementation_seminar: ContentState | None = _content(
        "現地セミナーの企画及び開催", "the on-site seminar and how it is held"
    )
    implementation_seminar_media: ContentState | None = _content(
        "現地セミナーの周知における媒体との連携及び地域メディアへの事前説明",
        "work with media on the seminar and briefing of local media before it",
    )
    implementation_bureau: ContentState | None = _content(
        "総合通信局の地域通信振興施策との連携", "cooperation with the regional bureau of telecommunications"
    )
    implementation_regional_publicity: ContentState | None = _content(
        "都道府県全域に向けた広報", "publicity throughout the prefecture"
    )
    implementation_national_publicity: ContentState | None = _content(
        "地方公共団体の職員が読む媒体等による全国への周知", "nation-wide publicity in media that local officials read"
    )
    implementation_publicity_attribution: ContentState | None = _content(
        "広報における総務省事業であることの明示", "that publicity names the ministry's project"
    )
    implementation_report: ContentState | None = _content(
        "公表を前提とする報告書の作成", "the report, meant to be published"
    )
    implementation_research: ContentState | None = _content(
        "調査研究への協力（中間・最終報告会への参加を含む）",
        "cooperation in studies, with the interim and the final meeting",
    )
    implementation_dissemination: ContentState | None = _content(
        "普及啓発の効果的な方法の調査・検討", "own study of effective ways to spread DX"
    )


AREA = "proposal_content."
"""What the ids of the rules on contents begin with; a content goes by such an id, or by what follows in it."""


def content_facts(proposal: Proposal | None) -> ContentFacts:
    """Return the facts of the contents of a proposal; what is left out is unknown, a key that is no content is skipped."""
    if proposal is None:
        return ContentFacts()
    names = {attribute.name for attribute in attrs.fields(ContentFacts)}
    states = {fact_name(key): state for key, state in contents_by_key(proposal).items()}
    return ContentFacts(
        uses_ict_equipment=proposal.uses_ict_equipment,
        **{name: state for name, state in states.items() if name in names},
    )


def contents_by_key(proposal: Proposal | None) -> dict[str, ContentState]:
    """Return what a dossier says of the contents, each by its short key; nothing where it says nothing."""
    given = (proposal.contents if proposal is not None else None) or {}
    return {key.removeprefix(AREA): state for key, state in given.items()}


def fact_name(key: str) -> str:
    """Return the name of the fact of a content."""
    return key.replace(".", "_")
