"""The rows of a text whose form has none of its own: what repeats where most of it is a ticket."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from inspector.tickets.capture.capture import Span
from inspector.tickets.capture.scanning.labels import labelled
from inspector.tickets.capture.scanning.sightings import Frame
from inspector.tickets.capture.scanning.source import Source
from inspector.tickets.fields import MAIN_FIELDS

Place = tuple[int, int]

FEWEST: Final = 5
"""Tickets by which one sees that a text has rows."""
LEAST_SHARE: Final = 2 / 3
"""How much of the rows must hold a ticket: where other lines stand between them, less does."""
LONGEST_HEAD: Final = 400
"""Characters at the ends of a row that are looked at."""
_OF_MYSQL: Final = re.compile(
    r"\*{9,40}[ ][0-9]{1,9}\.[ ]row[ ]\*{9,40}  # `********* 1. row *********`", re.VERBOSE
)
_ITEM: Final = re.compile(r"\n(?=[ \t]{0,9}-[ ])  # of a list in YAML", re.VERBOSE)
_PARAGRAPH: Final = re.compile(r"\n[ \t\r]*\n  # an empty line", re.VERBOSE)
_LINE: Final = re.compile(r"\n")
_OBJECT: Final = re.compile(r"\}\s{0,40},\s{0,40}\{  # `},{`", re.VERBOSE)
_ELEMENT: Final = re.compile(
    r"</(?:row|record|item|tr|entry)>  # `</tr>`", re.VERBOSE | re.IGNORECASE
)
_SEPARATORS: Final = (_OF_MYSQL, _ITEM, _PARAGRAPH, _LINE, _OBJECT, _ELEMENT)
_LINE_ENDS: Final = (_ITEM, _PARAGRAPH, _LINE)
"""Separators whose rows stand on lines of their own and are named by them."""
_WORD: Final = re.compile(r"\w")
_SIGN: Final = re.compile(r"\S")
_HEADER_CELL: Final = re.compile(r"<th\b  # `<th`", re.VERBOSE | re.IGNORECASE)
_BEFORE_ROWS: Final = ("[", "(", "{", ":")
"""Ends of what stands before the first row, such as `const rows = [`."""


def repeated_rows(source: Source, spans: Sequence[Span]) -> Iterator[Frame]:
    """Yield the rows by the first separator that parts each ticket from the others, if any does.

    What stands before or between them and looks like none of them is no row.
    """
    tickets = _places(spans)
    if len(tickets) < FEWEST:
        return
    for separator in _SEPARATORS:
        rows = list(_between(separator, source.text))
        filled = _filled(rows, tickets)
        if filled is None:
            continue
        heads = {_first(source.text, rows[at]) for at in filled}
        alike = [
            row
            for at, row in enumerate(rows)
            if at in filled
            or (_first(source.text, row) in heads and not _is_head(source.text, row))
        ]
        if len(filled) >= LEAST_SHARE * len(alike):
            by_line = separator in _LINE_ENDS
            yield from labelled(source.text, alike) if by_line else (Frame(*row) for row in alike)
            return


def _places(spans: Sequence[Span]) -> list[Place]:
    """Return where the main fields of each ticket begin and end, in order."""
    found: dict[int, Place] = {}
    for span in spans:
        if span.field in MAIN_FIELDS:
            start, end = found.get(span.ticket, (span.start, span.end))
            found[span.ticket] = (min(start, span.start), max(end, span.end))
    return sorted(found.values())


def _between(separator: re.Pattern[str], text: str) -> Iterator[Place]:
    """Yield what stands between separators and holds a word."""
    start = 0
    for match in separator.finditer(text):
        if _WORD.search(text, start, match.start()):
            yield start, match.start()
        start = match.end()
    if _WORD.search(text, start):
        yield start, len(text)


def _filled(rows: Sequence[Place], tickets: Sequence[Place]) -> set[int] | None:
    """Return which rows hold a ticket; None where one holds two, or a ticket lies in none."""
    starts = [start for start, _ in rows]
    filled: set[int] = set()
    for start, end in tickets:
        at = bisect_right(starts, start) - 1
        if at < 0 or at in filled or end > rows[at][1]:
            return None
        filled.add(at)
    return filled


def _first(text: str, row: Place) -> str:
    """Return the first character of a row, one sign for all digits."""
    first = _SIGN.search(text, *row)
    return "0" if first is None or first[0].isdigit() else first[0]


def _is_head(text: str, row: Place) -> bool:
    """Say whether it is what stands before the rows or behind them."""
    head = text[row[0] : row[0] + LONGEST_HEAD]
    if head.lstrip().startswith("</") or _HEADER_CELL.search(head):
        return True
    tail = text[max(row[0], row[1] - LONGEST_HEAD) : row[1]].strip()
    return "\n" not in tail and tail.endswith(_BEFORE_ROWS)
