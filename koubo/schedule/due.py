"""``accident_deadline`` and ``information_plan_due``: two terms that run from a moment or a day."""

from __future__ import annotations

from datetime import date, datetime

from koubo.calls import Call
from koubo.facts.clocks import accident_report_by, plan_approval_by
from koubo.judging import as_call
from koubo.schedule.when import japan_day, japan_moment


def accident_deadline(noticed_at: datetime | str, *, call: Call | str | None = None) -> datetime:
    """Return when the first report of an accident is due, in Japan time (VIII.4.(4).ハ).

    Args:
        noticed_at: when the accident, or its possibility, was noticed: a moment or ISO text; Japan time without a zone.
        call: the call or its id; ``r7`` where it is left out.

    Raises:
        InputError: for what is no moment.
    """
    return accident_report_by(japan_moment(noticed_at, "noticed_at"), as_call(call))


def information_plan_due(contracted_on: date | str, *, call: Call | str | None = None) -> date:
    """Return the day by which the information management plan is approved; it is not shifted for holidays (別添3.1).

    Args:
        contracted_on: the day of the contract: a day, a moment (its day in Japan counts) or ISO text.
        call: the call or its id; ``r7`` where it is left out.

    Raises:
        InputError: for what is no day.
    """
    return plan_approval_by(japan_day(contracted_on, "contracted_on"), as_call(call))
