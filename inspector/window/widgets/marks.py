"""Places in a text that are marked inside a field: tint and underline, never colour alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

MOST_MARKS: Final = 400
"""More marks than this in one field help nobody and cost layout time."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One marked place."""

    start: int
    """First character, in code points."""
    end: int
    """One past the last character."""
    tone: str
    """`ok`, `warn`, `err` or `info`, or a token of JSON colours such as `key`."""
    tip: str = ""
    """What the place is, in words."""
    line: str = "solid"
    """How it is underlined: `solid`, `dash`, `dot` or `wave`."""


def join_marks(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Return marks in order, those of one tone and tip that touch made one, and not too many."""
    joined: list[Mark] = []
    for mark in sorted(marks, key=_start):
        last = joined[-1] if joined else None
        if last and replace(last, start=mark.start, end=mark.end) == mark == replace(
            mark, start=last.end
        ):
            joined[-1] = replace(last, end=mark.end)
        elif len(joined) < MOST_MARKS:
            joined.append(mark)
    return tuple(joined)


def mark_at(marks: Sequence[Mark], place: int) -> Mark | None:
    """Return the mark that a character lies in."""
    return next((mark for mark in marks if mark.start <= place < mark.end), None)


class QtOffsets:
    """Counts characters as Qt's documents do.

    They hold UTF-16, where 😀 is two units, and make one line break of a Windows one.
    """

    def __init__(self, text: str) -> None:
        self._wide = [] if text.isascii() else [i for i, c in enumerate(text) if c > "\uffff"]
        self._gone = [match.start() for match in re.finditer("\r\n", text)]

    def to_qt(self, place: int) -> int:
        """Return Qt's position for a place in code points."""
        return place + bisect_left(self._wide, place) - bisect_left(self._gone, place)

    def from_qt(self, position: int) -> int:
        """Return the place in code points for Qt's position."""
        low, high = max(0, position - len(self._wide)), position + len(self._gone)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.to_qt(middle) <= position else (low, middle - 1)
        return low


def _start(mark: Mark) -> int:
    return mark.start
