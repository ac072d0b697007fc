"""III.1: the support menu, rule by rule."""

from __future__ import annotations

from cases import Case, Table, both_runners

from koubo.facts.menu import WishLevel
from koubo.rules.iii_1_support_menu import support

COVERED = {"covered": True}
LEFT_OUT = {"covered": False}
COMPULSORY = {"compulsory": True}
FULL = {"wish": WishLevel.FULL}
PARTIAL = {"wish": WishLevel.PARTIAL}
NO_WISH = {"wish": WishLevel.NONE}

TABLE = Table(
    support,
    {"item": "hr", "compulsory": False},
    {
        "support_menu.compulsory.covered": {
            "satisfied": [COMPULSORY | COVERED, COMPULSORY | COVERED | NO_WISH],
            "violated": [COMPULSORY | LEFT_OUT, COMPULSORY | LEFT_OUT | NO_WISH],
            "undetermined": [COMPULSORY, COMPULSORY | FULL],
            "not_applicable": [LEFT_OUT, {}],
        },
        "support_menu.wish.covered": {
            "satisfied": [FULL | COVERED, COVERED],
            "violated": [FULL | LEFT_OUT],
            "undetermined": [FULL, LEFT_OUT, {}],
            "not_applicable": [PARTIAL | LEFT_OUT, NO_WISH | LEFT_OUT, COMPULSORY | FULL | LEFT_OUT],
        },
        "support_menu.wish.partly_covered": {
            "satisfied": [PARTIAL | COVERED, COVERED],
            "violated": [PARTIAL | LEFT_OUT],
            "undetermined": [PARTIAL, LEFT_OUT, {}],
            "not_applicable": [FULL | LEFT_OUT, NO_WISH | LEFT_OUT, COMPULSORY | PARTIAL | LEFT_OUT],
        },
    },
)


@both_runners
@TABLE.each
def test_each_rule_says_of_each_row_what_the_table_says(case: Case, run_with: str) -> None:
    assert case.found(run_with) == case.status
