"""Files of reports -> rows: .csv, .tsv, .xlsx, .jsonl, and text of any kind."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from inspector.exact_json.parsing import NotJson, parse, write
from inspector.reports.columns import Columns
from inspector.reports.errors import BrokenTable
from inspector.reports.row import Row
from inspector.reports.workbook import sheet_rows
from inspector.texts import decode
from inspector.tickets import Ticket, read
from inspector.tickets.capture.scanning.field_names import FieldNames

DELIMITERS: Final = ",;\t|"
LONGEST_CELL: Final = 64 * 1024 * 1024
KEY: Final = re.compile(r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{22}(?:==)?(?![A-Za-z0-9+/=_-])")
"""Base64 of 16 bytes, in either alphabet, padded or not."""


def read_rows(file: Path) -> list[Row]:
    """Return the reports of one file, in its order.

    Raises:
        OSError: The file cannot be read.
        ReportError: The file is not what its name says, or needs an extra.
    """
    suffix = file.suffix.lower()
    if suffix in (".xlsx", ".xlsm", ".xls", ".ods"):
        return list(_table(file.name, sheet_rows(file)))
    text = decode(file.read_bytes())
    if suffix in (".csv", ".tsv"):
        return list(_table(file.name, _csv_rows(text)))
    if suffix in (".jsonl", ".ndjson"):
        return list(_json_lines(file.name, text))
    return [Row(file.name, n, {}, ticket) for n, ticket in enumerate(read(text).tickets, 1)]


def read_keys(file: Path) -> tuple[str, ...]:
    """Return the session keys of a file of any kind, each once, in its order."""
    return tuple(dict.fromkeys(KEY.findall(decode(file.read_bytes()))))


def _csv_rows(text: str) -> Iterator[Sequence[str]]:
    """Give the rows of a CSV text, blank ones too, so that their numbers hold."""
    first = text.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=first.count)
    csv.field_size_limit(LONGEST_CELL)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise BrokenTable(str(error)) from error


def _table(file: str, rows: Iterator[Sequence[str]]) -> Iterator[Row]:
    """Give the rows under a header; without one the columns are numbered."""
    first = next(rows, ())
    columns = Columns(first)
    header = list(first) if columns.known else []
    if not columns.known:
        rows = _chained(first, rows)
    columns = Columns(header)
    for number, cells in enumerate(rows, 2 if columns.known else 1):
        if any(cell.strip() for cell in cells):
            named = dict(zip(_unique(header, len(cells)), cells, strict=False))
            yield Row(file, number, columns.others(named), columns.ticket(named))


def _chained(first: Sequence[str], rest: Iterator[Sequence[str]]) -> Iterator[Sequence[str]]:
    yield first
    yield from rest


def _unique(header: Sequence[str], width: int) -> list[str]:
    """Return a name for each column: none empty, none twice, as many as there are cells."""
    names: list[str] = []
    for position in range(max(width, len(header))):
        given = header[position].strip() if position < len(header) else ""
        name = header[position] if given else f"column {position + 1}"
        while name in names:
            name += "'"
        names.append(name)
    return names


def _json_lines(file: str, text: str) -> Iterator[Row]:
    """Give one row for each line that is not blank."""
    names = FieldNames()
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield _json_row(file, number, line, names)


def _json_row(file: str, number: int, line: str, names: FieldNames) -> Row:
    """Take a line's members for columns; a line of another kind is read as text."""
    try:
        value = parse(line)
    except NotJson:
        value = None
    if isinstance(value, dict):
        cells = {name: _cell(item) for name, item in value.items()}
        columns = Columns(list(cells), names)
        return Row(file, number, columns.others(cells), columns.ticket(cells))
    tickets = read(line).tickets or (Ticket(None, None, None),)
    return Row(file, number, {"text": line}, tickets[0])


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else write(value)
