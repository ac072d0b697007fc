"""The lenient reading of single values: what people type into the cells of CSV and Excel, read exactly or refused.

``1,200,000円``, ``￥１２０``, ``▲500``, ``はい``, ``○``, ``2025/5/12`` and ``令和7年5月12日`` each say one thing only.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from enum import Enum
from fractions import Fraction
from typing import Any, Final

from koubo.files import scalars
from koubo.files.broken import Broken, broken
from koubo.files.place import suggestion
from koubo.files.plain import MAX_DIGITS, TOO_LONG
from koubo.files.scalars import Read

_NUMBER = re.compile(r"¥?(?P<sign>[-+▲△]?)¥?(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?P<part>\.[0-9]+)?円?")
_DAY = re.compile(
    r"(?P<era>令和|[Rr])?(?P<year>[0-9]{1,4}|元)[-/.年](?P<month>[0-9]{1,2})[-/.月](?P<day>[0-9]{1,2})日?"
)
# Full-width forms only: Unicode's own folding would also read 12² as 122. In Shift_JIS the yen sign is the backslash.
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {ord("￥"): "¥", ord("　"): " "}
_SIGNS = str.maketrans({"−": "-", "‐": "-", "\\": "¥"})
_REIWA = 2018
_EXACT = 2**53
_TRUE = frozenset({"true", "yes", "はい", "○", "〇", "◯", "有"})
_FALSE = frozenset({"false", "no", "いいえ", "×", "✕", "✖", "無"})


def clean(text: str) -> str:
    """Return text with full-width letters and digits made narrow and the spaces around it dropped."""
    return text.translate(_NARROW).strip()


def whole(value: object) -> int:
    """Read a whole number, also from text with separators, yen signs and full-width digits."""
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
        # A spreadsheet has one kind of number; 1200000.0 is how it may hand over 1200000.
        return int(value)
    if not isinstance(value, str):
        return scalars.whole(value)
    match = _digits(value)
    if match is None or match["part"]:
        raise broken(value, "a whole number such as 1200000 or 1,200,000")
    if len(match["whole"]) > MAX_DIGITS:
        raise broken(value, TOO_LONG)
    size = int(match["whole"].replace(",", ""))
    return size if match["sign"] in {"", "+"} else -size


def number(value: object) -> float:
    """Read a number, also from text as :func:`whole` does."""
    match = _digits(value)
    if match is None:
        return scalars.number(value)
    if not match["part"]:
        return whole(value)
    size = float(match["whole"].replace(",", "") + match["part"])
    return scalars.number(size if match["sign"] in {"", "+"} else -size)


def words(value: object) -> str:
    """Read text; a whole number in a cell is taken as its digits."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else scalars.words(value)


def flag(value: object) -> bool:
    """Read true or false in the words and marks of Japanese forms."""
    text = clean(value).casefold() if isinstance(value, str) else ""
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    if isinstance(value, bool):
        return value
    raise broken(value, "true or false, はい or いいえ, ○ or ×")


def day(value: object) -> date:
    """Read a date, also ``2025/5/12``, ``2025年5月12日``, ``令和7年5月12日`` and ``R7.5.12``."""
    if isinstance(value, datetime) and value.tzinfo is None and value.time() == datetime.min.time():
        return scalars.day(value.date())
    match = _DAY.fullmatch(clean(value).replace(" ", "")) if isinstance(value, str) else None
    if match is None or bool(match["era"]) == (len(match["year"]) == 4):
        return scalars.day(value)
    year = 1 if match["year"] == "元" else int(match["year"])
    try:
        return scalars.day(date(year + _REIWA if match["era"] else year, int(match["month"]), int(match["day"])))
    except (ValueError, Broken):
        raise broken(value, "a day of the calendar, YYYY-MM-DD") from None


def moment(value: object) -> datetime:
    """Read a time; ``/`` may stand for ``-`` in it."""
    return scalars.moment(clean(value).replace("/", "-") if isinstance(value, str) else value)


def ratio(value: object) -> Fraction:
    """Read an exact number; full-width digits may stand in it."""
    return scalars.ratio(clean(value) if isinstance(value, str) else value)


def member(kind: type[Enum]) -> Read:
    """Return the reading of an enumeration by its values and, where its members have one, their Japanese label."""
    strict = scalars.member(kind)
    labels = {clean(item.label.ja): item for item in kind if hasattr(item, "label")}

    def read(value: object) -> Any:
        text = clean(value) if isinstance(value, str) else value
        if isinstance(text, str) and text in labels:
            return labels[text]
        try:
            return strict(text)
        except Broken:
            # Whoever writes in Japanese is helped by the nearest label, not by the nearest id.
            near = _nearest(text, tuple(labels)) if isinstance(text, str) and text else ""
            if not near:
                raise
            raise broken(value, scalars.one_of(item.value for item in kind) + near) from None

    return read


LENIENT: Final[dict[type, Read]] = {
    int: whole,
    float: number,
    str: words,
    bool: flag,
    date: day,
    datetime: moment,
    Fraction: ratio,
}
"""The lenient reading of each type of a single value."""


def _nearest(text: str, labels: tuple[str, ...]) -> str:
    holding = [label for label in labels if text in label]
    return suggestion(holding[0], labels) if len(holding) == 1 else suggestion(text, labels)


def _digits(value: object) -> re.Match[str] | None:
    if not isinstance(value, str):
        return None
    return _NUMBER.fullmatch(clean(value).translate(_SIGNS).replace(" ", ""))
