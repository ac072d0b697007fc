"""What to do before filing, the most serious first, each with the day or time until which it can be done."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from attrs import frozen

from koubo.calls import CalendarEntry, Call
from koubo.engine.finding import Finding
from koubo.models.dossier import Dossier
from koubo.models.expense import Stage
from koubo.rules.rule import Effect, Status
from koubo.text import Text

_SERIOUSNESS = (
    Effect.DISQUALIFIED,
    Effect.INVALID,
    Effect.LATE,
    Effect.OVER_CAP,
    Effect.NEEDS_DOCUMENT,
    Effect.NOT_ALLOWABLE,
    Effect.REDUCED,
    Effect.NEEDS_APPROVAL,
    Effect.NEEDS_CONSULTATION,
    Effect.BREACH,
    Effect.WARNING,
)
_CORRECTION = "submission.proposal.correction"
_CALENDAR = {
    "submission.upload_request.in_time": "upload_address_request",
    "submission.question.by_mail": "questions",
    "submission.question.in_time": "questions",
    "submission.consultation.by_mail": "consultation",
    "submission.consultation.in_window": "consultation",
}
"""Rules whose term is another one than that of the application as a whole, with the entry of the calendar."""
_APPLICATION = "application"
_BUDGET_AREAS = frozenset({"expense", "budget"})
_NO_TERM = frozenset({Effect.NEEDS_APPROVAL, Effect.NEEDS_CONSULTATION})
"""What is asked for before the money is spent, not before the application is filed."""


@frozen(eq=False)
class Todo:
    """One thing to do.

    Attributes:
        finding: what it is about.
        until: the last moment or day for it, as ISO text; ``None`` where the call sets none.
        calendar: the entry of the call's calendar that says so, if one does.
    """

    finding: Finding
    until: str | None
    calendar: CalendarEntry | None

    @property
    def action(self) -> Text:
        """What to do: the remedy, or what was found where nothing puts it right."""
        return self.finding.remedy or self.finding.message

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return {
            "action": self.action.to_dict(),
            "until": self.until,
            "calendar": None if self.calendar is None else self.calendar.id,
            "finding": self.finding.to_dict(),
        }


def todos(findings: Iterable[Finding], dossier: Dossier, call: Call) -> tuple[Todo, ...]:
    """Return what to do about findings: violated ones before open ones, the gravest effect first, warnings last."""
    return tuple(_todo(finding, dossier, call) for finding in sorted(findings, key=_rank))


def _rank(finding: Finding) -> tuple[bool, bool, int]:
    return not finding.effect.counts, finding.status is not Status.VIOLATED, _SERIOUSNESS.index(finding.effect)


def _todo(finding: Finding, dossier: Dossier, call: Call) -> Todo:
    if finding.rule_id == _CORRECTION:
        return Todo(finding, _correction_due(dossier), None)
    entry = _entry(finding, dossier, call)
    return Todo(finding, None if entry is None else entry.until, entry)


def _entry(finding: Finding, dossier: Dossier, call: Call) -> CalendarEntry | None:
    settled = dossier.budget is not None and dossier.budget.stage is Stage.SETTLEMENT
    if finding.effect in _NO_TERM or (finding.rule.area in _BUDGET_AREAS and settled):
        return None
    wanted = _CALENDAR.get(finding.rule_id, _APPLICATION)
    return next((entry for entry in call.calendar if entry.id == wanted), None)


def _correction_due(dossier: Dossier) -> str | None:
    defect = dossier.proposal.defect if dossier.proposal is not None else None
    due: datetime | date | None = defect.correction_due if defect is not None else None
    return None if due is None else due.isoformat()
