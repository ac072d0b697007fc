"""The figures of the call, read from its text one by one and held against the data."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone
from fractions import Fraction

import pytest

from koubo.calls import UNITS, Call, Value, get_call

JST = timezone(timedelta(hours=9))

# clause · key · value · unit
FIGURES: list[tuple[str, str, Value, str]] = [
    ("II.2", "cap.new_region_with_tax_yen", 100_000_000, "yen"),
    ("II.2", "cap.previous_region_with_tax_yen", 50_000_000, "yen"),
    ("II.2", "tax.rate", Fraction(1, 10), "ratio"),
    ("II.3", "selection.seats", 7, "proposals"),
    ("III.1", "labour.main_share", Fraction(1, 2), "ratio"),
    ("III.1", "non_labour.expected_min_share", Fraction(1, 10), "ratio"),
    ("III.1", "non_labour.expected_max_share", Fraction(1, 5), "ratio"),
    ("IV.1.(1).イ.①", "applicant.min_track_records", 1, "records"),
    ("IV.1.(1).イ.③", "staff.project_managers", 1, "persons"),
    ("IV.1.(1).イ.④", "staff.min_resident_supporters", 1, "persons"),
    ("IV.1.(1).イ.⑤", "application.assumed_on", date(2025, 3, 28), "-"),
    ("IV.1.(1).イ.⑥", "staff.accounting_officers_per_corporation", 1, "persons"),
    ("IV.3.(2)", "submission.mail_from", date(2025, 3, 26), "-"),
    ("IV.3.(2)", "submission.upload_request_by", datetime(2025, 3, 27, 12, tzinfo=JST), "-"),
    ("IV.3.(3)", "submission.opens_on", date(2025, 3, 7), "-"),
    ("IV.3.(3)", "submission.closes_at", datetime(2025, 3, 28, 15, tzinfo=JST), "-"),
    ("IV.4", "briefing.apply_by", datetime(2025, 3, 13, 12, tzinfo=JST), "-"),
    ("IV.4", "briefing.link_at", datetime(2025, 3, 13, 20, tzinfo=JST), "-"),
    ("IV.4.(1)", "briefing.starts_at", datetime(2025, 3, 14, 10, tzinfo=JST), "-"),
    ("IV.4.(1)", "briefing.ends_at", datetime(2025, 3, 14, 11, 45, tzinfo=JST), "-"),
    ("IV.5.(2)", "questions.closes_at", datetime(2025, 3, 21, 17, tzinfo=JST), "-"),
    ("IV.6", "consultation.opens_at", datetime(2025, 3, 7, 14, tzinfo=JST), "-"),
    ("IV.6", "consultation.closes_at", datetime(2025, 3, 25, 12, tzinfo=JST), "-"),
    ("V.1.(1)", "presentation.held_on", date(2025, 4, 9), "-"),
    ("V.1.(2).イ", "score.panel", "mean", "-"),
    ("V.1.(2).イ", "score.recent_experience_years", 10, "year"),
    ("V.1.(2).ロ", "score.price_points", 10, "points"),
    ("V.1.(2).ロ", "score.price_base", "all_eligible", "-"),
    ("V.1.(2).ハ", "score.municipality_points", 10, "points"),
    ("V.1.(2).ハ", "score.municipality_flat_points", 5, "points"),
    ("V.1.(2).ハ", "region.min_added_municipalities", 1, "municipalities"),
    ("V.1.(3)", "selection.max_per_region", 1, "proposals"),
    ("VI.2.(1).イ.a", "equipment.min_price_yen", 100_000, "yen"),
    ("VI.2.(1).イ.a", "equipment.price_basis", "without_tax", "-"),
    ("VI.2.(1).イ.a", "equipment.min_useful_life_years", 1, "year"),
    ("VI.2.(1).ニ", "travel.min_one_way_km", 100, "km"),
    ("VI.2.(1).ヘ", "general_admin.max_rate", Fraction(1, 10), "ratio"),
    ("VI.2.(1).ヘ", "general_admin.rate_formula", "general_over_cost_of_sales", "-"),
    ("VI.2.(1).ヘ", "general_admin.rate_rounding", "exact", "-"),
    ("VI.2.(1).ヘ", "general_admin.rounding", "floor", "-"),
    ("VI.2.(2)", "self_procurement.wholly_owned_percent", 100, "percent"),
    ("VII.1.(1)", "report.number", 2, "reports"),
    ("VIII.2", "suspension.bar_from", date(2025, 3, 7), "-"),
    ("VIII.2", "suspension.bar_to", date(2025, 3, 28), "-"),
    ("VIII.4.(4).ハ", "accident.first_report_hours", 1, "hour"),
    ("VIII.5.(2).ホ", "audit_trail.report_hours", 1, "hour"),
    ("VIII.5.(2).ト", "incident.first_report_hours", 1, "hour"),
    ("VIII.5.(2).ト", "incident.detail_hours_in_business", 1, "hour"),
    ("VIII.5.(2).ト", "incident.detail_hours_otherwise", 8, "hour"),
    ("VIII.5.(2).ト", "incident.business_opens", time(10), "-"),
    ("VIII.5.(2).ト", "incident.business_closes", time(18), "-"),
    ("別添3.1", "information_plan.days", 7, "day"),
    ("別添3.1.(1)", "information_plan.chief_handlers", 1, "persons"),
    ("別添3.1.(5)", "incident.detail_hours_in_business_annex3", 2, "hour"),
]


@pytest.fixture
def r7() -> Call:
    return get_call("r7")


@pytest.mark.parametrize(("clause", "key", "value", "unit"), FIGURES, ids=[key for _, key, _, _ in FIGURES])
def test_a_figure_is_that_of_the_call(r7: Call, clause: str, key: str, value: Value, unit: str) -> None:
    parameter = r7.parameter(key)

    assert (parameter.value, type(parameter.value)) == (value, type(value))
    assert (parameter.clause, parameter.unit) == (clause, unit)


def test_the_table_above_leaves_no_parameter_out(r7: Call) -> None:
    assert sorted(key for _, key, _, _ in FIGURES) == sorted(r7.parameters)


def test_every_parameter_has_unit_clause_date_and_both_languages(r7: Call) -> None:
    for parameter in r7.parameters.values():
        assert parameter.unit in UNITS
        assert parameter.clause
        assert parameter.since == date(2025, 3, 7)
        assert parameter.title.ja != parameter.title.en
        assert not parameter.changed


@pytest.mark.parametrize(
    ("key", "ja", "en"),
    [
        ("equipment.min_price_yen", "100,000円", "100,000 yen"),
        ("equipment.min_useful_life_years", "1年", "1 year"),
        ("score.recent_experience_years", "10年", "10 years"),
        ("travel.min_one_way_km", "100km", "100 km"),
        ("general_admin.max_rate", "10%", "10%"),
        ("submission.closes_at", "2025年3月28日15:00", "2025-03-28 15:00"),
        ("submission.opens_on", "2025年3月7日", "2025-03-07"),
        ("incident.business_opens", "10:00", "10:00"),
        ("equipment.price_basis", "税抜きの価格", "the price without tax"),
    ],
)
def test_a_value_is_shown_as_people_write_it(r7: Call, key: str, ja: str, en: str) -> None:
    shown = r7.parameter(key).shown

    assert (shown.ja, shown.en) == (ja, en)


def test_typed_helpers_give_their_type_and_refuse_another(r7: Call) -> None:
    assert r7.integer("selection.seats") == 7
    assert r7.number("travel.min_one_way_km") == 100
    assert r7.ratio("tax.rate") == Fraction(1, 10)
    assert r7.text("score.panel") == "mean"
    assert r7.day("submission.opens_on") == date(2025, 3, 7)
    assert r7.moment("submission.closes_at").isoformat() == "2025-03-28T15:00:00+09:00"
    assert r7.clock("incident.business_opens") == time(10)
    for helper, key in [
        (r7.integer, "tax.rate"),
        (r7.number, "score.panel"),
        (r7.ratio, "selection.seats"),
        (r7.text, "selection.seats"),
        (r7.day, "submission.closes_at"),
        (r7.moment, "submission.opens_on"),
        (r7.clock, "submission.closes_at"),
    ]:
        with pytest.raises(TypeError, match=key):
            helper(key)
