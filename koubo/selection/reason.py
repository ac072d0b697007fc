"""Why a candidate is selected or not: the conclusions of the rules, in the order in which the first that holds counts."""

from __future__ import annotations

from collections.abc import Collection

from koubo.models.labelled import LabelledEnum


class Reason(LabelledEnum):
    """Why a candidate is selected or not; all but the last are conclusions that the rules draw."""

    INELIGIBLE = "ineligible", "応募資格等を満たさない", "not eligible, or not in due form"
    DISQUALIFIED = "disqualified", "欠格", "fails a gate"
    WITHDRAWN = "withdrawn", "契約に至らなかった", "contract fell through"
    BELOW_MINIMUM = "below_minimum", "評価点が基準に満たない", "evaluation points below the minimum"
    REGION_ALREADY_TAKEN = (
        "region_already_taken",
        "同じ地域で上位の提案を選定",
        "a better one is selected for the region",
    )
    SEATS_FULL = "seats_full", "採択件数に達した", "the seats are taken by better ones"
    TIE = "tie", "同点（審査委員会が決定）", "tied: for the committee to decide"
    UNDETERMINED = "undetermined", "応募資格等又は要件が不明", "eligibility or a gate is not known"
    SELECTED = "selected", "選定", "selected"

    @property
    def selected(self) -> bool | None:
        """Whether a candidate is selected for this reason; ``None`` where that is still to be decided."""
        return _SELECTED.get(self, False)


_SELECTED: dict[Reason, bool | None] = {Reason.TIE: None, Reason.UNDETERMINED: None, Reason.SELECTED: True}


def reason_of(conclusions: Collection[str]) -> Reason:
    """Return the first reason that the conclusions on a candidate give."""
    return next((reason for reason in Reason if reason.value in conclusions), Reason.SELECTED)
