"""Pages: self-contained, in both languages, safe with hostile text, verdict first."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import koubo
from koubo.report.words import SYMBOLS, VERDICTS, WORDS

EXAMPLES = Path(__file__).parents[2] / "examples"
HOSTILE = "<script>alert('x')</script>\"'&{{7*7}}"


def audit(description: str | None = None) -> koubo.BudgetAudit:
    line = {"line_id": "L1", "category": "labour", "amount_yen": 1000, "description": description}
    budget = koubo.load({"budget": {"lines": [line], "region": "miyagi"}})
    assert isinstance(budget, koubo.Budget)
    return koubo.audit_budget(budget)


def selection() -> koubo.Selection:
    grades = dict.fromkeys((one.id for one in koubo.get_call("r7").criteria), "A")
    gates = {"security": True, "budget": True}
    candidates = [
        {
            "id": name,
            "region": region,
            "estimate_with_tax_yen": 9000000,
            "grades": grades,
            "gates": gates,
            "eligible": True,
        }
        for name, region in ((HOSTILE, "miyagi"), ("b", "nagano"))
    ]
    round_ = koubo.load({"round": {"candidates": candidates}})
    assert isinstance(round_, koubo.SelectionRound)
    return koubo.select(round_)


def review() -> koubo.Review:
    dossier = koubo.load(EXAMPLES / "dossiers" / "okinawa-single.yaml")
    assert isinstance(dossier, koubo.Dossier)
    return koubo.review(dossier)


PAGES = pytest.mark.parametrize("make", [audit, selection, review], ids=["audit", "selection", "review"])


class Outline(HTMLParser):
    """Gathers tags and what they refer to."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.references: list[str] = []
        self.lang: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        named = dict(attrs)
        self.references += [value for key in ("src", "href", "action") if (value := named.get(key))]
        if tag == "html":
            self.lang = named.get("lang")


def outline(html: str) -> Outline:
    found = Outline()
    found.feed(html)
    return found


@PAGES
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_page_asks_nothing_from_outside(make: Any, lang: Any) -> None:
    html = make().to_html(lang)

    found = outline(html)
    assert found.lang == lang
    assert all(reference.startswith("#") for reference in found.references)
    assert "script" not in found.tags
    assert not re.search(r"url\(|@import|https?://", html)
    assert "default-src 'none'" in html


def test_hostile_text_stays_text() -> None:
    for html in (audit(HOSTILE).to_html(), audit(HOSTILE)._repr_html_(), selection().to_html()):
        assert "<script>" not in html
        assert "{{7*7}}" in html or "alert" not in html


def test_the_verdict_comes_before_the_lines() -> None:
    html = audit().to_html("en")

    assert html.index('class="headline') < html.index("What to do") < html.index('<details class="line"')


def test_every_line_unfolds_its_findings() -> None:
    html = audit().to_html("en")

    assert "expense.labour.roster" in html
    assert "VI.2.(1).ロ" in html


@pytest.mark.parametrize("make", [audit, selection, review, lambda: koubo.explain("expense.travel.min_distance")])
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_result_shows_in_a_notebook(make: Any, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOUBO_LANG", lang)

    html = make()._repr_html_()

    assert "<table>" in html


def test_changed_parameters_stand_on_the_page() -> None:
    budget = koubo.load({"budget": {"lines": []}})
    assert isinstance(budget, koubo.Budget)
    call = koubo.get_call("r7").evolve({"travel.min_one_way_km": 50})

    assert "travel.min_one_way_km" in koubo.audit_budget(budget, call=call).to_html("en")


def test_colour_never_stands_alone() -> None:
    assert len({SYMBOLS[verdict] for verdict in VERDICTS}) == len(VERDICTS)


def test_english_words_are_english() -> None:
    assert not [key for key, word in WORDS.items() if re.search(r"[぀-ヿ一-鿿]", word.en)]
