"""Unknown names: say which, suggest the likely right one, list the rest when they are few."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from koubo.errors import Mistake

_FEW = 20


def unknown(place: str, found: object, known: Iterable[str], what: str) -> Mistake:
    """Return the mistake of a name that is none of the ``known`` ones; ``what`` names their kind."""
    names = list(known)
    folded = {name.casefold(): name for name in names}
    near = get_close_matches(found.casefold(), folded, n=1) if isinstance(found, str) else []
    expected = what
    if near:
        expected += f", perhaps {folded[near[0]]!r}"
    if len(names) <= _FEW:
        expected += f", one of {', '.join(names)}" if names else ", but there is none"
    return Mistake(place, short(found), expected)


def short(found: object) -> str:
    """Return what was found, cut to a length that fits on a line."""
    try:
        text = repr(found)
    except ValueError:  # Python refuses to write out whole numbers of thousands of digits
        return "a number too long to show"
    return text if len(text) <= 60 else f"{text[:57]}..."
