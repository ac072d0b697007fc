"""Facts of incidents and accidents: how long each report took, or has been outstanding."""

from __future__ import annotations

from datetime import datetime

from attrs import frozen

from koubo.calls import Call
from koubo.facts.clocks import details_clock, first_report_by, seconds_between
from koubo.models.events import Accident, Detail, Incident
from koubo.models.fields import count, flag, moment, name
from koubo.models.happened import DoneAt, happened_at, missing


@frozen(kw_only=True)
class IncidentFacts:
    """What follows from an incident and its reports."""

    first_report_seconds: int | None = count(
        "認知から第一報（未了なら現在）までの秒数", "seconds from recognition to the first report (if not yet, to now)"
    )
    detail_seconds: int | None = count(
        "第一報（分からないときはその期限）から詳細報告（未了なら現在）までの秒数",
        "seconds from the first report (its last moment where not known) to the details (if not yet, to now)",
    )
    counted_from: datetime | None = moment("詳細報告の起算日時", "time for the details counted from")
    in_business_hours: bool | None = flag("起算時が平日の業務時間内", "counted from a moment in business hours")
    missing_details: str | None = name("詳細報告に欠ける内容", "what the details lack", members=Detail)


@frozen(kw_only=True)
class AccidentFacts:
    """What follows from an accident and its reports."""

    first_report_seconds: int | None = count(
        "知ってから第1報（未了なら現在）までの秒数", "seconds from noticing to the first report (if not yet, to now)"
    )
    announcement_lead_seconds: int | None = count(
        "事務局への報告から発表までの秒数", "seconds from the report to the secretariat to the announcement"
    )


def incident_facts(incident: Incident, call: Call, now: datetime | None = None) -> IncidentFacts:
    """Return what follows from an incident; what is not yet reported has been outstanding up to now."""
    recognised, reported = incident.recognised_at, happened_at(incident.first_reported_at)
    if reported is not None and now is not None and reported > now:
        reported = None
    counted_from = reported or (None if recognised is None else first_report_by(recognised, call))
    clock = None if counted_from is None else details_clock(counted_from, call)
    return IncidentFacts(
        first_report_seconds=seconds_between(recognised, done_by(incident.first_reported_at, now)),
        detail_seconds=seconds_between(counted_from, done_by(incident.detailed_at, now)),
        counted_from=counted_from,
        in_business_hours=None if clock is None else clock.in_business_hours,
        missing_details=missing(Detail, incident.details),
    )


def accident_facts(accident: Accident, now: datetime | None = None) -> AccidentFacts:
    """Return what follows from an accident; what is not yet reported has been outstanding up to now."""
    return AccidentFacts(
        first_report_seconds=seconds_between(accident.noticed_at, done_by(accident.first_reported_at, now)),
        announcement_lead_seconds=seconds_between(
            happened_at(accident.announcement_reported_at), happened_at(accident.announced_at)
        ),
    )


def done_by(done: DoneAt, now: datetime | None) -> datetime | None:
    """Return when something was done, or now where it has not been yet; ``None`` where neither is known."""
    return now if done is False or (done is not None and now is not None and done > now) else done
