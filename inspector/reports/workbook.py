"""Spreadsheets in and out, through `python-calamine` and `XlsxWriter`, both extras."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Final

from inspector.reports.errors import BrokenTable, MissingExtra, TooManyRows

LONGEST_CELL: Final = 32_767
"""Characters that a cell of a sheet can hold; Excel refuses a file with more."""
MOST_ROWS: Final = 1_048_576
"""Rows that a sheet can hold, the header among them."""


def sheet_rows(file: Path) -> Iterator[Sequence[str]]:
    """Give the rows of a workbook's first sheet, every cell as text.

    Raises:
        OSError: The file cannot be read.
        MissingExtra: python-calamine is not installed.
        BrokenTable: The file is no workbook.
    """
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError as error:
        raise MissingExtra("python-calamine", file.suffix) from error
    with file.open("rb") as stream:
        try:
            rows = CalamineWorkbook.from_filelike(stream).get_sheet_by_index(0).to_python()
        except CalamineError as error:
            raise BrokenTable(str(error)) from error
    for row in rows:
        yield [_text(cell) for cell in row]


def _text(cell: Any) -> str:
    """Return a cell as a person would read it; a whole number has no `.0`."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime | date | time):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return str(cell)
    return str(cell)


class Sheet:
    """A workbook of one sheet that is written row by row."""

    def __init__(self, file: Path) -> None:
        try:
            from xlsxwriter import Workbook
        except ImportError as error:
            raise MissingExtra("XlsxWriter", ".xlsx") from error
        self._file = file.open("wb")
        self._book = Workbook(
            self._file,
            {
                "constant_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            },
        )
        self._sheet = self._book.add_worksheet("reports")
        self._sheet.freeze_panes(1, 0)
        self._next = 0

    def write(self, cells: Sequence[str]) -> None:
        """Add a row, every cell as text; formulas in it stay text.

        Raises:
            TooManyRows: The sheet is full.
        """
        if self._next >= MOST_ROWS:
            raise TooManyRows(MOST_ROWS)
        for column, cell in enumerate(cells):
            self._sheet.write_string(self._next, column, _fitting(cell))
        self._next += 1

    def close(self) -> None:
        """Write the file."""
        with self._file:
            self._book.close()


def _fitting(cell: str) -> str:
    """Return the cell's text, cut where a sheet could not hold it, the cut told."""
    clean = cell.encode("utf-8", "replace").decode("utf-8")
    return clean if len(clean) <= LONGEST_CELL else clean[: LONGEST_CELL - 1] + "…"
