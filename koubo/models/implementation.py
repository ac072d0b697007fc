"""The implementation plan that the selected applicant makes with the region (VI.1)."""

from __future__ import annotations

from attrs import frozen

from koubo.models.checks import field_mistakes, raise_all
from koubo.models.fields import flag
from koubo.models.happened import DoneOn, done_on
from koubo.models.labelled import LabelledEnum
from koubo.models.many import choices, names


class PlanPart(LabelledEnum):
    """The parts of an implementation plan."""

    POLICY = "policy", "業務実施の方針", "policy of the work"
    CONTENT = "content", "業務の内容", "content of the work"
    SCHEDULE = "schedule", "スケジュール", "schedule"
    STAFFING = "staffing", "要員計画", "staffing plan"
    EXPENDITURE = "expenditure", "支出計画書", "expenditure plan"


@frozen(kw_only=True)
class ImplementationPlan:
    """The plan and its way to the contract."""

    parts: tuple[PlanPart, ...] | None = choices(PlanPart, "計画に記載した事項", "parts of the plan", compound=True)
    subcontracts_stated: bool | None = flag("再委託の内容の記載", "subcontracts are stated in the plan")
    directed_changes: tuple[str, ...] | None = names(
        "総務省・事務局の指示による変更（支援内容・常駐支援者のid）",
        "changes that the ministry or the secretariat directed (ids of support items and resident supporters)",
        compound=True,
    )
    region_agreed_on: DoneOn = done_on("支援地域候補との合意", "agreed with the region")
    reviewed_on: DoneOn = done_on("総務省・事務局のレビューの反映", "reviews of ministry and secretariat taken in")
    approved_on: DoneOn = done_on("総務省の承認", "approved by the ministry")
    commission_approved_on: DoneOn = done_on(
        "事務局からの再委託に係る総務省の承認", "ministry's approval of the commission to the applicant"
    )
    documents_requested: bool | None = flag("追加資料の求め", "further documents were asked for")
    documents_supplied: bool | None = flag("追加資料の提出", "further documents were supplied")
    correction_requested: bool | None = flag("是正の求め", "a correction was asked for")
    corrected: bool | None = flag("是正の完了", "the correction was made")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))
