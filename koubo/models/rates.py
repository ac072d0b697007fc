"""The rate of general administrative cost (一般管理費率) as a corporation states it (VI.2.(1).ヘ)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

from attrs import field, frozen

from koubo.errors import Mistake
from koubo.models.checks import fact, field_mistakes, is_yen, raise_all, shown

_STATEMENT_KEYS = ("selling_and_general_administrative_yen", "selling_yen", "cost_of_sales_yen")
_EXPECTED = (
    'a decimal in quotes such as "0.083" from 0 to 1, a mapping with '
    + ", ".join(_STATEMENT_KEYS)
    + ' or {separately_set: "0.15"}'
)


# No exponents: "1e-999999999" is twelve characters and a number of a thousand million digits.
_EXACT = re.compile(r"[+-]?[0-9]{1,12}(?:\.[0-9]{1,30}|/[0-9]{1,12})?")


def exact_decimal(value: object) -> Fraction | None:
    """Read a decimal or a ratio written as text (``"0.083"``, ``"1/12"``) exactly; ``None`` if it is neither."""
    if not isinstance(value, str) or _EXACT.fullmatch(value) is None:
        return None
    try:
        return Fraction(value)
    except ZeroDivisionError:
        return None


@frozen(kw_only=True)
class FinancialStatement:
    """The three figures of a profit and loss statement from which the own rate is worked out, in yen."""

    selling_and_general_administrative_yen: int = field(
        metadata=fact(is_yen, "販売費及び一般管理費", "selling, general and administrative expenses", "yen")
    )
    selling_yen: int = field(metadata=fact(is_yen, "販売費", "selling expenses", "yen"))
    cost_of_sales_yen: int = field(metadata=fact(is_yen, "売上原価", "cost of sales", "yen"))

    def __attrs_post_init__(self) -> None:
        mistakes = field_mistakes(self)
        if not mistakes and self.cost_of_sales_yen == 0:
            mistakes.append(Mistake("cost_of_sales_yen", "0", "more than 0, as the rate is a share of it"))
        if not mistakes and self.selling_yen > self.selling_and_general_administrative_yen:
            most = self.selling_and_general_administrative_yen
            mistakes.append(
                Mistake("selling_yen", str(self.selling_yen), f"no more than the sum it is part of ({most})")
            )
        raise_all(mistakes)


@frozen(kw_only=True)
class GeneralAdminRate:
    """One corporation's rate, in exactly one of three forms.

    ``own`` is its own rate as an exact share; ``statement`` the figures it follows from; ``separately_set`` the
    rate set for a university, which is used as it is.
    """

    own: Fraction | None = None
    statement: FinancialStatement | None = None
    separately_set: Fraction | None = None

    def __attrs_post_init__(self) -> None:
        given = [value for value in (self.own, self.statement, self.separately_set) if value is not None]
        if len(given) != 1:
            raise_all([Mistake("", f"{len(given)} forms of a rate", _EXPECTED)])
        rate = self.own if self.own is not None else self.separately_set
        if rate is not None and not 0 <= rate <= 1:
            raise_all([Mistake("", str(rate), _EXPECTED)])

    @classmethod
    def of(cls, value: object) -> GeneralAdminRate:
        """Read a rate as the budget writes it.

        Raises:
            InputError: if it is none of the three forms; a rate is never read from a float, which is not exact.
        """
        if isinstance(value, GeneralAdminRate):
            return value
        if isinstance(value, Mapping):
            return cls._of_mapping(value)
        rate = value if isinstance(value, Fraction) else exact_decimal(value)
        if rate is None or not 0 <= rate <= 1:
            raise_all([Mistake("", shown(value), _EXPECTED)])
        return cls(own=rate)

    @classmethod
    def _of_mapping(cls, value: Mapping[object, object]) -> GeneralAdminRate:
        if set(value) == {"separately_set"}:
            rate = exact_decimal(value["separately_set"])
            if rate is None or not 0 <= rate <= 1:
                raise_all(
                    [Mistake("separately_set", shown(value["separately_set"]), 'a decimal in quotes such as "0.15"')]
                )
            return cls(separately_set=rate)
        if set(value) != set(_STATEMENT_KEYS):
            raise_all([Mistake("", "a mapping with " + (", ".join(map(str, value)) or "no key"), _EXPECTED)])
        return cls(statement=FinancialStatement(**{str(key): figure for key, figure in value.items()}))  # type: ignore[arg-type]
