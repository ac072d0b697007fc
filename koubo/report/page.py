"""Which page shows which result."""

from __future__ import annotations

from functools import singledispatch

from koubo.audit.result import BudgetAudit
from koubo.report.audit_page import audit_page
from koubo.text import Lang


@singledispatch
def page_html(result: object, lang: Lang) -> str:
    """Return a self-contained page of a result.

    Raises:
        TypeError: if there is no page for results of its kind.
    """
    raise TypeError(f"no page for {type(result).__name__} in {lang}")


page_html.register(BudgetAudit, audit_page)
