"""VIII.2: suspension, on both sides of every day that counts."""

from __future__ import annotations

from datetime import date

from cases import Case, Table, both_runners

from koubo.rules.viii_2_suspension import suspension

NONE = {"suspended": False}


def from_to(start: date | None, end: date | None = None, *, selected: date | None = None) -> dict[str, object]:
    """A suspension; without an end it is running."""
    return {
        "suspended": True,
        "suspended_from": start,
        "running": end is None,
        "suspended_to": end,
        "selected_on": selected,
    }


SIGNED = date(2025, 5, 12)

TABLE = Table(
    suspension,
    {},
    {
        "eligibility.suspension.application_period": {
            "satisfied": [
                from_to(date(2024, 12, 1), date(2025, 3, 6)),
                from_to(date(2025, 3, 29)),
                from_to(date(2025, 3, 29), date(2025, 3, 29)),
                from_to(None, date(2025, 3, 6)),
            ],
            "violated": [
                from_to(date(2024, 12, 1), date(2025, 3, 7)),
                from_to(date(2025, 3, 28), date(2025, 4, 30)),
                from_to(date(2025, 3, 10), date(2025, 3, 11)),
                from_to(date(2024, 1, 1)),
                from_to(None, date(2025, 3, 20)),
            ],
            "undetermined": [{}, from_to(None), from_to(None, date(2025, 4, 1))],
            "not_applicable": [NONE],
        },
        "eligibility.suspension.before_adoption": {
            "satisfied": [from_to(date(2025, 5, 13), selected=SIGNED)],
            "violated": [
                from_to(date(2025, 5, 12), selected=SIGNED),
                from_to(date(2025, 3, 29), date(2025, 3, 30), selected=SIGNED),
            ],
            "undetermined": [{}, from_to(None, selected=SIGNED), from_to(date(2025, 3, 29))],
            "not_applicable": [
                NONE,
                from_to(date(2025, 3, 28), selected=SIGNED),
                from_to(date(2024, 1, 1)),
                from_to(None, date(2025, 3, 28)),
            ],
        },
    },
)


@both_runners
@TABLE.each
def test_each_rule_on_a_suspension_says_what_the_table_says(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status
