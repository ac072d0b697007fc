"""The columns that an annotated workbook has beside those that were filled in; on reading they say nothing."""

from __future__ import annotations

from typing import Final

from attrs import frozen

from koubo.files.excel.book import folded
from koubo.text import Lang, Text

SUMMARY: Final = Text("確認結果", "Findings")
"""The title of the sheet that sums up."""

_HEAD: Final = Text("確認結果：{name}", "Result: {name}")


@frozen
class ResultColumns:
    """Columns of results by key, in their order."""

    names: tuple[tuple[str, Text], ...]

    def head(self, key: str, lang: Lang) -> str:
        """Return what stands at the head of a column."""
        return _HEAD.format(name=dict(self.names)[key]).in_(lang)

    @property
    def heads(self) -> dict[str, str]:
        """What may stand at their heads, in one spelling → key."""
        langs: tuple[Lang, Lang] = ("ja", "en")
        return {folded(self.head(key, lang)): key for key, _ in self.names for lang in langs}


BUDGET_RESULTS: Final = ResultColumns(
    (
        ("verdict", Text("判定", "verdict")),
        ("allowable_yen", Text("計上可（円）", "allowable (yen)")),
        ("pending_yen", Text("保留（円）", "pending (yen)")),
        ("disallowed_yen", Text("対象外（円）", "disallowed (yen)")),
    )
)
ROUND_RESULTS: Final = ResultColumns(
    (
        ("selected", Text("選定", "selected")),
        ("rank", Text("順位", "rank")),
        ("evaluation_points", Text("評価点", "evaluation points")),
        ("price_points", Text("価格点", "price points")),
        ("municipality_points", Text("市区町村数の点", "municipality points")),
        ("total_points", Text("総合評価点", "total points")),
    )
)
