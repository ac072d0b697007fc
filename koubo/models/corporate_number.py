"""The corporate number (法人番号) and the invoice number (T and 13 digits): their check digit, and placeholders."""

from __future__ import annotations

import re

_DIGITS = re.compile(r"[0-9]{13}")


def check_digit(body: str) -> int:
    """Return the digit that goes before the twelve digits of a number.

    Nine minus the remainder by nine of the sum of the digits, counted from the right, every second one taken twice.
    """
    total = sum(int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(body)))
    return 9 - total % 9


def is_corporate_number(value: object) -> str | None:
    """Check thirteen digits of which the first follows from the others."""
    if not isinstance(value, str) or not _DIGITS.fullmatch(value):
        return "a corporate number: 13 digits as text"
    wanted = check_digit(value[1:])
    return None if int(value[0]) == wanted else f"a corporate number whose first digit, the check digit, is {wanted}"


def is_invoice_number(value: object) -> str | None:
    """Check ``T`` with thirteen digits of which the first follows from the others."""
    if not isinstance(value, str) or not value.startswith("T") or not _DIGITS.fullmatch(value[1:]):
        return "an invoice number: T and 13 digits"
    wanted = check_digit(value[2:])
    return None if int(value[1]) == wanted else f"an invoice number whose first digit, the check digit, is {wanted}"


def known_number(value: str | None) -> str | None:
    """Return a number, ``None`` for a placeholder such as 9999999999999: one digit repeated, which proves nothing."""
    return None if value is None or len(set(value[-12:])) == 1 else value
