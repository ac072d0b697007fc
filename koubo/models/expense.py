"""The budget (支出計画書): expense lines, their facts, and the budget that holds them (VI.2, annex form 1)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from attrs import field, frozen

from koubo.calls import calls
from koubo.calls.naming import unknown
from koubo.models.checks import (
    OneOf,
    fact,
    field_mistakes,
    is_id,
    is_yen,
    raise_all,
    reversed_days,
    twice,
)
from koubo.models.fields import choice, count, day, flag, member_of, name, number, text, yen
from koubo.models.labelled import LabelledEnum
from koubo.models.pairs import NotAbove, NotBefore, OnlyWhere, pair_mistakes
from koubo.models.rates import GeneralAdminRate


class ExpenseCategory(LabelledEnum):
    """The call's expense categories (費目), in its order (VI.2.(1))."""

    EQUIPMENT = "equipment", "設備備品費", "equipment"
    RENTAL = "rental", "借料", "rental"
    CONSUMABLES = "consumables", "消耗品費", "consumables"
    LABOUR = "labour", "人件費", "labour"
    HONORARIUM = "honorarium", "謝金", "honorarium"
    TRAVEL = "travel", "旅費・交通費", "travel"
    WORKS = "works", "工事費、保守費、改造修理費", "works, maintenance and repair"
    PRINTING = "printing", "印刷製本費", "printing and binding"
    MEETING = "meeting", "会議費", "meetings"
    COMMUNICATION_TRANSPORT = "communication_transport", "通信運搬費", "communication and transport"
    UTILITIES = "utilities", "光熱水料", "utilities"
    MISCELLANEOUS = "miscellaneous", "その他（諸経費）", "miscellaneous"
    GENERAL_ADMIN = "general_admin", "一般管理費等", "general administrative cost"
    SUBCONTRACT = "subcontract", "再委託・外注費", "subcontract"

    @property
    def direct(self) -> bool:
        """Whether it is a direct cost (直接経費, VI.2.(1).イ to ホ)."""
        return self not in {ExpenseCategory.GENERAL_ADMIN, ExpenseCategory.SUBCONTRACT}


class CostNature(LabelledEnum):
    """What a cost is for, where the call names it as never charged or as an exception (VI.2.(3))."""

    TRANSFER_FEE = "transfer_fee", "振込手数料", "bank transfer fee"
    ACCOUNTING_WORK = "accounting_work", "経理事務", "accounting work"
    UNRELATED_MEETING = "unrelated_meeting", "直接係わらない打合せ", "meeting not directly concerned"
    INSPECTION_TRAVEL = "inspection_travel", "検査の受検旅費", "travel for the inspection"
    IP_MANAGEMENT = "ip_management", "知的財産の管理", "management of intellectual property"
    OFFICE_RENT = "office_rent", "オフィスの賃借・維持管理", "office rent and upkeep"
    DEPOSIT_OR_BROKERAGE = "deposit_or_brokerage", "保証金・敷金・仲介手数料", "deposit or brokerage"
    INTEREST = "interest", "支払利息・遅延損害金", "interest and late charges"
    TAX_ACCOUNTANT_OR_LAWSUIT = (
        "tax_accountant_or_lawsuit",
        "税理士・会計士・訴訟",
        "tax accountant, accountant or lawsuit",
    )
    TAXES_AND_INSURANCE = "taxes_and_insurance", "公租公課・保険料", "taxes, dues and insurance"
    SOCIETY_OR_PATENT = (
        "society_or_patent",
        "学会登録・為替差損・特許出願",
        "society registration, exchange loss, patent filing",
    )
    OFFICE_SUPPLIES = "office_supplies", "一般事務用品", "general office supplies"
    OFFICE_FURNITURE_OR_READING = (
        "office_furniture_or_reading",
        "事務機器・一般書籍・新聞・雑誌",
        "office furniture or reading matter",
    )
    ACCIDENT_RESPONSE = "accident_response", "事故対応", "accident response"
    ASSET_LOSS_REPAIR = "asset_loss_repair", "取得財産の滅失・毀損", "loss or damage of assets"
    OWN_SHARE_OF_SUBSIDY = "own_share_of_subsidy", "補助事業等の自己資金", "own share of a subsidised project"
    LICENCE_APPLICATION_FEE = "licence_application_fee", "免許申請手数料", "licence application fee"
    APPLICATION_COST = "application_cost", "応募に要する費用", "cost of applying"
    STORAGE_SPACE = "storage_space", "資機材の保管場所の賃借", "storage space for goods of the work"
    NONE = "none", "該当なし", "none of the list"


class Stage(LabelledEnum):
    """Whether the budget is a plan (応募時) or a settlement (精算時)."""

    PLAN = "plan", "計画", "plan"
    SETTLEMENT = "settlement", "精算", "settlement"


class Consultation(LabelledEnum):
    """How far prior consultation with the secretariat (事前協議) has come."""

    NONE = "none", "未協議", "none"
    REQUESTED = "requested", "協議中", "requested"
    APPROVED = "approved", "承認済み", "approved"


class SupplierRelation(LabelledEnum):
    """How the supplier stands to the corporation that bears a line (VI.2.(2))."""

    SELF = "self", "自社", "oneself"
    CONSORTIUM_MEMBER = "consortium_member", "構成員", "consortium member"
    WHOLLY_OWNED = "wholly_owned", "100％子会社等", "wholly owned company"
    OTHER = "other", "その他", "other"


class CostBasis(LabelledEnum):
    """Whether a cost was actually spent or is estimated (VI.2.(2))."""

    ACTUAL = "actual", "実績", "actual"
    ESTIMATE = "estimate", "見積", "estimate"


class PersonRole(LabelledEnum):
    """What the person of a line is to the work (VI.2.(1).ロ, ハ, ニ)."""

    STAFF = "staff", "業務従事者", "staff"
    RESIDENT_SUPPORTER = "resident_supporter", "常駐支援者", "resident supporter"
    COMMITTEE_MEMBER = "committee_member", "委員", "committee member"
    LECTURER = "lecturer", "外部講師", "outside lecturer"


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
        converter=_category, metadata=fact(OneOf(ExpenseCategory), "費目", "expense category")
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
        raise_all(field_mistakes(self) or pair_mistakes(LINE_PAIRS, self))


LINE_PAIRS = (
    NotBefore("rental_to", start="rental_from"),
    NotAbove("welfare_allowance_yen", whole="amount_yen", whole_name="the amount"),
    OnlyWhere("posting", "person_role", PersonRole.RESIDENT_SUPPORTER),
)
"""What two facts of a line owe each other."""


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
        regions = [region.id for call in calls() for region in call.regions]
        if isinstance(self.region, str) and self.region not in regions:
            mistakes.append(unknown("region", self.region, regions, "a region of the call"))
        raise_all(mistakes)

    def bearer(self, line: ExpenseLine, representative: str | None = None) -> str:
        """Return the id of the corporation that bears a line: its own, else the representative, else the only rate's."""
        if line.member is not None:
            return line.member
        if representative is not None:
            return representative
        return next(iter(self.general_admin_rates)) if len(self.general_admin_rates) == 1 else ""
