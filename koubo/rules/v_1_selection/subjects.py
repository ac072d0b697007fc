"""The subjects of V.1 and the points that follow from their facts, declared once for every runner.

Points are fractions: each stands as a numerator and a denominator of whole numbers, never divided.
"""

from __future__ import annotations

from koubo.facts.selection import CandidateFacts, RoundFacts, StandingFacts
from koubo.rules.language import choose, parameter
from koubo.rules.subject import Subject
from koubo.text import Text

candidate = Subject("candidate", Text("提案", "candidate"), CandidateFacts)
standing = Subject("standing", Text("応募者全体の中での提案", "standing of a candidate among all"), StandingFacts)
round_ = Subject("round", Text("選定", "selection round"), RoundFacts)

# Both sides of a comparison are brought to one denominator.
evaluation_weight = candidate.derive(
    "evaluation_weight",
    candidate.evaluation_numerator * candidate.minimum_denominator,
    Text("評価点（通分後）", "evaluation points, scaled to compare"),
)
minimum_weight = candidate.derive(
    "minimum_weight",
    candidate.minimum_numerator * candidate.evaluation_denominator,
    Text("評価点の基準（通分後）", "minimum, scaled to compare"),
)

# V.1.(2).ハ: a share of the full points for a region selected before, a flat number for a new one.
municipality_numerator = candidate.derive(
    "municipality_numerator",
    choose(
        candidate.previously_selected,
        parameter("score.municipality_points") * candidate.municipalities,
        parameter("score.municipality_flat_points"),
    ),
    Text("市区町村数の評価点（分子）", "municipality points, numerator"),
)
municipality_denominator = candidate.derive(
    "municipality_denominator",
    choose(~candidate.previously_selected, 1, candidate.prefecture_municipalities),
    Text("市区町村数の評価点（分母）", "municipality points, denominator"),
)
municipality_full = candidate.derive(
    "municipality_full",
    choose(
        candidate.previously_selected,
        parameter("score.municipality_points") * candidate.prefecture_municipalities,
        parameter("score.municipality_flat_points"),
    ),
    Text("市区町村数の評価点の満点（通分後）", "full municipality points, scaled to compare"),
)

# V.1.(2).ロ: full points, times the lowest estimate of all, divided by the own one.
price_numerator = standing.derive(
    "price_numerator",
    parameter("score.price_points") * standing.lowest_estimate_with_tax_yen,
    Text("価格点（分子）", "price points, numerator"),
)
price_denominator = standing.estimate_with_tax_yen
price_full = standing.derive(
    "price_full",
    parameter("score.price_points") * standing.estimate_with_tax_yen,
    Text("価格点の満点（通分後）", "full price points, scaled to compare"),
)

# V.1.(3): the three kinds of points added up.
total_numerator = standing.derive(
    "total_numerator",
    standing.evaluation_numerator * standing.municipality_denominator * price_denominator
    + standing.municipality_numerator * standing.evaluation_denominator * price_denominator
    + price_numerator * standing.evaluation_denominator * standing.municipality_denominator,
    Text("総合評価点（分子）", "total points, numerator"),
)
total_denominator = standing.derive(
    "total_denominator",
    standing.evaluation_denominator * standing.municipality_denominator * price_denominator,
    Text("総合評価点（分母）", "total points, denominator"),
)
