"""The facts of a whole budget: its totals, and what its region is to the call."""

from __future__ import annotations

from attrs import field, frozen

from koubo.models.checks import fact, is_yen
from koubo.models.fields import flag, yen


def _total(ja: str, en: str) -> dict[str, object]:
    return fact(is_yen, ja, en, "yen")


@frozen(kw_only=True)
class BudgetFacts:
    """Totals of allowable amounts, and with the pending ones where a name says ``possible``."""

    labour_yen: int = field(metadata=_total("人件費", "labour"))
    non_labour_yen: int = field(metadata=_total("人件費以外の経費（一般管理費等を除く）", "costs other than labour"))
    subtotal_yen: int = field(metadata=_total("税抜合計", "subtotal without tax"))
    total_with_tax_yen: int = field(metadata=_total("税込合計", "total with tax"))
    possible_total_with_tax_yen: int = field(metadata=_total("未決を含む税込合計", "total with tax and pending lines"))
    lines_settled: bool | None = flag("全明細の判定済み", "no line is pending")
    previously_selected: bool | None = flag("過去に採択された地域", "region selected before")
    set_cap_with_tax_yen: int | None = yen("事務局が定めた限度額（税込）", "cap with tax set by the secretariat")
