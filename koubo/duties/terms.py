"""Which fact says that a duty is done, and from which facts it follows by when it is due."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from attrs import frozen

from koubo.calls import Call
from koubo.engine.finding import Finding
from koubo.models.outcomes import ReportKind
from koubo.rules.language import Value
from koubo.schedule.ends import ends

Facts = Mapping[str, Value | None]


@frozen
class Due:
    """By when a duty is due; ``about`` where the call gives no more than a month."""

    at: date
    about: bool = False


@frozen(kw_only=True)
class Term:
    """The term of one duty.

    Attributes:
        done: the fact that says whether it is done.
        start: the fact from which the term runs, or that is the last day itself.
        seconds: the fact with the length of the term in seconds, where it runs from a moment.
        days: the parameter with its length in days, where it runs from a day.
    """

    done: str
    start: str
    seconds: str | None = None
    days: str | None = None

    def due(self, facts: Facts, finding: Finding) -> Due | None:
        """Return by when it is due, ``None`` where that is not known."""
        start = facts[self.start]
        if not isinstance(start, date):
            return None
        if self.seconds is not None and isinstance(start, datetime):
            seconds = facts[self.seconds]
            return Due(start + timedelta(seconds=seconds)) if isinstance(seconds, int) else None
        days = finding.parameters[self.days] if self.days is not None else 0
        return Due(start + timedelta(days=days)) if isinstance(days, int) else None


def _until(done: str, start: str) -> Term:
    return Term(done=done, start=start)


_CHANGED = _until("agreed", "changed_on")
_APPROVED = _until("approved", "changed_on")
_OBTAINED = _until("obtained", "needed_from")
_SUBMITTED = _until("submitted", "due_on")

TERMS: dict[str, Term] = {
    "contract.commission.approved_before": _until("commission_approved", "contract_signed_on"),
    "report.results.in_time": _SUBMITTED,
    "report.expenditure.in_time": _SUBMITTED,
    "publication.notice.before": _until("notified", "published_on"),
    "rights.transfer.approved_before": _until("transfer_approved", "transferred_on"),
    "secret.disclosure.consulted_before": _until("consulted", "disclosed_on"),
    "staff.change.confirmed_before": _CHANGED,
    "security.manager.change_consulted": _CHANGED,
    "information.handlers.change_approved_before": _CHANGED,
    "accident.first_report.in_time": Term(
        done="first_reported", start="noticed_at", seconds="first_report_limit_seconds"
    ),
    "security.outline.shown_before_work": _until("outline_shown", "work_started_on"),
    "security.oath.filed_before_work": _until("oath_filed", "work_started_on"),
    "incident.illegal_access.in_time": Term(
        done="first_reported", start="recognised_at", seconds="access_report_limit_seconds"
    ),
    "incident.first_report.in_time": Term(
        done="first_reported", start="recognised_at", seconds="first_report_limit_seconds"
    ),
    "incident.details.in_time": Term(done="detailed", start="counted_from", seconds="detail_limit_seconds"),
    "incident.details.in_time_by_annex3": Term(
        done="detailed", start="counted_from", seconds="detail_limit_annex3_seconds"
    ),
    "incident.report.in_time": _until("report_filed", "report_due_on"),
    "incident.prevention.approved": _until("prevention_approved", "prevention_carried_out_on"),
    "subcontract.cloud.approved_before": _until("approved", "started_on"),
    "subcontract.work.approved_before": _until("approved", "started_on"),
    "law.procedure.done_before": _OBTAINED,
    "law.export.permitted_before": _OBTAINED,
    "permit.licence.obtained_before": _OBTAINED,
    "activity.training.held": _until("training_held", "contract_to"),
    "activity.seminar.held": _until("seminar_held", "contract_to"),
    "information.plan.approved_in_time": Term(
        done="plan_approved", start="contract_signed_on", days="information_plan.days"
    ),
    "information.plan.approved_before_work": _until("plan_approved", "work_started_on"),
    "information.change.education": _APPROVED,
    "information.change.handling": _APPROVED,
    "information.change.workplace": _APPROVED,
    "information.change.temporary": _APPROVED,
}

_EXPECTED = {ReportKind.INTERIM.value: "interim_report", ReportKind.FINAL.value: "final_report"}


def expected(finding: Finding, facts: Facts, call: Call) -> Due | None:
    """Return about when the call expects a report, where no day was set for it."""
    entry_id = _EXPECTED.get(str(facts.get("kind"))) if finding.rule_id == "report.results.in_time" else None
    entry = next((one for one in call.calendar if one.id == entry_id), None)
    return None if entry is None else Due(ends(entry).last, about=True)
