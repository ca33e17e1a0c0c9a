"""The rows of bytes as a table that nothing is copied into."""

# ruff: noqa: N802 - the methods that Qt asks for bear its names

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from inspector.messages import Messages
from inspector.tickets import BlockState
from inspector.tickets.fields import BLOCK
from inspector.window.payload_panel.byte_rows import Rows

Index = QModelIndex | QPersistentModelIndex
OFFSET, HEX, TEXT, STATE = range(4)
NOWHERE: Final = QModelIndex()
WORDS: Final = {
    BlockState.READABLE: "readable",
    BlockState.SPOILT: "spoilt",
    BlockState.MISSING: "missing",
    BlockState.PADDING: "padding",
}
MARKS: Final = {
    BlockState.READABLE: "",
    BlockState.SPOILT: "✖",
    BlockState.MISSING: "?",
    BlockState.PADDING: "▫",
}
"""The mark at the end of a row; a readable one needs none."""


class BytesModel(QAbstractTableModel):
    """One row a block of 16: offset, hex, text, mark of its state."""

    def __init__(self, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._messages = messages
        self.rows = Rows()
        """What is shown."""

    def show(self, rows: Rows) -> None:
        """Show other bytes."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return how many blocks there are."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return 4."""
        return 0 if parent.isValid() else STATE + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            _ = self._messages.gettext
            return (_("Offset"), _("Bytes in hex"), _("Text"), "")[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell, and the state in words for whoever cannot see it."""
        row, column = index.row(), index.column()
        state = self.rows.state(row)
        if role == Qt.ItemDataRole.DisplayRole:
            if column == OFFSET:
                return f"{row * BLOCK:04x}"
            if column == STATE:
                return MARKS[state]
            return self.rows.hex(row) if column == HEX else self.rows.text(row)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return self._messages.gettext(WORDS[state])
        if role == Qt.ItemDataRole.AccessibleTextRole and column == STATE:
            return self._messages.gettext(WORDS[state])
        return None
