"""The bytes as a table: a row a block, with one byte as its cursor."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from inspector.tickets.fields import BLOCK
from inspector.window.clipboard import copy_text
from inspector.window.context import Context
from inspector.window.payload_panel.byte_rows import Rows
from inspector.window.payload_panel.bytes_model import HEX, TEXT, BytesModel
from inspector.window.payload_panel.bytes_painter import BytesPainter

ARROWS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -BLOCK,
                 Qt.Key.Key_Down: BLOCK}  # fmt: skip


class BytesTable(QTableView):
    """The table of bytes, with one byte as its cursor.

    Signals:
        touched: somebody went to a byte; its offset.
    """

    touched = Signal(int)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("payloadBytes")
        self.setAccessibleName(context.messages.gettext("Decrypted bytes"))
        self._theme = context.theme
        self._bytes = BytesModel(context.messages, self)
        self._painter = BytesPainter(context.messages, context.theme, self)
        self.setModel(self._bytes)
        self.setItemDelegate(self._painter)
        self._set_up()

    def _set_up(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self._theme.px(24))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def rows(self) -> Rows:
        """What is shown."""
        return self._bytes.rows

    def show_rows(self, rows: Rows) -> None:
        """Show other bytes."""
        self._painter.show(rows)
        self._painter.chosen, self._painter.cursor = (0, 0), None
        self._bytes.show(rows)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Let all columns fit: nothing is scrolled sideways."""
        super().resizeEvent(event)
        for column, width in self._painter.widths(self.viewport().width()).items():
            self.setColumnHidden(column, width == 0)
            if width:
                self.setColumnWidth(column, width)

    def choose(self, place: tuple[int, int] | None) -> None:
        """Mark the bytes of the chosen member and bring them into view."""
        self._painter.chosen = place or (0, 0)
        if place is not None and not self.hasFocus():
            self._painter.cursor = None
            self.scrollTo(self._bytes.index(place[0] // BLOCK, HEX))
        self.viewport().update()

    def show_block(self, row: int) -> None:
        """Bring a block into view, with what stands around it."""
        self.doItemsLayout()  # Qt leaves it for later, and scrolls as far as there were rows before
        self.scrollTo(self._bytes.index(row, HEX), self.ScrollHint.PositionAtCenter)

    def go_to_block(self, row: int) -> None:
        """Go to the first byte of a block, as if it were clicked; of a missing one to its row."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.show_block(row)
        self._go(row * BLOCK)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go to the byte under the pointer."""
        super().mousePressEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        if event.button() is Qt.MouseButton.LeftButton and index.column() in (HEX, TEXT):
            self._go(index.row() * BLOCK + self._byte_at(index, place))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Move by bytes and blocks; copy the selected rows."""
        step = ARROWS.get(Qt.Key(event.key()))
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_hex()
        elif step is not None and event.modifiers() is Qt.KeyboardModifier.NoModifier:
            cursor = self._painter.cursor
            last = len(self.rows.data) - 1
            if last >= 0:
                self._go(min(max((-step if cursor is None else cursor) + step, 0), last))
        else:
            super().keyPressEvent(event)

    def copy_hex(self) -> None:
        """Copy the chosen member's bytes, or the selected rows, as hex."""
        start, end = self._painter.chosen
        chosen = sorted({index.row() for index in self.selectedIndexes()})
        if start == end and chosen:
            start, end = chosen[0] * BLOCK, (chosen[-1] + 1) * BLOCK
        copy_text(self.rows.data[start:end].hex(" "))

    def _byte_at(self, index: QModelIndex, place: QPoint) -> int:
        left = self.columnViewportPosition(index.column())
        return self._painter.column_of(index.column(), place.x() - left)

    def _go(self, byte: int) -> None:
        if byte >= len(self.rows.data):
            return
        self._painter.cursor = byte
        index = self._bytes.index(byte // BLOCK, HEX)
        flag = QItemSelectionModel.SelectionFlag.NoUpdate
        self.selectionModel().setCurrentIndex(index, flag)
        self.scrollTo(index)
        self.viewport().update()
        self.touched.emit(byte)
