"""Libraries that come with an extra, asked for only where they are needed."""

from __future__ import annotations

import importlib.util

from koubo.errors import InputError, Mistake


def needs_excel() -> None:
    """Raise :class:`InputError` with what to install where the libraries for Excel files are not there."""
    if any(importlib.util.find_spec(name) is None for name in ("openpyxl", "defusedxml")):
        found = "an Excel file, and no library for it"
        raise InputError([Mistake("", found, "the extra: pip install 'koubo[excel]'")])
