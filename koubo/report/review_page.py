"""The page of a review: the verdict, what to do by when, then everything that was found."""

from __future__ import annotations

from koubo.report.grouping import by_subject
from koubo.report.rendering import render
from koubo.report.review_view import MARKS, report_rows, verdict_word
from koubo.report.words import WORDS
from koubo.reviewing import Review
from koubo.text import Lang

_KINDS: dict[bool | None, str] = {True: "clear", False: "against", None: "open"}


def review_page(review: Review, lang: Lang) -> str:
    """Return the page of a review."""
    headline = {
        "kind": _KINDS[review.fileable],
        "symbol": MARKS[review.fileable],
        "words": verdict_word(review, lang),
    }
    return render(
        "review.html",
        lang,
        review.call,
        title=WORDS["review_title"].in_(lang),
        headline=headline,
        chain=" → ".join(f"{one.subject}: {one.meaning.in_(lang)}" for one in review.conclusions),
        reports=[
            {"label": label, "mark": MARKS[state], "found": found} for label, state, found in report_rows(review, lang)
        ],
        todo=[
            {
                "what": one.action.in_(lang),
                "due": (one.until or "").replace("T", " ").removesuffix(":00+09:00"),
                "where": one.finding.subject,
                "clause": one.finding.clause,
            }
            for one in review.todo
        ],
        groups=by_subject(review.findings, lang),
        checklist=[
            {
                "label": entry.label.in_(lang),
                "clause": entry.rule.clause,
                "state": WORDS[f"content_{entry.state}"].in_(lang),
            }
            for entry in (review.submission.checklist if review.submission is not None else ())
        ],
    )
