"""VI.2.(4), VIII.4.(3): what was bought, and radio equipment."""

from __future__ import annotations

from asked import asked
from cases import Case, Table, both_runners

from koubo.rules.duties.vi_2_assets import asset

TABLE = Table(
    asset,
    {"id": "a1"},
    {
        "asset.register.entered": asked("registered"),
        "asset.label.shown": asked("labelled"),
        "asset.care.kept": asked("lost_or_damaged", never=True),
        "asset.handing_on.agreed": asked("handing_on_agreed", {"handed_on": True}),
        "radio.equipment.certified": asked("radio_certified", {"radio": True}),
    },
)


@both_runners
@TABLE.each
def test_assets_are_kept_as_the_call_asks(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status
