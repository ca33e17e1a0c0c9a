"""Makes the text of a payload for a text box: exact, and no longer than the box can bear."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from inspector.exact_json.members import IndexPath
from inspector.exact_json.parsing import write
from inspector.long_texts import count_units, place_of_unit
from inspector.tickets import Verdict
from inspector.visible import visible
from inspector.window.payload_panel.content import payload_of
from inspector.window.payload_panel.json_ranges import TextRange, place_of, trail_at

LONGEST_TEXT: Final = 5_000_000
"""Characters shown at most, until somebody asks for all."""
LONGEST_LINE: Final = 20_000
"""Longer lines are broken between members or, where one string is longer, cut for display."""

SEEN_AT_ONCE: Final = 20_000
"""Characters whose unseen ones are sought by one call, for which other threads wait."""
_PIECES: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[^",]+|,', re.DOTALL)


class Form(StrEnum):
    """How the text is laid out."""

    PRETTY = "pretty"
    COMPACT = "compact"
    SENT = "sent"
    """As it stood in the ticket."""


@dataclass(frozen=True, slots=True)
class ShownText:
    """A text made for display, and what was done to it."""

    text: str
    length: int
    """Characters of the whole text."""
    is_json: bool
    broken: bool = False
    """True when line breaks were added between members."""
    cut_lines: int = 0
    """How many lines are cut."""

    @property
    def cut(self) -> bool:
        """True when the end of the text is left out."""
        return self.length > len(self.text) and not self.cut_lines


def whole_text(verdict: Verdict, form: Form, is_text: bool) -> str:
    """Return the exact text of a payload."""
    if is_text:
        return str(payload_of(verdict))
    if form is Form.SENT and verdict.plaintext is not None:
        return verdict.plaintext
    return write(verdict.payload, 2 if form is Form.PRETTY else None)


def make_text(
    verdict: Verdict, form: Form, is_text: bool, limit: int, cancelled: Callable[[], bool]
) -> ShownText:
    """Return the text of a payload for display, at most `limit` characters of it."""
    text = whole_text(verdict, form, is_text)
    length = len(text)
    text = text[:limit]
    broken, cut = False, 0
    if not is_text and _longest_line(text) > LONGEST_LINE:
        text, broken = _break_lines(text), True
    if cancelled():
        return ShownText("", length, not is_text)
    if _longest_line(text) > LONGEST_LINE:
        text, cut = _cut_lines(text, '"' if not is_text else "")
    return ShownText(_visible_lines(text), length, not is_text, broken, cut)


def find_place(
    text: str, trail: IndexPath, cancelled: Callable[[], bool]
) -> tuple[IndexPath, TextRange | None]:
    """Return where a member stands in a text, counted as Qt counts, in UTF-16 units."""
    place = place_of(text, trail, cancelled)
    if place is None:
        return trail, None
    places = (place.start, place.value, place.end)
    return trail, TextRange(*(count_units(text[:at]) for at in places))


def find_trail(text: str, unit: int, cancelled: Callable[[], bool]) -> IndexPath | None:
    """Return the member at a place that is counted in UTF-16 units."""
    return trail_at(text, place_of_unit(text, unit), cancelled)


def _visible_lines(text: str) -> str:
    """Return a text with what cannot be seen, line by line, so that the window goes on."""
    pieces: list[str] = []
    start = 0
    while start < len(text):
        end = text.find("\n", start + SEEN_AT_ONCE) + 1 or len(text)
        pieces.append(visible(text[start:end], lines=True))
        start = end
    return "".join(pieces)


def _longest_line(text: str) -> int:
    longest = start = 0
    while (end := text.find("\n", start)) >= 0:
        longest = max(longest, end - start)
        start = end + 1
    return max(longest, len(text) - start)


def _break_lines(text: str) -> str:
    """Add line breaks after commas between members; a string is never broken."""
    lines: list[str] = []
    pieces: list[str] = []
    length = 0
    for found in _PIECES.finditer(text):
        piece = found[0]
        pieces.append(piece)
        length += len(piece)
        if piece == "," and length > LONGEST_LINE // 10:
            lines.append("".join(pieces))
            pieces, length = [], 0
    lines.append("".join(pieces))
    return "\n".join(lines)


def _cut_lines(text: str, close: str) -> tuple[str, int]:
    lines = text.split("\n")
    count = 0
    for number, line in enumerate(lines):
        if len(line) > LONGEST_LINE:
            comma = "," if close and line.endswith(",") else ""
            lines[number] = f"{line[:LONGEST_LINE]}…{close}{comma}"
            count += 1
    return "\n".join(lines), count
