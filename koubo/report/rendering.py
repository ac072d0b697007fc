"""Rendering of pages: one Jinja environment that escapes everything, and what every page needs."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from koubo._version import __version__
from koubo.calls import Call
from koubo.engine.finding import Finding
from koubo.report.words import WORDS
from koubo.rules.rule import Effect
from koubo.text import Lang


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("koubo.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, lang: Lang, call: Call | None = None, **context: Any) -> str:
    """Render a template with the words of a language; every value is escaped."""
    shared = {
        "lang": lang,
        "w": {key: word.in_(lang) for key, word in WORDS.items()},
        "version": __version__,
        "call_title": "" if call is None else call.title.in_(lang),
        "changed": "" if call is None else changed_words(call, lang),
    }
    return _environment().get_template(template).render(**shared, **context)


def changed_words(call: Call, lang: Lang) -> str:
    """Return the parameters that differ from the published call, in words."""
    return ", ".join(f"{key} = {call.parameter(key).shown.in_(lang)}" for key in call.changed)


def finding_context(one: Finding, lang: Lang) -> dict[str, str]:
    """Return a finding as templates show it."""
    return {
        "kind": "against" if one.against else "warning" if one.effect is Effect.WARNING else "open",
        "message": one.message.in_(lang),
        "remedy": one.remedy.in_(lang) if one.remedy is not None else "",
        "clause": one.clause,
        "rule_id": one.rule_id,
        "subject": one.subject,
    }


def yen(amount: int | None, lang: Lang) -> str:
    """Return an amount with its unit; a dash where it is not known."""
    if amount is None:
        return "–"
    return f"{amount:,}円" if lang == "ja" else f"¥{amount:,}"
