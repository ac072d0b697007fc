"""What CSV says to koubo: text cells under known columns, in the encodings that Excel in Japan writes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koubo.errors import InputError
from koubo.files.csv_reader import read_csv

COLUMNS = {"line_id": "line_id", "amount_yen": "amount_yen", "金額（税抜）": "amount_yen", "内容": "description"}


def refused(data: bytes, required: tuple[str, ...] = ("line_id",)) -> list[tuple[str, str]]:
    try:
        mistakes = read_csv(data, COLUMNS, required).merged(())
    except InputError as error:
        mistakes = list(error.mistakes)
    return [(mistake.place, mistake.found) for mistake in mistakes]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "shift_jis", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_of_every_spreadsheet_are_read(encoding: str, end: str) -> None:
    text = end.join(["line_id,金額（税抜）,内容", 'L1,"1,200,000",①ではない旅費', ""])

    assert read_csv(text.encode(encoding, errors="replace"), COLUMNS).tree["lines"][0]["amount_yen"] == "1,200,000"


def test_signs_that_only_microsofts_shift_jis_has_are_read() -> None:
    data = "line_id,内容\nL1,①㈱髙橋～\n".encode("cp932")

    assert read_csv(data, COLUMNS).tree == {"lines": [{"line_id": "L1", "description": "①㈱髙橋～"}]}


@pytest.mark.parametrize("header", ["金額（税抜）", "金額(税抜)", "　金額（税抜） ", "ａｍｏｕｎｔ＿ｙｅｎ"])
def test_a_column_is_known_by_its_key_and_by_its_label_however_wide(header: str) -> None:
    assert read_csv(f"line_id,{header}\nL1,5".encode(), COLUMNS).tree == {
        "lines": [{"line_id": "L1", "amount_yen": "5"}]
    }


def test_empty_cells_rows_and_columns_say_nothing() -> None:
    text = "line_id,amount_yen,内容,\n\nL1,, 　,\n,,,\nL2,5,x,\n"

    document = read_csv(text.encode(), COLUMNS)

    assert document.tree == {"lines": [{"line_id": "L1"}, {"line_id": "L2", "amount_yen": "5", "description": "x"}]}
    assert document.lines == {"header": 1, "lines[0]": 3, "lines[1]": 5}
    assert not document.mistakes


def test_a_cell_may_hold_commas_quotes_and_lines() -> None:
    text = 'line_id,内容\nL1,"a,\n""b"""\nL2,c\n'

    document = read_csv(text.encode(), COLUMNS)

    assert [line["description"] for line in document.tree["lines"]] == ['a,\n"b"', "c"]
    assert document.lines["lines[1]"] == 4


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("", "", "empty"),
        (",,\n\n", "", "empty"),
        ("line_id,amount_yen\nL1,5\nL2,5,6", "lines[1]", "3 cells (line 3)"),
        ("line_id,amount_yen\nL1", "lines[0]", "1 cells (line 2)"),
        ("line_id,\nL1,stray", "lines[0]", "'stray'"),
        ("line_id,amout_yen\nL1,5", "header.amout_yen", "unknown column 'amout_yen' (line 1)"),
        ("line_id,amount_yen,金額（税抜）\nL1,5,5", 'header["金額（税抜）"]', "second column for amount_yen"),
        ("amount_yen\n5", "header.line_id", "no such column"),
        ("line_id\tamount_yen\nL1\t5", "header", "line_id\\tamount_yen"),
        ("line_id;amount_yen\nL1;5", "header", "line_id;amount_yen"),
        ('line_id\n"L1', "", "no CSV"),
        ('line_id\nL1\n"L2" x', "", "no CSV"),
        ("line_id\n" + "x" * 200_000, "", "no CSV"),
        ("line_id\nL\x001", "", "U+0000 (line 2)"),
        ("line_id\nL1\x1b[31m", "", "U+001B"),
    ],
)
def test_what_is_refused_and_where(text: str, place: str, found: str) -> None:
    (first_place, first_found), *_ = refused(text.encode())

    assert first_place == place
    assert found in first_found


def test_the_likely_column_is_suggested() -> None:
    (mistake,) = read_csv(b"line_id,amout_yen\nL1,5", COLUMNS).mistakes

    assert "did you mean 'amount_yen'?" in mistake.expected


@pytest.mark.parametrize("data", [b"\x81", b"line_id\n\xff\xff", b"\xff\xfe\x00", "line_id".encode("utf-32")])
def test_other_encodings_are_refused(data: bytes) -> None:
    assert refused(data)[0][0] == ""


@given(text=st.text(alphabet=st.sampled_from("ab,\"\n\r;\t'=円１\u3000"), max_size=60))
def test_whatever_rows_come_only_an_input_error_comes_out(text: str) -> None:
    for place, found in refused(f"line_id,amount_yen\n{text}".encode()) + refused(text.encode()):
        assert (place + found).isprintable()


@given(data=st.binary(max_size=60))
def test_whatever_bytes_come_only_an_input_error_comes_out(data: bytes) -> None:
    assert isinstance(refused(data), list)
    assert isinstance(refused(b"line_id\n" + data), list)
