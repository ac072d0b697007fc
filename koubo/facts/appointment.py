"""Whether a post that a corporation has to fill is filled, and by one of its own people."""

from __future__ import annotations

from typing import Literal

from koubo.models.dossier import Dossier


def appointed(holder: str | Literal[False] | None) -> bool | None:
    """Whether somebody is named; ``False`` stands for nobody."""
    return None if holder is None else holder is not False


def belongs(dossier: Dossier, holder: str | Literal[False] | None, corporation: str | None) -> bool | None:
    """Whether the holder belongs to a corporation; somebody who is not on the staff counts as one of its people."""
    if holder is None or holder is False:
        return None
    person = dossier.person(holder)
    if person is None:
        return True
    home = dossier.member_of(person)
    return None if home is None or corporation is None else home == corporation
