"""V.1.(3) and (4): who can be chosen, and how many."""

from __future__ import annotations

from koubo.rules.language import parameter
from koubo.rules.rule import Effect, Rule
from koubo.rules.v_1_selection.subjects import candidate, evaluation_weight, minimum_weight, round_, standing
from koubo.text import Text

_max_per_region = parameter("selection.max_per_region")

ELIGIBLE = Rule(
    id="selection.eligible",
    clause="V.1.(3)",
    title=Text(
        "応募資格、形式及び必須項目を満たす提案に限り選定する",
        "Only a proposal that is eligible, in due form and has every mandatory item can be selected",
    ),
    applies=candidate.in_round,
    requires=candidate.eligible,
    otherwise=Effect.INVALID,
    why=Text(
        "これを満たさない提案は、ほかの評価にかかわらず選定されず、価格点の算定にも入りません。",
        "A proposal that fails it is out whatever its points, and sets no price.",
    ),
    readings=("price_base",),
)

WITHDRAWN = Rule(
    id="selection.withdrawn",
    clause="V.1.(4)",
    title=Text(
        "契約に至らなかった提案は選定せず、それ以外の提案から同じ方法で改めて選定する",
        "A proposal whose contract fell through is not selected; the selection is made anew among the others",
    ),
    applies=candidate.in_round,
    requires=~candidate.withdrawn,
    otherwise=Effect.BREACH,
    readings=("contract_falls_through",),
)

MINIMUM = Rule(
    id="selection.minimum",
    clause="V.1.(3)",
    title=Text("評価点が低い提案は選定しない", "A proposal with low evaluation points is not selected"),
    applies=(candidate.sheets > 0) & candidate.minimum_stated,
    requires=evaluation_weight >= minimum_weight,
    otherwise=Effect.NOT_ALLOWABLE,
    readings=("low_evaluation",),
)

ONE_PER_REGION = Rule(
    id="selection.one_per_region",
    clause="V.1.(3)",
    title=Text(
        "1つの支援地域候補に対する選定は定められた件数に限る", "No more than the set number is selected for one region"
    ),
    applies=standing.contends,
    requires=standing.region_taken < _max_per_region,
    otherwise=Effect.NOT_ALLOWABLE,
    readings=("only_proposal_of_region",),
)

SEATS = Rule(
    id="selection.seats",
    clause="V.1.(3)",
    title=Text(
        "総合評価点の上位から採択件数まで選定する", "Proposals are selected from the top until the seats are taken"
    ),
    applies=standing.contends,
    requires=standing.seats_taken < standing.seats,
    otherwise=Effect.OVER_CAP,
    rests_on=("selection.seats",),
)

TIE = Rule(
    id="selection.tie",
    clause="V.1.(3)",
    title=Text(
        "選定は同点の提案の間で分かれない（分かれる場合は審査委員会が決める）",
        "The selection does not hang on a tie; where it does, the committee decides",
    ),
    applies=standing.contends & (standing.region_taken < _max_per_region) & (standing.seats_taken < standing.seats),
    requires=(standing.region_claimed <= _max_per_region) & (standing.seats_claimed <= standing.seats),
    otherwise=Effect.NEEDS_APPROVAL,
    remedy=Text("審査委員会で選定する提案を決定してください。", "Let the committee decide which one is selected."),
    readings=("tied_totals",),
)

PLANNED_NUMBER = Rule(
    id="selection.planned_number",
    clause="II.3",
    title=Text(
        "採択件数は公募時点の予定件数とし、審査委員会はこれを減じることができる",
        "The number of seats is the planned one; the committee may reduce it",
    ),
    applies=round_.seats_stated,
    requires=round_.seats <= parameter("selection.seats"),
    otherwise=Effect.WARNING,
    remedy=Text(
        "予定件数を超えて採択する根拠を確認してください。", "Check on what ground more are to be selected than planned."
    ),
)
