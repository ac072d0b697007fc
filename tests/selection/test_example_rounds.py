"""The rounds in examples/, every row worked by hand.

Points of the grades: record and back-up 10/8/6/3/0, local engagement 15/12/9/4/0, policy and plan 35/28/21/10/0, future
development 10/8/6/3/0, managers 10/8/6/3/0, resident supporters 20/16/12/6/0.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from koubo.files.dump import to_json, to_yaml
from koubo.files.load import load
from koubo.files.tables import read_round_csv
from koubo.models.selection import SelectionRound
from koubo.selection import select
from koubo.selection.what_if import PriceLimit, firmness, price_curve

ROUNDS = Path(__file__).parents[2] / "examples" / "rounds"
SPRING = {"minimum_evaluation_points": 60, "withdrawn": ["tochigi-kinu"]}

# The lowest estimate is that of fukui-kuzuryu, 40 million yen: kyoto-kamo asked 35 and oita-beppu 30, but both are out.
# Price points are 10 × 40 ÷ the estimate in million yen. Seven seats.
#
#  rank  id                 evaluation                     price            municipalities  reason, seats taken so far
WORKED = [
    # 10+12+35+8+8+20 = 93; 400÷80; new                                     93 + 5 + 5 = 103
    (1, "miyagi-aoba", Fraction(93), Fraction(5), Fraction(5), "selected"),  # 1
    # 8+12+35+8+8+16 = 87; 400÷64; new                                      87 + 6.25 + 5 = 98.25
    (2, "miyagi-hirose", Fraction(87), Fraction(25, 4), Fraction(5), "region_already_taken"),
    # 10+12+28+8+10+20 = 88; 400÷100; new                                   88 + 4 + 5 = 97
    (3, "niigata-agano", Fraction(88), Fraction(4), Fraction(5), "tie"),  # 2, with the next: one seat for Niigata
    # 8+15+28+8+8+20 = 87; 400÷80; new                                      87 + 5 + 5 = 97
    (3, "niigata-shinano", Fraction(87), Fraction(5), Fraction(5), "tie"),
    # 8+12+35+8+8+16 = 87; 400÷80; new                                      87 + 5 + 5 = 97
    (3, "tochigi-nasu", Fraction(87), Fraction(5), Fraction(5), "selected"),  # 3: tochigi-kinu withdrew
    # 8+12+28+8+10+20 = 86; 400÷80; new                                     86 + 5 + 5 = 96
    (6, "yamanashi-fuji", Fraction(86), Fraction(5), Fraction(5), "undetermined"),  # 4
    # 10+12+28+8+8+20 = 86; 400÷50; 11 of 77                                86 + 8 + 1.428… = 95.428…
    (7, "nagano-azumi", Fraction(86), Fraction(8), Fraction(10, 7), "selected"),  # 5
    # 8+9+28+8+8+16 = 77; 400÷40; 14 of 17                                  77 + 10 + 8.235… = 95.235…
    (8, "fukui-kuzuryu", Fraction(77), Fraction(10), Fraction(140, 17), "selected"),  # 6
    # 8+12+28+8+8+16 = 80; 400÷80; new                                      80 + 5 + 5 = 90
    (9, "nagasaki-dejima", Fraction(80), Fraction(5), Fraction(5), "tie"),  # 7, with the next: the last seat
    # 8+15+28+8+6+16 = 81; 400÷100; new                                     81 + 4 + 5 = 90
    (9, "okinawa-churaumi", Fraction(81), Fraction(4), Fraction(5), "tie"),
    # 8+12+28+6+6+16 = 76; 400÷50; 19 of 41                                 76 + 8 + 4.634… = 88.634…
    (11, "hyogo-awaji", Fraction(76), Fraction(8), Fraction(190, 41), "seats_full"),
    # 6+12+28+6+6+16 = 74; 400÷75; new                                      74 + 5.333… + 5 = 84.333…
    (12, "tottori-daisen", Fraction(74), Fraction(16, 3), Fraction(5), "seats_full"),
    # 6+9+21+6+6+12 = 60, not less than 60; 400÷96; new                     60 + 4.166… + 5 = 69.166…
    (13, "miyazaki-hyuga", Fraction(60), Fraction(25, 6), Fraction(5), "seats_full"),
    # 3+9+21+6+6+12 = 57, less than 60; 400÷50; 6 of 19                     57 + 8 + 3.157… = 68.157…
    (14, "shimane-shinji", Fraction(57), Fraction(8), Fraction(60, 19), "below_minimum"),
    # 8+12+28+8+8+16 = 80; a gate failed: neither price points nor a total
    (None, "kyoto-kamo", Fraction(80), None, Fraction(5), "disqualified"),
    # never graded
    (None, "oita-beppu", None, None, Fraction(5), "ineligible"),
    # 10+15+35+10+10+20 = 100; 400÷100; new                                 100 + 4 + 5 = 109
    (None, "tochigi-kinu", Fraction(100), Fraction(4), Fraction(5), "withdrawn"),
]


@pytest.mark.parametrize("run_with", ["direct", "rete"])
@pytest.mark.parametrize("suffix", ["yaml", "csv"])
def test_the_spring_round_as_worked_by_hand(suffix: str, run_with: str) -> None:
    path = ROUNDS / f"spring-2025.{suffix}"
    round_ = load(path) if suffix == "yaml" else read_round_csv(path, SPRING)
    assert isinstance(round_, SelectionRound)

    ranking = select(round_, run_with=run_with).ranking

    assert [
        (one.rank, one.id, one.evaluation_points, one.price_points, one.municipality_points, one.reason.value)
        for one in ranking
    ] == WORKED
    for one in ranking:
        parts = (one.evaluation_points, one.price_points, one.municipality_points)
        assert one.total_points == (None if None in parts else sum(parts))  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["spring-2025", "three-reviewers"])
def test_a_round_is_written_as_it_is_read(name: str, tmp_path: Path) -> None:
    round_ = load(ROUNDS / f"{name}.yaml")
    (tmp_path / "again.yaml").write_text(to_yaml(round_), encoding="utf-8")
    (tmp_path / "again.json").write_text(to_json(round_), encoding="utf-8")

    assert load(tmp_path / "again.yaml") == round_
    assert load(tmp_path / "again.json") == round_


def test_without_the_withdrawal_tochigi_goes_to_the_best_of_all() -> None:
    round_ = read_round_csv(ROUNDS / "spring-2025.csv", {"minimum_evaluation_points": 60})

    selection = select(round_)

    assert (selection.of("tochigi-kinu").rank, selection.of("tochigi-kinu").selected) == (1, True)
    assert selection.of("tochigi-nasu").reason.value == "region_already_taken"


# The lowest estimate is that of tottori-daisen, 60 million yen. Three seats.
PANEL = [
    # 80, 89 and 86 give 85; 600÷64 = 9.375                        99.375
    (1, "miyagi-hirose", Fraction(85), Fraction(75, 8), "selected"),
    # 93, 80 and 87 give 86.666…; 600÷80 = 7.5                     99.166…
    (2, "miyagi-aoba", Fraction(260, 3), Fraction(15, 2), "region_already_taken"),
    # 94, 69 and 80 give 81; 600÷90 = 6.666…                       92.666…
    (3, "kyoto-kamo", Fraction(81), Fraction(20, 3), "selected"),
    # 76, 73 and 78 give 75.666…; 600÷72 = 8.333…                  89
    (4, "oita-beppu", Fraction(227, 3), Fraction(25, 3), "selected"),
    # 69, 71 and 71 give 70.333…; 10                               85.333…
    (5, "tottori-daisen", Fraction(211, 3), Fraction(10), "seats_full"),
]


@pytest.mark.parametrize("suffix", ["yaml", "csv"])
def test_the_round_of_three_reviewers_as_worked_by_hand(suffix: str) -> None:
    path = ROUNDS / f"three-reviewers.{suffix}"
    round_ = load(path) if suffix == "yaml" else read_round_csv(path, {"seats": 3})
    assert isinstance(round_, SelectionRound)

    assert [
        (one.rank, one.id, one.evaluation_points, one.price_points, one.reason.value) for one in select(round_).ranking
    ] == PANEL


def test_what_it_would_take_in_the_round_of_three_reviewers() -> None:
    round_ = load(ROUNDS / "three-reviewers.yaml")
    assert isinstance(round_, SelectionRound)

    # miyagi-aoba has 86.666… + 7.5 = 94.166… without the 5 points of Miyagi; miyagi-hirose has 85 and so needs
    # 9.166… price points: 600 ÷ 9.166… = 65.4545… million yen.
    assert price_curve(round_, "miyagi-hirose").wins_region == PriceLimit(65_454_545)
    # Without the second reviewer miyagi-hirose has 83 for 85 and miyagi-aoba 90 for 86.666…; without the third 84.5
    # and 86.5. Without the first, 87.5 and 83.5: nothing changes.
    firm = firmness(round_)
    assert [len(one.changes) for one in firm.left_out] == [0, 2, 2]
    assert firm.turned == ("miyagi-hirose", "miyagi-aoba")
