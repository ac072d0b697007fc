"""The proposal (提案書): region, contents, defects, and the goods and services with their supply chain."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType

from attrs import field, frozen

from koubo.models.checks import OfType, fact, field_mistakes, is_id, raise_all
from koubo.models.fields import day, flag, member_of, name
from koubo.models.labelled import LabelledEnum
from koubo.models.many import items, names
from koubo.models.supply_chain import SupplyChainItem
from koubo.models.times import when


class ContentState(LabelledEnum):
    """Whether the proposal says something that it has to say."""

    STATED = "stated", "記載あり", "stated"
    MISSING = "missing", "記載なし", "missing"


@frozen(kw_only=True)
class Defect:
    """A defect (不備) of the proposal, and whether it was put right (IV.3.(4).②)."""

    found: bool | None = flag("不備の有無", "defect found")
    correction_requested: bool | None = flag("修正の依頼", "correction asked for")
    correction_due: datetime | date | None = when("修正の期限", "correction due")
    corrected: bool | None = flag("修正の有無", "corrected")
    corrected_at: datetime | date | None = when("修正した日時", "corrected at")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))


def _contents(value: object) -> object:
    if not isinstance(value, Mapping):
        return value
    read = member_of(ContentState)
    return MappingProxyType({key: read(state) for key, state in value.items() if state is not None})


def _are_contents(value: object) -> str | None:
    good = isinstance(value, Mapping) and all(
        is_id(key) is None and isinstance(state, ContentState) for key, state in value.items()
    )
    return None if good else "a mapping of required contents to stated or missing"


@frozen(kw_only=True)
class Proposal:
    """A proposal for one support region; every fact left out but ``id`` is unknown."""

    id: str = field(metadata=fact(is_id, "提案の識別子", "proposal id"))
    region: str | None = name("支援地域候補", "support region")
    contains_falsehood: bool | None = flag("虚偽の記載", "contains a falsehood")
    defect: Defect | None = field(
        default=None, metadata=fact(OfType(Defect, "a mapping of what is known of a defect"), "不備", "defect")
    )
    adopted_on: date | None = day("採択日", "adopted on")
    support_items: tuple[str, ...] | None = names("支援メニュー", "support items covered")
    contents: Mapping[str, ContentState] | None = field(
        default=None, converter=_contents, metadata=fact(_are_contents, "提案書の記載事項", "contents")
    )
    uses_ict_equipment: bool | None = flag("ICT設備・機器の使用", "uses ICT equipment")
    supply_chain_items: tuple[SupplyChainItem, ...] | None = items(
        SupplyChainItem, "機器・役務の一覧", "goods and services"
    )

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))
