"""Which page shows which result."""

from __future__ import annotations

from functools import singledispatch

from koubo.audit.result import BudgetAudit
from koubo.report.audit_page import audit_page
from koubo.report.review_page import review_page
from koubo.report.selection_page import selection_page
from koubo.reviewing import Review
from koubo.selection import Selection
from koubo.text import Lang


@singledispatch
def page_html(result: object, lang: Lang) -> str:
    """Return a self-contained page of a result.

    Raises:
        TypeError: if there is no page for results of its kind.
    """
    raise TypeError(f"no page for {type(result).__name__} in {lang}")


page_html.register(BudgetAudit, audit_page)
page_html.register(Review, review_page)
page_html.register(Selection, selection_page)
