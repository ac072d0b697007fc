"""Totals, tax, cap and shares of a budget; what is null, and when."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from budget_cases import ADMIN, LABOUR, LABOUR_OPEN, PRINTING, SUBCONTRACT, Line, audited, both_runners

import koubo

NEW, BEFORE = 100_000_000, 50_000_000
# with 10 % tax, its fraction dropped, the greatest subtotals within the caps
TOP_NEW, TOP_BEFORE = 90_909_091, 45_454_546


def labour(amount: int) -> Line:
    return LABOUR | {"amount_yen": amount}


def open_(amount: int) -> Line:
    return LABOUR_OPEN | {"amount_yen": amount}


@pytest.mark.parametrize(
    ("subtotal", "tax"), [(9, 0), (10, 1), (19, 1), (20, 2), (1_234_567, 123_456), (TOP_NEW, 9_090_909)]
)
def test_tax_is_a_tenth_of_the_subtotal_rounded_down(subtotal: int, tax: int) -> None:
    totals = audited(labour(subtotal)).totals

    assert (totals.consumption_tax_yen, totals.total_with_tax_yen) == (tax, subtotal + tax)


def test_tax_is_taken_of_the_sum_and_not_line_by_line() -> None:
    assert audited(*(labour(9) for _ in range(10))).totals.consumption_tax_yen == 9


def test_another_rate_of_tax_can_be_set() -> None:
    totals = audited(labour(1999), call=koubo.get_call("r7").evolve({"tax.rate": "0.08"})).totals

    assert (totals.consumption_tax_yen, totals.total_with_tax_yen) == (159, 2158)


REGIONS = {
    **dict.fromkeys(
        ("miyagi", "tochigi", "niigata", "yamanashi", "kyoto", "tottori", "nagasaki", "oita", "miyazaki", "okinawa"),
        (NEW, TOP_NEW),
    ),
    **dict.fromkeys(("fukui", "nagano", "hyogo", "shimane"), (BEFORE, TOP_BEFORE)),
}


@pytest.mark.parametrize("region", REGIONS)
def test_the_cap_of_each_region(region: str) -> None:
    cap, top = REGIONS[region]
    within, above = audited(labour(top), region=region), audited(labour(top + 1), region=region)

    assert [(one.totals.cap_with_tax_yen, one.totals.within_cap) for one in (within, above)] == [
        (cap, True),
        (cap, False),
    ]
    assert [(one.clause, one.effect, one.subject) for one in above.findings] == [("II.2", "over_cap", "budget")]


CAPS: list[tuple[str, dict[str, Any], list[Line], bool | None, int | None]] = [
    ("pending lines reach the cap", {"region": "miyagi"}, [labour(1000), open_(TOP_NEW - 1000)], True, NEW),
    ("pending lines pass the cap", {"region": "miyagi"}, [labour(1000), open_(TOP_NEW - 999)], None, NEW),
    ("pending alone passes the cap", {"region": "nagano"}, [open_(TOP_BEFORE + 1)], None, BEFORE),
    ("allowable ones pass it, pending or not", {"region": "nagano"}, [labour(TOP_BEFORE + 1), open_(1)], False, BEFORE),
    ("what is refused is not counted", {"region": "nagano"}, [LABOUR | {"direct_work": False, "amount_yen": NEW}], True, BEFORE),
    ("no region, and it matters", {}, [labour(TOP_BEFORE + 1)], None, None),
    ("no region, above every cap", {}, [labour(TOP_NEW + 1)], False, NEW),
    ("no region, and the pending lines make it matter", {}, [labour(1), open_(TOP_BEFORE)], None, None),
    ("a lower cap of the secretariat", {"region": "miyagi", "cap_with_tax_yen": 1099}, [labour(1000)], False, 1099),
    ("just that cap", {"region": "miyagi", "cap_with_tax_yen": 1100}, [labour(1000)], True, 1100),
    ("a higher one does not stand", {"region": "nagano", "cap_with_tax_yen": NEW}, [labour(1000)], True, BEFORE),
    ("a lower one makes the region not matter", {"cap_with_tax_yen": 1099}, [labour(1000)], False, 1099),
    ("pending lines pass a lower one", {"cap_with_tax_yen": 1100}, [labour(1000), open_(1)], None, 1100),
]  # fmt: skip


@pytest.mark.parametrize(
    ("facts", "lines", "within", "cap"), [case[1:] for case in CAPS], ids=[case[0] for case in CAPS]
)
@both_runners
def test_whether_it_is_within_the_cap(
    facts: dict[str, Any], lines: list[Line], within: bool | None, cap: int | None, run_with: Any
) -> None:
    audit = audited(*lines, run_with=run_with, **facts)

    assert (audit.totals.within_cap, audit.totals.cap_with_tax_yen) == (within, cap)
    statuses = {None: ["undetermined"], False: ["violated"], True: []}[within]
    assert [one.status for one in audit.findings if one.effect == "over_cap"] == statuses


@pytest.mark.parametrize(
    ("lines", "share"),
    [
        ([labour(100)], ("0.000", "0")),
        ([PRINTING | {"amount_yen": 100}], ("1.000", "1")),
        ([labour(200), PRINTING | {"amount_yen": 100}], ("0.333", "1/3")),
        ([labour(100), PRINTING | {"amount_yen": 100}, SUBCONTRACT | {"amount_yen": 100}], ("0.667", "2/3")),
        # (1,000 - 900) / 1,100: general administrative cost is in the subtotal, and not in the share
        ([labour(900), PRINTING | {"amount_yen": 100}, ADMIN | {"amount_yen": 100}], ("0.091", "1/11")),
        ([labour(10_000), PRINTING | {"amount_yen": 5}], ("0.000", "1/2001")),
        ([labour(1999), PRINTING | {"amount_yen": 1}], ("0.001", "1/2000")),  # 0.0005, the half goes up
        # only what is allowable counts
        ([labour(100), {"category": "works", "amount_yen": 100}], ("0.000", "0")),
        ([open_(100)], None),
        ([], None),
    ],
    ids=str,
)
def test_the_share_of_costs_other_than_labour(lines: list[Line], share: tuple[str, str] | None) -> None:
    found = audited(*lines, general_admin_rates={"acme": "0.1"}).to_dict()["totals"]["non_labour_share"]

    assert found == (None if share is None else {"decimal": share[0], "exact": share[1]})


@pytest.mark.parametrize(
    ("labour_yen", "others", "warned"),
    [
        (80, 20, []),
        (79, 21, ["III.1"]),
        (100, 0, []),  # below a tenth nothing is said
        (51, 49, ["III.1"]),
        (50, 50, ["III.1", "III.1"]),
        (0, 0, []),
    ],
)
def test_shares_that_are_not_expected_only_warn(labour_yen: int, others: int, warned: list[str]) -> None:
    audit = audited(labour(labour_yen), PRINTING | {"amount_yen": others})

    assert [one.clause for one in audit.findings] == warned
    assert {one.effect for one in audit.findings} <= {"warning"}
    assert [line.verdict for line in audit.lines] == ["allowable", "allowable"]


def test_labour_is_measured_on_the_whole_subtotal() -> None:
    half = audited(
        labour(100), ADMIN | {"amount_yen": 10}, SUBCONTRACT | {"amount_yen": 90}, general_admin_rates={"a": "0.1"}
    )

    assert Fraction(half.totals.labour_yen, half.totals.subtotal_yen) == Fraction(1, 2)
    assert len([one for one in half.findings if one.clause == "III.1"]) == 2


def test_an_empty_budget_adds_up_to_nothing() -> None:
    audit = audited(region="miyagi")

    assert {value for key, value in audit.totals.to_dict().items() if key.endswith("_yen")} == {0, NEW}
    assert (audit.totals.within_cap, audit.findings, audit.by_category, audit.by_member) == (True, (), {}, {})


@both_runners
def test_the_breakdowns_add_up_to_the_totals(run_with: Any) -> None:
    lines = [
        labour(1000) | {"member": "acme"},
        open_(300) | {"member": "beta"},
        LABOUR | {"direct_work": False, "amount_yen": 70, "member": "beta"},
        PRINTING | {"amount_yen": 500},
        ADMIN | {"amount_yen": 120, "member": "acme"},
        SUBCONTRACT | {"amount_yen": 40},
    ]

    found = audited(*lines, run_with=run_with, general_admin_rates={"acme": "0.1", "beta": "0.1"}).to_dict()

    assert list(found["by_category"]) == ["labour", "printing", "general_admin", "subcontract"]
    assert list(found["by_member"]) == ["acme", "beta", ""]
    assert [found["by_member"][one]["claimed_yen"] for one in ("acme", "beta", "")] == [1120, 370, 540]
    assert found["by_category"]["labour"] == {
        "claimed_yen": 1370,
        "allowable_yen": 1000,
        "pending_yen": 300,
        "disallowed_yen": 70,
    }
    for key in ("claimed_yen", "allowable_yen", "pending_yen", "disallowed_yen"):
        for parts in (found["by_category"], found["by_member"]):
            assert sum(one[key] for one in parts.values()) == found["totals"][key]


def test_a_line_without_a_member_belongs_to_the_representative() -> None:
    two = {"applicant": {"representative": "beta", "members": [{"id": "acme"}, {"id": "beta"}]}}
    one = {"applicant": {"members": [{"id": "acme"}]}}

    assert list(audited(labour(1), dossier=two, general_admin_rates={"acme": "0.1"}).by_member) == ["beta"]
    assert list(audited(labour(1), dossier=one).by_member) == ["acme"]
    assert list(audited(labour(1), general_admin_rates={"gamma": "0.1"}).by_member) == ["gamma"]
    assert list(audited(labour(1)).by_member) == [""]
