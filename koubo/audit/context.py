"""What every line of a budget takes from it and from the call."""

from __future__ import annotations

from koubo.calls import Call
from koubo.models.expense import Budget
from koubo.rules.language import Value


def line_context(budget: Budget, call: Call) -> dict[str, Value | None]:
    """Return the facts that are the same for all lines of a budget."""
    return {
        "stage": budget.stage.value,
        "price_with_tax": call.text("equipment.price_basis") == "with_tax",
        "contract_from": budget.contract_from,
        "contract_to": budget.contract_to,
    }
