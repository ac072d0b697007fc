"""From what was read of the sheets to a model, with every mistake at its cell."""

from __future__ import annotations

from typing import Any, TypeVar

from koubo.errors import InputError
from koubo.files.excel.spots import Spots
from koubo.files.plain import plain
from koubo.files.structure import structure

T = TypeVar("T")


def model_of(tree: dict[str, Any], cls: type[T], spots: Spots) -> T:
    """Return a plain tree as a model.

    Raises:
        InputError: with the mistakes of the sheets and of the model, in the order of the cells.
    """
    document = plain(tree)
    try:
        model = structure(document.tree, cls, lenient_text=True)
    except InputError as error:
        raise InputError(spots.mistakes(document.merged(error.mistakes))) from None
    mistakes = spots.mistakes(document.mistakes)
    if mistakes:
        raise InputError(mistakes)
    return model
