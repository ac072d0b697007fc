"""The budget (支出計画書): expense lines, their facts, and the budget that holds them (VI.2, annex form 1)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from attrs import field, frozen

from koubo.errors import Mistake
from koubo.models.checks import (
    fact,
    field_mistakes,
    is_id,
    is_yen,
    one_of,
    raise_all,
    reversed_days,
    twice,
)
from koubo.models.fields import choice, count, day, flag, member_of, name, number, text, yen
from koubo.models.rates import GeneralAdminRate


class ExpenseCategory(StrEnum):
    """The call's expense categories (費目), in its order (VI.2.(1))."""

    EQUIPMENT = "equipment"
    RENTAL = "rental"
    CONSUMABLES = "consumables"
    LABOUR = "labour"
    HONORARIUM = "honorarium"
    TRAVEL = "travel"
    WORKS = "works"
    PRINTING = "printing"
    MEETING = "meeting"
    COMMUNICATION_TRANSPORT = "communication_transport"
    UTILITIES = "utilities"
    MISCELLANEOUS = "miscellaneous"
    GENERAL_ADMIN = "general_admin"
    SUBCONTRACT = "subcontract"

    @property
    def direct(self) -> bool:
        """Whether it is a direct cost (直接経費, VI.2.(1).イ to ホ)."""
        return self not in {ExpenseCategory.GENERAL_ADMIN, ExpenseCategory.SUBCONTRACT}


class CostNature(StrEnum):
    """What a cost is for, where the call names it as never charged or as an exception (VI.2.(3))."""

    TRANSFER_FEE = "transfer_fee"
    ACCOUNTING_WORK = "accounting_work"
    UNRELATED_MEETING = "unrelated_meeting"
    INSPECTION_TRAVEL = "inspection_travel"
    IP_MANAGEMENT = "ip_management"
    OFFICE_RENT = "office_rent"
    DEPOSIT_OR_BROKERAGE = "deposit_or_brokerage"
    INTEREST = "interest"
    TAX_ACCOUNTANT_OR_LAWSUIT = "tax_accountant_or_lawsuit"
    TAXES_AND_INSURANCE = "taxes_and_insurance"
    SOCIETY_OR_PATENT = "society_or_patent"
    OFFICE_SUPPLIES = "office_supplies"
    OFFICE_FURNITURE_OR_READING = "office_furniture_or_reading"
    ACCIDENT_RESPONSE = "accident_response"
    ASSET_LOSS_REPAIR = "asset_loss_repair"
    OWN_SHARE_OF_SUBSIDY = "own_share_of_subsidy"
    LICENCE_APPLICATION_FEE = "licence_application_fee"
    APPLICATION_COST = "application_cost"
    STORAGE_SPACE = "storage_space"
    NONE = "none"


class Stage(StrEnum):
    """Whether the budget is a plan (応募時) or a settlement (精算時)."""

    PLAN = "plan"
    SETTLEMENT = "settlement"


class Consultation(StrEnum):
    """How far prior consultation with the secretariat (事前協議) has come."""

    NONE = "none"
    REQUESTED = "requested"
    APPROVED = "approved"


class SupplierRelation(StrEnum):
    """How the supplier stands to the corporation that bears a line (VI.2.(2))."""

    SELF = "self"
    CONSORTIUM_MEMBER = "consortium_member"
    WHOLLY_OWNED = "wholly_owned"
    OTHER = "other"


class CostBasis(StrEnum):
    """Whether a cost was actually spent or is estimated (VI.2.(2))."""

    ACTUAL = "actual"
    ESTIMATE = "estimate"


class PersonRole(StrEnum):
    """What the person of a line is to the work (VI.2.(1).ロ, ハ, ニ)."""

    STAFF = "staff"
    RESIDENT_SUPPORTER = "resident_supporter"
    COMMITTEE_MEMBER = "committee_member"
    LECTURER = "lecturer"


def _category(value: object) -> object:
    return member_of(ExpenseCategory)(value)


@frozen(kw_only=True)
class ExpenseLine:
    """One line of a budget; amounts in whole yen without consumption tax.

    Every fact that is left out is unknown, but for the few defaults that the fields show. A mistake
    (negative money, a quantity below 1, dates in reverse order …) raises :class:`koubo.InputError`
    with all mistakes of the line.
    """

    line_id: str = field(metadata=fact(is_id, "明細番号", "line id"))
    category: ExpenseCategory = field(
        converter=_category, metadata=fact(one_of(ExpenseCategory), "費目", "expense category")
    )
    amount_yen: int = field(metadata=fact(is_yen, "金額（税抜）", "amount without tax", "yen"))
    description: str | None = text("内容", "description")
    member: str | None = name("負担法人", "corporation that bears it")
    unit_price_yen: int | None = yen("取得単価", "acquisition price of one")
    quantity: int = count("数量", "quantity", default=1)
    useful_life_years: float | None = number("耐用年数", "useful life", "year")
    general_purpose: bool | None = flag("汎用性", "general purpose")
    lease_reason_statement: bool | None = flag("理由書", "statement of reasons against leasing")
    rental_from: date | None = day("借用開始日", "lease begins")
    rental_to: date | None = day("借用終了日", "lease ends")
    consultation: Consultation = choice(Consultation, "事前協議", "prior consultation", default=Consultation.NONE)
    supplier: str | None = name("調達先", "supplier")
    supplier_relation: SupplierRelation | None = choice(SupplierRelation, "調達先との関係", "supplier's relation")
    cost_yen: int | None = yen("原価", "manufacturing or purchase cost")
    cost_basis: CostBasis | None = choice(CostBasis, "原価の根拠", "basis of the cost")
    person: str | None = name("従事者", "person")
    person_role: PersonRole | None = choice(PersonRole, "従事者の区分", "role of the person")
    on_roster: bool | None = flag("業務従事者名簿への登録", "on the staff roster")
    direct_work: bool | None = flag("直接従事", "works directly on the work")
    welfare_allowance_yen: int = yen("福利厚生に係る手当", "welfare allowance", default=0)
    one_way_km: float | None = number("片道距離", "one-way distance", "km")
    conference_fee: bool = flag("学会参加費", "conference admission fee", default=False)
    overseas: bool = flag("海外出張", "travel abroad", default=False)
    posting: bool = flag("赴任・滞在", "move or stay of a resident supporter", default=False)
    office_use: bool | None = flag("事業所・オフィスでの使用", "used at an office or business place")
    essential_part: bool | None = flag("業務の本質的な部分", "essential part of the work")
    cloud_service: bool = flag("クラウドサービス", "cloud service", default=False)
    nature: CostNature = choice(CostNature, "経費の性質", "nature of the cost", default=CostNature.NONE)
    used_at_posting_place: bool | None = flag("常駐場所での業務使用", "used at the posting place for the work itself")
    ordered_on: date | None = day("発注日", "ordered on")
    paid_on: date | None = day("支払日", "paid on")
    evidence: bool | None = flag("証憑書類", "vouchers")

    def __attrs_post_init__(self) -> None:
        mistakes = field_mistakes(self)
        if not mistakes:
            mistakes += reversed_days(self.rental_from, self.rental_to, "rental_to", "rental_from")
            mistakes += reversed_days(self.ordered_on, self.paid_on, "paid_on", "ordered_on")
            if self.welfare_allowance_yen > self.amount_yen:
                found = f"{self.welfare_allowance_yen}"
                mistakes.append(Mistake("welfare_allowance_yen", found, f"no more than the amount ({self.amount_yen})"))
            if self.posting and self.person_role not in {None, PersonRole.RESIDENT_SUPPORTER}:
                found = f"true with the role {self.person_role}"
                mistakes.append(Mistake("posting", found, "only for a resident_supporter"))
        raise_all(mistakes)


def _rates(value: object) -> object:
    if not isinstance(value, Mapping):
        return {} if value is None else value
    return MappingProxyType({key: GeneralAdminRate.of(rate) for key, rate in value.items()})


@frozen(kw_only=True)
class Budget:
    """A budget: its lines and what they share. ``cap_with_tax_yen`` is a lower cap set by the secretariat."""

    lines: tuple[ExpenseLine, ...] = field(converter=tuple)
    stage: Stage = choice(Stage, "段階", "stage", default=Stage.PLAN)
    contract_from: date | None = day("契約開始日", "contract begins")
    contract_to: date | None = day("契約終了日", "contract ends")
    region: str | None = name("支援地域", "region")
    general_admin_rates: Mapping[str, GeneralAdminRate] = field(factory=dict, converter=_rates)
    cap_with_tax_yen: int | None = yen("委託費限度額（税込）", "cap with tax")

    def __attrs_post_init__(self) -> None:
        mistakes = field_mistakes(self)
        mistakes += reversed_days(self.contract_from, self.contract_to, "contract_to", "contract_from")
        mistakes += twice((line.line_id for line in self.lines), "lines", "line_id")
        raise_all(mistakes)

    def bearer(self, line: ExpenseLine, representative: str | None = None) -> str:
        """Return the id of the corporation that bears a line: its own, else the representative, else the only rate's."""
        if line.member is not None:
            return line.member
        if representative is not None:
            return representative
        return next(iter(self.general_admin_rates)) if len(self.general_admin_rates) == 1 else ""
