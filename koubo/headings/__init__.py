"""Headings (費目) of public spending data, read as the expense categories of the call; it never guesses."""

from __future__ import annotations

from koubo.headings.columns import classify_headings
from koubo.headings.match import HeadingMatch, classify_heading

__all__ = ["HeadingMatch", "classify_heading", "classify_headings"]
