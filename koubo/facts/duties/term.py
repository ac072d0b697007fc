"""The term of the contract as duties see it on the day asked about."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from koubo.models.dossier import Contract, Dossier
from koubo.models.fields import day, flag


@frozen(kw_only=True)
class Term:
    """The last day of the contract, and whether it has passed."""

    contract_to: date | None = day("契約終了日", "contract ends")
    work_over: bool | None = flag("契約期間の終了", "the contract term is over")


def term_of(dossier: Dossier, on: date | None) -> Term:
    """Return the term as it stands on a day."""
    end = (dossier.contract or Contract()).end
    return Term(contract_to=end, work_over=None if end is None or on is None else on > end)
