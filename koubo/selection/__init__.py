"""Choosing among the candidates of a round (V.1.(3), V.1.(4))."""

from koubo.selection.reason import Reason
from koubo.selection.reports import with_reports
from koubo.selection.result import Ranked, Selection
from koubo.selection.select import select

__all__ = ["Ranked", "Reason", "Selection", "select", "with_reports"]
