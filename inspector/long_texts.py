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
_WORD: Final = 20
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


def search(
    text: str, pattern: re.Pattern[str], reach: int, start: int = 0, end: int = -1
) -> re.Match[str] | None:
    """Return the first match of a pattern in a text, or in a part of it.

    `reach` is how many characters it takes to match, what it looks ahead at included. It may
    match more of them where these are enough, and is cut off there.
    """
    end = len(text) if end < 0 else end
    while start + PIECE + reach < end:
        found = pattern.search(text, start, start + PIECE + reach)
        if found and found.start() < start + PIECE:  # one that begins later may be cut off
            return found
        start += PIECE
    return pattern.search(text, start, end)


def short_matches(
    text: str, pattern: re.Pattern[str], reach: int, start: int = 0, end: int = -1
) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern, none of them empty; `reach` is as in `search`."""
    found = search(text, pattern, reach, start, end)
    while found:
        yield found
        found = search(text, pattern, reach, found.end(), end)


def holds(text: str, pattern: re.Pattern[str], reach: int) -> bool:
    """Say whether a pattern matches anywhere in a text; `reach` is as in `search`."""
    return search(text, pattern, reach) is not None


def has_any(text: str, *words: str) -> bool:
    """Say whether one of some words, of up to 20 letters, stands in a text."""
    return any(
        text.find(word, start, start + PIECE + _WORD) >= 0
        for start in range(0, len(text), PIECE)
        for word in words
    )


def consists_of(text: str, signs: re.Pattern[str]) -> bool:
    """Say whether there is nothing in a text but what matches a pattern of single characters."""
    return all(signs.fullmatch(piece) for piece in pieces(text))


def runs(text: str, signs: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield where characters stand together that a pattern `[…]+` matches: start and end."""
    begun = ended = 0
    for start in range(0, len(text), PIECE):
        for match in signs.finditer(text, start, start + PIECE):
            if match.start() != ended:
                if ended > begun:
                    yield begun, ended
                begun = match.start()
            ended = match.end()
    if ended > begun:
        yield begun, ended


def match_end(
    text: str, pattern: re.Pattern[str], units: re.Pattern[str], start: int, end: int = -1
) -> int:
    """Return where what a pattern matches at a place ends; the place itself where it is nothing.

    `units` matches some of the units that the pattern repeats, as the pattern does: as many as
    there are, and each whole. Most of a long match should be of these.
    """
    end = len(text) if end < 0 else end
    before = place = start
    while place + PIECE < end:
        match = units.match(text, place, place + PIECE)
        if not match or match.end() <= place + PIECE // 2:
            break
        before, place = place, match.end()
    last = pattern.match(text, before, end)
    return last.end() if last else start


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
