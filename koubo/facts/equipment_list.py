"""Whether the ICT equipment that a proposal uses is listed."""

from __future__ import annotations

from attrs import frozen

from koubo.models.fields import flag
from koubo.models.proposal import Proposal


@frozen(kw_only=True)
class EquipmentListFacts:
    """Whether ICT equipment is used, and whether goods and services are listed."""

    uses_ict_equipment: bool | None = flag("ICT設備・機器の利用", "ICT equipment is used")
    items_listed: bool | None = flag("機器・役務の一覧", "goods and services are listed")


def equipment_list_facts(proposal: Proposal | None) -> EquipmentListFacts:
    """Return the facts of a proposal's list of equipment; an empty list lists nothing."""
    if proposal is None:
        return EquipmentListFacts()
    items = proposal.supply_chain_items
    return EquipmentListFacts(
        uses_ict_equipment=proposal.uses_ict_equipment, items_listed=None if items is None else bool(items)
    )
