"""Results -> .jsonl, .csv, .xlsx: whole when the run ends well, whole rows when it is stopped."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Final, Protocol, cast

from inspector.files import Unfinished, atomic_stream
from inspector.reports.crew import Stopped
from inspector.reports.errors import UnknownFormat
from inspector.reports.judging import Rendering
from inspector.reports.rendering import JsonLine
from inspector.reports.sheet import Sheet
from inspector.reports.table_rows import VERDICT_COLUMNS, TableCells, TableRow
from inspector.visible import UNSEEN

MARK: Final = "\ufeff"
"""How Excel knows UTF-8."""
FORMULA: Final = re.compile(rf"[\s{UNSEEN}\u200d\ufe0e\ufe0f]*[=+\-@＝＋－＠﹦﹢﹣﹫]|[\t\r]")
"""What a spreadsheet may take for a formula, or a program that cleans the cell up for it."""
NUMBER: Final = re.compile(r"[+-]?[0-9][0-9.,]*")
MOST_FIELDS: Final = 200
"""Fields of payloads that become columns; what more there are stand in `payload` only."""
LINES_A_WRITE: Final = 100
"""Few enough that the memory they are joined in is used again."""
ROWS_A_LOOK: Final = 1_000
"""Rows of a sheet that are written between two looks at whether the work is to stop."""


class Output(Protocol):
    """Where results go. End it with `finish`, `keep` or `discard`."""

    def rendering(self, language: str, show_secrets: bool) -> Rendering:
        """Return what makes of a row what `add` takes."""

    def add(self, made: Sequence[Any]) -> None:
        """Add some rows; raises OSError when they cannot be written."""

    def finish(self, cancelled: Callable[[], bool]) -> None:
        """Put the file in its place; raises OSError, ReportError or `Stopped`."""

    def keep(self) -> Path | None:
        """Put the rows so far into a file, and return it; None where there is nothing to keep.

        That is the file asked for if there was none before, else one beside it.
        """

    def discard(self) -> None:
        """Leave nothing behind of what is not finished or kept."""


def open_output(file: Path) -> Output:
    """Open a file for results; whether it can be written is found out here.

    Raises:
        OSError: The file cannot be written.
        UnknownFormat: Results are not written in files of this suffix.
    """
    suffix = file.suffix.lower()
    if suffix == ".jsonl":
        return JsonLinesOutput(file)
    if suffix in (".csv", ".xlsx"):
        return TableOutput(file)
    raise UnknownFormat


class _Rows:
    """A file that grows by whole rows.

    It is written without a buffer, so that after a full disk it can be cut back to the last
    whole row.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._was_there = file.exists()
        self._unfinished = Unfinished(file, secret=True)
        self._raw = cast(io.RawIOBase, getattr(self._unfinished.stream, "raw", None))
        self._size = 0

    def write(self, pieces: Iterable[bytes]) -> None:
        """Write whole rows in pieces; where one cannot be written, none of them counts."""
        size = 0
        for piece in pieces:
            view = memoryview(piece)
            while view:
                view = view[self._raw.write(view) or 0 :]
            size += len(piece)
        self._size += size

    def read(self) -> BinaryIO:
        """Return what was written, from its beginning."""
        self._unfinished.stream.seek(0)
        return self._unfinished.stream

    def publish(self) -> None:
        self._unfinished.publish()

    def keep(self, suffix: str) -> Path | None:
        """Put the whole rows into a file of a suffix."""
        if not self._size or self._unfinished.is_special:
            self.discard()
            return None
        file = self._file.with_suffix(suffix)
        if self._was_there or file != self._file:
            file = _free(file)
        self._raw.truncate(self._size)
        self._unfinished.publish(file)
        return file

    def discard(self) -> None:
        self._unfinished.discard()


def _free(file: Path) -> Path:
    """Return the name for rows of a stopped run: `a.stopped.csv`, `a.stopped-2.csv`, ..."""
    number = 1
    while True:
        name = f"{file.stem}.stopped{f'-{number}' if number > 1 else ''}{file.suffix}"
        if not (free := file.with_name(name)).exists():
            return free
        number += 1


class JsonLinesOutput:
    """A file of JSON lines."""

    def __init__(self, file: Path) -> None:
        self._rows = _Rows(file)

    def rendering(self, language: str, show_secrets: bool) -> Rendering:
        """Return what makes lines."""
        return JsonLine(language, show_secrets)

    def add(self, made: Sequence[Any]) -> None:
        """Add some lines."""
        self._rows.write(
            b"\n".join([*made[start : start + LINES_A_WRITE], b""])
            for start in range(0, len(made), LINES_A_WRITE)
        )

    def finish(self, cancelled: Callable[[], bool]) -> None:
        """Put the file in its place."""
        del cancelled
        self._rows.publish()

    def keep(self) -> Path | None:
        """Put the lines so far into a file."""
        return self._rows.keep(".jsonl")

    def discard(self) -> None:
        """Leave nothing behind."""
        self._rows.discard()


class TableOutput:
    """A table, as CSV or as a sheet.

    Rows are written as they come. Columns that turn up later, as a payload of another kind has
    them, are added to the header at the end, and the rows before them are filled up then. A sheet
    is made at the end, too.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._is_sheet = file.suffix.lower() == ".xlsx"
        self._rows = _Rows(file)
        self._columns = TableColumns()
        self._layouts: list[tuple[int, int, int]] = []
        """Own columns, fields and rows of each stretch of rows that have the same."""
        self._is_risky = False

    def rendering(self, language: str, show_secrets: bool) -> Rendering:
        """Return what makes cells."""
        return TableRow(language, show_secrets)

    def add(self, made: Sequence[Any]) -> None:
        """Add the cells of some rows."""
        for each in made:
            self._columns.learn(each)
        rows = [self._columns.cells(each) for each in made]
        if not self._layouts:
            self._rows.write([_csv([_safely(self._columns.header)], MARK)])
        layout = self._columns.layout
        if not self._layouts or self._layouts[-1][:2] != layout:
            self._layouts.append((*layout, 0))
        self._layouts[-1] = (*layout, self._layouts[-1][2] + len(rows))
        self._rows.write([_csv(self._safe(rows))])

    def _safe(self, rows: list[list[str]]) -> list[list[str]]:
        """Return rows without formulas; those of a sheet are texts there anyway."""
        safe = [_safely(row) for row in rows]
        if not self._is_sheet:
            return safe
        self._is_risky = self._is_risky or safe != rows
        return rows

    def finish(self, cancelled: Callable[[], bool]) -> None:
        """Put the file in its place."""
        if not self._layouts:
            self._rows.write([_csv([_safely(self._columns.header)], MARK)])
        if self._is_sheet:
            with atomic_stream(self._file, secret=True) as stream:
                self._write_sheet(stream, cancelled)
            self._rows.discard()
        elif len(self._layouts) > 1:
            self._rewrite(self._file)
        else:
            self._rows.publish()

    def keep(self) -> Path | None:
        """Put the rows so far into a CSV file; a sheet would take too long."""
        if len(self._layouts) > 1 or self._is_risky:
            file = self._file.with_suffix(".csv")
            file = _free(file) if self._file.exists() or file != self._file else file
            self._rewrite(file)
            return file
        return self._rows.keep(".csv")

    def discard(self) -> None:
        """Leave nothing behind."""
        self._rows.discard()

    def _rewrite(self, file: Path) -> None:
        with atomic_stream(file, secret=True) as stream:
            stream.write(_csv([_safely(self._columns.header)], MARK))
            for row in self._filled():
                stream.write(_csv([_safely(row)]))
        self._rows.discard()

    def _write_sheet(self, stream: BinaryIO, cancelled: Callable[[], bool]) -> None:
        with Sheet(stream) as sheet:
            sheet.write(self._columns.header)
            for number, row in enumerate(self._filled()):
                if number % ROWS_A_LOOK == 0 and cancelled():
                    raise Stopped
                sheet.write(row)

    def _filled(self) -> Iterator[list[str]]:
        """Give the rows again, each as wide as the header."""
        text = io.TextIOWrapper(self._rows.read(), encoding="utf-8-sig", newline="")
        try:
            rows = csv.reader(text)
            next(rows, None)
            for own, fields, count in self._layouts:
                for _, row in zip(range(count), rows, strict=False):
                    yield self._columns.filled(row, own, fields)
        finally:
            text.detach()


class TableColumns:
    """The columns of a table of results: the user's own, the verdict's, the payloads' fields."""

    def __init__(self) -> None:
        self._own: dict[str, int] = {}
        self._fields: dict[str, int] = {}

    @property
    def layout(self) -> tuple[int, int]:
        """How many own columns and how many fields there are by now."""
        return len(self._own), len(self._fields)

    @property
    def header(self) -> list[str]:
        """The names of all columns, none twice."""
        taken = set(self._own)
        names = list(self._own)
        for prefix, added in (("result_", VERDICT_COLUMNS), ("payload_", tuple(self._fields))):
            for given in added:
                name = given
                while name in taken:
                    name = prefix + name
                taken.add(name)
                names.append(name)
        return names

    def learn(self, made: TableCells) -> None:
        """Take notice of the columns of a row."""
        for name in made.names:
            self._own.setdefault(name, len(self._own))
        for name, _ in made.fields:
            if len(self._fields) < MOST_FIELDS:
                self._fields.setdefault(name, len(self._fields))

    def cells(self, made: TableCells) -> list[str]:
        """Return a row in these columns."""
        own, fields = [""] * len(self._own), [""] * len(self._fields)
        for name, value in zip(made.names, made.own, strict=True):
            own[self._own[name]] = value
        for name, value in made.fields:
            if (at := self._fields.get(name)) is not None:
                fields[at] = value
        return [*own, *made.verdict, *fields]

    def filled(self, row: list[str], own: int, fields: int) -> list[str]:
        """Return a row that was written when there were so many columns, with those of now."""
        more_own = [""] * (len(self._own) - own)
        return [*row[:own], *more_own, *row[own:], *[""] * (len(self._fields) - fields)]


def _csv(rows: list[list[str]], mark: str = "") -> bytes:
    text = io.StringIO(newline="")
    text.write(mark)
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8", "replace")


def _safely(row: list[str]) -> list[str]:
    return [harmless(cell) for cell in row]


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: a quote stands before it."""
    if not cell or cell[0].isalnum():
        return cell
    return f"'{cell}" if FORMULA.match(cell) and not NUMBER.fullmatch(cell) else cell
