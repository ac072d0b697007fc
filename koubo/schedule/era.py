"""Days in the Japanese calendar: 令和7年3月28日 to and from a date."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final

from dateutil.parser import parserinfo

from koubo.errors import InputError, Mistake
from koubo.models.checks import shown
from koubo.text import Lang

if TYPE_CHECKING:
    from japanera import Era

FIRST_DAY: Final = date(1873, 1, 1)
"""The day on which Japan took the Gregorian calendar; the days of earlier eras are those of another one."""

_MONTHS: Final = tuple(names[-1] for names in parserinfo.MONTHS)
_EXPECTED: Final = "a day such as 令和7年3月28日, R7.3.28 or March 28, Reiwa 7"
_YEAR: Final = r"(?P<year>元|[0-9]{1,2})"
_ERA: Final = r"(?P<era>[^\W\d_]+?)"
_JAPANESE: Final = re.compile(rf"{_ERA}{_YEAR}年(?P<month>[0-9]{{1,2}})月(?P<day>[0-9]{{1,2}})日")
_SHORT: Final = re.compile(rf"{_ERA}{_YEAR}(?P<mark>[./-])(?P<month>[0-9]{{1,2}})(?P=mark)(?P<day>[0-9]{{1,2}})")
_ENGLISH: Final = re.compile(rf"(?P<month>[A-Za-z]+)(?P<day>[0-9]{{1,2}}),{_ERA}{_YEAR}")


def era_date(day: date, lang: Lang = "ja") -> str:
    """Return a day in the Japanese calendar.

    Args:
        day: a day from 1873-01-01 on.
        lang: ``ja`` for 令和7年3月28日 (the first year of an era is 元年), ``en`` for "March 28, Reiwa 7".

    Raises:
        InputError: for an earlier day.
    """
    if day < FIRST_DAY:
        raise InputError([Mistake("day", day.isoformat(), f"a day from {FIRST_DAY.isoformat()} on")])
    era = next(one for one in reversed(_eras()) if one.since <= day)
    year = day.year - era.since.year + 1
    if lang == "en":
        return f"{_MONTHS[day.month - 1]} {day.day}, {era.english_vowel_shortened} {year}"
    return f"{era.kanji}{'元' if year == 1 else year}年{day.month}月{day.day}日"


def parse_era(text: str) -> date:
    """Return the day that a text in the Japanese calendar names.

    Read are 令和7年3月28日, 令和元年5月1日, R7.3.28 (also with / or -) and "March 28, Reiwa 7", with full-width signs and
    spaces as well. A day outside its era, such as 平成31年5月1日, is refused, with the day that was probably meant.

    Raises:
        InputError: for anything else.
    """
    if not isinstance(text, str):
        raise _mistake(text)
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    match = _JAPANESE.fullmatch(plain) or _SHORT.fullmatch(plain) or _ENGLISH.fullmatch(plain)
    era = _named(match["era"]) if match else None
    month = _month(match["month"]) if match else None
    if match is None or era is None or month is None:
        raise _mistake(text)
    year = 1 if match["year"] == "元" else int(match["year"])
    try:
        day = date(era.since.year + year - 1, month, int(match["day"]))
    except ValueError:
        raise _mistake(text, "a day of the calendar") from None
    if day < FIRST_DAY:
        raise _mistake(text, f"a day from {era_date(FIRST_DAY)} on, when Japan took today's calendar")
    if not year or not era.since <= day < (era.until or date.max):
        raise _mistake(text, f"a day within {era.kanji}" + (f"; {day.isoformat()} is {era_date(day)}" if year else ""))
    return day


@cache
def _eras() -> tuple[Era, ...]:
    from japanera import ERA_DATA_GENERAL  # noqa: PLC0415  # asked for only where an era is

    return tuple(era for era in ERA_DATA_GENERAL if era.until is None or era.until > FIRST_DAY)


def _named(name: str) -> Era | None:
    wanted = name.lower()
    for era in _eras():
        if wanted in {era.kanji, era.english_vowel_shortened.lower(), era.english_head.lower()}:
            return era
    return None


def _month(name: str) -> int | None:
    return int(name) if name.isdigit() else parserinfo().month(name)


def _mistake(found: object, expected: str = _EXPECTED) -> InputError:
    return InputError([Mistake("", shown(found), expected)])
