"""Tables of HTML with a row of names, as pages, mails and spreadsheets give them."""

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

_BORDER = re.compile(
    r"</?(?:tr|(?P<table>table))\b[^<>]{0,2000}>  # `</tr>`", re.VERBOSE | re.IGNORECASE
)
_CELL = re.compile(
    r"""
    <t[dh]\b[^<>]{0,2000}>                                    # `<td>`
    (?>(?:\s|&nbsp;|<(?!/?t[dhr]\b)[^<>]{0,2000}>)*)           # `<span>`
    (?P<text>[^<]*+)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_WORD = re.compile(r"\w")

Cells = list[tuple[int, int]]
"""Where the text of each cell of a row stands."""


def score(source: Source) -> float:
    """Be sure when a row of a table names two fields and nothing but names."""
    if "<t" not in source.head and "<T" not in source.head:
        return 0.0
    rows = _rows(source.head)
    return 0.91 if any(_columns(source, source.head, row) for row in rows) else 0.0


def read(source: Source) -> Scan:
    """Return the fields of each row below a row of names, each row a frame of its own."""
    return cells.scan(source.text, _filled(source), source.tick)


def parts(source: Source) -> Iterator[Frame]:
    """Yield the rows that are not empty, labelled as their tickets are."""
    places = ((row[0][0], row[-1][1] + 1) for row, _ in _filled(source))
    yield from labelled(source.text, places)


def _filled(source: Source) -> Iterator[tuple[Cells, dict[int, FieldName]]]:
    """Yield the rows with anything in them, and what the columns above them are named."""
    columns: dict[int, FieldName] = {}
    for row in _rows(source.text):
        named = _columns(source, source.text, row)
        if named or not row:
            columns = named
        elif columns and any(_WORD.search(source.text, *cell) for cell in row):
            yield row, columns


def _columns(source: Source, text: str, row: Cells) -> dict[int, FieldName]:
    return cells.columns(source.names, [text[slice(*cell)] for cell in row])


def _rows(text: str) -> Iterator[Cells]:
    """Yield the rows of all tables, an empty one where a table begins or ends."""
    position = 0
    for border in _BORDER.finditer(text):
        row = [_stripped(cell) for cell in _CELL.finditer(text, position, border.start())]
        if row:
            yield row
        if border["table"]:
            yield []
        position = border.end()
    yield [_stripped(cell) for cell in _CELL.finditer(text, position)]


def _stripped(cell: re.Match[str]) -> tuple[int, int]:
    text = cell["text"].replace("&nbsp;", " " * len("&nbsp;")).rstrip()
    return cell.start("text"), cell.start("text") + len(text)


READERS: Final = (CaptureReader("a table of HTML", "html_table", score, read, parts),)
