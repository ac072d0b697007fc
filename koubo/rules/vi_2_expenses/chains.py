"""From findings to the verdict of a line, and on to the budget."""

from __future__ import annotations

from koubo.rules.rule import COUNTING, Chain, Effect, Status

_CONSULT = frozenset({Effect.NEEDS_CONSULTATION, Effect.NEEDS_APPROVAL, Effect.NEEDS_DOCUMENT})

CHAINS = (
    Chain(kind="line", status=Status.VIOLATED, effects=frozenset({Effect.NOT_ALLOWABLE}), then="not_allowable"),
    Chain(kind="line", status=Status.UNDETERMINED, effects=COUNTING, then="undetermined"),
    Chain(kind="line", status=Status.VIOLATED, effects=_CONSULT, then="needs_consultation"),
    Chain(kind="line", status=Status.VIOLATED, effects=frozenset({Effect.REDUCED}), then="reduced"),
    Chain(kind="line", conclusion="not_allowable", then="objection", up=True),
    Chain(kind="line", conclusion="reduced", then="objection", up=True),
    Chain(kind="line", conclusion="undetermined", then="open", up=True),
    Chain(kind="line", conclusion="needs_consultation", then="open", up=True),
)

VERDICTS = ("not_allowable", "undetermined", "needs_consultation", "reduced")
"""The conclusions on a line that decide its verdict, the first that was drawn; a line without any is allowable."""
ALLOWABLE = "allowable"
PENDING = frozenset({"undetermined", "needs_consultation"})
"""The verdicts that leave the whole amount pending; ``reduced`` leaves a part allowable, ``not_allowable`` nothing."""
REDUCED = "reduced"
