"""Ten real contracts held against the rules of the call: ``python examples/real_contracts/compare.py [ja|en]``.

They belong to other programmes with rules of their own: what is shown is where those and this call part, not a fault.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from fractions import Fraction
from math import floor
from pathlib import Path
from typing import Any, cast

import yaml
from attrs import frozen
from rich.console import Console
from rich.table import Table

import koubo
from koubo.text import Lang, Text

DATA = Path(__file__).with_name("contracts.yaml")
TAX = "consumption_tax"
_PAYEE = "payee"
_HEADERS = {
    "contract": Text("契約", "contract"),
    "direct": Text("直接経費", "direct cost"),
    "general": Text("一般管理費", "general admin."),
    "limit": Text("限度額", "limit here"),
    "excess": Text("限度額との差", "above it"),
    "paid": Text("支払額（税込）", "paid, with tax"),
    "with_tax": Text("当要領の税込額", "with tax here"),
    "rules": Text("当要領に合わない規則（？は未判定）", "rules of this call broken (？ open)"),
}


@frozen(kw_only=True)
class Comparison:
    """One contract beside koubo's answer; yen without tax unless said otherwise.

    Attributes:
        contract: its id.
        direct_yen: its direct costs, subcontracts left out.
        general_admin_yen: its general administrative cost.
        limit_yen: what this call would allow at the most on these direct costs, if all of them are allowed.
        paid_with_tax_yen: what was paid.
        total_with_tax_yen: its lines with this call's tax on all of them.
        violated, undetermined: ids of the rules, in the order of the rule base; warnings are among the violated.
    """

    contract: str
    direct_yen: int
    general_admin_yen: int
    limit_yen: int
    paid_with_tax_yen: int
    total_with_tax_yen: int
    violated: tuple[str, ...]
    undetermined: tuple[str, ...]

    @property
    def excess_yen(self) -> int:
        """How far its general administrative cost is above the limit; below 0 where it is within."""
        return self.general_admin_yen - self.limit_yen

    @property
    def tax_difference_yen(self) -> int:
        """How much more this call's tax makes of it than was paid."""
        return self.total_with_tax_yen - self.paid_with_tax_yen


def read() -> dict[str, Any]:
    """Return the data file as it stands."""
    return cast("dict[str, Any]", yaml.safe_load(DATA.read_text(encoding="utf-8")))


def budget_of(contract: dict[str, Any], assumed: dict[str, Any], call: koubo.Call) -> koubo.Budget:
    """Return a contract as a budget, whose lines are without tax."""
    tax = call.ratio("tax.rate")
    lines = [
        {
            "line_id": f"{number:02}",
            "category": line["category"],
            "description": line["heading"],
            "amount_yen": _without_tax(line, contract["prices"], tax),
            **assumed["lines"].get(line["category"], {}),
            **line.get("facts", {}),
        }
        for number, line in enumerate(contract["lines"], 1)
        if line["category"] != TAX
    ]
    return cast("koubo.Budget", koubo.load({"budget": {**assumed["budget"], "lines": lines}}))


def _without_tax(line: dict[str, Any], prices: str, tax: Fraction) -> int:
    amount: int = line["amount"]
    return floor(amount / (1 + tax)) if prices == "with_tax" and line["category"] != "labour" else amount


def compare(call: koubo.Call | None = None) -> Iterator[Comparison]:
    """Audit every contract and yield the comparisons, in the order of the file."""
    chosen = call or koubo.get_call("r7")
    data = read()
    for contract in data["contracts"]:
        yield _compared(contract, budget_of(contract, data["assumed"], chosen), chosen)


def _compared(contract: dict[str, Any], budget: koubo.Budget, call: koubo.Call) -> Comparison:
    audit = koubo.audit_budget(budget, call=call)
    claimed = audit.totals.claimed_yen
    limits = [finding.facts for finding in audit.trace if finding.rule_id == "expense.general_admin.limit"]
    return Comparison(
        contract=contract["id"],
        direct_yen=sum(line.amount_yen for line in budget.lines if line.category.direct),
        general_admin_yen=audit.by_category["general_admin"].claimed_yen,
        limit_yen=next(facts["general_admin_ceiling_yen"] for facts in limits if facts["general_admin_ceiling_yen"]),
        paid_with_tax_yen=contract["paid"],
        total_with_tax_yen=claimed + floor(claimed * call.ratio("tax.rate")),
        violated=_ids(audit, koubo.Status.VIOLATED),
        undetermined=_ids(audit, koubo.Status.UNDETERMINED),
    )


def _ids(audit: koubo.BudgetAudit, status: koubo.Status) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.rule_id for one in audit.findings if one.status is status))


def table(lang: Lang) -> Table:
    """Return the comparisons as a table."""
    shown = Table(header_style="bold", pad_edge=False)
    for key, header in _HEADERS.items():
        shown.add_column(header.in_(lang), justify="left" if key in {"contract", "rules"} else "right", overflow="fold")
    for one in compare():
        rules = [*one.violated, *(f"？{rule}" for rule in one.undetermined)]
        shown.add_row(
            one.contract,
            f"{one.direct_yen:,}",
            f"{one.general_admin_yen:,}",
            f"{one.limit_yen:,}",
            f"{one.excess_yen:+,}",
            f"{one.paid_with_tax_yen:,}",
            f"{one.total_with_tax_yen:,} ({one.tax_difference_yen:+,})",
            "\n".join(rules),
        )
    return shown


if __name__ == "__main__":
    Console(width=190).print(table("ja" if "ja" in sys.argv[1:] else "en"))
