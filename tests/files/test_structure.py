"""From plain trees to attrs classes and back: types to the letter, places to the key, all mistakes in one go."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum, StrEnum
from fractions import Fraction
from types import SimpleNamespace
from typing import Any, Literal

import pytest
from attrs import field, frozen, validators
from hypothesis import given
from hypothesis import strategies as st

from koubo.errors import InputError, Mistake
from koubo.files.place import child
from koubo.files.structure import expected, structure
from koubo.files.unstructure import unstructure

JAPAN = timezone(timedelta(hours=9))


class Colour(StrEnum):
    RED = "red"
    DARK_GREEN = "dark_green"


class Size(Enum):
    SMALL = 1
    LARGE = 2

    @property
    def label(self) -> SimpleNamespace:
        return SimpleNamespace(ja={1: "小（一人用）", 2: "大"}[self.value])


@frozen(kw_only=True)
class Term:
    start: date | None = field(default=None, metadata={"key": "from"})
    end: date | None = field(default=None, metadata={"key": "to"})

    def __attrs_post_init__(self) -> None:
        if self.start and self.end and self.end < self.start:
            raise InputError([Mistake("to", self.end.isoformat(), f"not before {self.start}")])


@frozen(kw_only=True)
class Item:
    id: str
    price: int = field(default=1, validator=validators.ge(0))
    colour: Colour = Colour.RED
    km: float | None = None
    fits: bool | None = None

    def __attrs_post_init__(self) -> None:
        if self.km is not None and self.price > 1000:
            raise ValueError("an item with a distance costs at most 1000")


@frozen(kw_only=True)
class Shop:
    name: str
    items: tuple[Item, ...] = ()
    term: Term | None = None
    owner: str | Literal[False] | None = None
    register: Term | Literal[False] | None = None
    seen: date | datetime | None = None
    opened: datetime | None = None
    shares: Mapping[str, Fraction] = field(factory=dict)
    sizes: Mapping[Colour, Size] = field(factory=dict)
    limit: int | None = None
    must_say: bool | None
    extra: Any = None
    made: str = field(init=False, default="here")

    def __attrs_post_init__(self) -> None:
        ids = [item.id for item in self.items]
        again = [place for place, name in enumerate(ids) if name in ids[:place]]
        if again:
            raise InputError(Mistake(f"items[{n}].id", f"{ids[n]!r} again", "its own id") for n in again)


@frozen
class Total:
    parts: tuple[int, ...]

    def __attrs_post_init__(self) -> None:
        if sum(self.parts) > 10:
            raise InputError([Mistake("parts", "too much", "at most 10")])


@frozen
class Faulty:
    def __attrs_post_init__(self) -> None:
        raise ZeroDivisionError


def shop(**facts: Any) -> dict[str, Any]:
    return {"name": "n", "must_say": None, **facts}


def mistakes(tree: object, cls: type = Shop, **options: Any) -> list[tuple[str, str, str]]:
    with pytest.raises(InputError) as error:
        structure(tree, cls, **options)
    return [(mistake.place, mistake.found, mistake.expected) for mistake in error.value.mistakes]


@pytest.mark.parametrize(
    ("key", "said", "meant"),
    [
        ("items", [{"id": "a"}], (Item(id="a"),)),
        ("items", [], ()),
        ("items", None, ()),
        ("term", {"from": "2025-05-12"}, Term(start=date(2025, 5, 12))),
        ("term", {"from": date(2025, 5, 12), "to": None}, Term(start=date(2025, 5, 12))),
        ("owner", "p1", "p1"),
        ("owner", False, False),
        ("owner", None, None),
        ("register", False, False),
        ("register", {}, Term()),
        ("seen", "2025-03-27", date(2025, 3, 27)),
        ("seen", "2025-03-27T17:30", datetime(2025, 3, 27, 17, 30, tzinfo=JAPAN)),
        ("opened", "2025-03-27 17:30:15", datetime(2025, 3, 27, 17, 30, 15, tzinfo=JAPAN)),
        ("opened", "2025-03-27T08:30Z", datetime(2025, 3, 27, 17, 30, tzinfo=JAPAN)),
        ("opened", "2025-03-27T17:30+09:00", datetime(2025, 3, 27, 17, 30, tzinfo=JAPAN)),
        ("opened", datetime(2025, 3, 27, 17, 30), datetime(2025, 3, 27, 17, 30, tzinfo=JAPAN)),  # noqa: DTZ001
        ("shares", {"a": "66.67"}, {"a": Fraction(6667, 100)}),
        ("shares", {"a": "1/3", "b": 60}, {"a": Fraction(1, 3), "b": Fraction(60)}),
        ("shares", {"a": Fraction(1, 3), "b": Decimal("0.1")}, {"a": Fraction(1, 3), "b": Fraction(1, 10)}),
        ("shares", {"a": None, "b": 1}, {"b": Fraction(1)}),
        ("sizes", {"red": 2}, {Colour.RED: Size.LARGE}),
        ("limit", 0, 0),
        ("must_say", True, True),
        ("extra", {"any": ["thing"]}, {"any": ["thing"]}),
    ],
)
def test_a_fact_is_read_as_what_it_says(key: str, said: object, meant: object) -> None:
    value = getattr(structure(shop(**{key: said}), Shop), key)

    assert value == meant
    assert type(value) is type(meant)


@pytest.mark.parametrize(
    ("said", "place", "found", "expected"),
    [
        ({"nmae": "x"}, "nmae", "unknown key 'nmae'", "did you mean 'name'?"),
        ({"zzz": "x"}, "zzz", "unknown key 'zzz'", "name, items, term"),
        ({"made": "x"}, "made", "unknown key", "keys"),
        ({"a b": 1}, '["a b"]', "unknown key", "keys"),
        ({"name": None}, "name", "null", "text"),
        ({"name": 5}, "name", "5", "text, in quotes"),
        ({"name": True}, "name", "true", "text"),
        ({"name": ["x"]}, "name", "a list", "text"),
        ({"limit": True}, "limit", "true", "a whole number"),
        ({"limit": 1.0}, "limit", "1.0", "a whole number"),
        ({"limit": "5"}, "limit", "'5'", "without quotes"),
        ({"limit": "1,200"}, "limit", "'1,200'", "without quotes or separators"),
        ({"limit": "five"}, "limit", "'five'", "a whole number"),
        ({"limit": {}}, "limit", "a mapping", "a whole number"),
        ({"must_say": 1}, "must_say", "1", "true or false"),
        ({"must_say": "true"}, "must_say", "'true'", "true or false"),
        ({"items": {"id": "a"}}, "items", "a mapping", "a list"),
        ({"items": "abc"}, "items", "'abc'", "a list"),
        ({"items": ["abc"]}, "items[0]", "'abc'", "a mapping"),
        ({"items": [None]}, "items[0]", "null", "a mapping"),
        ({"items": [{}]}, "items[0].id", "nothing", "text"),
        ({"items": [{"id": "a", "km": "far"}]}, "items[0].km", "'far'", "a number"),
        ({"items": [{"id": "a", "km": True}]}, "items[0].km", "true", "a number"),
        ({"items": [{"id": "a", "km": float("nan")}]}, "items[0].km", "nan", "a number"),
        (
            {"items": [{"id": "a", "colour": "dark-green"}]},
            "items[0].colour",
            "'dark-green'",
            "did you mean 'dark_green'?",
        ),
        ({"items": [{"id": "a", "colour": "blue"}]}, "items[0].colour", "'blue'", "one of red, dark_green"),
        ({"items": [{"id": "a", "colour": ["red"]}]}, "items[0].colour", "a list", "one of red, dark_green"),
        ({"items": [{"id": "a", "price": -1}]}, "items[0]", "-1", "fit together"),
        ({"items": [{"id": "a", "price": 1001, "km": 1}]}, "items[0]", "costs at most 1000", "fit together"),
        ({"term": "2025"}, "term", "'2025'", "a mapping"),
        ({"term": {"start": "2025-05-12"}}, "term.start", "unknown key", "keys"),
        ({"term": {"from": "2025-5-12"}}, "term.from", "'2025-5-12'", "2025-05-12"),
        ({"term": {"from": "２０２５-05-12"}}, "term.from", "'２０２５-05-12'", "2025-05-12"),
        ({"term": {"from": "20250512"}}, "term.from", "'20250512'", "2025-05-12"),
        ({"term": {"from": "2025-02-29"}}, "term.from", "'2025-02-29'", "of the calendar"),
        ({"term": {"from": "0001-01-01"}}, "term.from", "'0001-01-01'", "2025-05-12"),
        ({"term": {"from": "2025-05-12T10:00"}}, "term.from", "'2025-05-12T10:00'", "2025-05-12"),
        ({"term": {"from": datetime(2025, 5, 12, tzinfo=JAPAN)}}, "term.from", "2025-05-12T00:00:00+09:00", "a date"),
        ({"term": {"from": "2025-05-12", "to": "2025-05-11"}}, "term.to", "2025-05-11", "not before"),
        ({"owner": True}, "owner", "true", "text or false"),
        ({"owner": 0}, "owner", "0", "text or false"),
        ({"register": True}, "register", "true", "a mapping or false"),
        ({"register": {"form": "2025-05-12"}}, "register.form", "unknown key", "did you mean 'from'?"),
        ({"seen": "soon"}, "seen", "'soon'", "a time such as 2025-03-27T17:30 or a date such as"),
        ({"opened": "2025-03-27"}, "opened", "'2025-03-27'", "a time"),
        ({"opened": "2025-03-27T25:00"}, "opened", "'2025-03-27T25:00'", "of the calendar and the clock"),
        ({"opened": "20250327T1730"}, "opened", "'20250327T1730'", "a time"),
        ({"opened": date(2025, 3, 27)}, "opened", "2025-03-27", "a time"),
        ({"shares": {"a": 66.67}}, "shares.a", "66.67", "without quotes it is not exact"),
        ({"shares": {"a": True}}, "shares.a", "true", "an exact number"),
        ({"shares": {"a": "1/0"}}, "shares.a", "'1/0'", "divisor is not 0"),
        ({"shares": {"a": "1e99"}}, "shares.a", "'1e99'", "an exact number"),
        ({"shares": {"a": "nan"}}, "shares.a", "'nan'", "an exact number"),
        ({"shares": {"a": Decimal("NaN")}}, "shares.a", "a Python Decimal", "an exact number"),
        ({"shares": {"a.b": "x"}}, 'shares["a.b"]', "'x'", "an exact number"),
        ({"shares": ["1/3"]}, "shares", "a list", "a mapping"),
        ({"sizes": {"blue": 1}}, "sizes.blue", "'blue'", "one of red, dark_green"),
        ({"sizes": {"red": 3}}, "sizes.red", "3", "one of 1, 2"),
        ({"sizes": {"red": True}}, "sizes.red", "true", "one of 1, 2"),
    ],
)
def test_what_is_refused_and_where(said: dict[str, Any], place: str, found: str, expected: str) -> None:
    ((the_place, the_found, the_expected),) = mistakes(shop(**said))

    assert the_place == place
    assert found in the_found
    assert expected in the_expected


def test_the_order_of_a_union_says_nothing_as_python_takes_both_orders_for_one_type() -> None:
    assert expected(date | datetime | None) == expected(None | datetime | date)
    assert expected(Literal[False] | Term) == expected(Term | Literal[False]) == "a mapping or false"


@pytest.mark.parametrize("tree", [None, [], "text", 5, True])
def test_a_tree_that_is_no_mapping_is_refused_at_its_own_place(tree: object) -> None:
    ((place, _, expected),) = mistakes(tree, place="budget")

    assert (place, expected) == ("budget", "a mapping")


def test_a_required_key_may_be_null_where_null_is_a_value_but_not_left_out() -> None:
    assert structure({"name": "n", "must_say": None}, Shop).must_say is None
    assert mistakes({"name": "n"}) == [("must_say", "nothing", "true or false")]


def test_all_mistakes_come_in_one_go_in_the_order_of_the_tree() -> None:
    tree = {
        "term": {"form": "x", "to": 5},
        "nmae": "x",
        "items": [
            {"id": "a", "colour": "rde"},
            {"id": "b"},
            7,
            {"price": "1", "id": "b"},
            {"id": "a", "km": "x", "kn": 1},
        ],
        "shares": {"x": 0.5, "y": "1/2", "z": []},
    }

    places = [place for place, _, _ in mistakes(tree, place="round.shops[2]")]

    assert places == [
        f"round.shops[2].{place}"
        for place in (
            "term.form",
            "term.to",
            "nmae",
            "items[0].colour",
            "items[2]",
            "items[3].price",
            "items[4].km",
            "items[4].kn",
            "shares.x",
            "shares.z",
            "name",
            "must_say",
            "items[3].id",
            "items[4].id",
        )
    ]


def test_a_check_that_stumbles_over_an_unread_value_does_not_hide_the_mistake() -> None:
    assert [place for place, *_ in mistakes({"parts": [9, "x", 9]}, Total)] == ["parts[1]"]


def test_a_fault_of_a_model_that_is_no_mistake_of_the_input_is_not_swallowed() -> None:
    with pytest.raises(ZeroDivisionError):
        structure({}, Faulty)


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


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)
DAYS = st.dates(date(1900, 1, 1), date(2999, 12, 31))
MOMENTS = st.datetimes(datetime(1901, 1, 1), datetime(2999, 1, 1), timezones=st.just(JAPAN))  # noqa: DTZ001
ITEMS = st.builds(
    Item,
    price=st.integers(0, 10**14),
    colour=st.sampled_from(Colour),
    km=st.none(),
    fits=st.none() | st.booleans(),
    id=TEXTS,
)
SHOPS = st.builds(
    Shop,
    name=TEXTS,
    items=st.lists(ITEMS, max_size=4, unique_by=lambda item: item.id).map(tuple),
    term=st.none() | st.builds(Term, start=st.none() | DAYS, end=st.none()),
    owner=st.none() | st.just(False) | TEXTS,
    register=st.none() | st.just(False) | st.builds(Term, end=DAYS),
    seen=st.none() | DAYS | MOMENTS,
    opened=st.none() | MOMENTS,
    shares=st.dictionaries(TEXTS, st.fractions(-(10**9), 10**9, max_denominator=10**9), max_size=3),
    sizes=st.dictionaries(st.sampled_from(Colour), st.sampled_from(Size)),
    limit=st.none() | st.integers(),
    must_say=st.booleans(),
)


@given(model=SHOPS)
def test_a_model_written_and_read_again_is_the_same(model: Shop) -> None:
    assert structure(unstructure(model), Shop) == model


KEYS = (
    "name",
    "items",
    "id",
    "price",
    "colour",
    "km",
    "term",
    "from",
    "to",
    "shares",
    "sizes",
    "red",
    "must_say",
    "x",
    "",
)
ODD_TREES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["red", "2025-05-12", "○"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=6),
    max_leaves=15,
)


@given(tree=ODD_TREES, lenient=st.booleans())
def test_whatever_tree_comes_only_an_input_error_comes_out(tree: object, lenient: bool) -> None:
    found: tuple[Mistake, ...] | None = None
    try:
        structure(tree, Shop, lenient_text=lenient)
    except InputError as error:
        found = error.mistakes

    assert found is None or (found and all(mistake.found and mistake.expected for mistake in found))


@given(steps=st.lists(st.integers(0, 9) | st.text(max_size=4), max_size=4))
def test_a_place_is_one_printable_line(steps: list[str | int]) -> None:
    place = ""
    for step in steps:
        place = child(place, step)

    assert place.isprintable()
