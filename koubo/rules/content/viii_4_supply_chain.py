"""VIII.4.(1) and (2): supply-chain measures, and what is disclosed of the applicant and its staff."""

from __future__ import annotations

from koubo.rules.content.stated import ANNEX_2, ANNEX_3, stated
from koubo.rules.rule import Effect
from koubo.text import Text

_GATE = Text(
    "サプライチェーン対応は、要件を満たさない場合に欠格となる審査項目です。",
    "Supply-chain measures are a criterion whose failure disqualifies.",
)
_DOCUMENT = Effect.NEEDS_DOCUMENT

RULES = (
    stated("supply_chain.measures", "VIII.4.(1)", why=_GATE),
    stated("disclosure.capital_ties", "VIII.4.(2).①", _DOCUMENT),
    stated("disclosure.officers", "VIII.4.(2).①", _DOCUMENT),
    stated("disclosure.place_of_work", "VIII.4.(2).①", _DOCUMENT),
    stated("disclosure.project_manager", "VIII.4.(2).①", _DOCUMENT, where=ANNEX_2),
    stated("disclosure.information_manager", "VIII.4.(2).①", _DOCUMENT, where=ANNEX_3),
    stated("disclosure.all_staff", "VIII.4.(2).②", _DOCUMENT, where=Text("別紙2から別紙5まで", "annex forms 2 to 5")),
)
