"""Facts of the information management plan, of the register and its entries, and of the plan of return."""

from __future__ import annotations

from datetime import date

from attrs import frozen

from koubo.facts.logic import every
from koubo.models.fields import count, day, flag, name
from koubo.models.happened import missing, occurred
from koubo.models.information import (
    Handler,
    HandlingMeasure,
    IncidentStep,
    Information,
    ReturnPart,
    ReturnPlan,
    WorkplaceMeasure,
)
from koubo.models.information_entry import Disposal, EntryPart, InformationEntry

_NATIONAL_SECURITY_STEPS = (IncidentStep.RECORDS, IncidentStep.HAND_OVER)


@frozen(kw_only=True)
class InformationFacts:
    """What follows from the plan, the contract and the structure for information security."""

    contract_signed_on: date | None = day("契約締結日", "contract signed on")
    work_started_on: date | None = day("本業務の着手日", "work began on")
    national_security: bool | None = flag(
        "国の安全に関する重要な情報の取扱い", "information important for national security is handled"
    )
    handlers: int | None = count("情報取扱者の人数", "number of handlers", minimum=0)
    chief_handlers: int | None = count("情報取扱責任者の人数", "number of chief handlers", minimum=0)
    certain_chief_handlers: int | None = count(
        "情報取扱責任者と分かっている人数", "handlers who are known to be chief", minimum=0
    )
    missing_handling: str | None = name(
        "計画に欠ける取扱いの措置", "measures on handling that lack", members=HandlingMeasure
    )
    missing_workplace: str | None = name(
        "計画に欠ける作業場所の措置", "measures on the workplace that lack", members=WorkplaceMeasure
    )
    missing_steps: str | None = name("対処手順に欠ける対処", "steps that the procedure lacks", members=IncidentStep)
    missing_records_steps: str | None = name(
        "対処手順に欠ける記録類の対処", "steps on records that the procedure lacks", members=IncidentStep
    )


@frozen(kw_only=True)
class EntryFacts:
    """What follows from an entry of the register and from the plan of return."""

    missing_parts: str | None = name("管理簿に欠ける事項", "what the register lacks", members=EntryPart)
    disposed: bool | None = flag("返却・消去・廃棄", "was returned, erased or destroyed")
    return_approved_by: date | None = day(
        "情報返却等計画書の承認日（未了なら判定日）", "plan of return approved on (if not yet, today)"
    )


@frozen(kw_only=True)
class ReturnFacts:
    """What follows from the plan of return and the register."""

    missing_return_parts: str | None = name(
        "情報返却等計画書に欠ける事項", "what the plan of return lacks", members=ReturnPart
    )
    all_disposed: bool | None = flag("全情報の処理の終了", "everything in the register is disposed of")


def information_facts(
    information: Information,
    *,
    contract_signed_on: date | None,
    work_started_on: date | None,
    national_security: bool | None,
) -> InformationFacts:
    """Return what follows from the plan."""
    steps = information.incident_steps
    ordinary = [step for step in IncidentStep if step not in _NATIONAL_SECURITY_STEPS]
    return InformationFacts(
        contract_signed_on=contract_signed_on,
        work_started_on=work_started_on,
        national_security=national_security,
        handlers=None if information.handlers is None else len(information.handlers),
        chief_handlers=_chiefs(information.handlers),
        certain_chief_handlers=None
        if information.handlers is None
        else sum(one.chief is True for one in information.handlers),
        missing_handling=missing(HandlingMeasure, information.handling_measures),
        missing_workplace=missing(WorkplaceMeasure, information.workplace_measures),
        missing_steps=missing(ordinary, steps),
        missing_records_steps=missing(_NATIONAL_SECURITY_STEPS, steps),
    )


def entry_facts(entry: InformationEntry, return_plan: ReturnPlan | None, on: date | None) -> EntryFacts:
    """Return what follows from an entry as it stands on a day."""
    return EntryFacts(
        missing_parts=missing(EntryPart, entry.parts),
        disposed=_disposed(entry, on),
        return_approved_by=None if return_plan is None else occurred(return_plan, on)["approved_by"],
    )


def return_facts(plan: ReturnPlan, register: tuple[InformationEntry, ...] | None, on: date | None) -> ReturnFacts:
    """Return what follows from the plan of return and from what has been disposed of by a day."""
    return ReturnFacts(
        missing_return_parts=missing(ReturnPart, plan.parts),
        all_disposed=None if register is None else every(_disposed(entry, on) for entry in register),
    )


def _chiefs(handlers: tuple[Handler, ...] | None) -> int | None:
    """Return how many handlers are chief; ``None`` where that is not known of one of them."""
    if handlers is None or any(one.chief is None for one in handlers):
        return None
    return sum(one.chief is True for one in handlers)


def _disposed(entry: InformationEntry, on: date | None) -> bool | None:
    if entry.disposal is None and entry.disposed_on is None:
        return None
    if entry.disposal is Disposal.NONE:
        return False
    return not (entry.disposed_on is not None and on is not None and entry.disposed_on > on)
