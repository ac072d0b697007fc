"""Which model a file holds, by its one top-level key; a dossier stands there bare."""

from __future__ import annotations

import importlib
from typing import Any

ROOTS = {
    "budget": ("koubo.models.expense", "Budget"),
    "round": ("koubo.models.selection", "SelectionRound"),
}
"""Top-level key → module and class of the model below it."""

_BARE = ("koubo.models.dossier", "Dossier")


def model(root: str) -> type[Any]:
    """Return the class of the model under a top-level key, "" for the model without one; it is loaded when asked for."""
    module, name = ROOTS.get(root, _BARE)
    cls: type[Any] = getattr(importlib.import_module(module), name)
    return cls


def root_of(cls: type[Any]) -> str:
    """Return the top-level key of a model's class, "" where it has none."""
    return next((root for root, place in ROOTS.items() if place == (cls.__module__, cls.__name__)), "")
