"""The example dossiers: clean, and read by the same words as the guide."""

from __future__ import annotations

from pathlib import Path

import pytest

from koubo.eligibility import check_eligibility
from koubo.files.load import load
from koubo.models.dossier import Dossier

FOLDER = Path(__file__).parents[2] / "examples" / "dossiers"


@pytest.mark.parametrize(("name", "members"), [("miyagi-consortium", 3), ("okinawa-single", 1)])
def test_a_clean_example_is_eligible_and_nothing_is_found(name: str, members: int) -> None:
    dossier = load(FOLDER / f"{name}.yaml")
    assert isinstance(dossier, Dossier)

    report = check_eligibility(dossier)

    assert report.eligible is True
    assert report.findings == ()
    assert report.conclusions == ()
    assert len(report.by_member) == members
