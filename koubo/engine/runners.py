"""Which runner judges: durable-rules where it imports, else the direct evaluator."""

from __future__ import annotations

import importlib
from functools import cache
from typing import Literal

from koubo.engine.direct_runner import DirectRunner
from koubo.engine.outcome import Runner

RunnerName = Literal["rete", "direct"]


@cache
def runner(name: RunnerName | None = None) -> Runner:
    """Return a runner by name; without a name the default one.

    Raises:
        ImportError: if ``rete`` is asked for and durable-rules does not import (Python 3.13 and later).
    """
    if name == "direct" or (name is None and not _rete_imports()):
        return DirectRunner()
    from koubo.engine.rete import ReteRunner  # noqa: PLC0415  # compiled, and absent on Python 3.13

    return ReteRunner()


def _rete_imports() -> bool:
    """Whether the compiled engine is there and loads: on Python 3.13 it builds and then fails to import."""
    try:
        importlib.import_module("durable.engine")
    except ImportError:
        return False
    return True
