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
BLOCK_NUMBER, OFFSET, HEX, TEXT, STATE = range(5)
NOWHERE: Final = QModelIndex()
WORDS: Final = {
    BlockState.READABLE: "readable",
    BlockState.CORRUPT: "unreadable",
    BlockState.MISSING: "missing",
    BlockState.PADDING: "padding",
}
MARKS: Final = {
    BlockState.READABLE: "✓",
    BlockState.CORRUPT: "✗",
    BlockState.MISSING: "?",
    BlockState.PADDING: "▫",
}
"""The mark of a state."""


class BytesModel(QAbstractTableModel):
    """One row a block of 16: number, offset, hex, text, state."""

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
        """Return how many columns there are."""
        return 0 if parent.isValid() else STATE + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the title of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return titles(self._messages)[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell, and the state in words for whoever cannot see it."""
        row, column = index.row(), index.column()
        state = self.rows.state(row)
        if role == Qt.ItemDataRole.DisplayRole:
            if column == BLOCK_NUMBER:
                return str(row + 1)
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


def titles(messages: Messages) -> tuple[str, ...]:
    """Return the header, column by column."""
    _ = messages.gettext
    return (_("Block"), _("Offset"), _("Decrypted bytes"), _("Text"), "")
