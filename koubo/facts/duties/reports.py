"""Facts of the reports of results."""

from __future__ import annotations

from attrs import frozen

from koubo.models.fields import name
from koubo.models.happened import missing
from koubo.models.outcomes import InterimTopic, Report


@frozen(kw_only=True)
class ReportFacts:
    """What follows from a report."""

    missing_topics: str | None = name("中間報告に欠ける事項", "what the interim report lacks", members=InterimTopic)


def report_facts(report: Report) -> ReportFacts:
    """Return what follows from a report."""
    return ReportFacts(missing_topics=missing(InterimTopic, report.topics))
