"""The information management plan (情報管理計画書), its handlers, its changes and the plan of return (別添3)."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from koubo.models.checks import OfType, fact, field_mistakes, is_id, raise_all, twice
from koubo.models.fields import choice, day, flag, name
from koubo.models.happened import DoneOn, done_on
from koubo.models.information_entry import InformationEntry
from koubo.models.labelled import LabelledEnum
from koubo.models.many import choices, items


class HandlingMeasure(LabelledEnum):
    """What the plan lays down on handling information (別添3.1.(3))."""

    STORAGE = "storage", "保存", "storage"
    CARRIAGE = "carriage", "運搬", "carriage"
    COPYING = "copying", "複製", "copying"
    DISPOSAL = "disposal", "破棄", "disposal"
    MOVING = "moving", "保管場所の変更", "moving of the storage place"
    MALWARE = "malware", "不正プログラム・脆弱性対策", "measures against malware and vulnerabilities"
    SYSTEMS = "systems", "管理外の情報システムの利用制限", "limits on systems outside control"
    MEDIA = "media", "管理外の媒体への保存制限", "limits on storage outside control"
    ENCRYPTION = "encryption", "電子メールの暗号化", "encryption of mail"


class WorkplaceMeasure(LabelledEnum):
    """What the plan lays down on other workplaces (別添3.1.(4))."""

    PLACE = "place", "作業場所の環境", "the place"
    SYSTEMS = "systems", "作業に使用する情報システム", "the systems used"
    ACCESS = "access", "立入りが制限された場所での接続", "access from a restricted place"
    DEVICES = "devices", "端末の盗難・紛失・のぞき見防止", "guard of devices against theft, loss and prying eyes"


class IncidentStep(LabelledEnum):
    """The steps of the procedure for a breach of information security (別添3.1.(5))."""

    FIRST_REPORT = "first_report", "口頭による第一報", "oral first report"
    DETAILS = "details", "詳細報告及び書面", "details, and in writing"
    INSTRUCTIONS = "instructions", "指示に基づく対応", "measures as directed"
    REPORT = "report", "期日までの報告書", "report by the day set"
    PREVENTION = "prevention", "再発防止措置", "measures against recurrence"
    RECORDS = "records", "被害に係る記録類の作成・保存", "records on the damage"
    HAND_OVER = "hand_over", "記録類の引渡し", "handing over of the records"


class PlanSection(LabelledEnum):
    """The parts of the plan that may change during the work (別添3.2.(3))."""

    EDUCATION = "education", "教育・周知の計画", "education"
    HANDLING = "handling", "情報の取扱いに関する計画", "handling"
    WORKPLACE = "workplace", "作業場所等の措置", "workplace"
    TEMPORARY = "temporary", "一時的な異なる措置", "temporary deviation"


class ReturnPart(LabelledEnum):
    """What the plan of return (情報返却等計画書) says (別添3.3.(1))."""

    METHOD = "method", "方法", "method"
    TIME = "time", "日時", "time"
    PLACE = "place", "場所", "place"
    WITNESS = "witness", "立会人", "witness"
    RESPONSIBLE = "responsible", "作業責任者", "person responsible"


@frozen(kw_only=True)
class Handler:
    """A person who handles information (情報取扱者); the id is that of a person of the staff."""

    id: str = field(metadata=fact(is_id, "情報取扱者", "handler"))
    chief: bool | None = flag("情報取扱責任者", "chief handler")
    trained: bool | None = flag("社内情報セキュリティ教育の受講", "trained in information security")
    listed: bool | None = flag(
        "所属・役職・氏名・受講状況の明記", "affiliation, post, name and training are stated in the plan"
    )

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))


@frozen(kw_only=True)
class PlanChange:
    """A change of the plan during the work, or a deviation from it."""

    id: str | None = name("ID", "id")
    of: PlanSection | None = choice(PlanSection, "変更する事項", "what changes")
    changed_on: date | None = day("変更した措置の実施日", "changed from")
    approved_on: DoneOn = done_on("変更の承認", "change approved")
    plan_updated: bool | None = flag("計画書への反映", "the plan was updated")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))


@frozen(kw_only=True)
class ReturnPlan:
    """The plan of returning, erasing or destroying what the register holds, and its result."""

    parts: tuple[ReturnPart, ...] | None = choices(ReturnPart, "記載事項", "parts of the plan", compound=True)
    approved_on: DoneOn = done_on("情報返却等計画書の承認", "plan of return approved")
    register_submitted_on: DoneOn = done_on("処理結果を記載した情報管理簿の提出", "register with the results submitted")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))


@frozen(kw_only=True)
class Information:
    """The information management plan and the register."""

    plan_approved_on: DoneOn = done_on("情報管理計画書の承認", "plan approved")
    handlers: tuple[Handler, ...] | None = items(Handler, "情報取扱者", "handlers", compound=True)
    education_planned: bool | None = flag("教育・周知の計画", "education and notice are planned")
    handling_measures: tuple[HandlingMeasure, ...] | None = choices(
        HandlingMeasure, "情報の取扱いに係る措置", "measures on handling", compound=True
    )
    other_workplace: bool | None = flag(
        "事務局及びその指定場所以外での作業", "work is done elsewhere than where the secretariat or its order says"
    )
    workplace_measures: tuple[WorkplaceMeasure, ...] | None = choices(
        WorkplaceMeasure, "作業場所に係る措置", "measures on the workplace", compound=True
    )
    incident_contact_shown: bool | None = flag("侵害時の連絡体制の提示", "contact structure shown to the secretariat")
    incident_steps: tuple[IncidentStep, ...] | None = choices(
        IncidentStep, "侵害時の対処手順", "steps of the procedure for breaches", compound=True
    )
    register: tuple[InformationEntry, ...] | None = items(InformationEntry, "情報管理簿", "register", compound=True)
    changes: tuple[PlanChange, ...] | None = items(PlanChange, "計画の変更", "changes of the plan", compound=True)
    workplace_audit_requested: bool | None = flag("作業場所の監査の申出", "an audit of the workplace was asked for")
    workplace_audit_accepted: bool | None = flag("作業場所の監査の受入れ", "the audit of the workplace was accepted")
    insufficiency_found: bool | None = flag(
        "対策の履行が不十分との判断", "the secretariat found the measures insufficient"
    )
    insufficiency_corrected: bool | None = flag("是正措置の実施", "corrective action was taken")
    correction_in_plan: bool | None = flag("是正措置の計画書への反映", "the plan tells of the corrective action")
    return_plan: ReturnPlan | None = field(
        default=None,
        metadata=fact(OfType(ReturnPlan, "a mapping"), "情報返却等計画書", "plan of return", compound=True),
    )

    def __attrs_post_init__(self) -> None:
        mistakes = field_mistakes(self)
        if not mistakes:
            mistakes += twice((one.id for one in self.handlers or ()), "handlers")
            mistakes += twice((one.id for one in self.register or ()), "register")
        raise_all(mistakes)
