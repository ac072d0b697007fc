"""The suspensions of a member (VIII.2), one by one."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from koubo.models.applicant import Member
from koubo.models.dossier import Dossier
from koubo.models.fields import day, flag


@frozen(kw_only=True)
class SuspensionFacts:
    """One suspension; a member without any has one entry that says so."""

    suspended: bool | None = flag("指名停止", "suspended")
    suspended_from: date | None = day("指名停止の開始日", "suspended from")
    running: bool | None = flag("終了日の定めのない指名停止", "suspension without an end")
    suspended_to: date | None = day("指名停止の終了日", "suspended to")
    selected_on: date | None = day(
        "採択日（不明な場合は契約の締結日又は開始日）", "adoption, else signing or first day"
    )


def suspensions(member: Member, dossier: Dossier) -> list[SuspensionFacts]:
    """Return the facts of each suspension of a member."""
    selected_on = selection_day(dossier)
    if member.suspensions is None:
        return [SuspensionFacts(selected_on=selected_on)]
    if not member.suspensions:
        return [SuspensionFacts(suspended=False)]
    return [
        SuspensionFacts(
            suspended=True,
            suspended_from=one.start,
            running=one.end is None,
            suspended_to=one.end,
            selected_on=selected_on,
        )
        for one in member.suspensions
    ]


def selection_day(dossier: Dossier) -> date | None:
    """Return the day up to which a suspension keeps a proposal from being selected."""
    if dossier.proposal is not None and dossier.proposal.adopted_on is not None:
        return dossier.proposal.adopted_on
    if dossier.contract is None:
        return None
    return dossier.contract.signed_on or dossier.contract.start
