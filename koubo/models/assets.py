"""What was acquired for the work (VI.2.(4)), and the radio equipment that it uses (VIII.4.(3))."""

from __future__ import annotations

from attrs import field, frozen

from koubo.models.checks import fact, field_mistakes, is_id, raise_all
from koubo.models.fields import flag


@frozen(kw_only=True)
class Asset:
    """Something acquired for, or used in, the work."""

    id: str = field(metadata=fact(is_id, "取得財産の識別子", "asset id"))
    registered: bool | None = flag("管理簿への登録", "entered in the register")
    labelled: bool | None = flag("シール等による明示", "labelled")
    lost_or_damaged: bool | None = flag("滅失・毀損", "lost or damaged")
    handed_on: bool | None = flag("業務終了後の処分・引継ぎ", "handed on or disposed of after the work")
    handing_on_agreed: bool | None = flag("業務終了後の取扱いの決定", "what becomes of it after the work is agreed")
    radio: bool | None = flag("特定無線設備（特別特定無線設備を除く）", "is specified radio equipment")
    radio_certified: bool | None = flag("技術基準適合証明等", "its technical conformity is certified")

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self))
