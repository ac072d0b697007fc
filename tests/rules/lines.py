"""What the tables on budget lines share: a line of a category, and words for facts that many rules read."""

from __future__ import annotations

from typing import Any

from koubo.models.expense import Consultation, CostNature, ExpenseCategory, Stage

PLAN, SETTLEMENT = {"stage": Stage.PLAN}, {"stage": Stage.SETTLEMENT}
REQUESTED, APPROVED = {"consultation": Consultation.REQUESTED}, {"consultation": Consultation.APPROVED}
OFFICE_SUPPLIES = {"nature": CostNature.OFFICE_SUPPLIES}
AT_POSTING_PLACE = OFFICE_SUPPLIES | {"used_at_posting_place": True}


def line_of(category: ExpenseCategory, **facts: Any) -> dict[str, Any]:
    """Return the facts of a plan's line of 100,000 yen, of which nothing is known but its category and these."""
    always = {"line_id": "L1", "category": category, "amount_yen": 100_000, "price_with_tax": False}
    return {**always, **PLAN, **facts}


def each_but(*categories: ExpenseCategory, **facts: Any) -> list[dict[str, Any]]:
    """Return rows of all other categories."""
    return [{"category": one, **facts} for one in ExpenseCategory if one not in categories]
