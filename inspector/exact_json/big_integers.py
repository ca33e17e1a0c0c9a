"""Integers of thousands of digits <-> text, past the limit that Python sets on `int` and `str`.

Both ways split the number in halves, which keeps a million digits near a second; Python's limit
is a setting of the whole process and stays as it is.
"""

from __future__ import annotations

from typing import Final

PLAIN_DIGITS: Final = 600
"""Python converts this many digits under every limit it can be set to (640 is the least)."""
PLAIN_BITS: Final = 1990
"""An integer of so many bits has no more than `PLAIN_DIGITS` digits."""


def digits_to_integer(literal: str) -> int:
    """Return the integer of a JSON literal: digits, perhaps after a minus sign."""
    if literal.startswith("-"):
        return -_joined(literal[1:])
    return _joined(literal)


def _joined(digits: str) -> int:
    if len(digits) <= PLAIN_DIGITS:
        return int(digits)
    half = len(digits) // 2
    return int(_joined(digits[:-half]) * 10**half + _joined(digits[-half:]))


def integer_to_digits(number: int) -> str:
    """Return the decimal text of an integer of any size."""
    if number.bit_length() <= PLAIN_BITS:
        return int.__repr__(number)
    sign = "-" if number < 0 else ""
    return sign + _decimal_digits(abs(number))


def _decimal_digits(number: int) -> str:
    """Sum the number up in `decimal`, whose multiplication is fast, from halves of its bits."""
    from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Decimal, Inexact, localcontext

    def power_of_two(bits: int) -> Decimal:
        if bits not in powers:
            powers[bits] = Decimal(2) ** bits
        return powers[bits]

    def converted(part: int, bits: int) -> Decimal:
        if bits <= PLAIN_BITS:
            return Decimal(part)
        half = bits // 2
        high = part >> half
        low = part - (high << half)
        return converted(low, half) + converted(high, bits - half) * power_of_two(half)

    powers: dict[int, Decimal] = {}
    with localcontext() as context:
        context.prec, context.Emax, context.Emin = MAX_PREC, MAX_EMAX, MIN_EMIN
        context.traps[Inexact] = True
        return format(converted(number, number.bit_length()), "f")
