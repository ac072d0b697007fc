"""What JSON says to koubo, and a mistake with its place for whatever is hostile."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koubo.errors import InputError
from koubo.files.json_reader import read_json


def refused(data: bytes) -> list[tuple[str, str]]:
    try:
        mistakes = read_json(data).merged(())
    except InputError as error:
        mistakes = list(error.mistakes)
    return [(mistake.place, mistake.found) for mistake in mistakes]


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ('{"a": 1, "b": {"c": 2, "c": 3}}', "b.c", "the key again"),
        ('{"a": 1, "a": 2, "a": 3}', "a", "the key again"),
        ('{"a": [1, NaN]}', "a[1]", "NaN"),
        ('{"a": -Infinity}', "a", "-Infinity"),
        ('{"a": 1e999}', "a", "1e999"),
        ('{"a": 1234567890123456789012345678901}', "a", "31 digits"),
        ('{"a": ' + "9" * 100_000 + "}", "a", "100,000 digits"),
        ('{"a": "x\\u0000y"}', "a", "U+0000"),
        ('{"a": "\\ud800"}', "a", "U+D800"),
        ('{"\\ud800": 1}', '["\\ud800"]', "key"),
        ('{"a b": [NaN]}', '["a b"][0]', "NaN"),
        ('{"a.b": NaN}', '["a.b"]', "NaN"),
        ('{"支援": NaN}', "支援", "NaN"),
        ('{"acme-print": NaN}', "acme-print", "NaN"),
        ("", "", "empty"),
        (" \n", "", "empty"),
        ('{"a": 1,}', "", "no JSON"),
        ('{"a": 1}\n{"b": 2}', "", "line 2"),
        ("{'a': 1}", "", "no JSON"),
        ('{"a": 01}', "", "no JSON"),
        ('{"a": 1} // comment', "", "no JSON"),
        ('{"a": "open', "", "no JSON"),
        ("[" * 51 + "]" * 51, "[0]" * 50, "deeper nesting"),
        ("[" * 900 + "]" * 900, "[0]" * 50, "deeper nesting"),
        ("[" * 200_000, "", "deeper nesting"),
        ('{"a":' * 200_000, "", "deeper nesting"),
    ],
)
def test_what_is_refused_and_where(text: str, place: str, found: str) -> None:
    (first_place, first_found), *_ = refused(text.encode())

    assert first_place == place
    assert found in first_found


def test_all_mistakes_come_in_one_go() -> None:
    text = '{"a": NaN, "b": [1e999, {"c": 1, "c": "\\u0001"}]}'

    assert [place for place, _ in refused(text.encode())] == ["a", "b[0]", "b[1].c", "b[1].c"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_with_and_without_a_byte_order_mark(encoding: str) -> None:
    assert read_json('{"地域": "宮城"}'.encode(encoding)).tree == {"地域": "宮城"}


TREES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**30) + 1, 10**30 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abcé語", max_size=4), inner, max_size=4),
    max_leaves=12,
)


@given(tree=TREES)
def test_what_json_writes_is_read_as_it_was(tree: object) -> None:
    assert read_json(json.dumps(tree).encode()).tree == tree


@given(text=st.text(alphabet=st.sampled_from('ab01-.eE+:[]{},"\\u dNaInfity\n\ud800'), max_size=60))
def test_whatever_text_comes_only_an_input_error_comes_out(text: str) -> None:
    for place, found in refused(text.encode(errors="surrogatepass")):
        assert (place + found).isprintable()


@given(data=st.binary(max_size=60))
def test_whatever_bytes_come_only_an_input_error_comes_out(data: bytes) -> None:
    assert isinstance(refused(data), list)
