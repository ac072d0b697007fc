"""The facts of a budget line beside those that the line itself states."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from koubo.models.checks import OneOf, fact, is_flag
from koubo.models.expense import Stage
from koubo.models.fields import day, flag, yen


@frozen(kw_only=True)
class LineContext:
    """What a line takes from its budget, its dossier and the call."""

    stage: Stage = field(metadata=fact(OneOf(Stage), "段階", "stage"))
    price_with_tax: bool = field(metadata=fact(is_flag, "取得価格を税込で判定", "price is compared with tax"))
    contract_from: date | None = day("契約開始日", "contract begins")
    contract_to: date | None = day("契約終了日", "contract ends")
    supplier_near_group: bool = flag(
        "100％子会社等に準ずる調達先", "supplier close to the group, though not wholly owned by it", default=False
    )
    general_admin_limit_yen: int | None = yen(
        "一般管理費の限度額（計上可の直接経費による）", "limit on allowable direct costs"
    )
    general_admin_ceiling_yen: int | None = yen(
        "一般管理費の限度額（未決の直接経費を含む）", "limit with pending direct costs"
    )
    direct_costs_settled: bool | None = flag("直接経費の判定済み", "no direct cost is pending")
