"""Long texts, gone through piece by piece.

A call of C holds Python's lock until it returns, and the window waits with it: a pattern that
goes through eight million characters at once takes a tenth of a second. What is found piece by
piece is what one call would find.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

PIECE: Final = 2_000
"""Characters that one call goes through, whole groups of base64. The slowest takes 0.2 ms: the
window asks for the lock many times while it paints, and waits for a whole call each time."""
_WITHIN: Final = 4_000
"""Characters in which a border is looked for; where there is none, the stretch goes on."""


def pieces(text: str) -> Iterator[str]:
    """Yield the pieces of a text, the last one shorter than the others."""
    for start in range(0, len(text), PIECE):
        yield text[start : start + PIECE]


def matches(
    text: str, pattern: re.Pattern[str], border: re.Pattern[str], start: int = 0, end: int = -1
) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern in a text, or in a part of it.

    `border` matches where no match reaches from before its end to behind it, nor looks.
    """
    end = len(text) if end < 0 else end
    looked = start + PIECE
    while looked < end:
        found = border.search(text, looked, min(looked + _WITHIN, end))
        if found:
            yield from pattern.finditer(text, start, found.end())
            start = looked = found.end()
        looked += PIECE
    yield from pattern.finditer(text, start, end)


def holds(text: str, pattern: re.Pattern[str], reach: int) -> bool:
    """Say whether a pattern matches anywhere in a text.

    `reach` is how many characters it takes to match, what it looks ahead at included. It may
    match more of them, but not need more.
    """
    for start in range(0, len(text) or 1, PIECE):
        found = pattern.search(text, start, start + PIECE + reach)
        if found and found.start() < start + PIECE:  # one that begins later is cut off
            return True
    return False


def without(text: str, characters: re.Pattern[str]) -> str:
    """Return a text without the characters that a pattern matches, one by one or in runs."""
    if len(text) <= PIECE:
        return characters.sub("", text)
    return "".join(characters.sub("", piece) for piece in pieces(text))


def count_units(text: str) -> int:
    """Return how many units of UTF-16 a text has, which Qt counts."""
    if text.isascii():
        return len(text)
    return sum(len(piece.encode("utf-16-le", "surrogatepass")) for piece in pieces(text)) // 2


def place_of_unit(text: str, unit: int) -> int:
    """Return the place in a text, in code points, of a unit of UTF-16."""
    place = 0
    for piece in pieces(text):
        units = count_units(piece)
        if units > unit:
            before = piece.encode("utf-16-le", "surrogatepass")[: unit * 2]
            return place + len(before.decode("utf-16-le", "replace"))
        place, unit = place + len(piece), unit - units
    return place
