"""VIII.6: the annex forms are filled in with regard to information security."""

from __future__ import annotations

from koubo.rules.content.stated import stated
from koubo.rules.rule import Effect
from koubo.text import Text

_APPLICATION = Text("応募書類", "the application")
_FORMS = ("managers", "information_managers", "resident_supporters", "staff_roster")

RULES = tuple(stated(f"forms.{form}", "VIII.6.②", Effect.NEEDS_DOCUMENT, where=_APPLICATION) for form in _FORMS)
