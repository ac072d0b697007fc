"""From paths, bytes and Python values to clean text and plain trees."""

from __future__ import annotations

import os
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koubo.errors import InputError
from koubo.files.csv_reader import read_csv
from koubo.files.json_reader import read_json
from koubo.files.place import child, show, suggestion, upwards
from koubo.files.plain import MAX_VALUES, plain
from koubo.files.text import MAX_BYTES, decode, read_bytes
from koubo.files.yaml_reader import read_yaml


def mistake_of(call: Any, *args: Any, **options: Any) -> tuple[str, str, str]:
    with pytest.raises(InputError) as error:
        call(*args, **options)
    (mistake,) = error.value.mistakes
    return mistake.place, mistake.found, mistake.expected


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("支援".encode(), "支援"),
        ("支援".encode("utf-8-sig"), "支援"),
        ("支援".encode("utf-16"), "支援"),
        (b"\xfe\xff" + "支援".encode("utf-16-be"), "支援"),
        (b"", ""),
        (b"a\tb\r\nc\x0b"[:-1], "a\tb\r\nc"),
        ("\u2028\xa0\u3000".encode(), "\u2028\xa0\u3000"),
    ],
)
def test_utf_8_and_marked_utf_16_are_read(data: bytes, text: str) -> None:
    assert decode(data) == text


@pytest.mark.parametrize(
    ("data", "found"),
    [
        ("a\n支援".encode("cp932"), "the byte 0x8E, which is not utf-8 (line 2)"),
        (b"\xff\xfea", "not utf-16"),
        (b"\xff\xfe\x00\xd8a\x00", "not utf-16"),
        ("支援".encode("utf-32"), "UTF-32"),
        ("ab".encode("utf-16-le"), "U+0000 (line 1)"),
        (b"a\nb\nc\x00", "U+0000 (line 3)"),
        (b"\x1b[31mred", "U+001B"),
        ("\x85\x9b".encode(), "U+009B"),
        ("\ufffe".encode(), "U+FFFE"),
        (b"\xed\xa0\x80", "0xED"),
        (b"\xc0\xaf", "0xC0"),
    ],
)
def test_other_encodings_and_control_characters_are_refused_with_their_line(data: bytes, found: str) -> None:
    assert found in mistake_of(decode, data)[1]


def test_shift_jis_is_read_where_it_is_expected() -> None:
    assert decode("支援①".encode("cp932"), shift_jis=True) == "支援①"
    assert "Shift_JIS" in mistake_of(decode, b"\x81", shift_jis=True)[2]
    assert "Shift_JIS" in mistake_of(decode, b"a\xa0b", shift_jis=True)[2]


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("nowhere.yaml", "no such file"),
        (".", "a directory"),
        ("nowhere/at/all.yaml", "no such file"),
        ("x" * 5000, "File name too long"),
        ("a\0b.yaml", "no such file"),
        ("\ud800.yaml", "no such file"),
    ],
)
def test_a_path_that_cannot_be_read(path: str, found: str, tmp_path: Path) -> None:
    assert mistake_of(read_bytes, tmp_path / path)[1] == found


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.yaml").write_text("a: 1")
    monkeypatch.setattr(Path, "open", locked)

    assert mistake_of(read_bytes, tmp_path / "a.yaml")[1] == "Permission denied"


def test_a_pipe_is_no_file_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")

    assert mistake_of(read_bytes, tmp_path / "a.yaml")[1] == "something that is no file"


def test_a_file_may_be_as_large_as_the_bound_and_no_larger(tmp_path: Path) -> None:
    with (tmp_path / "a.json").open("wb") as stream:
        stream.truncate(MAX_BYTES)
    assert len(read_bytes(tmp_path / "a.json")) == MAX_BYTES

    with (tmp_path / "a.json").open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)

    assert "more than 32 MiB" in mistake_of(read_bytes, tmp_path / "a.json")[1]
    assert "more than 32 MiB" in mistake_of(decode, bytes(MAX_BYTES + 1))[1]


class Kind(StrEnum):
    PLAN = "plan"


class Foreign:
    """A class that has no place in a tree."""


class Whole(int):
    """A whole number of another library."""


@pytest.mark.parametrize(
    ("value", "tree"),
    [
        ({"a": (1, [2.5, None, True])}, {"a": [1, [2.5, None, True]]}),
        (MappingProxyType({"a": 1}), {"a": 1}),
        ({Kind.PLAN: Kind.PLAN}, {"plan": "plan"}),
        (Whole(5), 5),
        (date(2025, 5, 12), date(2025, 5, 12)),
        (Fraction(1, 3), Fraction(1, 3)),
        (Decimal("0.083"), Decimal("0.083")),
    ],
)
def test_what_python_holds_as_a_plain_tree(value: object, tree: object) -> None:
    document = plain(value)

    assert (document.tree, document.mistakes) == (tree, ())
    assert type(document.tree) is type(tree)


class NotATime(datetime):
    """A datetime that differs from itself, as pandas has it."""

    def __eq__(self, other: object) -> bool:
        return False

    __hash__ = None  # type: ignore[assignment]


@pytest.mark.parametrize(
    ("value", "place", "found"),
    [
        ({"a": Foreign()}, "a", "a Python Foreign"),
        ({"a": [1, {2}]}, "a[1]", "a Python set"),
        ({"a": b"x"}, "a", "a Python bytes"),
        ({"a": 1j}, "a", "a Python complex"),
        ({5: 1}, "5", "the key 5"),
        ({"a": {None: 1}}, "a.null", "the key null"),
        ({"a\n": float("nan")}, '["a\\n"]', "nan"),
        ({"a": float("-inf")}, "a", "-inf"),
        ({"a": 10**30}, "a", str(10**30)),
        pytest.param({"a": -(10**9999)}, "a", "a huge whole number", id="more digits than Python prints"),
        ({"a": Fraction(1, 10**30)}, "a", "a fraction of too many digits"),
        ({"a": Decimal("NaN")}, "a", "a decimal"),
        ({"a": Decimal("1e999999")}, "a", "a decimal"),
        ({"a": Decimal("0." + "3" * 999)}, "a", "a decimal"),
        ({"a": "x\x00"}, "a", "U+0000"),
        ({"a": "\ud800"}, "a", "U+D800"),
        ({"\x00": 1}, '["\\u0000"]', "the key"),
        ({"a": NotATime(2025, 5, 12)}, "a", "not a time"),
    ],
)
def test_what_has_no_place_in_a_tree(value: object, place: str, found: str) -> None:
    (mistake,) = plain(value).mistakes

    assert mistake.place == place
    assert found in mistake.found


def test_a_mapping_that_holds_itself_is_refused() -> None:
    value: dict[str, object] = {}
    value["a"] = value

    assert mistake_of(plain, value)[:2] == (".".join("a" * 50), "deeper nesting")


def test_a_list_that_holds_another_a_million_times_is_refused() -> None:
    value: object = "x"
    for _ in range(40):
        value = [value, value]

    assert "values" in mistake_of(plain, value)[1]


@pytest.mark.parametrize(
    ("read", "data"),
    [
        (read_json, b"[" + b"1," * MAX_VALUES + b"1]"),
        (partial(read_csv, columns={"a": "a"}), b"a\n" * (MAX_VALUES + 1)),
        (read_yaml, b"- a\n" * (MAX_VALUES + 1)),
    ],
    ids=["json", "csv", "yaml"],
)
def test_a_file_of_more_than_a_million_values_is_refused(read: Any, data: bytes) -> None:
    assert "values" in mistake_of(read, data)[1]


def test_places_are_climbed_step_by_step() -> None:
    place = child(child(child("budget", "lines"), 3), "amount_yen")

    assert list(upwards(place)) == ["budget.lines[3].amount_yen", "budget.lines[3]", "budget.lines", "budget", ""]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("x" * 500, 81),
        ("\x1b[31m", 10),
        pytest.param(10**5000, 25, id="more digits than Python prints"),
        (float("nan"), 3),
        ({"a": 1}, 9),
        (Foreign(), 16),
    ],
)
def test_a_value_is_shown_short_and_printable(value: object, shown: int) -> None:
    assert len(show(value)) <= shown + 2
    assert show(value).isprintable()


def test_a_suggestion_needs_something_near() -> None:
    assert suggestion("amout_yen", ("amount_yen", "line_id")) == " – did you mean 'amount_yen'?"
    assert suggestion("zzz", ("amount_yen", "line_id")) == ""
    assert suggestion("amount_yen" * 1000, ("amount_yen", "line_id")) == ""


@given(data=st.binary(max_size=40), shift_jis=st.booleans())
def test_whatever_bytes_come_only_an_input_error_or_clean_text_comes_out(data: bytes, shift_jis: bool) -> None:
    try:
        text = decode(data, shift_jis=shift_jis)
    except InputError:
        return
    assert "\x00" not in text
    assert text.encode().decode() == text
