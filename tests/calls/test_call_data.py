"""Regions, prefectures, score table, calendar and readings of the call."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from koubo.calls import Call, calls, get_call
from koubo.errors import InputError

R7 = get_call("r7")

# id · annex · prefecture · municipalities in the region · in the prefecture · selected before
REGIONS = [
    ("miyagi", "1-1", "宮城県", 3, 35, False),
    ("tochigi", "1-2", "栃木県", 4, 25, False),
    ("niigata", "1-3", "新潟県", 3, 30, False),
    ("fukui", "1-4", "福井県", 14, 17, True),
    ("yamanashi", "1-5", "山梨県", 3, 27, False),
    ("nagano", "1-6", "長野県", 11, 77, True),
    ("kyoto", "1-7", "京都府", 3, 26, False),
    ("hyogo", "1-8", "兵庫県", 19, 41, True),
    ("tottori", "1-9", "鳥取県", 1, 19, False),
    ("shimane", "1-10", "島根県", 6, 19, True),
    ("nagasaki", "1-11", "長崎県", 3, 21, False),
    ("oita", "1-12", "大分県", 2, 18, False),
    ("miyazaki", "1-13", "宮崎県", 3, 26, False),
    ("okinawa", "1-14", "沖縄県", 3, 41, False),
]


@pytest.mark.parametrize(("region_id", "annex", "prefecture", "count", "total", "before"), REGIONS)
def test_a_region_is_that_of_its_annex(
    region_id: str, annex: str, prefecture: str, count: int, total: int, *, before: bool
) -> None:
    region = R7.region(region_id)

    assert (region.annex, region.clause, region.prefecture) == (annex, f"別添{annex}", prefecture)
    assert (region.municipality_count, region.previously_selected) == (count, before)
    assert R7.prefecture(region.prefecture_code).municipalities == total


def test_the_table_above_holds_every_region_in_the_order_of_the_annexes() -> None:
    assert [region.id for region in R7.regions] == [row[0] for row in REGIONS]


@pytest.mark.parametrize(
    ("region_id", "municipality"),
    [("miyagi", "大衡村"), ("fukui", "池田町"), ("nagano", "池田町"), ("nagano", "木曽町"), ("nagano", "南木曽町")],
)
def test_municipalities_stand_under_their_official_names(region_id: str, municipality: str) -> None:
    assert municipality in R7.region(region_id).municipalities


def test_unions_and_associations_are_partners_but_not_counted() -> None:
    others = {region.id: region.other_bodies for region in R7.regions if region.other_bodies}

    assert others == {"yamanashi": ("山梨県市町村総合事務組合",), "nagano": ("木曽広域連合",)}
    for region in R7.regions:
        assert all(re.fullmatch(r".+[市町村区]", name) for name in region.municipalities)


def test_every_region_states_its_wish_for_each_of_the_six_kinds_of_support() -> None:
    items = [item.id for item in R7.support_items]

    assert items == ["coordination", "stakeholder", "issue_policy", "hr", "solution_plan", "solution_impl"]
    assert [item.id for item in R7.support_items if item.compulsory] == ["coordination", "stakeholder"]
    for region in R7.regions:
        assert list(region.wishes) == items
        assert all(wish.item == item for item, wish in region.wishes.items())
    assert R7.region("tottori").wishes["hr"].level == "none"
    assert R7.region("kyoto").wishes["solution_plan"].level == "partial"


def test_the_47_prefectures_add_up_to_the_country() -> None:
    assert [prefecture.code for prefecture in R7.prefectures] == [f"{number:02}" for number in range(1, 48)]
    assert sum(prefecture.municipalities for prefecture in R7.prefectures) == 1741
    assert {p.name_en: p.special_wards for p in R7.prefectures if p.special_wards} == {"Tokyo": 23}
    tokyo = R7.prefecture("13")
    assert (tokyo.name_ja, tokyo.municipalities) == ("東京都", 62)


@pytest.mark.parametrize(("grade", "total"), [("S", 100), ("A", 80), ("B", 60), ("C", 29), ("D", 0)])
def test_the_points_of_a_grade_add_up_over_the_criteria(grade: str, total: int) -> None:
    assert sum(criterion.points[grade] for criterion in R7.criteria) == total


@pytest.mark.parametrize(
    ("criterion_id", "points"),
    [
        ("record_and_backup", (10, 8, 6, 3, 0)),
        ("local_engagement", (15, 12, 9, 4, 0)),
        ("policy_and_plan", (35, 28, 21, 10, 0)),
        ("future_development", (10, 8, 6, 3, 0)),
        ("managers", (10, 8, 6, 3, 0)),
        ("resident_supporters", (20, 16, 12, 6, 0)),
    ],
)
def test_a_criterion_gives_the_points_of_the_score_table(criterion_id: str, points: tuple[int, ...]) -> None:
    (criterion,) = [criterion for criterion in R7.criteria if criterion.id == criterion_id]

    assert tuple(criterion.points.values()) == points


def test_the_gates_are_security_and_budget() -> None:
    assert [gate.id for gate in R7.gates] == ["security", "budget"]


@pytest.mark.parametrize(
    ("entry_id", "start", "until", "precision"),
    [
        ("application", "2025-03-07", "2025-03-28T15:00:00+09:00", "exact"),
        ("consultation", "2025-03-07T14:00:00+09:00", "2025-03-25T12:00:00+09:00", "exact"),
        ("briefing_application", None, "2025-03-13T12:00:00+09:00", "exact"),
        ("briefing_link", None, "2025-03-13T20:00:00+09:00", "about"),
        ("briefing", "2025-03-14T10:00:00+09:00", "2025-03-14T11:45:00+09:00", "exact"),
        ("questions", None, "2025-03-21T17:00:00+09:00", "exact"),
        ("mail_submission", "2025-03-26", "2025-03-28T15:00:00+09:00", "exact"),
        ("upload_address_request", None, "2025-03-27T12:00:00+09:00", "exact"),
        ("upload", None, "2025-03-28T15:00:00+09:00", "exact"),
        ("presentation", "2025-04-09", "2025-04-09", "planned"),
        ("interim_report", "2025-09", "2025-09", "about"),
        ("contract_end", None, "2026-03", "about"),
        ("final_report", "2026-03", "2026-03", "about"),
    ],
)
def test_a_date_of_the_calendar(entry_id: str, start: str | None, until: str, precision: str) -> None:
    (entry,) = [entry.to_dict() for entry in R7.calendar if entry.id == entry_id]

    assert (entry["from"], entry["until"], entry["precision"]) == (start, until, precision)
    assert set(entry) == {"id", "clause", "label", "from", "until", "precision"}


def test_the_calendar_has_thirteen_entries() -> None:
    assert len(R7.calendar) == 13


def test_every_reading_has_clauses_and_both_languages() -> None:
    assert len(R7.readings) == 55
    for reading in R7.readings:
        assert reading.clauses
        for text in (reading.question, reading.taken):
            assert re.search(r"[ぁ-ん]", text.ja)
            assert text.en.isascii() or not re.search(r"[ぁ-ん]", text.en)


@pytest.mark.parametrize(
    ("reading_id", "keys"),
    [
        ("cap_includes_tax", ("tax.rate",)),
        ("equipment_price_basis", ("equipment.price_basis",)),
        ("general_admin_base", ("general_admin.rounding", "general_admin.rate_rounding")),
        ("general_admin_own_rate", ("general_admin.rate_formula",)),
        ("panel_sheets", ("score.panel",)),
        ("price_base", ("score.price_base",)),
        (
            "incident_detail_hours",
            ("incident.detail_hours_in_business", "incident.business_opens", "incident.business_closes"),
        ),
    ],
)
def test_a_reading_that_may_be_set_and_its_parameters_name_each_other(reading_id: str, keys: tuple[str, ...]) -> None:
    assert R7.reading(reading_id).settable == keys
    assert all(R7.parameter(key).reading == reading_id for key in keys)


def test_no_other_reading_may_be_set() -> None:
    assert len([reading for reading in R7.readings if reading.settable]) == 7


def test_published_calls_are_loaded_once() -> None:
    assert calls() == (R7,)
    assert get_call("r7") is R7


@pytest.mark.parametrize(
    ("verb", "name", "expected"),
    [
        ("get_call", "R7", "'R7'; expected a call's id, perhaps 'r7', one of r7"),
        ("get_call", "../r7", "one of r7"),
        ("get_call", 7, "found 7; expected a call's id, one of r7"),
        ("get_call", ["r7"], "one of r7"),
        ("region", "miyagy", "perhaps 'miyagi'"),
        ("region", None, "one of miyagi, tochigi"),
        ("prefecture", "48", "two digits from 01 to 47"),
        ("reading", "price", "perhaps 'price_base'"),
        ("value", "travel.min_km", "perhaps 'travel.min_one_way_km'"),
    ],
)
def test_an_unknown_name_is_an_error_that_helps(verb: str, name: object, expected: str) -> None:
    ask: Callable[[Any], object] = get_call if verb == "get_call" else getattr(R7, verb)

    with pytest.raises(InputError, match=re.escape(expected)):
        ask(name)


def test_nobody_can_change_a_call() -> None:
    assert isinstance(R7, Call)
    with pytest.raises(TypeError):
        R7.parameters["tax.rate"] = R7.parameters["score.panel"]  # type: ignore[index]
    with pytest.raises(AttributeError):
        R7.id = "r6"  # type: ignore[misc]
