"""Every message stands in Japanese and in English, and reads as each language would."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from koubo.calls import get_call
from koubo.explaining import rules
from koubo.report.words import VERDICTS, WORDS
from koubo.rules.registry import rule_base
from koubo.text import Text

JAPANESE = re.compile(r"[぀-ヿ一-鿿々]")
CLAUSE_LETTER = re.compile(r"(?<![ァ-ヿ])[イロハニホヘト](?![ァ-ヿ])")
IN_BRACKETS = re.compile(r"[（(「『][^（）()「」『』]*[）)」』]")


def texts() -> Iterator[tuple[str, Text]]:
    yield from texts_of_rules()
    yield from texts_of_the_call()
    for table in (WORDS, VERDICTS):
        yield from table.items()


def texts_of_rules() -> Iterator[tuple[str, Text]]:
    for one in rules():
        rule = one.rule
        yield f"{rule.id} title", rule.title
        for name, text in (("remedy", rule.remedy), ("why", rule.why)):
            if text is not None:
                yield f"{rule.id} {name}", text
        yield f"{rule.id} fails", one.fails
    for subject in rule_base().subjects:
        yield f"{subject.kind} title", subject.title
        for field in subject.fields.values():
            yield f"{subject.kind}.{field.name}", field.label


def texts_of_the_call() -> Iterator[tuple[str, Text]]:
    call = get_call("r7")
    for key, parameter in call.parameters.items():
        yield key, parameter.title
    for entry in call.calendar:
        yield entry.id, entry.label
    for reading in call.readings:
        yield f"{reading.id} question", reading.question
        yield f"{reading.id} taken", reading.taken


def plain(english: str) -> str:
    """Drop what may stand in Japanese: terms in brackets, and the letters that the call numbers its clauses with."""
    return CLAUSE_LETTER.sub("", IN_BRACKETS.sub("", english))


def test_english_holds_no_japanese_but_terms_in_brackets() -> None:
    found = [name for name, text in texts() if JAPANESE.search(plain(text.en))]

    assert found == []


def test_japanese_is_japanese() -> None:
    found = [name for name, text in texts() if not JAPANESE.search(text.ja) and text.ja != "ID"]

    assert found == []


def test_remedies_ask_politely() -> None:
    polite = re.compile(r"(ください|です|ます|ません)。$")
    found = [one.id for one in rules() if one.rule.remedy is not None and not polite.search(one.rule.remedy.ja)]

    assert found == []


def test_titles_are_sentences_of_one_line() -> None:
    found = [
        one.id for one in rules() if "\n" in one.rule.title.ja + one.rule.title.en or one.rule.title.en.endswith(".")
    ]

    assert found == []


@pytest.mark.parametrize(("ja", "en"), [("", "word"), ("語", " ")])
def test_a_text_without_one_of_the_languages_is_refused(ja: str, en: str) -> None:
    with pytest.raises(ValueError, match="both languages"):
        Text(ja, en)
