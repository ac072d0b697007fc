"""What people type into the cells of CSV and Excel: read exactly, or refused."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from file_samples import JAPAN, Colour, Item, Shop, Size, Term, mistakes, shop

from koubo.files.structure import structure


@pytest.mark.parametrize(
    ("key", "said", "meant"),
    [
        ("price", "1200000", 1200000),
        ("price", "1,200,000", 1200000),
        ("price", "１２", 12),
        ("price", "１，２００", 1200),
        ("price", "¥1,200", 1200),
        ("price", "￥1,200", 1200),
        ("price", "\\1,200", 1200),
        ("price", "1,200円", 1200),
        ("price", " 1200 円 ", 1200),
        ("price", "+5", 5),
        ("price", "007", 7),
        ("price", 5, 5),
        ("price", 1200000.0, 1200000),
        ("price", "", 1),
        ("price", None, 1),
        ("km", "120", 120),
        ("km", "99.9", 99.9),
        ("km", "１，２００．５", 1200.5),
        ("km", 99.9, 99.9),
        ("fits", "true", True),
        ("fits", "FALSE", False),
        ("fits", "はい", True),
        ("fits", "いいえ", False),
        ("fits", "○", True),
        ("fits", "〇", True),
        ("fits", "×", False),
        ("fits", "ＴＲＵＥ", True),
        ("fits", True, True),
        ("colour", " red ", Colour.RED),
        ("colour", "ｒｅｄ", Colour.RED),
        ("id", 5, "5"),
        ("id", "007", "007"),
    ],
)
def test_cells_as_people_type_them_are_read_exactly(key: str, said: object, meant: object) -> None:
    value = getattr(structure({"id": "a", key: said}, Item, lenient_text=True), key)

    assert value == meant
    assert type(value) is type(meant)


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("price", "1,2000"),
        ("price", "12,00"),
        ("price", "1.5"),
        ("price", "12²"),
        ("price", "①"),
        ("price", "百万"),
        ("price", "1200千円"),
        ("price", "1e3"),
        ("price", "1 - 2"),
        ("price", "9" * 31),
        ("price", 1.5),
        ("price", 1e300),
        ("price", True),
        ("km", "far"),
        ("km", "1e999"),
        ("km", "9" * 400 + ".5"),
        ("fits", "maybe"),
        ("fits", "1"),
        ("fits", 1),
        ("colour", "blue"),
        ("id", 1.5),
        ("id", True),
    ],
)
def test_cells_that_say_no_one_thing_are_refused(key: str, said: object) -> None:
    ((place, _, _),) = mistakes({"id": "a", key: said}, Item, lenient_text=True)

    assert place == key


@pytest.mark.parametrize("said", ["-500", "▲500", "△500", "¥-500", "-¥500", "−500円"])
def test_a_negative_cell_is_read_as_such_for_the_model_to_judge(said: str) -> None:
    assert structure({"name": "n", "must_say": None, "limit": said}, Shop, lenient_text=True).limit == -500


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2025-05-12", date(2025, 5, 12)),
        ("2025/5/12", date(2025, 5, 12)),
        ("２０２５／５／１２", date(2025, 5, 12)),
        ("2025年5月12日", date(2025, 5, 12)),
        ("令和7年5月12日", date(2025, 5, 12)),
        ("令和元年5月1日", date(2019, 5, 1)),
        ("R7.5.12", date(2025, 5, 12)),
        ("ｒ７／５／１２", date(2025, 5, 12)),
        ("R2025.5.12", None),
        ("H31.4.30", None),
        (date(2025, 5, 12), date(2025, 5, 12)),
        (datetime(2025, 5, 12), date(2025, 5, 12)),  # noqa: DTZ001
        ("7年5月12日", None),
        ("令和2025年5月12日", None),
        ("2025/13/1", None),
        ("12/5/2025", None),
        ("45789", None),
        (45789, None),
        (datetime(2025, 5, 12, 10), None),  # noqa: DTZ001
    ],
)
def test_dates_in_cells(said: object, meant: date | None) -> None:
    if meant is None:
        assert [place for place, *_ in mistakes({"from": said}, Term, lenient_text=True)] == ["from"]
    else:
        assert structure({"from": said}, Term, lenient_text=True).start == meant


def test_an_enumeration_in_a_cell_may_be_said_by_its_japanese_label() -> None:
    read = structure(shop(sizes={"red": "小(一人用)"}, opened="2025/03/27 17:30"), Shop, lenient_text=True)

    assert read.sizes == {Colour.RED: Size.SMALL}
    assert read.opened == datetime(2025, 3, 27, 17, 30, tzinfo=JAPAN)
