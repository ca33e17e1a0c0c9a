"""Spreadsheets out, through `XlsxWriter`."""

from __future__ import annotations

from collections.abc import Sequence
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import BinaryIO, Final, Self

from inspector.reports.errors import TooManyRows

LONGEST_CELL: Final = 32_767
"""Characters that a cell of a sheet can hold; Excel refuses a file with more."""
MOST_ROWS: Final = 1_048_576
"""Rows that a sheet can hold, the header among them."""


class Sheet:
    """A workbook of one sheet that is written row by row into a stream.

    What the library has to put aside lies in a folder that only the owner may read.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._folder = TemporaryDirectory(prefix="inspector-")
        self._next = 0

    def __enter__(self) -> Self:
        from xlsxwriter import Workbook

        self._book = Workbook(
            self._stream,
            {
                "constant_memory": True,
                "tmpdir": self._folder.name,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            },
        )
        self._sheet = self._book.add_worksheet("reports")
        self._sheet.freeze_panes(1, 0)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                self._close()
            else:
                self._abandon()
        finally:
            self._folder.cleanup()

    def _close(self) -> None:
        from xlsxwriter.exceptions import FileCreateError

        try:
            self._book.close()
        except FileCreateError as error:  # it wraps what the system said, a full disk
            cause = error.args[0] if error.args else None
            raise cause if isinstance(cause, OSError) else OSError(str(error)) from error

    def _abandon(self) -> None:
        """Have the library not try to write the file when it is forgotten."""
        self._book.fileclosed = 1
        for sheet in self._book.worksheets():
            if sheet.row_data_fh is not None:
                sheet.row_data_fh.close()

    def write(self, cells: Sequence[str]) -> None:
        """Add a row, every cell as text; formulas in it stay text.

        Raises:
            TooManyRows: The sheet is full.
        """
        if self._next >= MOST_ROWS:
            raise TooManyRows(MOST_ROWS)
        for column, cell in enumerate(cells):
            if cell:
                self._sheet.write_string(self._next, column, _fitting(cell))
        self._next += 1


def _fitting(cell: str) -> str:
    """Return the cell's text, cut where a sheet could not hold it, the cut told."""
    clean = cell.encode("utf-8", "replace").decode("utf-8")
    return clean if len(clean) <= LONGEST_CELL else clean[: LONGEST_CELL - 1] + "…"
