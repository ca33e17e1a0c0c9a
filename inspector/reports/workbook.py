"""Spreadsheets -> rows of cells, through `python-calamine`, in a process of its own."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Final, NamedTuple

from inspector.reports.errors import BrokenFile, NeedsPassword

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
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for sheet in book.sheets_metadata:
            if sheet.visible is SheetVisibleEnum.Visible:
                yield from _rows(sheet.name, book.get_sheet_by_name(sheet.name).iter_rows())
    except PasswordError as error:
        raise NeedsPassword from error
    except CalamineError as error:
        raise BrokenFile(str(error)) from error


def _rows(name: str, rows: Iterator[Sequence[Any]]) -> Iterator[SheetRows]:
    taken: list[list[str]] = []
    first = 1
    for number, row in enumerate(rows, 1):
        taken.append(_cells(row))
        if len(taken) == ROWS:
            yield SheetRows(name, first, taken)
            taken, first = [], number + 1
    if taken:
        yield SheetRows(name, first, taken)


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
