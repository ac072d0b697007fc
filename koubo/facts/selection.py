"""The facts of a candidate, of its standing among the others, and of a round.

Points are exact fractions; a rule compares whole numbers, so they stand here as numerator and denominator.
"""

from __future__ import annotations

from attrs import field, frozen

from koubo.models.checks import MAX_YEN, Whole, fact, is_flag
from koubo.models.fields import count, flag, yen

_ESTIMATE = Whole(1, MAX_YEN, "yen")


@frozen(kw_only=True)
class CandidateFacts:
    """What a candidate brings by itself: what it may be kept out for, its sheets, its region."""

    in_round: bool = field(metadata=fact(is_flag, "選定の対象", "stands for selection"))
    previously_selected: bool = field(metadata=fact(is_flag, "過去に選定された地域", "region selected before"))
    examined: bool | None = flag("審査の対象", "is examined")
    eligible: bool | None = flag("応募資格等を満たす", "eligible")
    gate_security: bool | None = flag("サプライチェーン・情報セキュリティの要件を満たす", "meets the security gate")
    gate_budget: bool | None = flag("支出計画書が著しく不適切でない", "meets the budget gate")
    withdrawn: bool | None = flag("契約に至らなかった", "contract fell through")
    sheets: int | None = count("採点票の数", "number of sheets", minimum=0)
    ungraded: int | None = count("採点のない評価項目の数", "number of criteria without a grade", minimum=0)
    evaluation_numerator: int | None = count("評価点（分子）", "evaluation points, numerator", minimum=0)
    evaluation_denominator: int | None = count("評価点（分母）", "evaluation points, denominator")
    minimum_stated: bool | None = flag("審査委員会が定めた評価点の基準がある", "the committee set a minimum")
    minimum_numerator: int | None = count("評価点の基準（分子）", "minimum, numerator", minimum=0)
    minimum_denominator: int | None = count("評価点の基準（分母）", "minimum, denominator")
    municipalities: int | None = count("支援地域の市区町村数", "municipalities of the region", minimum=0)
    prefecture_municipalities: int | None = count("都道府県の市区町村数", "municipalities of the prefecture")


@frozen(kw_only=True)
class StandingFacts:
    """Where a candidate stands among all: the lowest estimate, and the places that go before it.

    ``taken`` counts what better candidates hold; ``claimed`` also counts those with the same total, itself included.
    """

    scored: bool | None = flag("総合評価点の対象", "is given total points")
    contends: bool | None = flag("選定を争う", "contends for selection")
    estimate_with_tax_yen: int | None = field(default=None, metadata=fact(_ESTIMATE, "見積経費", "own estimate", "yen"))
    lowest_estimate_with_tax_yen: int | None = yen("応募者全体の最低見積経費", "lowest estimate of all applicants")
    evaluation_numerator: int | None = count("評価点（分子）", "evaluation points, numerator", minimum=0)
    evaluation_denominator: int | None = count("評価点（分母）", "evaluation points, denominator")
    municipality_numerator: int | None = count(
        "市区町村数の評価点（分子）", "municipality points, numerator", minimum=0
    )
    municipality_denominator: int | None = count("市区町村数の評価点（分母）", "municipality points, denominator")
    region_taken: int | None = count("同じ地域で上位の選定数", "better ones selected in the region", minimum=0)
    region_claimed: int | None = count(
        "同じ地域の選定数（同点を含む）", "ones in the region with the same total or better", minimum=0
    )
    seats_taken: int | None = count("上位の選定数", "better ones selected", minimum=0)
    seats_claimed: int | None = count("選定数（同点を含む）", "ones with the same total or better", minimum=0)
    seats: int | None = count("採択件数", "seats", minimum=0)


@frozen(kw_only=True)
class RoundFacts:
    """What a round decides beside the call."""

    seats_stated: bool | None = flag("審査委員会が定めた採択件数がある", "the committee set the number of seats")
    seats: int | None = count("採択件数", "seats", minimum=0)
