"""Findings gathered by the subject that they are about, in their order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from koubo.engine.finding import Finding
from koubo.report.rendering import finding_context
from koubo.text import Lang


def by_subject(findings: Iterable[Finding], lang: Lang) -> list[dict[str, Any]]:
    """Return groups of findings for a template, one for each subject."""
    groups: dict[str, list[Finding]] = {}
    for one in findings:
        groups.setdefault(one.subject, []).append(one)
    return [
        {
            "name": name,
            "count": len(found),
            "badge": "false" if any(one.against for one in found) else "null",
            "findings": [finding_context(one, lang) for one in found],
        }
        for name, found in groups.items()
    ]
