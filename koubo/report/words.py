"""Words of tables and pages, in both languages; one place for each."""

from __future__ import annotations

from koubo.text import Text

VERDICTS: dict[str, Text] = {
    "allowable": Text("計上可", "allowable"),
    "reduced": Text("減額", "reduced"),
    "needs_consultation": Text("要協議", "consult first"),
    "undetermined": Text("未判定", "undetermined"),
    "not_allowable": Text("計上不可", "not allowable"),
    "mistake": Text("入力誤り", "mistake"),
}
SYMBOLS = {
    "allowable": "○",
    "reduced": "△",
    "needs_consultation": "◇",
    "undetermined": "？",
    "not_allowable": "×",
    "mistake": "!",
}
COLOURS = {
    "allowable": "green",
    "reduced": "yellow",
    "needs_consultation": "cyan",
    "undetermined": "magenta",
    "not_allowable": "red",
    "mistake": "red",
}
STATUSES: dict[str, Text] = {
    "satisfied": Text("適合", "satisfied"),
    "violated": Text("不適合", "violated"),
    "undetermined": Text("未判定", "undetermined"),
    "not_applicable": Text("対象外", "not applicable"),
}
WORDS: dict[str, Text] = {
    "line": Text("明細", "line"),
    "category": Text("費目", "category"),
    "description": Text("内容", "description"),
    "claimed": Text("申請額", "claimed"),
    "verdict": Text("判定", "verdict"),
    "allowable": Text("計上可", "allowable"),
    "pending": Text("保留", "pending"),
    "disallowed": Text("対象外", "disallowed"),
    "clause": Text("条項", "clause"),
    "rule": Text("規則", "rule"),
    "why": Text("理由", "why"),
    "remedy": Text("対応", "what to do"),
    "total": Text("合計", "total"),
    "subtotal": Text("税抜合計（計上可）", "subtotal without tax"),
    "tax": Text("消費税", "consumption tax"),
    "with_tax": Text("税込合計", "total with tax"),
    "cap": Text("限度額（税込）", "cap with tax"),
    "within_cap": Text("限度額内", "within the cap"),
    "over_cap": Text("限度額超過", "over the cap"),
    "cap_open": Text("限度額内か未定", "cap undecided"),
    "non_labour": Text("人件費以外の割合", "share of costs other than labour"),
    "general_admin_limit": Text("一般管理費等の限度額", "limit of general administrative cost"),
    "nothing_against": Text("指摘事項はありません。", "Nothing stands against it."),
    "against": Text(
        "指摘{against}件、未判定{open}件、注意{warnings}件", "{against} against, {open} open, {warnings} warnings"
    ),
    "findings": Text("指摘事項", "findings"),
    "changed": Text("変更した条件", "changed parameters"),
    "audit_title": Text("支出計画書の確認結果", "Budget audit"),
    "settlement_title": Text("精算の確認結果", "Settlement audit"),
    "unknown": Text("不明", "unknown"),
    "none": Text("なし", "none"),
    "effect": Text("効果", "effect"),
    "member": Text("構成員", "member"),
    "change": Text("変更", "change"),
    "what": Text("変更内容", "what"),
    "criterion": Text("評価項目", "criterion"),
    "grades": Text("評価", "grades"),
    "points": Text("点", "points"),
    "full_points": Text("配点", "full points"),
    "evaluation_points": Text("評価点", "evaluation"),
    "price_points": Text("価格点", "price"),
    "municipality_points": Text("市区町村数の点", "municipalities"),
    "total_points": Text("総合評価点", "total"),
    "rank": Text("順位", "rank"),
    "candidate": Text("候補", "candidate"),
    "region": Text("支援地域", "region"),
    "outcome": Text("結果", "outcome"),
    "disqualified": Text("欠格", "disqualified"),
    "gates_open": Text("要件の適否が不明", "a gate is not known"),
    "seats": Text("採択{seats}件：選定{selected}件、未決{open}件", "{seats} seats: {selected} selected, {open} open"),
    "committee_decides": Text(
        "？の候補は、同点又は不明な事実のため審査委員会の決定を要します。",
        "Those marked ？ are tied or not fully known: the committee decides.",
    ),
    "selection_title": Text("選定結果", "Selection"),
    "skip": Text("明細へ移動", "skip to the details"),
    "todo": Text("対応すべきこと", "What to do"),
    "by_category": Text("費目別", "By category"),
    "by_verdict": Text("判定別", "By verdict"),
    "lines": Text("明細ごとの判定", "Line by line"),
    "whole": Text("支出計画書全体", "The budget as a whole"),
    "subject": Text("対象", "subject"),
    "more": Text("ほか{count}件", "{count} more"),
    "headline_against": Text(
        "計上できない、又は対応の必要な経費があります", "Some costs cannot be charged as they stand"
    ),
    "headline_open": Text("判定に必要な事実が不足しています", "Facts are missing to decide"),
    "headline_clear": Text("指摘事項はありません", "Nothing stands against it"),
}
