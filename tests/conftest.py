"""Settings shared by all tests: Hypothesis gives the same examples on every run and never measures time."""

from __future__ import annotations

import importlib
from collections.abc import Generator

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.differing_executors],
)
settings.load_profile("ci")


def _rete_imports() -> bool:
    try:
        importlib.import_module("koubo.engine.rete")
    except ImportError:
        return False
    return True


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Generator[None, object, object]:
    """Skip what asks for the runner inside durable-rules where that does not import (Python 3.13 and later)."""
    try:
        return (yield)
    except ImportError as error:
        if _rete_imports() or "durable-rules does not import" not in str(error):
            raise
        pytest.skip(str(error))
