"""SQL: `INSERT INTO … (columns) VALUES (row), (row)`. Each row is a ticket."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from inspector.tickets.capture.reader import CaptureReader
from inspector.tickets.capture.scanning import cells
from inspector.tickets.capture.scanning.field_names import FieldName
from inspector.tickets.capture.scanning.labels import labelled
from inspector.tickets.capture.scanning.sightings import Frame, Scan
from inspector.tickets.capture.scanning.source import Source

_INSERT = re.compile(
    r"""
    (?:INSERT|REPLACE)\s+(?:IGNORE\s+)?INTO\s+     # `INSERT INTO ` `REPLACE INTO `
    [^\s(]{1,200}\s*\(([^()]{1,4000})\)\s*         # `reports (id, session_key, iv) `
    VALUES?\s*                                     # `VALUES `
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ROW = re.compile(r"[\s,]{0,40}\(")
_CELL = re.compile(
    r"""
    \s{0,40}[NnBbEe]?                              # ` N`
    (?:
        '((?>(?:[^'\\]++|\\.|'')*))'               # `'r7BX'` `'it''s'`
      | "((?>(?:[^"\\]++|\\.)*))"                  # `"r7BX\"+"`
      | ([^,()'"]*+)                               # `NULL` `17`
    )\s{0,40}
    """,
    re.VERBOSE,
)


def score(source: Source) -> float:
    """Be sure when a statement near the top names two fields."""
    return 0.88 if any(_columns(source, match) for match in _INSERT.finditer(source.head)) else 0.0


def read(source: Source) -> Scan:
    """Return the fields of each row, each row a frame of its own."""
    return cells.scan(source.text, _filled(source), source.tick)


def _filled(source: Source) -> Iterator[tuple[list[tuple[int, int]], dict[int, FieldName]]]:
    """Yield the rows of the statements that are read, and what their columns hold."""
    for statement in _INSERT.finditer(source.text):
        if columns := _columns(source, statement):
            for row in _rows(source.text, statement.end()):
                yield row, columns


def parts(source: Source) -> Iterator[Frame]:
    """Yield the rows of the statements that are read, labelled as their tickets are."""
    places = ((row[0][0], row[-1][1] + 1) for row, _ in _filled(source) if row)
    yield from labelled(source.text, places)


def _columns(source: Source, statement: re.Match[str]) -> dict[int, FieldName]:
    return cells.columns(source.names, statement[1].split(","))


def _rows(text: str, position: int) -> Iterator[list[tuple[int, int]]]:
    """Yield the places of the values of each row."""
    while opening := _ROW.match(text, position):
        position = opening.end()
        row: list[tuple[int, int]] = []
        while found := _CELL.match(text, position):
            row.append(found.span(found.lastindex or 0))
            position = found.end() + 1
            if text[found.end() : position] != ",":
                break
        yield row


READERS: Final = (CaptureReader("SQL", "sql", score, read, parts),)
