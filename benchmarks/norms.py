"""Twenty-four norms of VI.2 as (name, all of these hold), in the smallest form that every peer can state.

They are what each peer is asked for: which lines break one of them. koubo itself is asked for all of its line rules, with
three truth values, three amounts and the ids of the rules, so it does more for the same lines.
"""

from __future__ import annotations

NEVER_CHARGED = (
    "transfer_fee", "accounting_work", "unrelated_meeting", "inspection_travel", "ip_management", "office_rent",
    "deposit_or_brokerage", "interest", "tax_accountant_or_lawsuit", "taxes_and_insurance", "society_or_patent",
    "office_furniture_or_reading", "accident_response", "asset_loss_repair", "own_share_of_subsidy",
)  # fmt: skip

Test = tuple[str, str, object]
NORMS: list[tuple[str, list[Test]]] = [
    *((f"excluded.{nature}", [("nature", "==", nature)]) for nature in NEVER_CHARGED),
    ("travel", [("category", "==", "travel"), ("person_role", "==", "staff"), ("one_way_km", "<", 100.0)]),
    ("roster", [("category", "==", "labour"), ("on_roster", "==", False)]),
    ("direct_work", [("category", "==", "labour"), ("direct_work", "==", False)]),
    ("equipment_life", [("category", "==", "equipment"), ("useful_life_years", "<", 1.0)]),
    ("equipment_general", [("category", "==", "equipment"), ("general_purpose", "==", True)]),
    ("utilities", [("category", "==", "utilities"), ("office_use", "==", True)]),
    ("works", [("category", "==", "works"), ("consultation", "!=", "approved")]),
    ("miscellaneous", [("category", "==", "miscellaneous"), ("consultation", "!=", "approved")]),
    ("essential_part", [("category", "==", "subcontract"), ("essential_part", "==", True)]),
]
