"""VI.2.(1).ロ 人件費 and ハ 謝金: labour and honoraria."""

from __future__ import annotations

from koubo.models.expense import ExpenseCategory, PersonRole
from koubo.rules.rule import Effect, Rule
from koubo.rules.vi_2_expenses.line import line, role, without_welfare
from koubo.text import Text

_labour = line.category == ExpenseCategory.LABOUR

RULES = (
    Rule(
        id="expense.labour.roster",
        clause="VI.2.(1).ロ",
        title=Text(
            "人件費は業務従事者名簿に登録された者に限る", "Labour is charged only for persons on the staff roster"
        ),
        applies=_labour,
        requires=line.on_roster,
        otherwise=Effect.NOT_ALLOWABLE,
        remedy=Text(
            "業務従事者名簿（別紙2、4又は5）に登録してください。",
            "Enter the person in the roster (annex form 2, 4 or 5).",
        ),
        readings=("labour_roster",),
    ),
    Rule(
        id="expense.labour.direct_work",
        clause="VI.2.(1).ロ",
        title=Text("人件費は支援事業に直接従事する者に限る", "Labour is charged only for direct work on the project"),
        applies=_labour,
        requires=line.direct_work,
        otherwise=Effect.NOT_ALLOWABLE,
        remedy=Text("直接従事した時間の人件費のみを計上してください。", "Charge only the time of direct work."),
    ),
    Rule(
        id="expense.labour.welfare_allowance",
        clause="VI.2.(1).ロ",
        title=Text("福利厚生に係る手当は人件費に含めない", "Welfare allowances are not part of labour"),
        applies=_labour,
        requires=line.amount_yen <= without_welfare,
        otherwise=Effect.REDUCED,
        amount=without_welfare,
        remedy=Text("福利厚生に係る手当を除いて計上してください。", "Charge the line without the welfare allowance."),
        readings=("welfare_allowances",),
    ),
    Rule(
        id="expense.honorarium.payee",
        clause="VI.2.(1).ハ",
        title=Text(
            "謝金は委員会等の委員及び外部講師に対するものに限る",
            "Honoraria are paid to committee members and outside lecturers only",
        ),
        applies=line.category == ExpenseCategory.HONORARIUM,
        requires=role.is_in(PersonRole.COMMITTEE_MEMBER, PersonRole.LECTURER),
        otherwise=Effect.NOT_ALLOWABLE,
        remedy=Text(
            "業務従事者への支払は人件費としての計上を検討してください。",
            "Consider charging payments to staff as labour.",
        ),
        readings=("honorarium_recipients",),
    ),
)
