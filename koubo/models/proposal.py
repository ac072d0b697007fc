"""The proposal (提案書): region, contents, defects, and the goods and services with their supply chain."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType

from attrs import field, frozen

from koubo.models.checks import OfType, fact, field_mistakes, is_id, raise_all
from koubo.models.fields import choice, day, flag, member_of, name, text
from koubo.models.labelled import LabelledEnum
from koubo.models.many import items, names
from koubo.models.times import when


class ContentState(LabelledEnum):
    """Whether the proposal says something that it has to say."""

    STATED = "stated", "記載あり", "stated"
    MISSING = "missing", "記載なし", "missing"


class ItemKind(LabelledEnum):
    """The kinds of goods and services of which the supply chain is confirmed (VIII.4.(1))."""

    COMMUNICATION_LINE_DEVICE = "communication_line_device", "通信回線装置", "communication line device"
    SERVER = "server", "サーバ装置", "server"
    TERMINAL = "terminal", "端末", "terminal"
    SPECIAL_PURPOSE_DEVICE = "special_purpose_device", "特定用途機器", "special-purpose device"
    SOFTWARE = "software", "ソフトウェア", "software"
    PERIPHERAL = "peripheral", "周辺機器", "peripheral"
    EXTERNAL_MEDIA = "external_media", "外部電磁的記録媒体", "external electromagnetic medium"
    SERVICE = "service", "役務", "service"
    OTHER = "other", "その他", "other"


@frozen(kw_only=True)
class Company:
    """A company of a supply chain: its name and the country of its head office."""

    name: str | None = text("名称", "name")
    country: str | None = text("本社所在国", "country of the head office")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))


def _company(ja: str, en: str) -> Company | None:
    made: Company | None = field(default=None, metadata=fact(OfType(Company, "a company: name and country"), ja, en))
    return made


@frozen(kw_only=True)
class SupplyChainItem:
    """A good or service with what has to be told of its supply chain (VIII.4.(1))."""

    name: str | None = text("製品名・役務名", "name")
    kind: ItemKind | None = choice(ItemKind, "種別", "kind")
    model: str | None = text("型番", "model number")
    certified: bool | None = flag("開発供給計画の認定", "development and supply plan certified")
    manufacturer: Company | None = _company("製造者", "manufacturer")
    made_in: str | None = text("製造国", "country of manufacture")
    seller: Company | None = _company("販売者", "seller")
    technology_provider: Company | None = _company("技術の提供者", "technology provider")
    service_provider: Company | None = _company("役務の提供者", "service provider")
    approved: bool | None = flag("承認", "approved")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))


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
