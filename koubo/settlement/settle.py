"""``settle``: the least of contract amount, cap and audited cost, and what follows from it."""

from __future__ import annotations

from koubo.audit import audit_budget
from koubo.audit.result import BudgetAudit, LineAudit, MemberAmounts
from koubo.calls import Call
from koubo.engine.direct import Facts
from koubo.engine.runners import RunnerName
from koubo.errors import InputError, Mistake
from koubo.models.dossier import Contract, Dossier
from koubo.models.expense import Budget, Stage
from koubo.rules.rule import Status
from koubo.settlement.result import MemberSettlement, MissingVoucher, Settlement, Span

_EVIDENCE = "expense.general.evidence"


def settle(
    budget: Budget,
    contract: Contract | None = None,
    *,
    dossier: Dossier | None = None,
    call: Call | str | None = None,
    run_with: RunnerName | None = None,
) -> Settlement:
    """Settle a contract: the final amount is the least of contract amount, cap and audited cost with tax (VI.1, VI.2).

    Args:
        budget: the settlement (stage ``settlement``).
        contract: the contract with its amount and advance payments; that of the dossier where it is left out. An amount
            that is left out is unknown, and so are advance payments; ``[]`` is none.
        dossier: what is known of members, staff and ownership.
        call: the call, with changed parameters if wanted; that of the dossier, else ``r7``, where it is left out.
        run_with: the runner; the default one where it is left out.

    Raises:
        InputError: if the budget is a plan, or for what :func:`audit_budget` refuses.
    """
    if budget.stage is not Stage.SETTLEMENT:
        raise InputError([Mistake("budget.stage", budget.stage.value, "settlement: a plan has nothing to settle")])
    if call is None and dossier is not None:
        call = dossier.call
    known = contract or (None if dossier is None else dossier.contract) or Contract()
    audit = audit_budget(budget, dossier, call=call, run_with=run_with)
    facts = audit.judgements[-1].outcome.facts[0]
    agreed = known.amount_with_tax_yen
    spans = {
        "contract": Span(agreed or 0, agreed),
        "cap": _cap(facts),
        "cost": Span(audit.totals.total_with_tax_yen, _yen(facts, "possible_total_with_tax_yen")),
    }
    final = _least(*spans.values())
    return Settlement(
        audit=audit,
        **spans,
        final=final,
        bounded_by=tuple(name for name, span in spans.items() if final.known is not None and span.known == final.known),
        advances_with_tax_yen=None
        if known.advances is None
        else sum(one.amount_with_tax_yen for one in known.advances),
        by_member=_members(audit, final.known),
        vouchers=tuple(voucher for line in audit.lines for voucher in _vouchers(line)),
    )


def _cap(facts: Facts) -> Span:
    """Return the cap, between both caps where it is not known whether the region was selected before."""
    new, before = _yen(facts, "cap_if_new_yen"), _yen(facts, "cap_if_selected_before_yen")
    match facts["previously_selected"]:
        case None:
            return Span(min(new, before), max(new, before))
        case True:
            return Span(before, before)
        case _:
            return Span(new, new)


def _yen(facts: Facts, name: str) -> int:
    value = facts[name]
    if not isinstance(value, int):
        raise TypeError(f"{name} of a budget is always known, not {value!r}")
    return value


def _least(*spans: Span) -> Span:
    limits = [span.most for span in spans if span.most is not None]
    return Span(min(span.least for span in spans), min(limits))


def _members(audit: BudgetAudit, final: int | None) -> tuple[MemberSettlement, ...]:
    amounts = list(audit.by_member.items())
    parts = [None] * len(amounts) if final is None else shared_out(final, [one.allowable_yen for _, one in amounts])
    return tuple(_member(name, one, part) for (name, one), part in zip(amounts, parts, strict=True))


def _member(name: str, amounts: MemberAmounts, part: int | None) -> MemberSettlement:
    return MemberSettlement(
        member=name,
        claimed_yen=amounts.claimed_yen,
        allowable_yen=amounts.allowable_yen,
        pending_yen=amounts.pending_yen,
        disallowed_yen=amounts.disallowed_yen,
        final_with_tax_yen=part,
    )


def shared_out(amount: int, weights: list[int]) -> list[int]:
    """Share out whole yen by weights: each part rounded down, the yen left over to the largest remainders.

    Among equal remainders the first goes first; without any weight everything is 0.
    """
    whole = sum(weights)
    if whole == 0:
        return [0] * len(weights)
    parts = [amount * weight // whole for weight in weights]
    order = sorted(range(len(weights)), key=lambda place: -(amount * weights[place] % whole))
    for place in order[: amount - sum(parts)]:
        parts[place] += 1
    return parts


def _vouchers(line: LineAudit) -> list[MissingVoucher]:
    return [
        MissingVoucher(
            line_id=line.line_id,
            member=line.bearer,
            amount_yen=line.line.amount_yen,
            known=finding.status is Status.VIOLATED,
        )
        for finding in line.findings
        if finding.rule_id == _EVIDENCE
    ]
