"""Workbooks of which most is empty -> the same without their empty rows and columns.

The library that reads workbooks fills the whole rectangle from the first cell of a sheet to its
last one, at `CELL_BYTES` a cell: a stray cell in column XFD beside a table of three thousand rows
takes 1.5 GB and half a minute. What a sheet says of its own size (`dimension`) may be wrong or
missing, so the places of its cells are looked at.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from typing import IO, Final

from inspector.reports.apart import MOST_MEMORY
from inspector.reports.errors import Unfolds

CELL_BYTES: Final = 32
"""What a cell takes in `python-calamine` 0.9, an empty one as well."""
SMALL: Final = 4_000_000
"""Cells of a rectangle that may be empty for all we care: 128 MB."""
EMPTY_TIMES: Final = 4
"""A sheet is sparse where its rectangle has so many times as many cells as it holds."""
CHUNK: Final = 1 << 20
LONGEST_TAG: Final = 4_096
"""Bytes of a cell's opening tag that are looked at in the place where two chunks meet."""
SHEET: Final = re.compile(rb"<(?:\w+:)?worksheet[\s>]")
COLUMN: Final = re.compile(rb' r="([A-Z]{1,3})[0-9]')
ROW: Final = re.compile(rb' r="[A-Z]{1,3}([0-9]{1,7})"')
HIGHER_ROWS: Final = [re.compile(rb' r="[A-Z]{1,3}[0-9]{%d}' % (n + 1)) for n in range(8)]
"""For a number of digits what finds the place of a cell whose row has more of them."""
CELL: Final = re.compile(rb'<((?:\w+:)?)c((?: [^<>]*?)?) r="([A-Z]{1,3})([0-9]{1,7})"')


@dataclass(slots=True)
class Extent:
    """How far the cells of a sheet lie apart; what is written as a cell's place counts as one."""

    columns: set[bytes] = field(default_factory=set)
    rows: int = 0
    """The highest row, as far as rows come in order; else within a power of ten of it."""
    cells: int = 0

    def add(self, part: bytes) -> None:
        """Take note of a part of the sheet.

        To look up the row of each cell would take twice as long.
        """
        columns = COLUMN.findall(part)
        if columns:
            self.cells += len(columns)
            self.columns.update(columns)
            last = ROW.search(part, part.rfind(b' r="%s' % columns[-1]))
            digits = len(last[1]) if last else 0
            rows = ROW.findall(part) if HIGHER_ROWS[digits].search(part) else last and [last[1]]
            self.rows = max(self.rows, *map(int, rows or ()))

    @property
    def rectangle(self) -> int:
        """How many cells are filled in, or gone through, when the sheet is read as it is."""
        return max(map(column_number, self.columns), default=0) * self.rows

    @property
    def is_sparse(self) -> bool:
        """True where most of a rectangle that is large is empty."""
        return self.rectangle > max(SMALL, EMPTY_TIMES * self.cells)


def without_empty_places(data: bytes) -> bytes | None:
    """Return a workbook without the empty rows and columns of its sheets; None leaves it as it is.

    The first row of each sheet holds then the numbers that its columns had, and its first column
    those of its rows, both counted from 1. Only workbooks of Excel's XML form are looked at.

    Raises:
        Unfolds: A sheet takes more memory than a process may have.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            extents = dict(_extents(book))
            sparse = any(each.is_sparse for each in extents.values())
            return _rewritten(book, extents) if sparse else None
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        return None  # the library says what is wrong with it


def _extents(book: zipfile.ZipFile) -> Iterator[tuple[str, Extent]]:
    """Give the extent of each sheet, by its name in the archive."""
    for member in book.infolist():
        with book.open(member) as stream:
            head = stream.read(CHUNK)
            if SHEET.search(head[:LONGEST_TAG]):
                yield member.filename, _extent(head, stream)


def _extent(head: bytes, stream: IO[bytes]) -> Extent:
    extent, rest, chunk = Extent(), b"", head
    while chunk:
        chunk = rest + chunk
        end = chunk.rfind(b">") + 1 or len(chunk)  # a place stands within one tag
        extent.add(chunk[:end])
        rest = chunk[end:][-LONGEST_TAG:]
        chunk = stream.read(CHUNK)
    return extent


def _rewritten(book: zipfile.ZipFile, sheets: Container[str]) -> bytes:
    """Return the workbook with its sheets rewritten.

    Raises:
        Unfolds: One of them takes more memory all the same.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as copy:
        for member in book.infolist():
            content = book.read(member)
            if member.filename in sheets:
                content = CELL.sub(_Moved(content), content)
            copy.writestr(member.filename, content)
    return made.getvalue()


class _Moved:
    """Moves each cell to its place among the occupied rows and columns, behind their numbers."""

    def __init__(self, sheet: bytes) -> None:
        columns = sorted(set(COLUMN.findall(sheet)), key=column_number)
        rows = sorted(set(ROW.findall(sheet)), key=int)
        if CELL_BYTES * len(columns) * len(rows) > MOST_MEMORY:
            raise Unfolds(MOST_MEMORY)
        self._columns = {name: _name(place) for place, name in enumerate(columns, 2)}
        self._rows = {name: b"%d" % place for place, name in enumerate(rows, 2)}
        self._row: bytes | None = None

    def __call__(self, found: re.Match[bytes]) -> bytes:
        """Return a cell's tag up to its place; behind the numbers, where its row begins."""
        prefix, attributes, column, row = found.groups()
        moved = b'<%sc%s r="%s%s"' % (prefix, attributes, self._columns[column], self._rows[row])
        if row == self._row:
            return moved
        first, self._row = self._row is None, row
        numbers = [(b"A" + self._rows[row], int(row))]
        if first:
            numbers += [(name + b"1", column_number(old)) for old, name in self._columns.items()]
        return b"".join(_number_cell(prefix, *each) for each in numbers) + moved


def _number_cell(prefix: bytes, place: bytes, number: int) -> bytes:
    return b'<%sc r="%s"><%sv>%d</%sv></%sc>' % (prefix, place, prefix, number, prefix, prefix)


def column_number(name: bytes) -> int:
    """Return the number of a column called `A` to `XFD`, counted from 1."""
    number = 0
    for letter in name:
        number = number * 26 + letter - 64
    return number


def _name(number: int) -> bytes:
    """Return the name of a column by its number, counted from 1."""
    name = b""
    while number:
        number, letter = divmod(number - 1, 26)
        name = b"%c" % (65 + letter) + name
    return name
