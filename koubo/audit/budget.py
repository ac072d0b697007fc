"""``audit_budget``: lines first, then the limits that follow from them, then the budget as a whole."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

import attrs
from attrs import frozen

from koubo.audit.context import line_context
from koubo.audit.general_admin import applied_rate, limit_yen
from koubo.audit.result import Amounts, BudgetAudit, LineAudit, MemberAmounts, Totals
from koubo.calls import Call
from koubo.engine.direct import Facts
from koubo.engine.finding import Finding
from koubo.engine.outcome import Instance
from koubo.engine.runners import RunnerName
from koubo.errors import InputError
from koubo.facts.resolve import Known
from koubo.judging import Judgement, as_call, judge
from koubo.models.expense import Budget, ExpenseCategory
from koubo.rules.budget import budget as budget_subject
from koubo.rules.rule import Status
from koubo.rules.vi_2_expenses.chains import ALLOWABLE, PENDING, REDUCED, VERDICTS
from koubo.rules.vi_2_expenses.line import line as line_subject

if TYPE_CHECKING:
    from koubo.models.dossier import Dossier

_CAP_RULE = "budget.cap.region"


def audit_budget(
    budget: Budget,
    dossier: Dossier | None = None,
    *,
    call: Call | str | None = None,
    run_with: RunnerName | None = None,
) -> BudgetAudit:
    """Audit a budget line by line and as a whole (chapter VI.2, II.2, III.1).

    Args:
        budget: the budget, a plan or a settlement.
        dossier: what is known of members, staff and ownership; the contract term and the region are taken from it
            where the budget leaves them out.
        call: the call, with changed parameters if wanted.
        run_with: the runner; the default one where left out.

    Raises:
        InputError: if the region is not one of the call, or an id of the budget is not in the dossier.
    """
    return _Audit(_completed(budget, dossier), Known(dossier), as_call(call), run_with).result()


def _completed(budget: Budget, dossier: Dossier | None) -> Budget:
    """Fill in from the dossier what the budget leaves out."""
    if dossier is None:
        return budget
    found: dict[str, date | str | None] = {}
    if dossier.contract is not None:
        found = {"contract_from": dossier.contract.start, "contract_to": dossier.contract.end}
    if dossier.proposal is not None:
        found["region"] = dossier.proposal.region
    missing = {name: value for name, value in found.items() if value is not None and getattr(budget, name) is None}
    return attrs.evolve(budget, **missing) if missing else budget  # type: ignore[arg-type]  # names and types as in Budget


@frozen(eq=False)
class _Member:
    """What one corporation's limit of general administrative cost follows from."""

    rate: Fraction | None
    base_yen: int
    pending_yen: int
    has_direct_costs: bool

    def limit(self, call: Call, *, with_pending: bool = False) -> int | None:
        if self.rate is None:
            return None
        return limit_yen(self.base_yen + (self.pending_yen if with_pending else 0), self.rate, call)


class _Audit:
    """One audit under way."""

    def __init__(self, budget: Budget, known: Known, call: Call, run_with: RunnerName | None) -> None:
        mistakes = known.mistakes(budget)
        if mistakes:
            raise InputError(mistakes)
        self.budget, self.known, self.call, self.run_with = budget, known, call, run_with
        self.bearers = [budget.bearer(line, known.representative) for line in budget.lines]
        self.context = line_context(budget, call)

    def result(self) -> BudgetAudit:
        administrative = [one.category is ExpenseCategory.GENERAL_ADMIN for one in self.budget.lines]
        first = self._judge_lines([place for place, later in enumerate(administrative) if not later])
        audits = {place: self._line(place, first, number) for number, place in enumerate(first.places)}
        members = self._members(list(audits.values()))
        second = self._judge_lines(
            [place for place, later in enumerate(administrative) if later], self._limits(administrative, members)
        )
        audits |= {place: self._line(place, second, number) for number, place in enumerate(second.places)}
        lines = [audits[place] for place in range(len(self.budget.lines))]
        return self._whole(lines, members, (first, second))

    def _judge_lines(self, places: list[int], limits: dict[int, Facts] | None = None) -> _Judged:
        instances = []
        for place in places:
            line = self.budget.lines[place]
            given = line_subject.flatten(line, self.context, (limits or {}).get(place, {}))
            given |= self.known.overrides(line, self.bearers[place])
            instances.append(Instance("line", f"budget.lines[{line.line_id}]", given, len(places)))
        instances.append(Instance("budget", "budget", None))
        return _Judged(judge(instances, self.call, self.run_with), tuple(places))

    def _line(self, place: int, judged: _Judged, number: int) -> LineAudit:
        line = self.budget.lines[place]
        findings = judged.findings_of(number)
        drawn = judged.judgement.conclusions(number)
        verdict = next((name for name in VERDICTS if name in drawn), ALLOWABLE)
        amount = line.amount_yen
        allowable = amount if verdict == ALLOWABLE else 0
        if verdict == REDUCED:
            facts = judged.judgement.outcome.facts[number]
            allowable = min(
                int(facts[one.rule.amount.name] or 0)  # type: ignore[arg-type]  # an amount in yen, known where violated
                for one in findings
                if one.rule.amount is not None and one.status is Status.VIOLATED
            )
        pending = amount if verdict in PENDING else 0
        return LineAudit(
            line=line,
            bearer=self.bearers[place],
            verdict=verdict,
            allowable_yen=allowable,
            pending_yen=pending,
            disallowed_yen=amount - allowable - pending,
            findings=findings,
        )

    def _members(self, audits: list[LineAudit]) -> dict[str, _Member]:
        direct: dict[str, list[LineAudit]] = defaultdict(list)
        for one in audits:
            if one.line.category.direct:
                direct[one.bearer].append(one)
        rates = self.budget.general_admin_rates
        return {
            bearer: _Member(
                applied_rate(rates[bearer], self.call) if bearer in rates else None,
                sum(one.allowable_yen for one in direct[bearer]),
                sum(one.pending_yen for one in direct[bearer]),
                bool(direct[bearer]),
            )
            for bearer in dict.fromkeys(self.bearers)
        }

    def _limits(self, administrative: list[bool], members: dict[str, _Member]) -> dict[int, Facts]:
        """Return the facts on the limit for each general administrative line; lines of one member use it up in order."""
        used: dict[str, int] = defaultdict(int)
        limits: dict[int, Facts] = {}
        places = [place for place, later in enumerate(administrative) if later]
        shared = len({self.bearers[place] for place in places}) < len(places)
        refused = self._refused(places) if shared else set()
        beside = any(one.has_direct_costs for one in members.values())
        for place, later in enumerate(administrative):
            if not later:
                continue
            bearer = self.bearers[place]
            member = members[bearer]
            limit, ceiling = member.limit(self.call), member.limit(self.call, with_pending=True)
            if not beside or limit is None or ceiling is None:
                continue
            left, most = max(limit - used[bearer], 0), max(ceiling - used[bearer], 0)
            limits[place] = {
                "general_admin_limit_yen": left,
                "general_admin_ceiling_yen": most,
                "direct_costs_settled": True if member.pending_yen == 0 else None,
            }
            if place not in refused:
                amount = self.budget.lines[place].amount_yen
                used[bearer] += amount if amount <= most else left  # what is above the ceiling is cut to the limit
        return limits

    def _refused(self, places: list[int]) -> set[int]:
        """Return the general administrative lines that some other rule forbids, and that therefore use up nothing."""
        judged = self._judge_lines(places)
        return {place for number, place in enumerate(places) if "not_allowable" in judged.judgement.conclusions(number)}

    def _whole(self, lines: list[LineAudit], members: dict[str, _Member], runs: tuple[_Judged, ...]) -> BudgetAudit:
        amounts = Amounts.of(lines)
        direct = sum(one.allowable_yen for one in lines if one.line.category.direct)
        labour = _allowable(lines, ExpenseCategory.LABOUR)
        administrative = _allowable(lines, ExpenseCategory.GENERAL_ADMIN)
        subcontract = _allowable(lines, ExpenseCategory.SUBCONTRACT)
        subtotal = direct + administrative + subcontract
        tax = self.call.ratio("tax.rate")
        others = direct - labour + subcontract
        region = None if self.budget.region is None else self.call.region(self.budget.region)
        with_tax = subtotal + floor(subtotal * tax)
        facts: dict[str, int | bool | None] = {
            "labour_yen": labour,
            "non_labour_yen": others,
            "subtotal_yen": subtotal,
            "total_with_tax_yen": with_tax,
            "possible_total_with_tax_yen": (subtotal + amounts.pending_yen)
            + floor((subtotal + amounts.pending_yen) * tax),
            "lines_settled": True if amounts.pending_yen == 0 else None,
            "previously_selected": None if region is None else region.previously_selected,
            "set_cap_with_tax_yen": self.budget.cap_with_tax_yen,
        }
        drawn = frozenset().union(*(run.judgement.conclusions(len(run.places)) for run in runs))
        whole = judge(
            [Instance("budget", "budget", budget_subject.flatten(facts), drawn=drawn)], self.call, self.run_with
        )
        within, cap = _cap(whole)
        totals = Totals(
            **attrs.asdict(amounts),
            direct_cost_yen=direct,
            labour_yen=labour,
            general_admin_base_yen=direct,
            general_admin_limit_yen=_sum_known(
                [one.limit(self.call) for one in members.values() if one.has_direct_costs]
            ),
            general_admin_yen=administrative,
            subcontract_yen=subcontract,
            subtotal_yen=subtotal,
            consumption_tax_yen=floor(subtotal * tax),
            total_with_tax_yen=with_tax,
            cap_with_tax_yen=cap,
            within_cap=within,
            non_labour_share=Fraction(others, subtotal) if subtotal else None,
        )
        return BudgetAudit(
            budget=self.budget,
            call=self.call,
            lines=tuple(lines),
            totals=totals,
            by_category={
                category.value: Amounts.of([one for one in lines if one.line.category is category])
                for category in ExpenseCategory
                if any(one.line.category is category for one in lines)
            },
            by_member={
                bearer: MemberAmounts(
                    **attrs.asdict(Amounts.of([one for one in lines if one.bearer == bearer])),
                    general_admin_rate=member.rate,
                    general_admin_base_yen=member.base_yen,
                    general_admin_limit_yen=member.limit(self.call),
                )
                for bearer, member in members.items()
            },
            findings=(*(finding for one in lines for finding in one.findings), *whole.findings),
            conclusions=whole.conclusions(0),
            runner=whole.outcome.runner,
            judgements=(*(run.judgement for run in runs), whole),
        )


@frozen(eq=False)
class _Judged:
    """A run over some lines of the budget."""

    judgement: Judgement
    places: tuple[int, ...]

    def findings_of(self, number: int) -> tuple[Finding, ...]:
        return self.judgement.findings_by_instance[number]


def _allowable(lines: list[LineAudit], category: ExpenseCategory) -> int:
    return sum(one.allowable_yen for one in lines if one.line.category is category)


def _sum_known(values: list[int | None]) -> int | None:
    """Return the sum, or ``None`` if one is not known."""
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


def _cap(whole: Judgement) -> tuple[bool | None, int | None]:
    """Return whether the budget is within its cap, and the cap; ``None`` where an unknown region decides which."""
    finding = next((one for one in whole.findings if one.rule_id == _CAP_RULE), None)
    within = True if finding is None else False if finding.status is Status.VIOLATED else None
    facts = whole.outcome.facts[0]
    new, before = facts["cap_if_new_yen"], facts["cap_if_selected_before_yen"]
    selected_before = facts["previously_selected"]
    if selected_before is None and new != before:
        # Within the lower cap it is within both, above the higher one above both: name the one that shows it.
        cap = before if within else new if within is False else None
    else:
        cap = before if selected_before else new
    return within, cap if isinstance(cap, int) else None
