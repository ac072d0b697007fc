"""A public call for proposals (公募要領) as rules that a program can run.

The verbs and the models, re-exported; nothing else lives here. ``koubo.rules`` and ``koubo.calls`` are verbs here;
the packages of the same names are imported with ``from koubo.rules.… import …``.
"""

from koubo._version import __version__
from koubo.audit import BudgetAudit, LineAudit, Totals, audit_budget
from koubo.audit.diff import BudgetDiff, diff_audits
from koubo.calls import Call, Parameter, Region, calls, get_call
from koubo.coverage import coverage
from koubo.duties.check import Duties, check_duties
from koubo.duties.compare import PlanComparison, compare_plan
from koubo.eligibility import EligibilityReport, check_eligibility
from koubo.engine.finding import Finding
from koubo.errors import InputError, Mistake
from koubo.explaining import Explanation, explain, rules
from koubo.files.dump import to_json, to_yaml
from koubo.files.load import load
from koubo.frames import audit_frame, audit_totals
from koubo.headings import HeadingMatch, classify_heading, classify_headings
from koubo.models.applicant import Applicant, Member
from koubo.models.dossier import Dossier
from koubo.models.expense import Budget, ExpenseCategory, ExpenseLine
from koubo.models.ownership import Shareholding, wholly_owned_group
from koubo.models.rates import GeneralAdminRate
from koubo.models.selection import Candidate, Grade, SelectionRound
from koubo.models.staff import StaffMember
from koubo.reviewing import Review, review
from koubo.rules.rule import Effect, Rule, Status
from koubo.schedule.calendar import Calendar, deadlines
from koubo.schedule.due import accident_deadline, information_plan_due
from koubo.schedule.era import era_date, parse_era
from koubo.schedule.incidents import IncidentDeadlines, incident_deadlines
from koubo.scoring import Score, score
from koubo.selection import Selection, select, with_reports
from koubo.selection.what_if import firmness, grade_changes, price_curve
from koubo.settlement import Settlement, settle
from koubo.submission import SubmissionReport, check_submission, email_subject
from koubo.text import Text

__all__ = [
    "Applicant",
    "Budget",
    "BudgetAudit",
    "BudgetDiff",
    "Calendar",
    "Call",
    "Candidate",
    "Dossier",
    "Duties",
    "Effect",
    "EligibilityReport",
    "ExpenseCategory",
    "ExpenseLine",
    "Explanation",
    "Finding",
    "GeneralAdminRate",
    "Grade",
    "HeadingMatch",
    "IncidentDeadlines",
    "InputError",
    "LineAudit",
    "Member",
    "Mistake",
    "Parameter",
    "PlanComparison",
    "Region",
    "Review",
    "Rule",
    "Score",
    "Selection",
    "SelectionRound",
    "Settlement",
    "Shareholding",
    "StaffMember",
    "Status",
    "SubmissionReport",
    "Text",
    "Totals",
    "__version__",
    "accident_deadline",
    "audit_budget",
    "audit_frame",
    "audit_totals",
    "calls",
    "check_duties",
    "check_eligibility",
    "check_submission",
    "classify_heading",
    "classify_headings",
    "compare_plan",
    "coverage",
    "deadlines",
    "diff_audits",
    "email_subject",
    "era_date",
    "explain",
    "firmness",
    "get_call",
    "grade_changes",
    "incident_deadlines",
    "information_plan_due",
    "load",
    "parse_era",
    "price_curve",
    "review",
    "rules",
    "score",
    "select",
    "settle",
    "to_json",
    "to_yaml",
    "wholly_owned_group",
    "with_reports",
]
