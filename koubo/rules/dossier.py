"""The dossier as a whole: it gathers what the checks of its parts conclude."""

from __future__ import annotations

from koubo.rules.rule import Chain, Effect, Status
from koubo.rules.subject import Subject
from koubo.text import Text

dossier = Subject("dossier", Text("応募一件", "dossier"))

NOT_FILEABLE = "not_fileable"
FILEABILITY_OPEN = "fileability_open"

OVER_CAP, CAP_OPEN = "over_cap", "cap_open"

BUDGET_MEANING: dict[str, Text] = {
    OVER_CAP: Text("支出計画額が限度額を超える", "the budget is over its cap"),
    CAP_OPEN: Text("支出計画額が限度額以内か判定できない", "whether the budget is within its cap cannot be decided"),
}
"""What the conclusions on a budget that bear on filing say."""

CHAINS = (
    Chain(kind="budget", conclusion=OVER_CAP, then=NOT_FILEABLE, up=True),
    Chain(kind="budget", status=Status.UNDETERMINED, effects=frozenset({Effect.OVER_CAP}), then=CAP_OPEN),
    Chain(kind="budget", conclusion=CAP_OPEN, then=FILEABILITY_OPEN, up=True),
)
