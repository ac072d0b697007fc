"""Sentences from condition trees, in Japanese and English: the words follow from the tree, nobody writes them twice."""

from __future__ import annotations

from koubo.calls import Call
from koubo.engine.finding import value_text
from koubo.rules.language import (
    OPPOSITE,
    All,
    Among,
    Arithmetic,
    Choose,
    Comparator,
    Compare,
    Condition,
    Constant,
    DayNumber,
    Either,
    Expr,
    Extreme,
    Field,
    FirstKnown,
    Holds,
    Known,
    Not,
    Parameter,
    Term,
    Truth,
)
from koubo.text import Text

_COMPARED: dict[Comparator, Text] = {
    "==": Text("{left}が{right}", "{left} is {right}"),
    "!=": Text("{left}が{right}以外", "{left} is not {right}"),
    ">=": Text("{left}が{right}以上", "{left} is at least {right}"),
    "<=": Text("{left}が{right}以下", "{left} is at most {right}"),
    ">": Text("{left}が{right}を超える", "{left} is more than {right}"),
    "<": Text("{left}が{right}未満", "{left} is less than {right}"),
}
_COMPARED_DAYS: dict[Comparator, Text] = {
    ">=": Text("{left}が{right}以後", "{left} is on or after {right}"),
    "<=": Text("{left}が{right}以前", "{left} is on or before {right}"),
    ">": Text("{left}が{right}より後", "{left} is after {right}"),
    "<": Text("{left}が{right}より前", "{left} is before {right}"),
}
_OPERATION = {
    "+": Text("{left}＋{right}", "{left} + {right}"),
    "-": Text("{left}－{right}", "{left} - {right}"),
    "*": Text("{left}×{right}", "{left} x {right}"),
    "//": Text("{left}÷{right}（切捨て）", "{left} / {right} (rounded down)"),
    "%": Text("{left}÷{right}の余り", "the remainder of {left} / {right}"),
}


def sentence(node: Condition, call: Call, *, negated: bool = False) -> Text:
    """Return a condition, or its opposite, as a sentence."""
    match node:
        case Truth(value=value):
            return Text("常に", "always") if value is not negated else Text("決して", "never")
        case Not(condition=inner):
            return sentence(inner, call, negated=not negated)
        case Holds(field=Field() as field):
            return Text(
                f"{field.label.ja}が{'いいえ' if negated else 'はい'}",
                f"{field.label.en}: {'no' if negated else 'yes'}",
            )
        case Known(left=left):
            pattern = (
                Text("{left}が不明", "{left} is not known") if negated else Text("{left}が分かる", "{left} is known")
            )
            return pattern.format(left=words(left, call))
        case Compare(op="==", left=left, right=Constant(value="")):
            pattern = Text("{left}がある", "{left}: something") if negated else Text("{left}がない", "{left}: nothing")
            return pattern.format(left=words(left, call))
        case Compare(op=op, left=left, right=right):
            op = OPPOSITE[op] if negated else op
            patterns = _COMPARED_DAYS if left.type in {"day", "moment"} and op in _COMPARED_DAYS else _COMPARED
            return patterns[op].format(left=words(left, call), right=words(right, call, like=left))
        case Among(left=Field() as left, values=values):
            listed = _join([value_text(left, value) for value in values], Text("又は", " or "))
            pattern = _COMPARED["!=" if negated else "=="]
            return pattern.format(left=left.label, right=listed)
        case All(conditions=parts) | Either(conditions=parts):
            both = isinstance(node, All) is not negated
            word = Text("、かつ", ", and ") if both else Text("、又は", ", or ")
            return _join([_bracketed(part, call, both=both, negated=negated) for part in _flat(node, parts)], word)
    return Text("（条件）", "(condition)")


def _flat(node: Condition, parts: tuple[Condition, ...]) -> list[Condition]:
    """Return the parts of nested conditions of one kind as one list."""
    return [
        inner
        for part in parts
        for inner in (
            _flat(part, part.conditions) if type(part) is type(node) and isinstance(part, All | Either) else [part]
        )
        if not (isinstance(inner, Truth) and inner.value is isinstance(node, All))
    ]


def _bracketed(part: Condition, call: Call, *, both: bool, negated: bool) -> Text:
    text = sentence(part, call, negated=negated)
    core, flipped = part, negated
    while isinstance(core, Not):
        core, flipped = core.condition, not flipped
    mixed = isinstance(core, All | Either) and (isinstance(core, All) is not flipped) is not both
    return Text(f"（{text.ja}）", f"({text.en})") if mixed else text


def words(node: Expr, call: Call, like: Term | None = None) -> Text:
    """Return a term in words; a constant or parameter in the unit of its neighbour."""
    match node:
        case Field(label=label):
            return label
        case Constant(value=value):
            return value_text(like, value) if isinstance(like, Field) else Text(str(value), str(value))
        case Parameter(key=key, part=part):
            found = call.parameter(key)
            if part == "denominator":
                return Text(str(call.ratio(key).denominator), str(call.ratio(key).denominator))
            return (
                found.shown if part == "whole" else Text(str(call.ratio(key).numerator), str(call.ratio(key).numerator))
            )
        case Arithmetic(op=op, left=left, right=right):
            return _OPERATION[op].format(left=_grouped(left, call), right=_grouped(right, call))
        case Extreme(op=op, terms=terms):
            listed = _join([words(one, call) for one in terms], Text("と", " and "))
            pattern = (
                Text("{listed}の小さい方", "the lower of {listed}")
                if op == "min"
                else Text("{listed}の大きい方", "the higher of {listed}")
            )
            return pattern.format(listed=listed)
        case FirstKnown(terms=terms):
            return _join([words(one, call) for one in terms], Text("、不明なら", ", or if not known "))
        case Choose(when=when, then=then, otherwise=otherwise):
            return Text(
                "{when}ならば{then}、そうでなければ{otherwise}", "{then} where {when}, else {otherwise}"
            ).format(
                when=sentence(when, call), then=words(then, call, otherwise), otherwise=words(otherwise, call, then)
            )
        case DayNumber(day=day):
            return words(day, call)
    return Text("（値）", "(value)")


def _grouped(node: Term, call: Call) -> Text:
    text = words(node, call)
    return (
        Text(f"（{text.ja}）", f"({text.en})") if isinstance(node, Arithmetic | Choose | Extreme | FirstKnown) else text
    )


def _join(parts: list[Text], word: Text) -> Text:
    return Text(word.ja.join(part.ja for part in parts), word.en.join(part.en for part in parts))
