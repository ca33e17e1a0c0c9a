"""Tables with a header: CSV, tab-separated, semicolons, Markdown and database consoles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from inspector.tickets.capture.reader import CaptureReader
from inspector.tickets.capture.scanning import cells
from inspector.tickets.capture.scanning.field_names import FieldName
from inspector.tickets.capture.scanning.labels import labelled
from inspector.tickets.capture.scanning.sightings import Frame, Scan
from inspector.tickets.capture.scanning.source import Source

_DELIMITERS: Final = (",", "\t", ";", "|")
_HEADER_LINES: Final = 12
_WORD = re.compile(r"\w")


class Header(NamedTuple):
    """The line that names the columns."""

    end: int
    delimiter: str
    columns: dict[int, FieldName]


def score(source: Source) -> float:
    """Be sure when a line near the top names two fields and nothing but names."""
    return 0.87 if _header(source) else 0.0


def read(source: Source) -> Scan:
    """Return the fields of each row, each row a frame of its own."""
    header = _header(source)
    if header is None:
        return Scan()
    rows = _rows(source.text, header.end, header.delimiter)
    return cells.scan(source.text, ((row, header.columns) for row in rows), source.tick)


def parts(source: Source) -> Iterator[Frame]:
    """Yield the rows that are not empty, labelled as their tickets are."""
    header = _header(source)
    rows = _rows(source.text, header.end, header.delimiter) if header else ()
    places = ((row[0][0], row[-1][1] + 1) for row in rows)
    filled = (place for place in places if _WORD.search(source.text, *place))
    yield from labelled(source.text, filled)


def _header(source: Source) -> Header | None:
    position = len(source.text) - len(source.text.lstrip("\ufeff \t\r\n"))
    for line in source.text[position : position + 20_000].splitlines(keepends=True)[:_HEADER_LINES]:
        position += len(line)
        for delimiter in _DELIMITERS:
            columns = cells.columns(source.names, line.split(delimiter))
            if columns:
                return Header(position, delimiter, columns)
    return None


def _rows(text: str, start: int, delimiter: str) -> Iterator[list[tuple[int, int]]]:
    """Yield the places of the cells of each row; a quoted cell may hold line ends."""
    sign = re.escape(delimiter)
    cell = re.compile(
        rf"""
          [ ]*"((?>(?:[^"]++|"")*))"[ ]*(?={sign}|\r?\n|\Z)  # `"a ""b"" c"`
        | ([^{sign}\r\n]*+)                                # `r7BX`
        """,
        re.VERBOSE,
    )
    end = re.compile(rf"{sign}|\r?\n|\r|\Z")
    row: list[tuple[int, int]] = []
    position = start
    while position < len(text):
        found = cell.match(text, position)
        if not found:
            return
        row.append(found.span(1) if found[1] is not None else found.span(2))
        stop = end.match(text, found.end())
        if not stop:
            return
        position = stop.end()
        if stop[0] != delimiter:
            yield row
            row = []
    if row:
        yield row


READERS: Final = (CaptureReader("a table", "table", score, read, parts),)
