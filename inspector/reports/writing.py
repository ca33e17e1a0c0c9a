"""Results -> .jsonl, .csv, .xlsx. A file appears whole or not at all."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Final, TextIO

from inspector.exact_json.parsing import write
from inspector.messages import utc_time
from inspector.reports.errors import UnknownFormat
from inspector.reports.row import Result, Row
from inspector.reports.sheet import Sheet

RESULT_COLUMNS: Final = (
    "row",
    "label",
    "outcome",
    "cause",
    "kind",
    "appid",
    "time",
    "payload",
    "findings",
    "repairs",
)
"""What a table gets beside the columns that it had."""
FORMULA: Final = re.compile(r"[=+\-@\t\r]")
NUMBER: Final = re.compile(r"[+-]?[0-9][0-9.,]*")

Writer = Callable[[Result], object]


def json_line(result: Result) -> str:
    """Return a result as one line of JSON: where it stood, the verdict, the other columns."""
    place = {"file": result.row.file, "row": result.row.number}
    return write({**place, **result.data, "columns": dict(result.row.columns)})


@contextmanager
def output(file: Path, rows: Iterable[Row]) -> Iterator[Writer]:
    """Open a file for the results of these rows, and give the function that adds one.

    It is written under another name first; an exception leaves the old file as it was.

    Raises:
        OSError: The file cannot be written.
        ReportError: The suffix is unknown, an extra lacks, or a sheet is full.
    """
    formats = {".jsonl": _jsonl, ".csv": _csv, ".xlsx": _xlsx}
    if file.suffix.lower() not in formats:
        raise UnknownFormat(file.suffix)
    unfinished = file.with_name(f".{file.name}.unfinished")
    try:
        with formats[file.suffix.lower()](unfinished, Table(rows)) as writer:
            yield writer
        unfinished.replace(file)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


class Table:
    """The columns of a table of results: those of all rows, then those of the verdict."""

    def __init__(self, rows: Iterable[Row]) -> None:
        files: dict[str, None] = {}
        columns: dict[str, None] = {}
        for row in rows:
            files[row.file] = None
            columns |= dict.fromkeys(row.columns)
        self._others = list(columns)
        self._many_files = len(files) > 1

    @property
    def header(self) -> list[str]:
        """The names of all columns, none twice."""
        added = (["file"] if self._many_files else []) + list(RESULT_COLUMNS)
        return self._others + [f"result_{n}" if n in self._others else n for n in added]

    def cells(self, result: Result) -> list[str]:
        """Return a result as a row of this table."""
        others = [result.row.columns.get(name, "") for name in self._others]
        file = [result.row.file] if self._many_files else []
        return others + file + _verdict_cells(result)


def _verdict_cells(result: Result) -> list[str]:
    data = result.data
    payload = data["payload"]
    mark = payload.get("watermark") if isinstance(payload, dict) else None
    mark = mark if isinstance(mark, dict) else {}
    timestamp = mark.get("timestamp")
    return [
        str(result.row.number),
        data["label"] or "",
        data["outcome"],
        data["cause"] or "",
        data["kind"] or "",
        str(mark.get("appid", "")),
        utc_time(timestamp) if isinstance(timestamp, int) else "",
        _payload_text(data),
        " ".join(finding["message"] for finding in data["findings"]),
        ", ".join(f"{r['code']} ({r['field']}, {r['count']})" for r in data["repairs"]),
    ]


def _payload_text(data: Mapping[str, Any]) -> str:
    payload = data["payload"]
    if payload is None:
        return data["plaintext"] or ""
    return payload if isinstance(payload, str) else write(payload)


@contextmanager
def _jsonl(file: Path, _: Table) -> Iterator[Writer]:
    with file.open("w", encoding="utf-8", newline="\n") as stream:

        def add(result: Result) -> None:
            stream.write(f"{json_line(result)}\n")

        yield add


@contextmanager
def _csv(file: Path, table: Table) -> Iterator[Writer]:
    # The byte order mark is how Excel knows UTF-8.
    with file.open("w", encoding="utf-8-sig", errors="replace", newline="") as stream:
        add_row = _harmless_rows(stream)
        add_row(table.header)
        yield lambda result: add_row(table.cells(result))


def _harmless_rows(stream: TextIO) -> Callable[[Sequence[str]], object]:
    writer = csv.writer(stream)
    return lambda cells: writer.writerow([harmless(cell) for cell in cells])


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: a quote stands before it."""
    return f"'{cell}" if FORMULA.match(cell) and not NUMBER.fullmatch(cell) else cell


@contextmanager
def _xlsx(file: Path, table: Table) -> Iterator[Writer]:
    with closing(Sheet(file)) as sheet:
        sheet.write(table.header)
        yield lambda result: sheet.write(table.cells(result))
