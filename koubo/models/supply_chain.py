"""The goods and services of the work with what has to be told of their supply chain (VIII.4.(1))."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal, TypeAlias

from attrs import field, frozen

from koubo.models.checks import Check, OfType, fact, field_mistakes, is_id, is_text, raise_all
from koubo.models.fields import choice, day, flag, text
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


class Particular(LabelledEnum):
    """What has to be told of an item; the values are the names of its facts."""

    NAME = "name", "機器名・役務名", "name"
    KIND = "kind", "種類", "kind"
    MODEL = "model", "型番", "model number"
    CERTIFIED = "certified", "開発供給計画認定の有無", "certification of the development and supply plan"
    MANUFACTURER = "manufacturer", "製造企業（名称・所在国）", "manufacturer (name and country)"
    MADE_IN = "made_in", "製造国", "country of manufacture"
    SELLER = "seller", "販売企業（名称・所在国）", "seller (name and country)"
    TECHNOLOGY_PROVIDER = (
        "technology_provider",
        "技術提供企業（名称・所在国）",
        "technology provider (name and country)",
    )
    SERVICE_PROVIDER = "service_provider", "役務提供企業（名称・所在国）", "service provider (name and country)"


@frozen(kw_only=True)
class Company:
    """A company of a supply chain: its name and the country of its head office."""

    name: str | None = text("名称", "name")
    country: str | None = text("本店又は主たる事務所の所在国", "country of the head office")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))


Stated: TypeAlias = str | Literal[False] | None
Maker: TypeAlias = Company | Literal[False] | None


def _stated(check: Check, ja: str, en: str) -> Any:
    """A particular that may be missing: ``False`` says that there is none, left out that it is not known."""

    def checked(value: object) -> str | None:
        expected = None if value is False else check(value)
        return None if expected is None else f"{expected}, or false where there is none"

    return field(default=None, metadata=fact(checked, ja, en, compound=True))


_COMPANY = OfType(Company, "a company: name and country")


@frozen(kw_only=True)
class SupplyChainItem:
    """A good or service of the work. A particular is ``False`` where there is none, left out where it is not known."""

    id: str | None = field(default=None, metadata=fact(is_id, "ID", "id"))
    name: Stated = _stated(is_text, "機器名・役務名", "name")
    kind: ItemKind | None = choice(ItemKind, "種別", "kind")
    model: Stated = _stated(is_text, "型番", "model number")
    specified_system: bool | None = flag(
        "特定高度情報通信技術活用システム", "is a specified advanced information and communication system"
    )
    certified: bool | None = flag("開発供給計画の認定", "development and supply plan certified")
    manufacturer: Maker = _stated(_COMPANY, "製造企業", "manufacturer")
    made_in: Stated = _stated(is_text, "製造国", "country of manufacture")
    seller: Maker = _stated(_COMPANY, "販売企業", "seller")
    technology_provider: Maker = _stated(_COMPANY, "技術提供企業", "technology provider")
    service_provider: Maker = _stated(_COMPANY, "役務提供企業", "service provider")
    approved: bool | None = flag("事務局の事前確認・承認", "approved by the secretariat")
    approved_on: date | None = day("承認日", "approved on")
    procured_on: DoneOn = done_on("調達日", "procured on")
    known_risk: bool | None = flag(
        "障害等リスクの埋込み・意図せざる変更", "holds a known or knowable risk or an unintended change"
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
