"""II.2 and III.1: the cap of the region, labour as the main part, the share of costs other than labour."""

from __future__ import annotations

from koubo.facts.budget import BudgetFacts
from koubo.rules.language import ALWAYS, choose, parameter, ratio, smallest
from koubo.rules.rule import COUNTING, Chain, Effect, Rule, Status
from koubo.rules.subject import Subject
from koubo.text import Text

budget = Subject("budget", Text("支出計画書", "budget"), BudgetFacts, parent="dossier")


def _cap(name: str, key: str, label: Text) -> None:
    budget.derive(
        name,
        choose(
            budget.set_cap_with_tax_yen.known,
            smallest(budget.set_cap_with_tax_yen, parameter(key)),
            parameter(key),
        ),
        label,
        "yen",
    )


_cap(
    "cap_if_new_yen", "cap.new_region_with_tax_yen", Text("限度額（初採択の地域）", "cap of a region new to the scheme")
)
_cap(
    "cap_if_selected_before_yen",
    "cap.previous_region_with_tax_yen",
    Text("限度額（過去に採択された地域）", "cap of a region selected before"),
)

_main, _main_of = ratio("labour.main_share")
labour_weight = budget.derive(
    "labour_weight", budget.labour_yen * _main_of, Text("人件費（比率の比較値）", "labour, scaled to compare its share")
)
main_weight = budget.derive(
    "main_weight", budget.subtotal_yen * _main, Text("主たる部分の目安（比較値）", "main part, scaled to compare")
)
_most, _most_of = ratio("non_labour.expected_max_share")
non_labour_weight = budget.derive(
    "non_labour_weight",
    budget.non_labour_yen * _most_of,
    Text("人件費以外（比率の比較値）", "other costs, scaled to compare their share"),
)
expected_weight = budget.derive(
    "expected_weight",
    budget.subtotal_yen * _most,
    Text("想定割合の上限（比較値）", "expected share, scaled to compare"),
)

_cap_new, _cap_before = budget.cap_if_new_yen, budget.cap_if_selected_before_yen
_new = ~budget.previously_selected
_within = (budget.total_with_tax_yen <= _cap_before) | ((budget.total_with_tax_yen <= _cap_new) & _new)
_possibly_within = (budget.possible_total_with_tax_yen <= _cap_before) | (
    (budget.possible_total_with_tax_yen <= _cap_new) & _new
)

RULES = (
    Rule(
        id="budget.cap.region",
        clause="II.2",
        title=Text(
            "委託費は支援地域の限度額（税込）を超えない", "The total with tax is within the cap of the support region"
        ),
        applies=ALWAYS,
        requires=_within & (_possibly_within | budget.lines_settled),
        otherwise=Effect.OVER_CAP,
        remedy=Text("税込合計を限度額以下に減額してください。", "Bring the total with tax down to the cap."),
        rests_on=("tax.rate",),
        readings=("cap_includes_tax",),
    ),
    Rule(
        id="budget.labour.main_part",
        clause="III.1",
        title=Text("経費の主たる部分は人件費である", "Labour is the main part of the cost"),
        applies=budget.subtotal_yen > 0,
        requires=labour_weight > main_weight,
        otherwise=Effect.WARNING,
        remedy=Text(
            "人件費が主たる部分となる構成か、提案書で説明してください。",
            "Make labour the main part, or explain the make-up in the proposal.",
        ),
        readings=("non_labour_share",),
    ),
    Rule(
        id="budget.non_labour.expected_share",
        clause="III.1",
        title=Text(
            "地域DXの取組に充てる人件費以外の費用は総額の1～2割程度が想定される",
            "Costs other than labour for regional DX measures are expected to be one to two tenths of the total",
        ),
        applies=budget.subtotal_yen > 0,
        requires=non_labour_weight <= expected_weight,
        otherwise=Effect.WARNING,
        remedy=Text(
            "人件費以外の費用の必要性を提案書で説明してください。",
            "Explain in the proposal why the costs other than labour are needed.",
        ),
        readings=("non_labour_share",),
    ),
)

CHAINS = (
    Chain(kind="budget", status=Status.VIOLATED, effects=frozenset({Effect.OVER_CAP}), then="over_cap"),
    Chain(kind="budget", status=Status.UNDETERMINED, effects=COUNTING, then="open"),
)
