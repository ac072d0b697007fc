"""From a model back to the plain tree that it can be read from again; facts unknown are left out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any

import attrs

from koubo.files.document import Tree
from koubo.files.forms import exact, forms
from koubo.files.structure import key_of


def unstructure(model: Any) -> Tree:
    """Return a model, or a value of one, as a plain tree of ``dict``, ``list``, ``str``, numbers and booleans."""
    if type(model) in forms():
        return forms()[type(model)].write(model)
    if attrs.has(type(model)):
        return _record(model)
    if isinstance(model, Enum):
        return model.value
    if isinstance(model, Mapping):
        return {str(unstructure(key)): unstructure(value) for key, value in model.items()}
    if isinstance(model, list | tuple):
        return [unstructure(item) for item in model]
    if isinstance(model, date):
        return model.isoformat()
    return exact(model) if isinstance(model, Fraction) else model


def _record(model: attrs.AttrsInstance) -> dict[str, Tree]:
    values = {key_of(field): getattr(model, field.name) for field in attrs.fields(type(model)) if field.init}
    return {key: unstructure(value) for key, value in values.items() if value is not None}
