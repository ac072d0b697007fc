"""VI.2.(1).ニ 旅費・交通費: travel."""

from __future__ import annotations

from koubo.models.expense import ExpenseCategory, PersonRole
from koubo.rules.language import parameter
from koubo.rules.rule import Effect, Rule
from koubo.rules.vi_2_expenses.line import approved, line, role
from koubo.text import Text

_travel = line.category == ExpenseCategory.TRAVEL
_trip = _travel & ~line.conference_fee

RULES = (
    Rule(
        id="expense.travel.min_distance",
        clause="VI.2.(1).ニ",
        title=Text(
            "業務従事者の出張旅費は片道100km以上の旅程に限る",
            "Staff trips are charged from the minimum one-way distance on",
        ),
        applies=_trip & (role == PersonRole.STAFF),
        requires=line.one_way_km >= parameter("travel.min_one_way_km", "number"),
        otherwise=Effect.NOT_ALLOWABLE,
        remedy=Text("計上から除き、自己負担としてください。", "Take it out of the budget and bear it yourself."),
        readings=("travel_distance", "conference_fees"),
    ),
    Rule(
        id="expense.travel.resident_supporter",
        clause="VI.2.(1).ニ",
        title=Text(
            "常駐支援者の赴任・滞在・出張は事務局が専門家毎に決定する",
            "Moves, stays and trips of resident supporters are decided by the secretariat person by person",
        ),
        applies=_trip & (role == PersonRole.RESIDENT_SUPPORTER),
        requires=approved,
        otherwise=Effect.NEEDS_APPROVAL,
        remedy=Text(
            "社内規程と経済性を示して事務局に協議し、決定を受けてください。",
            "Put the in-house rules and the cost before the secretariat and obtain its decision.",
        ),
        readings=("travel_distance",),
    ),
    Rule(
        id="expense.travel.overseas",
        clause="VI.2.(1).ニ",
        title=Text("海外出張は事前協議で特に必要と認められたものに限る", "Travel abroad needs prior consultation"),
        applies=_travel & line.overseas,
        requires=approved,
        otherwise=Effect.NEEDS_CONSULTATION,
        remedy=Text("出張の前に事務局と協議してください。", "Consult the secretariat before the trip."),
    ),
)
