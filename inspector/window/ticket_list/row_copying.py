"""What is copied of the list: a cell, or rows for a spreadsheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject

from inspector.window.clipboard import copy_text
from inspector.window.context import Context
from inspector.window.ticket_list.cells import Cells, Column, Listing, Section
from inspector.window.ticket_list.model import TicketListModel
from inspector.window.ticket_list.texts import as_table
from inspector.window.ticket_list.view import TicketTable
from inspector.window.worker import LatestCall, never

AT_ONCE: Final = 500
"""Rows that are worded on the window's thread, which takes some milliseconds."""
Head = tuple[Sequence[Section], Sequence[str], str]
"""The columns, their titles, and what parts them."""


class RowCopying(QObject):
    """Copies what is chosen in the table; many rows are worded off the window's thread."""

    def __init__(
        self, table: TicketTable, model: TicketListModel, context: Context, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._table = table
        self._model = model
        self._tickets = context.state.tickets
        self._cells = Cells(context.messages)
        self._wording = LatestCall(_worded, self)
        self._wording.finished.connect(copy_text)

    def copy_identity(self) -> None:
        """Copy the id of the current row."""
        self._copy_cell(self._model.sections.index(Column.IDENTITY))

    def copy_cell(self) -> None:
        """Copy the current cell."""
        self._copy_cell(self._table.currentIndex().column())

    def copy_rows(self) -> None:
        """Copy the chosen rows, parted by tabs."""
        self._copy("\t")

    def copy_csv(self) -> None:
        """Copy the chosen rows, parted by commas."""
        self._copy(",")

    def _copy_cell(self, column: int) -> None:
        row = self._table.currentIndex().row()
        if row >= 0:
            self._put(self._model.texts(row)[column])

    def _copy(self, separator: str) -> None:
        rows = self._table.chosen_rows()
        order = [self._model.order[row] for row in rows] if rows else self._model.order
        sheet, known = self._tickets.sheet, tuple(self._tickets.verdicts.rows.all)
        listing = Listing(sheet.tickets, known, sheet.origins)
        head = (self._model.sections, self._model.titles(), separator)
        if len(order) > AT_ONCE:
            self._wording.start(self._cells, listing, order, head)
        else:
            self._put(_worded(self._cells, listing, order, head, never))

    def _put(self, text: str) -> None:
        """Copy a text in place of rows that are still being worded."""
        self._wording.cancel()
        copy_text(text)


def _worded(
    cells: Cells, listing: Listing, order: Sequence[int], head: Head, cancelled: Callable[[], bool]
) -> str:
    """Return some tickets as a table, in this order."""
    sections, titles, separator = head
    rows = (cells.whole(sections, listing.at(index)) for index in order if not cancelled())
    return as_table(titles, rows, separator)
