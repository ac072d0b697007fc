"""Facts of the goods and services of the work: which particulars are lacking."""

from __future__ import annotations

from attrs import frozen

from koubo.models.fields import name
from koubo.models.labelled import LISTED, LabelledEnum
from koubo.models.supply_chain import Company, ItemKind, SupplyChainItem


class Particular(LabelledEnum):
    """What has to be told of an item."""

    NAME = "name", "機器名・役務名", "name"
    MODEL = "model", "型番", "model number"
    MANUFACTURER = "manufacturer", "製造企業（名称・所在国）", "manufacturer (name, country)"
    MADE_IN = "made_in", "製造国", "country of manufacture"
    SELLER = "seller", "販売企業（名称・所在国）", "seller (name, country)"
    TECHNOLOGY_PROVIDER = "technology_provider", "技術提供企業（名称・所在国）", "technology provider (name, country)"
    SERVICE_PROVIDER = "service_provider", "役務提供企業（名称・所在国）", "service provider (name, country)"


_OF_SERVICES = (Particular.NAME, Particular.SERVICE_PROVIDER)


@frozen(kw_only=True)
class SupplyChainFacts:
    """What follows from an item."""

    missing_particulars: str | None = name("欠けている事項", "particulars that are lacking", members=Particular)


def supply_chain_facts(item: SupplyChainItem) -> SupplyChainFacts:
    """Return what follows from an item; a particular that is left out is unknown, an empty one is lacking."""
    if item.kind is None:
        return SupplyChainFacts()
    asked = _OF_SERVICES if item.kind is ItemKind.SERVICE else tuple(Particular)
    told = {one: _told(getattr(item, one.value)) for one in asked}
    lacking = LISTED.join(one.value for one, there in told.items() if there is False)
    return SupplyChainFacts(missing_particulars=None if not lacking and None in told.values() else lacking)


def _told(value: str | Company | None) -> bool | None:
    if isinstance(value, Company):
        parts = (_told(value.name), _told(value.country))
        return False if False in parts else None if None in parts else True
    return None if value is None else value.strip() != ""
