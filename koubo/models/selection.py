"""A selection round: the candidates, what the reviewers gave them, how many can be chosen (V.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import ClassVar, TypeAlias, TypeVar, cast

import attrs
from attrs import field, frozen

from koubo.calls.frozen import Table
from koubo.errors import Mistake
from koubo.models.checks import MAX_YEN, Whole, fact, field_mistakes, is_id, raise_all
from koubo.models.fields import count, flag, member_of
from koubo.models.round_checks import round_mistakes
from koubo.models.sheet_checks import gate_mistakes, grade_mistakes, listed, sheet_mistakes, signed


class Grade(StrEnum):
    """A reviewer's grade of one criterion, from the best to the worst."""

    S = "S"
    A = "A"
    B = "B"
    C = "C"
    D = "D"


Sheet: TypeAlias = Mapping[str, Grade]
"""One reviewer's sheet: criterion id → grade, one for every criterion of the call."""

T = TypeVar("T")
_grade = member_of(Grade)
ESTIMATE = Whole(1, MAX_YEN, "yen")
"""The check of an estimate."""


# A caller may hand over anything: what a converter cannot take as its type stays as it is, for the checks to refuse.
def as_sheet(value: Mapping[str, str] | None) -> Sheet | None:
    """Return a sheet with its grades as members."""
    if not isinstance(value, Mapping):
        return value
    return Table({key: cast("Grade", _grade(grade)) for key, grade in value.items()})


def _as_sheets(value: Iterable[Mapping[str, str]] | None) -> tuple[Sheet, ...]:
    if value is None:
        return ()
    return tuple(cast("Sheet", as_sheet(sheet)) for sheet in value) if listed(value) else cast("tuple[Sheet]", value)


def as_gates(value: Mapping[str, bool | None] | None) -> Mapping[str, bool]:
    """Return the gates that are known."""
    if value is None:
        return Table()
    given: object = value
    if not isinstance(given, Mapping):
        return cast("Mapping[str, bool]", given)
    return Table({key: passed for key, passed in value.items() if passed is not None})


@frozen(kw_only=True)
class Candidate:
    """A proposal that stands for selection.

    Attributes:
        id: its id in the round.
        region: id of the support region that it is for.
        estimate_with_tax_yen: the estimate of its expenditure plan, in yen, tax included, above 0.
        grades: the sheet of the panel, or
        sheets: the sheets of several reviewers; the n-th sheet of every candidate is the same reviewer's.
        gates: gate id → passed; a gate that is left out is not known.
        eligible: false for every ground that keeps a proposal out before scoring; it may then have no grades.

    Raises:
        InputError: with every mistake; each names the candidate.
    """

    CALLED: ClassVar[str] = "candidate"

    id: str = field(metadata=fact(is_id, "候補", "candidate"))
    region: str = field(metadata=fact(is_id, "支援地域候補", "support region"))
    estimate_with_tax_yen: int = field(metadata=fact(ESTIMATE, "見積経費（税込）", "estimate with tax", "yen"))
    grades: Sheet | None = field(default=None, converter=as_sheet)
    sheets: tuple[Sheet, ...] = field(default=(), converter=_as_sheets)
    gates: Mapping[str, bool] = field(factory=Table, converter=as_gates)
    eligible: bool | None = flag("応募資格等", "eligible")

    def __attrs_post_init__(self) -> None:
        mistakes = field_mistakes(self) + gate_mistakes(self.gates, "gates")
        if self.grades is not None:
            mistakes += grade_mistakes(self.grades, "grades", Grade)
        mistakes += sheet_mistakes(self.sheets, "sheets", Grade)
        if self.grades is not None and self.sheets:
            mistakes.append(Mistake("sheets", "sheets beside grades", "one of the two"))
        if self.grades is None and not self.sheets and self.eligible is not False:
            mistakes.append(Mistake("grades", "nothing", "grades, or sheets for several reviewers"))
        raise_all(signed(mistakes, self.CALLED, self.id))

    @property
    def reviews(self) -> tuple[Sheet, ...]:
        """All its sheets, one or several; none for a candidate that was kept out before scoring."""
        return self.sheets if self.grades is None else (self.grades,)

    def with_reviews(self, sheets: Iterable[Sheet]) -> Candidate:
        """Return the candidate with other sheets."""
        given = tuple(sheets)
        alone = self.grades is not None and len(given) == 1
        return attrs.evolve(self, grades=given[0] if alone else None, sheets=() if alone else given)


def _as_points(value: Fraction | Decimal | float | str | None) -> Fraction | None:
    # A number such as 62.5 stands for the decimal that it shows.
    given: object = repr(value) if isinstance(value, float) else value
    match given:
        case bool():
            exact = False
        case str():
            exact = _POINTS.fullmatch(given) is not None
        case Decimal():
            exact = given.is_finite() and abs(given.adjusted()) <= _LONGEST and len(given.as_tuple().digits) <= _LONGEST
        case _:
            exact = isinstance(given, int)
    return Fraction(given) if exact else cast("Fraction | None", value)  # type: ignore[call-overload]  # None is not exact


def _is_points(value: object) -> str | None:
    good = isinstance(value, Fraction) and 0 <= value <= _MOST_POINTS and value.denominator <= _MOST_POINTS
    return None if good else 'points, a number of up to six places such as 62.5, or a quotient such as "125/2"'


_MOST_POINTS = 10**6
_LONGEST = 20
_POINTS = re.compile(r"[0-9]{1,7}(?:\.[0-9]{1,6}|/[1-9][0-9]{0,5})?")


def _as_tuple(value: Iterable[T] | None) -> tuple[T, ...]:
    if value is None:
        return ()
    return tuple(value) if listed(value) else cast("tuple[T, ...]", value)


def _as_candidates(value: Iterable[Candidate]) -> tuple[Candidate, ...]:
    return _as_tuple(value)


def _as_ids(value: Iterable[str] | None) -> tuple[str, ...]:
    return _as_tuple(value)


@frozen(kw_only=True)
class SelectionRound:
    """A round of a call: its candidates and what the panel decided beside the grades.

    Attributes:
        candidates: one or more, in any order.
        seats: how many can be selected; the call's number where left out.
        minimum_evaluation_points: proposals with less are not selected; no minimum where left out.
        withdrawn: ids of selected candidates whose contract fell through.
        call: id of the call, which has the regions and the criteria.

    Raises:
        InputError: with every mistake of the round; those of a candidate name it.
    """

    candidates: tuple[Candidate, ...] = field(converter=_as_candidates)
    seats: int | None = count("採択件数", "seats", minimum=0)
    minimum_evaluation_points: Fraction | None = field(
        default=None,
        converter=_as_points,
        metadata=fact(_is_points, "評価点の基準", "minimum of evaluation points", as_shown=True),
    )
    withdrawn: tuple[str, ...] = field(default=(), converter=_as_ids)
    call: str = "r7"

    def __attrs_post_init__(self) -> None:
        raise_all(field_mistakes(self) + round_mistakes(self, Candidate))
