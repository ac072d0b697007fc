"""VII.1.(1), VII.2.(1) and 別添2.(4): the reports of results and of expenditure."""

from __future__ import annotations

from koubo.facts.duties.reports import ReportFacts
from koubo.models.happened import occurrences
from koubo.models.outcomes import Report, ReportKind
from koubo.rules.duties.duty import beforehand, duty
from koubo.rules.rule import Effect
from koubo.rules.subject import Subject
from koubo.text import Text

report = Subject("report", Text("報告書", "report"), Report, occurrences(Report), ReportFacts)

_CLAUSE = "VII.1.(1)"
_kind = report.fields["kind"]
_results = _kind.is_in(ReportKind.INTERIM, ReportKind.FINAL)
_in_time = beforehand(report.submitted_by, report.due_on)
_SUBMIT = Text("速やかに提出してください。", "Submit it promptly.")

RULES = (
    duty(
        "report.results.in_time",
        _CLAUSE,
        Text("成果報告書は指定された期日までに提出する", "Reports of results are submitted by the day set"),
        _in_time,
        _SUBMIT,
        applies=_results,
        otherwise=Effect.LATE,
    ),
    duty(
        "report.corrections.made",
        _CLAUSE,
        Text("総務省と事務局の指示による修正をすべて行う", "All corrections that were directed are made"),
        report.corrections_made,
        Text("残っている修正を行ってください。", "Make the corrections that remain."),
        applies=report.corrections_requested,
    ),
    duty(
        "report.expenditure.in_time",
        _CLAUSE,
        Text(
            "支出報告書は契約書に定める時期までに提出する",
            "The report of expenditure is submitted as the contract says",
        ),
        _in_time,
        _SUBMIT,
        applies=_kind == ReportKind.EXPENDITURE,
        otherwise=Effect.LATE,
    ),
)

INTERIM_RULES = (
    duty(
        "report.interim.complete",
        "VII.2.(1)",
        Text(
            "中間報告は意義・道筋、目標と達成状況、マネジメントの各事項を含む",
            "The interim report covers meaning and road map, goals and progress, and management",
        ),
        report.missing_topics == "",
        Text("欠けている事項を加えてください。", "Add what is lacking."),
        applies=_kind == ReportKind.INTERIM,
        otherwise=Effect.NEEDS_DOCUMENT,
    ),
)

FORM_RULES = (
    duty(
        "report.form.used",
        "別添2.(4)",
        Text("報告書は事務局が指示する様式と内容に沿って作成する", "Reports follow the form and content given"),
        report.in_given_form,
        Text("指示された様式に沿って作成してください。", "Use the form that was given."),
        applies=_results,
    ),
)
