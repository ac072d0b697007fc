"""Which runner judges: durable-rules where it imports, else the direct evaluator."""

from __future__ import annotations

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
    if name == "direct":
        return DirectRunner()
    try:
        from koubo.engine.rete import ReteRunner  # noqa: PLC0415  # compiled, and absent on Python 3.13
    except ImportError as error:
        if name == "rete":
            raise ImportError(f"durable-rules does not import here ({error}); run with 'direct'") from error
        return DirectRunner()
    return ReteRunner()
