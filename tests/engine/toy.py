"""A toy subject with a fact of every type, and Hypothesis strategies for its facts, conditions and rule bases."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from fractions import Fraction
from typing import Any

from attrs import field, frozen
from hypothesis import strategies as st

from koubo.engine.bound import BoundBase
from koubo.engine.outcome import Instance, Outcome
from koubo.errors import InputError, Mistake
from koubo.models.checks import fact, is_flag, is_yen
from koubo.models.fields import choice, count, day, flag, moment, name, number, yen
from koubo.models.labelled import LabelledEnum
from koubo.rules.base import RuleBase
from koubo.rules.language import (
    Condition,
    Field,
    choose,
    condition,
    day_number,
    first_known,
    largest,
    parameter,
    smallest,
)
from koubo.rules.rule import Chain, Effect, Rule, Status
from koubo.rules.subject import Subject
from koubo.text import Text

TITLE = Text("試験", "a trial")


class Sort(LabelledEnum):
    """What splits the rules."""

    ROUND = "round", "丸", "round"
    SQUARE = "square", "角", "square"


class Colour(LabelledEnum):
    """A choice."""

    RED = "red", "赤", "red"
    BLUE = "blue", "青", "blue"
    GREEN = "green", "緑", "green"


@frozen(kw_only=True)
class Toy:
    """A fact of every type: that may be unknown, that has a default, that is always given."""

    sort: Sort = choice(Sort, "種", "sort", default=Sort.ROUND)
    ready: bool = field(metadata=fact(is_flag, "準備", "ready"))
    price: int = field(metadata=fact(is_yen, "価格", "price", "yen"))
    open_flag: bool | None = flag("旗", "flag")
    set_flag: bool = flag("旗二", "second flag", default=False)
    some: int | None = yen("数", "some")
    more: int | None = yen("数二", "more")
    pieces: int = count("個数", "pieces", default=1)
    length: float | None = number("長さ", "length", "km")
    width: float | None = number("幅", "width", "km")
    colour: Colour | None = choice(Colour, "色", "colour")
    tint: Colour | None = choice(Colour, "色二", "tint")
    first: date | None = day("初日", "first day")
    last: date | None = day("末日", "last day")
    at: datetime | None = moment("時刻", "time")
    until: datetime | None = moment("期限", "limit")
    who: str | None = name("誰", "who")
    whom: str | None = name("誰を", "whom")


def toy_subject(kind: str = "toy") -> Subject:
    """Return a new toy subject with derived facts of every form."""
    toy = Subject(kind, TITLE, Toy, discriminator="sort", parent="box")
    toy.derive("sum", toy.some + toy.more * toy.pieces - 1, TITLE)
    toy.derive("either", first_known(toy.some, toy.more), TITLE)
    toy.derive("chosen", choose(toy.open_flag, toy.some, toy.price), TITLE)
    toy.derive("least", smallest(toy.some, toy.price), TITLE)
    toy.derive("most", largest(toy.some // toy.pieces, toy.more % toy.pieces, 0), TITLE)
    toy.derive("days", day_number(toy.last) - day_number(toy.first) + 1, TITLE)
    toy.derive("shade", choose(toy.set_flag, Colour.RED, toy.colour), TITLE)
    toy.derive("large", toy.price * parameter("amount"), TITLE)
    return toy


@frozen(kw_only=True)
class Box:
    """What toys lie in."""

    full: bool | None = flag("満杯", "full")


class Values(dict[str, Any]):
    """The parameters of a toy call."""

    def value(self, key: str) -> object:
        if key not in self:
            raise InputError([Mistake(key, "nothing", "a parameter")])
        return self[key]

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(tuple(self.items()))


MOMENT = datetime(2025, 3, 28, 6, 0, tzinfo=UTC)
CALL = Values(
    amount=3,
    distance=99.9,
    day=date(2025, 3, 31),
    moment=MOMENT,
    name='5"\\',
    share=Fraction(1, 3),
    round="no number",
)

BIG = 10**14 - 1
DOMAINS: Mapping[str, list[Any]] = {
    "flag": [True, False],
    "whole": [0, 1, 2, 3, 4, BIG],
    "number": [0.0, 0.5, 1.0, 99.89999999999999, 99.9, 99.90000000000001, 1e6, 5e-324],
    "day": [date(2025, 3, 30), date(2025, 3, 31), date(2025, 4, 1), date(1, 1, 1), date(9999, 12, 31)],
    "moment": [MOMENT, MOMENT.replace(microsecond=1), MOMENT.replace(hour=5), MOMENT.replace(year=1, month=1)],
    "choice": ["red", "blue", "green"],
    "name": ["a", "5", '5"\\', "true", "null", "山田　太郎", "a\\"],
}
CONSTANTS: Mapping[str, list[Any]] = {"whole": [0, 1], "number": [0, 1], "choice": list(Colour), "name": ["5", "a\\"]}
PARAMETERS = {"whole": "amount", "number": "distance", "day": "day", "moment": "moment", "name": "name"}
ORDERED = ("whole", "number", "day", "moment")


def facts_of(subject: Subject) -> st.SearchStrategy[dict[str, Any]]:
    """Return given facts of a toy subject, as far as not always known sometimes unknown."""

    def values(one: Field) -> st.SearchStrategy[Any]:
        known = st.sampled_from(["round", "square"] if one.name == "sort" else DOMAINS[one.type])
        if one.name == "pieces":
            known = st.sampled_from([1, 2, 3])
        return known if one.always_known else st.none() | known

    return st.fixed_dictionaries({one.name: values(one) for one in subject.given})


def conditions_of(subject: Subject, leaves: int = 6, *, plain: bool = False) -> st.SearchStrategy[Condition]:
    """Return conditions on a toy subject; plain ones read given facts alone and never ask whether one is known."""
    fields = list(subject.given if plain else subject.fields.values())

    @st.composite
    def comparison(draw: st.DrawFn) -> Condition:
        left = draw(st.sampled_from(fields))
        if left.type == "flag":
            forms = [condition(left), left == True, left == False]  # noqa: E712  # builds trees
            return draw(st.sampled_from(forms if plain else [*forms, left.known]))
        others = [one for one in fields if one.type == left.type and one.choices is left.choices and one is not left]
        rights: list[Any] = list(others)
        if left.name == "sort":
            rights += list(Sort)
        else:
            rights += CONSTANTS.get(left.type, [])
        if left.type in PARAMETERS:
            rights.append(parameter(PARAMETERS[left.type], left.type))
        form = draw(
            st.sampled_from(["compare", "compare", "among"] if plain else ["compare", "compare", "among", "known"])
        )
        if form == "known":
            return left.known
        if form == "among" and (left.choices is not None or left.type == "name"):
            choices = list(left.choices) if left.choices is not None else CONSTANTS[left.type]
            return left.is_in(*draw(st.lists(st.sampled_from(choices), min_size=1, max_size=2, unique=True)))
        right = draw(st.sampled_from(rights))
        op = draw(st.sampled_from(["==", "!=", "<", "<=", ">", ">="] if left.type in ORDERED else ["==", "!="]))
        return left._compare(op, right)

    return st.recursive(
        comparison(),
        lambda parts: st.one_of(
            st.builds(lambda a, b: a & b, parts, parts),
            st.builds(lambda a, b: a | b, parts, parts),
            st.builds(lambda a: ~a, parts),
        ),
        max_leaves=leaves,
    )


def rule_of(number: int, applies: Condition, requires: Condition, effect: Effect = Effect.NOT_ALLOWABLE) -> Rule:
    """Return a rule with a made-up title."""
    return Rule(
        id=f"toy.rule.number_{number}", clause="VI.2", title=TITLE, applies=applies, requires=requires, otherwise=effect
    )


def chains_of(kind: str = "toy") -> tuple[Chain, ...]:
    """Return chains of findings and conclusions up to a box and on within it."""
    some = frozenset({Effect.NOT_ALLOWABLE, Effect.BREACH})
    return (
        Chain(kind=kind, status=Status.VIOLATED, effects=some, then="bad"),
        Chain(kind=kind, status=Status.UNDETERMINED, effects=frozenset({Effect.NOT_ALLOWABLE}), then="open"),
        Chain(kind=kind, conclusion="bad", then="worse"),
        Chain(kind=kind, conclusion="worse", then="spoilt", up=True),
        Chain(kind=kind, conclusion="open", then="open", up=True),
        Chain(kind="box", conclusion="spoilt", then="returned"),
        Chain(kind="box", conclusion="returned", then="spoilt"),
    )


@st.composite
def bases(draw: st.DrawFn) -> BoundBase:
    """Return small rule bases of toys in a box, bound to the toy call."""
    toy = toy_subject()
    parts = conditions_of(toy, leaves=4)
    pairs = draw(st.lists(st.tuples(parts, parts, st.sampled_from(list(Effect)[:3])), min_size=1, max_size=6))
    rules = [rule_of(number, applies, requires, effect) for number, (applies, requires, effect) in enumerate(pairs)]
    return base_of(*rules, subject=toy)


def in_a_box(*toys: Mapping[str, Any]) -> list[Instance]:
    """Return toys that lie in one box."""
    found = [Instance("toy", f"toy{place}", given, len(toys)) for place, given in enumerate(toys)]
    return [*found, Instance("box", "box", None)]


def flat(**known: Any) -> dict[str, Any]:
    """Return given facts of a toy of which nothing but this is known."""
    blank = {one.name: one.default for one in toy_subject().given}
    return blank | {"ready": False, "price": 0} | known


def base_of(*rules: Rule, subject: Subject) -> BoundBase:
    """Return rules of toys, bound to the toy call."""
    return BoundBase(RuleBase((subject, Subject("box", TITLE, Box)), rules, chains_of()), CALL)


def shown(outcome: Outcome) -> str:
    """Return an outcome as text, all of it but the runner's name."""
    judged = [(one.instance, one.rule.rule.id, one.status.value) for one in outcome.judged]
    return repr((outcome.facts, judged, [sorted(one) for one in outcome.conclusions]))
