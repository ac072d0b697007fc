"""Facts of the implementation plan: what it lacks, and how it differs from the proposal without being directed to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from koubo.models.fields import day, flag, name
from koubo.models.implementation import PlanPart
from koubo.models.labelled import LISTED


@frozen(kw_only=True)
class PlanFacts:
    """What follows from the plan and the contract."""

    missing_parts: str | None = name("計画書に欠ける事項", "what the plan lacks", members=PlanPart)
    has_subcontracts: bool | None = flag("再委託", "there are subcontracts")
    contract_signed_on: date | None = day("契約締結日", "contract signed on")


@frozen(kw_only=True)
class ComparisonFacts:
    """How the plan differs from the proposal, changes that were directed left out."""

    added_items: str | None = name("指示によらず追加した支援内容", "support added without direction")
    dropped_items: str | None = name("指示によらず削除した支援内容", "support dropped without direction")
    added_residents: str | None = name("指示によらず増員した常駐支援者", "resident supporters added without direction")
    removed_residents: str | None = name(
        "指示によらず外した常駐支援者", "resident supporters removed without direction"
    )


@frozen
class Difference:
    """What the plan has and the proposal had not, and the other way round."""

    added: tuple[str, ...]
    dropped: tuple[str, ...]


def difference(before: Iterable[str] | None, after: Iterable[str] | None) -> Difference | None:
    """Return how two lists of ids differ, each in its own order; ``None`` where one is not known."""
    if before is None or after is None:
        return None
    old, new = tuple(dict.fromkeys(before)), tuple(dict.fromkeys(after))
    return Difference(tuple(one for one in new if one not in old), tuple(one for one in old if one not in new))


def comparison_facts(
    items: Difference | None, residents: Difference | None, directed: tuple[str, ...] | None
) -> ComparisonFacts:
    """Return what of the differences nobody directed."""
    return ComparisonFacts(
        added_items=None if items is None else _undirected(items.added, directed),
        dropped_items=None if items is None else _undirected(items.dropped, directed),
        added_residents=None if residents is None else _undirected(residents.added, directed),
        removed_residents=None if residents is None else _undirected(residents.dropped, directed),
    )


def _undirected(changed: tuple[str, ...], directed: tuple[str, ...] | None) -> str | None:
    """Return the changes that nobody directed; unknown where it is not known what was directed, and it matters."""
    if changed and directed is None:
        return None
    return LISTED.join(one for one in changed if one not in (directed or ()))
