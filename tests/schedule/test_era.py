"""Days in the Japanese calendar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koubo.errors import InputError
from koubo.schedule.era import FIRST_DAY, era_date, parse_era


@pytest.mark.parametrize(
    ("day", "ja", "en"),
    [
        (date(2025, 3, 28), "令和7年3月28日", "March 28, Reiwa 7"),
        (date(2019, 5, 1), "令和元年5月1日", "May 1, Reiwa 1"),
        (date(2019, 4, 30), "平成31年4月30日", "April 30, Heisei 31"),
        (date(1989, 1, 8), "平成元年1月8日", "January 8, Heisei 1"),
        (date(1989, 1, 7), "昭和64年1月7日", "January 7, Showa 64"),
        (date(1926, 12, 25), "昭和元年12月25日", "December 25, Showa 1"),
        (date(1926, 12, 24), "大正15年12月24日", "December 24, Taisho 15"),
        (date(1912, 7, 30), "大正元年7月30日", "July 30, Taisho 1"),
        (date(1912, 7, 29), "明治45年7月29日", "July 29, Meiji 45"),
        (date(1873, 1, 1), "明治6年1月1日", "January 1, Meiji 6"),
    ],
)
def test_a_day_has_the_era_that_it_fell_in(day: date, ja: str, en: str) -> None:
    assert era_date(day) == ja
    assert era_date(day, "en") == en
    assert parse_era(ja) == day
    assert parse_era(en) == day


@pytest.mark.parametrize(
    "text",
    [
        "令和7年3月28日",
        "令和７年３月２８日",
        "令和07年03月28日",
        " 令和 7年 3月 28日\n",
        "R7.3.28",
        "Ｒ７．３．２８",
        "r7.3.28",
        "R7/3/28",
        "R07-03-28",
        "令和7.3.28",
        "Reiwa 7-3-28",
        "march 28, reiwa 7",
        "Mar 28, Reiwa 7",
    ],
)
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert parse_era(text) == date(2025, 3, 28)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("平成31年5月1日", "2019-05-01 is 令和元年5月1日"),
        ("令和元年4月30日", "2019-04-30 is 平成31年4月30日"),
        ("昭和64年1月8日", "1989-01-08 is 平成元年1月8日"),
        ("令和0年1月1日", "a day within 令和"),
        ("令和7年2月29日", "a day of the calendar"),
        ("令和7年13月1日", "a day of the calendar"),
        ("明治5年12月31日", "a day from 明治6年1月1日 on"),
        ("慶応3年1月1日", "a day such as"),
        ("7年3月28日", "a day such as"),
        ("2025-03-28", "a day such as"),
        ("R7.3-28", "a day such as"),
        ("Smarch 28, Reiwa 7", "a day such as"),
        ("", "a day such as"),
        (None, "a day such as"),
    ],
)
def test_what_is_no_day_of_an_era_is_refused_with_what_was_meant(text: str, expected: str) -> None:
    with pytest.raises(InputError, match=expected):
        parse_era(text)


def test_days_before_the_gregorian_calendar_are_refused() -> None:
    with pytest.raises(InputError, match="1873-01-01"):
        era_date(date(1872, 12, 31))


@given(st.dates(min_value=FIRST_DAY, max_value=date(2100, 12, 31)), st.sampled_from(["ja", "en"]))
def test_every_day_comes_back_from_its_era(day: date, lang: str) -> None:
    assert parse_era(era_date(day, lang)) == day  # type: ignore[arg-type]


@given(st.text(alphabet="令和平成元年月日0123456789０７./-, RMarch", max_size=16))
def test_any_text_is_a_day_or_one_mistake(text: str) -> None:
    found = read(text)

    assert isinstance(found, date) or len(found.mistakes) == 1


def read(text: str) -> date | InputError:
    try:
        return parse_era(text)
    except InputError as error:
        return error
