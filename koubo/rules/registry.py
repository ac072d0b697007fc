"""The rule base of each call: which chapters it is made of, in the call's order."""

from __future__ import annotations

from functools import cache

from koubo.rules import budget
from koubo.rules.base import RuleBase
from koubo.rules.vi_2_expenses import RULES as EXPENSE_RULES
from koubo.rules.vi_2_expenses.chains import CHAINS as LINE_CHAINS
from koubo.rules.vi_2_expenses.line import line


@cache
def rule_base(call_id: str = "r7") -> RuleBase:
    """Return the rule base of a call; built and checked once."""
    return _BASES[call_id]()


def _r7() -> RuleBase:
    return RuleBase(
        (line, budget.budget),
        (*EXPENSE_RULES, *budget.RULES),
        (*LINE_CHAINS, *budget.CHAINS),
    )


_BASES = {"r7": _r7}
