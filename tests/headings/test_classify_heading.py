"""One heading: what it stands for, however it is written, and what is never guessed."""

from __future__ import annotations

import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koubo.errors import InputError
from koubo.headings import classify_heading
from koubo.models.expense import ExpenseCategory

CATEGORIES = [
    ("設備備品費", "equipment"),
    ("備品購入費", "equipment"),
    ("借料", "rental"),
    ("借料及び損料", "rental"),
    ("使用料及び賃借料", "rental"),
    ("電子計算機等借料", "rental"),
    ("消耗品費", "consumables"),
    ("人件費", "labour"),
    ("人件費等", "labour"),
    ("賃金", "labour"),
    ("謝金", "honorarium"),
    ("諸謝金", "honorarium"),
    ("旅費", "travel"),
    ("旅費交通費", "travel"),
    ("旅費・交通費", "travel"),
    ("委員等旅費", "travel"),
    ("工事費、保守費、改造修理費", "works"),
    ("保守・修繕費", "works"),
    ("印刷製本費", "printing"),
    ("印刷・製本費", "printing"),
    ("会議費", "meeting"),
    ("会場借料", "meeting"),
    ("通信運搬費", "communication_transport"),
    ("通信・運搬費", "communication_transport"),
    ("光熱水料", "utilities"),
    ("水道光熱費", "utilities"),
    ("その他(諸経費)", "miscellaneous"),
    ("広告宣伝費", "miscellaneous"),
    ("一般管理費", "general_admin"),
    ("一般管理費等", "general_admin"),
    ("間接経費", "general_admin"),
    ("外注費", "subcontract"),
    ("再委託費", "subcontract"),
    ("再委託・外注費", "subcontract"),
    ("委託・外注費", "subcontract"),
]

# Full width, half-width kana, Kangxi radicals and compatibility characters, letters of either case.
WRITINGS = [
    ("人　件　費", "人件費"),
    (" 人件費\n", "人件費"),
    ("印刷製\n本費", "印刷製本費"),
    ("人件費\u200b", "人件費"),
    ("\ufeff人件費", "人件費"),
    ("人\x00件\x07費", "人件費"),
    ("⼈件費", "人件費"),
    ("旅費", "旅費"),
    ("ﾘｰｽ料", "リース料"),
    ("ﾚﾝﾀﾙ料", "レンタル料"),
    ("ｱﾙﾊﾞｲﾄ代", "アルバイト代"),
    ("アルハ\u3099イト代", "アルバイト代"),
    ("ＰＣリース料", "pcリース料"),
    ("OA機器リース料", "oa機器リース料"),
    ("その他（諸経費）", "その他(諸経費)"),
    ("人件費(精査中)", "人件費"),
    ("【人件費】", "人件費"),
    ("[人件費", "人件費"),
    ("1.人件費", "人件費"),
    ("（１）人件費", "人件費"),
    ("①人件費", "人件費"),
    ("⑴ 人件費", "人件費"),
    ("Ⅰ. 人件費", "人件費"),
    ("ロ．人件費", "人件費"),
    ("人件費など", "人件費"),
    ("人件費一式", "人件費"),
    ("消費税(10%)", "消費税"),
]

TAXES = [
    "消費税",
    "消費税等",
    "消費税相当額",
    "消費税等相当額",
    "消費税及び地方消費税",
    "消費税及び地方消費税相当額",
    "消費税・地方消費税",
]

AMBIGUOUS = [
    ("人件費・謝金", "labour honorarium"),
    ("謝金及び人件費", "labour honorarium"),
    ("人件費／謝金", "labour honorarium"),
    ("①人件費②旅費", "labour travel"),
    ("人件費(謝金を除く)・旅費", None),
    ("物品費", "equipment rental consumables"),
    ("物品費・消耗品費", "equipment rental consumables"),
    ("備品・消耗品費", "equipment consumables"),
    ("報酬", "labour honorarium"),
    ("委託費", "subcontract"),
    ("補助費・委託費", "subcontract"),
    ("人件費及び補助金", "labour"),
    ("一般管理費・消費税", "general_admin consumption_tax"),
    ("税", "consumption_tax"),
    ("需用費", "consumables works printing meeting utilities"),
]

UNRELATED = [
    "補助金",
    "補助金等",
    "交付金",
    "負担金補助及び交付金",
    "就学前教育・保育施設等整備費交付金",
    "利子補給金",
    "租税公課",
    "自己負担額",
    "振込手数料",
]

UNKNOWN = [
    "",
    " ",
    "　\t\n",
    "\x00\x1f\x7f",
    "-",
    "・・・",
    "等",
    "精査中",
    "その他",
    "事業費",
    "業務費2",
    "人件費及び事業費",
    "人件費その他",
    "人件費ほか",
    "人件費旅費",
    "補助金交付事務費",
    "旅費及び施設整備費補助金",
    "間接人件費",
    "人件費率",
    "非人件費",
    "無電柱化推進事業費",
    "🙂",
    "\\",
    "labour",
]


@pytest.mark.parametrize(("text", "category"), CATEGORIES)
def test_a_heading_that_names_one_category(text: str, category: str) -> None:
    match = classify_heading(text)

    assert (match.kind, match.category, match.candidates) == ("category", ExpenseCategory(category), ())


@pytest.mark.parametrize(("text", "matched"), WRITINGS)
def test_the_same_heading_however_it_is_written(text: str, matched: str) -> None:
    match = classify_heading(text)
    plain = classify_heading(matched)

    assert plain.kind in {"category", "consumption_tax"}
    assert (match.kind, match.category, match.matched) == (plain.kind, plain.category, plain.matched)


@pytest.mark.parametrize("text", TAXES)
def test_consumption_tax_is_no_category(text: str) -> None:
    match = classify_heading(text)

    assert (match.kind, match.category, match.candidates) == ("consumption_tax", None, ())


@pytest.mark.parametrize(("text", "candidates"), AMBIGUOUS)
def test_an_ambiguous_heading_names_its_candidates(text: str, candidates: str | None) -> None:
    match = classify_heading(text)

    assert match.category is None
    assert (match.kind, " ".join(match.candidates)) == (("ambiguous", candidates) if candidates else ("unknown", ""))


@pytest.mark.parametrize("text", UNRELATED)
def test_a_heading_that_is_none_of_ours(text: str) -> None:
    match = classify_heading(text)

    assert (match.kind, match.category, match.candidates) == ("unrelated", None, ())


@pytest.mark.parametrize("text", UNKNOWN)
def test_what_is_not_known_is_not_guessed(text: str) -> None:
    match = classify_heading(text)

    assert (match.kind, match.category, match.candidates, match.matched) == ("unknown", None, (), "")


@pytest.mark.parametrize(
    ("text", "matched"),
    [
        ("人件費等", "人件費"),
        ("旅費、交通費及び宿泊費", "旅費・交通費・宿泊費"),
        ("旅費・旅費", "旅費"),
        ("消費税及び地方消費税", "消費税・地方消費税"),
        ("離島振興補助金", "補助金"),
        ("業務費", ""),
    ],
)
def test_the_names_that_it_was_found_by(text: str, matched: str) -> None:
    assert classify_heading(text).matched == matched


@pytest.mark.parametrize(
    ("text", "ja", "en"),
    [
        ("賃金等", "「賃金」は人件費にあたります。", "“賃金” is labour."),
        ("人件費・謝金", "人件費、謝金のいずれにもあたりうるため", "any of labour, honorari"),
        ("委託費", "いずれの経費区分にもあたらない場合もある", "or none of the categories"),
        ("補助金", "いずれの経費区分にもあたりません", "none of the expense categories"),
        ("消費税", "消費税", "consumption tax"),
        ("人件費・業務費", "「業務費」が何の経費かは", "What “業務費” is spent on"),
        ("　", "費目名として読める語がありません", "no words"),
    ],
)
def test_the_reason_says_what_was_read(text: str, ja: str, en: str) -> None:
    reason = classify_heading(text).reason

    assert ja in reason.ja
    assert en in reason.en


def test_a_description_is_no_heading() -> None:
    longest = "人件費・" * 49 + "人件費等"
    match = classify_heading(longest + "・")

    assert (len(longest), classify_heading(longest).kind, match.kind) == (200, "category", "unknown")
    assert "201" in match.reason.en
    assert classify_heading("費" * 1_000_000).kind == "unknown"


def test_a_reason_shows_no_control_characters_and_stays_short() -> None:
    reason = classify_heading("\x1b[31m\x9b\ue000" + "謎" * 150).reason

    assert all(letter.isprintable() for letter in reason.ja + reason.en)
    assert len(reason.ja) < 100


def test_to_dict_is_plain_json() -> None:
    found = json.loads(json.dumps(classify_heading("人件費・謝金").to_dict()))

    assert {key: found[key] for key in ("text", "kind", "category", "candidates", "matched")} == {
        "text": "人件費・謝金",
        "kind": "ambiguous",
        "category": None,
        "candidates": ["labour", "honorarium"],
        "matched": "人件費・謝金",
    }
    assert set(found["reason"]) == {"ja", "en"}
    assert classify_heading("賃金").to_dict()["category"] == "labour"


@pytest.mark.parametrize("value", [None, 5, b"\xe4", ["人件費"]])
def test_what_is_no_text_is_a_mistake(value: object) -> None:
    with pytest.raises(InputError, match="a heading as text"):
        classify_heading(value)  # type: ignore[arg-type]


@given(st.text(st.characters(max_codepoint=sys.maxunicode), max_size=60))
def test_any_text_gets_an_answer_that_holds_together(text: str) -> None:
    match = classify_heading(text)

    assert match.text == text
    assert (match.kind == "category") == (match.category is not None)
    assert (match.kind == "ambiguous") == bool(match.candidates)
    assert (match.kind == "unknown") == (not match.matched)
