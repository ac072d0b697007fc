"""From plain trees to attrs classes and back: types to the letter, places to the key, all mistakes in one go."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

import pytest
from file_samples import JAPAN, Colour, Faulty, Item, Shop, Size, Term, Total, mistakes, shop
from hypothesis import given
from hypothesis import strategies as st

from koubo.errors import InputError, Mistake
from koubo.files.place import child
from koubo.files.structure import expected, structure
from koubo.files.unstructure import unstructure


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
