"""The verb ``check_submission``: documents, deadlines, channels, required content, support menu; mail subjects."""

from koubo.submission.check import check_submission
from koubo.submission.mail import email_subject
from koubo.submission.report import ContentEntry, MenuEntry, SubmissionReport

__all__ = ["ContentEntry", "MenuEntry", "SubmissionReport", "check_submission", "email_subject"]
