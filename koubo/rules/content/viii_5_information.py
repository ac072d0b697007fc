"""VIII.5.(1) and (2): who manages information, and the structure and measures of information security."""

from __future__ import annotations

from koubo.rules.content.stated import ANNEX_3, stated
from koubo.rules.rule import Effect
from koubo.text import Text

_GATE = Text(
    "情報セキュリティ対策は、要件を満たさない場合に欠格となる審査項目です。",
    "Information security is a criterion whose failure disqualifies.",
)

RULES = (
    stated("information.managers", "VIII.5.(1).①", Effect.NEEDS_DOCUMENT, where=ANNEX_3),
    stated("information.manager_background", "VIII.5.(1).②", Effect.NEEDS_DOCUMENT, where=ANNEX_3),
    stated("information.security_structure", "VIII.5.(2).イ", why=_GATE),
    stated("information.incident_preparation", "VIII.5.(2).ト", why=_GATE),
    stated("information.security_measures", "VIII.5.(2)", why=_GATE),
)
