"""VIII.6: the annex forms are filled in with regard to information security."""

from __future__ import annotations

from koubo.rules.content.stated import stated
from koubo.rules.rule import Effect
from koubo.text import Text

_FORMS = {
    "annexes.managers": Text("応募書類", "the application"),
    "annexes.information_managers": Text("応募書類", "the application"),
    "annexes.resident_supporters": Text("応募書類", "the application"),
    "annexes.staff_roster": Text("応募書類", "the application"),
}

RULES = tuple(stated(key, "VIII.6.②", Effect.NEEDS_DOCUMENT, where=where) for key, where in _FORMS.items())
