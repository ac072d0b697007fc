"""The subject *line* and the facts that follow from a line, declared once for every runner."""

from __future__ import annotations

from koubo.facts.line import LineContext
from koubo.models.expense import Consultation, CostNature, ExpenseLine, PersonRole
from koubo.rules.language import Term, choose, day_number, first_known, largest, ratio, smallest
from koubo.rules.subject import Subject
from koubo.text import Text

line = Subject(
    "line",
    Text("支出計画書の明細", "budget line"),
    ExpenseLine,
    LineContext,
    discriminator="category",
    parent="budget",
)

_tax, _hundred = ratio("tax.rate")


def _with_tax(yen: Term) -> Term:
    """Divide before multiplying, so that no product passes 64 bits; exact, and rounded down once."""
    return yen + yen // _hundred * _tax + yen % _hundred * _tax // _hundred


# Quotients are rounded down: with a threshold of whole yen that never changes on which side of it a price lies.
item_price = line.derive(
    "item_price_yen",
    choose(
        line.price_with_tax,
        first_known(_with_tax(line.unit_price_yen), _with_tax(line.amount_yen) // line.quantity),
        first_known(line.unit_price_yen, line.amount_yen // line.quantity),
    ),
    Text("1点あたりの取得価格", "acquisition price of one item"),
    "yen",
)

role = line.derive(
    "role",
    choose(line.posting, PersonRole.RESIDENT_SUPPORTER, line.person_role),
    Text("従事者の区分", "role of the person"),
)

_days = line.derive(
    "rental_days",
    largest(day_number(line.rental_to) - day_number(line.rental_from) + 1, 1),
    Text("借用日数", "days of the lease"),
    "day",
)
_days_inside = day_number(line.contract_to) - day_number(line.rental_from) + 1

# The quotient is taken in two steps so that no product passes 64 bits; it is exact and rounded down once.
_by_days = line.derive(
    "rental_by_days_yen",
    choose(
        line.rental_to <= line.contract_to,
        line.amount_yen,
        line.amount_yen // _days * _days_inside + line.amount_yen % _days * _days_inside // _days,
    ),
    Text("日割りの借料", "lease by days"),
    "yen",
)

# A lease that ends in time is whole whenever it began; one that begins too late is nothing whenever it ends.
rental_share = line.derive(
    "rental_share_yen",
    first_known(choose(line.rental_from > line.contract_to, 0, _by_days), _by_days),
    Text("契約期間の末日までの借料", "lease up to the contract's last day"),
    "yen",
)

without_welfare = line.derive(
    "without_welfare_yen",
    line.amount_yen - line.welfare_allowance_yen,
    Text("福利厚生に係る手当を除く額", "amount without welfare allowance"),
    "yen",
)

at_cost = line.derive(
    "at_cost_yen",
    smallest(line.amount_yen, line.cost_yen),
    Text("原価による計上額", "amount at cost"),
    "yen",
)

within_limit = line.derive(
    "within_limit_yen",
    smallest(line.amount_yen, line.general_admin_limit_yen),
    Text("限度額内の一般管理費", "general administrative cost within its limit"),
    "yen",
)

approved = line.consultation == Consultation.APPROVED
supplies_at_posting_place = (line.nature == CostNature.OFFICE_SUPPLIES) & line.used_at_posting_place
