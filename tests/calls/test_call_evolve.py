"""What if a number of the call were another: what may be changed, what is refused, what the call says of it."""

from __future__ import annotations

import copy
import json
import math
import pickle
from datetime import UTC, date, datetime, time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koubo.calls import Call, get_call
from koubo.errors import InputError

R7 = get_call("r7")

ACCEPTED: list[tuple[str, object, object]] = [
    ("travel.min_one_way_km", 50, 50),
    ("travel.min_one_way_km", 62.5, 62.5),
    ("travel.min_one_way_km", 0, 0),
    ("equipment.min_price_yen", 200_000, 200_000),
    ("tax.rate", "1/10", Fraction(1, 10)),
    ("tax.rate", "0.08", Fraction(2, 25)),
    ("tax.rate", Fraction(1, 12), Fraction(1, 12)),
    ("tax.rate", 0, Fraction(0)),
    ("general_admin.max_rate", "1", Fraction(1)),
    ("general_admin.rounding", "half_up", "half_up"),
    ("general_admin.rounding", "ceiling", "ceiling"),
    ("general_admin.rate_formula", "selling_and_general_over_cost_of_sales", "selling_and_general_over_cost_of_sales"),
    ("general_admin.rate_rounding", "floor_to_tenth_of_percent", "floor_to_tenth_of_percent"),
    ("score.panel", "median", "median"),
    ("score.price_base", "same_region", "same_region"),
    ("equipment.price_basis", "with_tax", "with_tax"),
    ("incident.detail_hours_in_business", 2, 2),
    ("incident.business_opens", "09:30", time(9, 30)),
    ("suspension.bar_to", "2025-04-30", date(2025, 4, 30)),
    ("suspension.bar_to", date(2025, 4, 30), date(2025, 4, 30)),
    ("submission.closes_at", "2025-03-31T17:00", datetime(2025, 3, 31, 8, tzinfo=UTC)),
    ("submission.closes_at", "2025-03-31T08:00Z", datetime(2025, 3, 31, 8, tzinfo=UTC)),
]

REFUSED: list[tuple[str, object, str]] = [
    ("travel.min_one_way_km", -1, "a number from 0"),
    ("travel.min_one_way_km", math.nan, "a number from 0"),
    ("travel.min_one_way_km", math.inf, "a number from 0"),
    ("travel.min_one_way_km", "50", "a number from 0"),
    ("travel.min_one_way_km", True, "a number from 0"),
    ("travel.min_one_way_km", None, "a number from 0"),
    ("equipment.min_price_yen", 100_000.0, "a whole number"),
    ("equipment.min_price_yen", -100_000, "a whole number"),
    ("equipment.min_price_yen", 10**30, "a whole number"),
    ("selection.seats", True, "a whole number"),
    ("tax.rate", 0.1, "never a float"),
    ("tax.rate", "-0.1", "an exact ratio"),
    ("tax.rate", "10%", "an exact ratio"),
    ("tax.rate", "1/0", "an exact ratio"),
    ("tax.rate", "1e-9", "an exact ratio"),
    ("tax.rate", "１/１０", "an exact ratio"),
    ("tax.rate", "1.5", "from 0 to 1"),
    ("tax.rate", Fraction(-1, 10), "from 0 to 1"),
    ("tax.rate", Fraction(1, 10**12), "an exact ratio"),
    ("self_procurement.wholly_owned_percent", 101, "at most 100"),
    ("general_admin.rounding", "Floor", "perhaps 'floor', one of floor, half_up, ceiling"),
    ("score.panel", "", "one of mean, median"),
    ("score.panel", 1, "one of mean, median"),
    ("submission.opens_on", datetime(2025, 3, 7, tzinfo=UTC), "a date such as"),
    ("submission.opens_on", "20250307", "a date such as"),
    ("submission.opens_on", "2025-02-30", "a date such as"),
    ("submission.closes_at", "2025-03-28", "a moment such as"),
    ("submission.closes_at", "2025-03-28T25:00", "a moment such as"),
    ("submission.closes_at", "0001-01-01T00:00+23:00", "a moment such as"),
    ("incident.business_opens", "10:00+09:00", "a time of day"),
    ("incident.business_opens", "10", "a time of day"),
    # orders that the call takes for granted
    ("incident.business_opens", "18:01", "at most 18:00:00, the value of incident.business_closes"),
    ("non_labour.expected_min_share", "1/4", "the value of non_labour.expected_max_share"),
    ("submission.mail_from", "2025-03-29", "the value of submission.closes_at"),
    ("suspension.bar_from", "2025-03-29", "the value of suspension.bar_to"),
    # names
    ("travel.min_oneway_km", 50, "perhaps 'travel.min_one_way_km'"),
    ("bogus", 1, "a parameter of call r7"),
]


@pytest.mark.parametrize(("key", "raw", "value"), ACCEPTED)
def test_a_parameter_takes_another_value_of_its_kind(key: str, raw: object, value: object) -> None:
    assert R7.evolve({key: raw}).value(key) == value


@pytest.mark.parametrize(("key", "raw", "expected"), REFUSED)
def test_a_parameter_refuses_what_makes_no_sense(key: str, raw: object, expected: str) -> None:
    with pytest.raises(InputError) as caught:
        R7.evolve({key: raw})

    (mistake,) = caught.value.mistakes
    assert expected in mistake.expected


def test_all_mistakes_come_at_once() -> None:
    with pytest.raises(InputError) as caught:
        R7.evolve({"tax.rate": 0.1, "bogus": 1}, selection__seats=-1)

    assert [mistake.place for mistake in caught.value.mistakes] == ["tax.rate", "parameter", "selection.seats"]


def test_a_key_given_twice_is_a_mistake() -> None:
    with pytest.raises(InputError, match="each key once"):
        R7.evolve({"tax.rate": "0.08"}, tax__rate="0.05")


def test_the_call_says_what_was_changed_and_the_published_one_stays() -> None:
    changed = R7.evolve({"tax.rate": "0.08"}, travel__min_one_way_km=50)

    assert changed.changed == ("tax.rate", "travel.min_one_way_km")
    assert changed.fingerprint == ("r7", (("tax.rate", Fraction(2, 25)), ("travel.min_one_way_km", 50)))
    assert changed.parameter("tax.rate").published == Fraction(1, 10)
    assert (R7.changed, R7.value("tax.rate")) == ((), Fraction(1, 10))


def test_calls_are_equal_by_content() -> None:
    once = R7.evolve(tax__rate="0.08", travel__min_one_way_km=50)
    twice = R7.evolve(travel__min_one_way_km=50.0).evolve(tax__rate=Fraction(8, 100))

    assert once == twice
    assert hash(once) == hash(twice)
    assert once != R7
    assert R7 != "r7"
    assert once.evolve(tax__rate="0.1", travel__min_one_way_km=100) == R7


def test_the_calendar_follows_a_changed_date() -> None:
    moved = R7.evolve(submission__closes_at="2025-03-31T12:00")

    ends = {entry.id: entry.until for entry in moved.calendar}
    assert {ends["application"], ends["mail_submission"], ends["upload"]} == {"2025-03-31T12:00:00+09:00"}


@pytest.mark.parametrize("call", [R7, R7.evolve(tax__rate="0.08")], ids=["published", "changed"])
def test_a_call_survives_copying_and_pickling(call: Call) -> None:
    assert pickle.loads(pickle.dumps(call)) == call  # noqa: S301
    assert copy.deepcopy(call).to_dict() == call.to_dict()


def test_to_dict_is_plain_json_and_names_the_changes() -> None:
    plain = json.loads(json.dumps(R7.evolve(tax__rate="0.08").to_dict()))

    assert plain["changed"] == ["tax.rate"]
    rate = plain["parameters"]["tax.rate"]
    assert (rate["value"], rate["published"], rate["changed"]) == ("2/25", "1/10", True)
    assert rate["clause"] == "II.2"
    assert len(plain["regions"]) == 14


ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.just(10**5000),
    st.floats(),
    st.text(),
    st.fractions(),
    st.datetimes(),
    st.dates(),
    st.times(),
    st.lists(st.integers()),
    st.from_regex(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2}", fullmatch=True),
    st.from_regex(r"[0-9]{1,3}[./][0-9]{1,3}", fullmatch=True),
)


@given(key=st.sampled_from(sorted(R7.parameters)), raw=ANYTHING)
def test_any_input_is_taken_or_refused_and_what_was_taken_is_taken_again_unchanged(key: str, raw: object) -> None:
    try:
        changed = R7.evolve({key: raw})
    except InputError:
        return

    assert changed.evolve({key: changed.value(key)}) == changed
    assert type(changed.value(key)) in {type(R7.value(key)), float}


def test_an_end_may_not_move_before_its_beginning() -> None:
    with pytest.raises(InputError, match=r"submission\.opens_on: found 2025-03-07; expected at most 2025-03-01"):
        R7.evolve(submission__closes_at="2025-03-01T15:00")
