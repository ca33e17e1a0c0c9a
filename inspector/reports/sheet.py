"""Spreadsheets out, through `XlsxWriter`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from inspector.reports.errors import TooManyRows

LONGEST_CELL: Final = 32_767
"""Characters that a cell of a sheet can hold; Excel refuses a file with more."""
MOST_ROWS: Final = 1_048_576
"""Rows that a sheet can hold, the header among them."""


class Sheet:
    """A workbook of one sheet that is written row by row."""

    def __init__(self, file: Path) -> None:
        from xlsxwriter import Workbook

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
