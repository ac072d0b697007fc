"""The rule base of each call: which chapters it is made of, in the call's order."""

from __future__ import annotations

from functools import cache

from koubo.rules import (
    budget,
    content,
    dossier,
    duties,
    iii_1_support_menu,
    viii_2_suspension,
    viii_4_equipment_list,
    viii_4_nationality,
)
from koubo.rules import iv_1_qualifications as qualifications
from koubo.rules import iv_2_to_6_submission as filing
from koubo.rules import iv_3_4_several_applications as several_applications
from koubo.rules import v_1_selection as choosing
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
            *qualifications.SUBJECTS,
            several_applications.posted_person,
            viii_2_suspension.suspension,
            *filing.SUBJECTS,
            content.content,
            viii_4_equipment_list.equipment_list,
            *choosing.SUBJECTS,
            line,
            budget.budget,
            *duties.SUBJECTS,
        ),
        (
            *iii_1_support_menu.RULES,
            *qualifications.RULES,
            *filing.RULES,
            *several_applications.RULES,
            *content.RULES,
            *choosing.RULES,
            *duties.PLAN_RULES,
            *EXPENSE_RULES,
            *budget.RULES,
            *viii_2_suspension.RULES,
            *viii_4_equipment_list.RULES,
            *viii_4_nationality.RULES,
            *duties.RULES,
        ),
        (
            *qualifications.CHAINS,
            *filing.CHAINS,
            *content.CHAINS,
            *choosing.CHAINS,
            *LINE_CHAINS,
            *budget.CHAINS,
            *dossier.CHAINS,
        ),
    )


_BASES = {"r7": _r7}
