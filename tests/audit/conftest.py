"""What the audit tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

from koubo.files.load import load
from koubo.models.expense import Budget

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="session")
def miyagi() -> Budget:
    """The example budget of the README."""
    budget = load(EXAMPLES / "budgets" / "miyagi-consortium.yaml")
    assert isinstance(budget, Budget)
    return budget
