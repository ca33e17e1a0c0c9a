"""Spreadsheets -> rows of cells, through `python-calamine`, in a process of its own."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Final, NamedTuple

from inspector.reports.errors import BrokenFile, NeedsPassword
from inspector.reports.sparse_sheets import without_empty_places

ROWS: Final = 300


class SheetRows(NamedTuple):
    """Some rows of a sheet."""

    sheet: str
    first: int
    """Number of the first of them, counted from 1 as the program shows them."""
    rows: list[list[str]]
    """The cells as a person would read them, empty ones at the end left out."""


def sheets(file: Path | bytes) -> Iterator[SheetRows]:
    """Give the rows of a workbook's visible sheets, one sheet after the other.

    Raises:
        OSError: The file cannot be read.
        NeedsPassword: The workbook is encrypted.
        BrokenFile: The file is no workbook.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

    data = file if isinstance(file, bytes) else file.read_bytes()
    try:
        packed = without_empty_places(data)
        book = CalamineWorkbook.from_filelike(io.BytesIO(packed or data))
        for sheet in book.sheets_metadata:
            if sheet.visible is SheetVisibleEnum.Visible:
                rows = book.get_sheet_by_name(sheet.name).iter_rows()
                yield from _rows(sheet.name, _unpacked(rows) if packed else enumerate(rows, 1))
    except PasswordError as error:
        raise NeedsPassword from error
    except CalamineError as error:
        raise BrokenFile(str(error)) from error


def _rows(name: str, rows: Iterator[tuple[int, Sequence[Any]]]) -> Iterator[SheetRows]:
    """Give some rows at a time; a long gap between their numbers divides them, too."""
    taken: list[list[str]] = []
    first = 1
    for number, row in rows:
        gap = number - first - len(taken)
        if len(taken) >= ROWS or not 0 <= gap < ROWS:
            if taken:
                yield SheetRows(name, first, taken)
            taken, first, gap = [], number, 0
        taken += ([] for _ in range(gap))
        taken.append(_cells(row))
    if taken:
        yield SheetRows(name, first, taken)


def _unpacked(rows: Iterator[Sequence[Any]]) -> Iterator[tuple[int, Sequence[Any]]]:
    """Give the rows of a sheet that `without_empty_places` has made, with their numbers."""
    places = [int(number) for number in next(rows, ("",))[1:]]
    for number, *cells in rows:
        row = [""] * places[-1]
        for place, cell in zip(places, cells, strict=False):
            row[place - 1] = cell
        yield int(number), row


def _cells(row: Sequence[Any]) -> list[str]:
    width = len(row)
    while width and row[width - 1] == "":
        width -= 1
    return [cell if type(cell) is str else _text(cell) for cell in row[:width]]


def _text(cell: Any) -> str:
    """Return a cell as a person would read it; a whole number has no `.0`."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime | date | time):
        return cell.isoformat()
    return str(cell)
