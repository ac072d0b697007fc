"""V.1.(2): what is scored, and the requirements that give no points but disqualify."""

from __future__ import annotations

from koubo.rules.rule import Effect, Rule
from koubo.rules.v_1_selection.subjects import (
    candidate,
    municipality_full,
    municipality_numerator,
    price_full,
    price_numerator,
    standing,
)
from koubo.text import Text

EVALUATION = Rule(
    id="score.evaluation.every_criterion",
    clause="V.1.(2).イ",
    title=Text(
        "採点票は全ての評価項目をSからDで採点し、その点の合計を評価点とする",
        "Every sheet grades every criterion from S to D; their points add up to the evaluation points",
    ),
    applies=candidate.sheets > 0,
    requires=candidate.ungraded < 1,
    otherwise=Effect.NEEDS_DOCUMENT,
    remedy=Text("採点のない評価項目を採点してください。", "Grade the criteria that have no grade."),
    readings=("panel_sheets",),
    rests_on=("score.panel",),
)

SECURITY = Rule(
    id="score.gate.security",
    clause="V.1.(2).イ",
    title=Text(
        "サプライチェーン対応及び情報セキュリティ対策の要件を満たす",
        "The requirements of supply chain and information security are met",
    ),
    applies=candidate.examined,
    requires=candidate.gate_security,
    otherwise=Effect.DISQUALIFIED,
    why=Text("得点のない要件であり、満たさない提案は欠格となります。", "It gives no points; failing it disqualifies."),
)

BUDGET = Rule(
    id="score.gate.budget",
    clause="V.1.(2).イ",
    title=Text("支出計画書が著しく不適切なものでない", "The expenditure plan is not grossly improper"),
    applies=candidate.examined,
    requires=candidate.gate_budget,
    otherwise=Effect.DISQUALIFIED,
    why=Text("得点のない要件であり、満たさない提案は欠格となります。", "It gives no points; failing it disqualifies."),
)

PRICE = Rule(
    id="score.price.points",
    clause="V.1.(2).ロ",
    title=Text(
        "価格点は、満点に、応募者全体の最低見積経費を当該応募者の見積経費で割った割合を乗じた点とし、満点を超えない",
        "Price points are the full points times the lowest estimate of all, divided by the own one, and never more",
    ),
    applies=standing.scored,
    requires=price_numerator <= price_full,
    otherwise=Effect.WARNING,
    remedy=Text(
        "当該応募者の見積経費も含めて最低見積経費を求めてください。",
        "Take the lowest estimate over all applicants, this one included.",
    ),
    readings=("price_base",),
    rests_on=("score.price_base",),
)

MUNICIPALITY = Rule(
    id="score.municipality.share",
    clause="V.1.(2).ハ",
    title=Text(
        "市区町村数の評価点は、過去に選定された地域では満点に市区町村数の割合を乗じた点、それ以外では一律の点とする",
        "Municipality points are a share of the full points in regions selected before, and flat in all others",
    ),
    applies=candidate.previously_selected,
    requires=municipality_numerator <= municipality_full,
    otherwise=Effect.WARNING,
    remedy=Text("支援地域と都道府県の市区町村数を確認してください。", "Check both numbers of municipalities."),
    readings=("partners_counted",),
)
