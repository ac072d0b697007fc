"""Whose estimates the lowest one is taken from (V.1.(2).ロ), as the call's parameter says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from attrs import frozen


@frozen
class Tender:
    """What the price base looks at of a candidate: its estimate, its region, whether it is kept out of the scoring."""

    estimate_with_tax_yen: int
    region: str
    kept_out: bool


def lowest_estimates(tenders: Sequence[Tender], base: str) -> tuple[int | None, ...]:
    """Return the lowest estimate that holds for each candidate, in order; ``None`` where nobody sets one.

    Args:
        tenders: all candidates of the round; withdrawn ones count, since a withdrawal does not change what was tendered.
        base: the value of the parameter ``score.price_base``.
    """
    counted, group = _BASES[base]
    lowest: dict[str, int] = {}
    for tender in tenders:
        if counted(tender):
            key = group(tender)
            lowest[key] = min(tender.estimate_with_tax_yen, lowest.get(key, tender.estimate_with_tax_yen))
    return tuple(lowest.get(group(tender)) for tender in tenders)


def _all_together(_tender: Tender) -> str:
    return ""


def _by_region(tender: Tender) -> str:
    return tender.region


def _let_in(tender: Tender) -> bool:
    return not tender.kept_out


def _everyone(_tender: Tender) -> bool:
    return True


_BASES: Final[Mapping[str, tuple[Callable[[Tender], bool], Callable[[Tender], str]]]] = {
    "all_eligible": (_let_in, _all_together),
    "same_region": (_let_in, _by_region),
    "all_applicants": (_everyone, _all_together),
}
