"""One heading: what it stands for, and why."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from koubo.errors import InputError, Mistake
from koubo.headings.lexicon import UNKNOWN, Candidate, HeadingKind, Lexicon, Parts, Sense
from koubo.headings.spelling import JOINT
from koubo.headings.synonyms import synonyms
from koubo.models.expense import ExpenseCategory
from koubo.text import Text

MAX_LENGTH = 200
"""Characters; what is longer is a description, not a heading."""

_LONGEST_SHOWN = 40

_TAX_LABEL = Text("消費税", "consumption tax")
_CATEGORY = Text("「{name}」は{label}にあたります。", "“{name}” is {label}.")
_TAX = Text(
    "「{name}」は消費税（経費区分ではありません）にあたります。",
    "“{name}” is consumption tax, which is no expense category.",
)
_SEVERAL = Text(
    "「{name}」は{labels}のいずれにもあたりうるため、内訳の確認が必要です。",
    "“{name}” may be any of {labels}; its breakdown decides.",
)
_ONE_OR_NONE = Text(
    "「{name}」は{labels}にあたる場合も、いずれの経費区分にもあたらない場合もあるため、内訳の確認が必要です。",
    "“{name}” may be {labels} or none of the categories; its breakdown decides.",
)
_UNRELATED = Text("「{name}」はいずれの経費区分にもあたりません。", "“{name}” is none of the expense categories.")
_PART = Text(
    "「{part}」が何の経費かは、費目名からは分かりません。", "What “{part}” is spent on cannot be told from the heading."
)
_EMPTY = Text("費目名として読める語がありません。", "There are no words that read as a heading.")
_LONG = Text(
    "{length}文字は費目名として長すぎます（{limit}文字まで）。",
    "{length} characters are too long for a heading (at most {limit}).",
)


@frozen
class HeadingMatch:
    """What a heading stands for.

    Attributes:
        text: the heading as given.
        kind: ``category`` · ``consumption_tax`` · ``ambiguous`` (one of ``candidates``, or, where there is one, that or none of
            ours) · ``unrelated`` (none of ours) · ``unknown`` (the heading does not say).
        category: the category where the kind is ``category``, else None.
        candidates: what an ambiguous heading may be: categories and ``"consumption_tax"``, in the order of the call; else empty.
        matched: the names among the synonyms that it was found by, joined by ・; "" where it is unknown.
        reason: why, for people.
    """

    text: str
    kind: HeadingKind
    category: ExpenseCategory | None
    candidates: tuple[Candidate, ...]
    matched: str
    reason: Text

    def to_dict(self) -> dict[str, Any]:
        """Return plain JSON values."""
        return {
            "text": self.text,
            "kind": self.kind,
            "category": None if self.category is None else self.category.value,
            "candidates": [str(candidate) for candidate in self.candidates],
            "matched": self.matched,
            "reason": self.reason.to_dict(),
        }


def classify_heading(text: str) -> HeadingMatch:
    """Say which expense category of the call a heading (費目) of spending data stands for, without guessing.

    Width, blanks, brackets, numbering, a closing 等 and notes such as 精査中 make no difference. A heading of several parts
    (・, 、, 及び …) is a category only where all its parts are.

    Args:
        text: the heading; more than 200 characters are no heading.

    Raises:
        InputError: if ``text`` is no text.
    """
    if not isinstance(text, str):
        raise InputError([Mistake("text", type(text).__name__, "a heading as text")])
    lexicon = synonyms()
    if len(text) > MAX_LENGTH:
        return HeadingMatch(text, "unknown", None, (), "", _LONG.format(length=len(text), limit=MAX_LENGTH))
    parts = lexicon.grammar.take_apart(text)
    sense = lexicon.sense(parts)
    category = next(
        (name for name in sense.candidates if sense.kind == "category" and isinstance(name, ExpenseCategory)), None
    )
    candidates = sense.candidates if sense.kind == "ambiguous" else ()
    return HeadingMatch(
        text, sense.kind, category, candidates, _matched(lexicon, parts, sense), _reason(lexicon, parts, sense)
    )


def _matched(lexicon: Lexicon, parts: Parts, sense: Sense) -> str:
    if sense == UNKNOWN:
        return ""
    if parts in lexicon.names or all(lexicon.part(part) != UNKNOWN for part in parts):
        return JOINT.join(dict.fromkeys(parts))
    return lexicon.tail(parts)


def _reason(lexicon: Lexicon, parts: Parts, sense: Sense) -> Text:
    name = _shown(JOINT.join(parts))
    labels = [name.label if isinstance(name, ExpenseCategory) else _TAX_LABEL for name in sense.candidates]
    named = Text("、".join(label.ja for label in labels) or "-", ", ".join(label.en for label in labels) or "-")
    match sense.kind:
        case "category":
            return _CATEGORY.format(name=name, label=named)
        case "consumption_tax":
            return _TAX.format(name=name)
        case "ambiguous":
            return (_SEVERAL if len(labels) > 1 else _ONE_OR_NONE).format(name=name, labels=named)
        case "unrelated":
            return _UNRELATED.format(name=name)
        case "unknown":
            unknown = next((part for part in parts if lexicon.part(part) == UNKNOWN), "")
            return _PART.format(part=_shown(unknown)) if unknown else _EMPTY


def _shown(text: str) -> str:
    short = text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"
    return "".join(letter if letter.isprintable() else "�" for letter in short)
