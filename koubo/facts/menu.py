"""The support menu: what a region wishes for, and what the proposal covers."""

from __future__ import annotations

from attrs import field, frozen

from koubo.calls import Call
from koubo.models.checks import fact, is_flag, is_id
from koubo.models.fields import choice, flag
from koubo.models.labelled import LabelledEnum
from koubo.models.proposal import Proposal


class WishLevel(LabelledEnum):
    """How far a region wishes for a kind of support."""

    FULL = "full", "希望あり", "wished for"
    PARTIAL = "partial", "一部又は間接的に希望", "wished for in part or indirectly"
    NONE = "none", "希望の記載なし", "no wish stated"


_LEVELS = {level.value: level for level in WishLevel}


@frozen(kw_only=True)
class MenuFacts:
    """One kind of support."""

    item: str = field(metadata=fact(is_id, "支援メニュー", "support item"))
    compulsory: bool = field(metadata=fact(is_flag, "必須の支援", "compulsory support"))
    wish: WishLevel | None = choice(WishLevel, "支援地域の希望", "wish of the region")
    covered: bool | None = flag("提案での対応", "covered by the proposal")


def menu_facts(call: Call, proposal: Proposal | None) -> tuple[MenuFacts, ...]:
    """Return the facts of each kind of support, in the call's order."""
    region = None if proposal is None or proposal.region is None else call.region(proposal.region)
    offered = None if proposal is None else proposal.support_items
    return tuple(
        MenuFacts(
            item=item.id,
            compulsory=item.compulsory,
            wish=None if region is None else _LEVELS[region.wishes[item.id].level],
            covered=None if offered is None else item.id in offered,
        )
        for item in call.support_items
    )
