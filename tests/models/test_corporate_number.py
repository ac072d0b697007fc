"""The check digit of corporate and invoice numbers, and placeholders that pass it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koubo.errors import InputError
from koubo.models.applicant import Invoice, Member
from koubo.models.corporate_number import check_digit, is_corporate_number, is_invoice_number, known_number

# Body 700110005901: from the right 1,0,9,5,0,0,0,1,1,0,0,7 times 1,2,1,2,…: 1+0+9+10+0+0+0+2+1+0+0+14 = 37; 37 mod 9 = 1;
# 9 - 1 = 8.
GOOD = "8700110005901"


def test_the_digit_follows_from_the_other_twelve() -> None:
    assert check_digit(GOOD[1:]) == 8
    assert is_corporate_number(GOOD) is None
    assert is_invoice_number(f"T{GOOD}") is None


@pytest.mark.parametrize("digit", "1234567")
def test_every_other_digit_is_wrong(digit: str) -> None:
    assert is_corporate_number(digit + GOOD[1:]) is not None


@pytest.mark.parametrize(
    "number",
    ["", "870011000590", "87001100059011", "870011000590X", "８７００１１０００５９０１", 8700110005901, f"T{GOOD}"],
)
def test_what_is_no_thirteen_digits_is_no_corporate_number(number: object) -> None:
    assert is_corporate_number(number) is not None


@pytest.mark.parametrize("number", [GOOD, f"t{GOOD}", f"T-{GOOD}", "T", f"T1{GOOD[1:]}", None])
def test_what_is_no_t_and_thirteen_digits_is_no_invoice_number(number: object) -> None:
    assert is_invoice_number(number) is not None


@pytest.mark.parametrize("digit", "0123456789")
def test_one_digit_repeated_passes_and_is_a_placeholder(digit: str) -> None:
    placeholder = "9" + digit * 12

    assert is_corporate_number(placeholder) is None
    assert known_number(placeholder) is None
    assert Member(id="a", corporate_number=placeholder).known_number is None
    assert Invoice(number=f"T{placeholder}").known_number is None


def test_a_number_of_its_own_is_known() -> None:
    assert Member(id="a", corporate_number=GOOD).known_number == GOOD
    assert Invoice(number=f"T{GOOD}").known_number == f"T{GOOD}"
    assert Member(id="a").known_number is None


def test_a_wrong_digit_is_a_mistake_that_names_the_right_one() -> None:
    with pytest.raises(InputError) as caught:
        Member(id="a", corporate_number="1700110005901")

    (mistake,) = caught.value.mistakes
    assert mistake.place == "corporate_number"
    assert "8" in mistake.expected


@given(st.text("0123456789", min_size=12, max_size=12), st.integers(0, 11), st.integers(1, 9))
def test_one_wrong_digit_is_noticed_but_for_nine_in_place_of_nought(body: str, place: int, shift: int) -> None:
    wrong = body[:place] + str((int(body[place]) + shift) % 10) + body[place + 1 :]
    same_by_nine = {body[place], wrong[place]} == {"0", "9"}

    assert (check_digit(body) == check_digit(wrong)) is same_by_nine
