"""The goods and services of the work with what has to be told of their supply chain (VIII.4.(1))."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from koubo.models.checks import OfType, fact, field_mistakes, raise_all
from koubo.models.fields import choice, day, flag, name, text
from koubo.models.happened import DoneOn, done_on
from koubo.models.labelled import LabelledEnum


class ItemKind(LabelledEnum):
    """The kinds of goods and services of which the supply chain is confirmed."""

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
    made: Company | None = field(
        default=None, metadata=fact(OfType(Company, "a company: name and country"), ja, en, compound=True)
    )
    return made


@frozen(kw_only=True)
class SupplyChainItem:
    """A good or service with what has to be told of its supply chain, and how it came into the work."""

    id: str | None = name("ID", "id")
    name: str | None = text("製品名・役務名", "name")
    kind: ItemKind | None = choice(ItemKind, "種別", "kind")
    model: str | None = text("型番", "model number")
    specified_system: bool | None = flag(
        "特定高度情報通信技術活用システム", "is a specified advanced information and communication system"
    )
    certified: bool | None = flag("開発供給計画の認定", "development and supply plan certified")
    certification_stated: bool | None = flag(
        "開発供給計画認定の有無の記載", "it is stated whether that plan is certified"
    )
    manufacturer: Company | None = _company("製造者", "manufacturer")
    made_in: str | None = text("製造国", "country of manufacture")
    seller: Company | None = _company("販売者", "seller")
    technology_provider: Company | None = _company("技術の提供者", "technology provider")
    service_provider: Company | None = _company("役務の提供者", "service provider")
    approved: bool | None = flag("承認", "approved")
    approved_on: date | None = day("承認日", "approved on")
    procured_on: DoneOn = done_on("調達", "procured")
    built_in_risk: bool | None = flag(
        "自らによる障害等リスクの埋込み・意図せざる変更", "the supporter built in a risk or changed it without intent"
    )
    known_risk: bool | None = flag(
        "物品の障害等リスク・意図せざる変更", "holds a known or knowable risk, or an unintended change"
    )
    doubtful_source: bool | None = flag(
        "支障を及ぼす動機のおそれのある者による開発・製作", "stems from somebody who may have a motive to do harm"
    )
    source_checked: bool | None = flag(
        "リスクを増大しないことの確認", "it was checked that the risk does not rise significantly"
    )
    quality_assured: bool | None = flag("適正な品質管理・品質保証", "was made under quality control and is assured")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))
