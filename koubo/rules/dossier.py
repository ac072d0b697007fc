"""The dossier as a whole: it gathers what the checks of its parts conclude."""

from __future__ import annotations

from koubo.rules.rule import Chain, Effect, Status
from koubo.rules.subject import Subject
from koubo.text import Text

dossier = Subject("dossier", Text("応募一件", "dossier"))

NOT_FILEABLE = "not_fileable"
FILEABILITY_OPEN = "fileability_open"

CHAINS = (
    Chain(kind="budget", conclusion="over_cap", then=NOT_FILEABLE, up=True),
    Chain(kind="budget", status=Status.UNDETERMINED, effects=frozenset({Effect.OVER_CAP}), then="cap_open"),
    Chain(kind="budget", conclusion="cap_open", then=FILEABILITY_OPEN, up=True),
)
