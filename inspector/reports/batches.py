"""Batches: stretches of a file that are read and judged in one go, wherever that is done.

A batch holds its stretch as it stands in the file, so that the program that reads the file does
little and the workers the rest. It is small enough to be sent to another process.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, Protocol

from inspector.exact_json.parsing import NotJson, parse, write
from inspector.findings import Finding, Severity
from inspector.reports.blocks import decode
from inspector.reports.columns import Columns, RowMaker
from inspector.reports.recognition import by_name
from inspector.reports.records import Dialect
from inspector.reports.row import NO_CELLS, Cells, Row
from inspector.tickets import Capture, Ticket, read
from inspector.tickets.capture.scanning.field_names import FieldNames

ROWS: Final = 300
"""Rows of a batch: enough to outweigh its transport, few enough to share out slow rows."""
NOTHING: Final = Ticket(None, None, None)


class Form(Protocol):
    """What the stretches of one file are, and how rows are made of them. Picklable."""

    @property
    def file(self) -> str:
        """The file's name for people."""

    def rows(self, first: int, data: Any, encoding: str | None) -> list[Row]:
        """Return the rows of a stretch whose first one has the number `first`. Never raises."""


@dataclass(frozen=True, slots=True)
class Batch:
    """One stretch of a file."""

    form: Form
    first: int
    """The number in the file of its first row or line."""
    data: Any = field(repr=False)
    encoding: str | None = None
    place: int = 0
    """Bytes of the file on disk that had been read when it was made."""

    def moved(self, before: int) -> Batch:
        """Return it with its place counted behind so many bytes of other files."""
        return replace(self, place=self.place + before) if before else self

    def rows(self) -> list[Row]:
        """Return its rows."""
        return self.form.rows(self.first, self.data, self.encoding)


@dataclass(frozen=True, slots=True)
class CellRows:
    """Stretches that are lists of rows of cells; blank rows count and give nothing."""

    file: str
    columns: Columns

    def rows(self, first: int, data: Any, encoding: str | None) -> list[Row]:
        """Return the rows that are not blank."""
        make = RowMaker(self.file, self.columns).rows
        return [
            row
            for number, cells in self.cells(first, data, encoding)
            for row in make(number, cells)
        ]

    def cells(self, first: int, data: Any, encoding: str | None) -> list[tuple[int, list[str]]]:
        """Return number and cells of each row that is not blank."""
        del encoding
        return [
            (number, cells)
            for number, cells in enumerate(data, first)
            if (cells and cells[0].strip()) or any(map(str.strip, cells))
        ]


@dataclass(frozen=True, slots=True)
class DelimitedLines(CellRows):
    """Stretches that are lines of delimited text, one row each."""

    dialect: Dialect

    def cells(self, first: int, data: Any, encoding: str | None) -> list[tuple[int, list[str]]]:
        """Return number and cells of each row that is not blank."""
        text = decode(data.replace(b"\r\n", b"\n"), encoding)
        return CellRows.cells(self, first, self.dialect.unquoted(text.split("\n")), None)


@dataclass(frozen=True, slots=True)
class JsonLines:
    """Stretches that are lines of JSON, one row each; a line of another kind is read as text."""

    file: str
    meanings: Mapping[str, str] = field(default_factory=dict)
    """What a user says that members hold, by their names; see `Columns.with_meanings`."""

    def rows(self, first: int, data: Any, encoding: str | None) -> list[Row]:
        """Return a row for each line that is not blank."""
        names = FieldNames()
        makers: dict[tuple[str, ...], RowMaker] = {}
        made: list[Row] = []
        for number, line in enumerate(decode(data, encoding).split("\n"), first):
            if line and not line.isspace():
                made += self._row(number, line, names, makers)
        return made

    def _row(
        self, number: int, line: str, names: FieldNames, makers: dict[tuple[str, ...], RowMaker]
    ) -> list[Row]:
        try:
            value = parse(line)
        except NotJson as problem:
            return _broken(self.file, number, line, problem)
        if not isinstance(value, dict):
            return text_rows(self.file, number, line)
        header = tuple(value)
        maker = makers.get(header)
        if maker is None:
            columns = Columns(header, by_name(header, names)).with_meanings(self.meanings)
            maker = makers[header] = RowMaker(self.file, columns)
        return maker.rows(number, [cell(item) for item in value.values()])


@dataclass(frozen=True, slots=True)
class Captures:
    """Stretches that are texts of any kind, in which tickets are looked for."""

    file: str

    def rows(self, first: int, data: Any, encoding: str | None) -> list[Row]:
        """Return a row for each ticket, numbered by the line where it begins."""
        text = decode(data, encoding)
        return capture_rows(self.file, first, text, read(text))


@dataclass(frozen=True, slots=True)
class ReadyRows:
    """Stretches that are rows already."""

    file: str

    def rows(self, first: int, data: Any, encoding: str | None) -> list[Row]:
        """Return the rows."""
        del first, encoding
        return list(data)


def capture_rows(file: str, first: int, text: str, capture: Capture) -> list[Row]:
    """Return a row for each ticket of a text, numbered by the line where it begins."""
    starts: dict[int, int] = {}
    for span in capture.spans:
        starts.setdefault(span.ticket, span.start)
    made: list[Row] = []
    line, seen = first, 0
    for index, ticket in enumerate(capture.tickets):
        start = max(seen, starts.get(index, seen))
        line, seen = line + text.count("\n", seen, start), start
        made.append(Row(file, line, NO_CELLS, ticket))
    return made


def text_rows(file: str, number: int, text: str) -> list[Row]:
    """Return the tickets in the text of one row, or the row without one."""
    capture = read(text)
    row = Row(file, number, Cells(("text",), (text,)), NOTHING, capture.findings)
    return [replace(row, ticket=ticket, findings=()) for ticket in capture.tickets] or [row]


def cell(value: Any) -> str:
    """Return a JSON value as the text of a cell."""
    if type(value) is str:
        return value
    return "" if value is None else write(value)


def _broken(file: str, number: int, line: str, problem: NotJson) -> list[Row]:
    """Return a line that is no JSON: read as text, else told with what is wrong."""
    rows = text_rows(file, number, line)
    if not rows[0].is_empty:
        return rows
    parameters = {"position": problem.position + 1, "reason": problem.reason}
    finding = Finding("row_unreadable", Severity.ERROR, None, parameters)
    return [replace(row, findings=(finding, *row.findings)) for row in rows]
