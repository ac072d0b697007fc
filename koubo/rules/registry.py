"""The rule base of each call: which chapters it is made of, in the call's order."""

from __future__ import annotations

from functools import cache

from koubo.rules import budget, content, dossier, iii_1_support_menu
from koubo.rules import iv_2_to_6_submission as filing
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
        (
            dossier.dossier,
            iii_1_support_menu.support,
            *filing.SUBJECTS,
            content.content,
            line,
            budget.budget,
        ),
        (
            *iii_1_support_menu.RULES,
            *filing.RULES,
            *content.RULES,
            *EXPENSE_RULES,
            *budget.RULES,
        ),
        (*filing.CHAINS, *content.CHAINS, *LINE_CHAINS, *budget.CHAINS, *dossier.CHAINS),
    )


_BASES = {"r7": _r7}
