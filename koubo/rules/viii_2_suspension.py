"""VIII.2 (and IV.1.(1).ニ.③): suspension from designated bidding by the ministry."""

from __future__ import annotations

from koubo.facts.suspension import SuspensionFacts
from koubo.rules.language import parameter
from koubo.rules.rule import Effect, Rule
from koubo.rules.subject import Subject
from koubo.text import Text

suspension = Subject("suspension", Text("指名停止", "suspension"), SuspensionFacts, parent="member")

_FIRST, _LAST = parameter("suspension.bar_from", "day"), parameter("suspension.bar_to", "day")
_later = (suspension.suspended_from > _LAST) & (suspension.running | (suspension.suspended_to > _LAST))
_earlier = ~suspension.running & (suspension.suspended_to < _FIRST)

RULES = (
    Rule(
        id="eligibility.suspension.application_period",
        clause="VIII.2",
        title=Text(
            "応募受付期間中に指名停止を受けていない", "It is not suspended on any day of the application period"
        ),
        applies=suspension.suspended,
        requires=_later | _earlier,
        otherwise=Effect.INVALID,
        remedy=Text(
            "指名停止を受けている法人を構成員から外してください。",
            "Leave the suspended corporation out of the application.",
        ),
        readings=("suspension_window",),
    ),
    Rule(
        id="eligibility.suspension.before_adoption",
        clause="VIII.2",
        title=Text(
            "応募受付期間の後、採択までに指名停止を受けない",
            "No suspension begins between the application period and the adoption",
        ),
        applies=suspension.suspended & _later,
        requires=suspension.suspended_from > suspension.selected_on,
        otherwise=Effect.DISQUALIFIED,
        remedy=Text(
            "指名停止を受けた法人がある提案は選定されません。事務局に相談してください。",
            "A proposal with a suspended corporation is not selected; talk to the secretariat.",
        ),
        readings=("suspension_window",),
    ),
)
