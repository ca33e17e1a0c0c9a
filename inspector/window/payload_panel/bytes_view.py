"""The Bytes tab: blocks of 16 with offset, hex and text, and what is known of each."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from inspector.exact_json.members import IndexPath
from inspector.tickets import Verdict
from inspector.tickets.fields import BLOCK
from inspector.window.clipboard import copy_text
from inspector.window.context import Context
from inspector.window.payload_panel.block_strip import BlockStrip
from inspector.window.payload_panel.byte_rows import (
    Rows,
    byte_place,
    byte_trail,
    rows_of,
)
from inspector.window.payload_panel.bytes_model import HEX, TEXT, BytesModel
from inspector.window.payload_panel.bytes_painter import BytesPainter
from inspector.window.payload_panel.content import Content
from inspector.window.widgets.text import label
from inspector.window.worker import LatestCall

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


class BytesView(QWidget):
    """The table below a strip of its blocks, and how many of them are readable."""

    def __init__(self, content: Content, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._content = content
        self._messages = context.messages
        self._locating = LatestCall(byte_place, self)
        self._locating.finished.connect(self._mark)
        self._asking = LatestCall(byte_trail, self, delay_ms=60)
        self._asking.finished.connect(self._choose)
        self._strip = BlockStrip(context, self)
        self._legend = label("", "note")
        self.table = BytesTable(context, self)
        """The table itself."""
        self.table.touched.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(8))
        top = QHBoxLayout()
        top.setSpacing(context.theme.px(12))
        top.addWidget(self._strip, 1)
        top.addWidget(self._legend)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        content.changed.connect(self._renew)
        content.selected.connect(self._follow)
        self._renew()

    def _renew(self) -> None:
        self._content.show_by(self._show, self._show_nothing)

    def _show_nothing(self) -> None:
        self.table.show_rows(Rows())
        self._strip.hide()
        self._legend.setText("")

    def _show(self) -> None:
        rows = rows_of(self._content.verdict)
        self.table.show_rows(rows)
        self._strip.show_states(rows.states)
        self._legend.setText(self._words(rows, self._content.verdict))
        self._follow(self._content.trail)

    def _words(self, rows: Rows, verdict: Verdict | None) -> str:
        """Say how many blocks are readable, or how many bytes there are without blocks."""
        whole = len(rows.states)
        if not len(rows) or verdict is None:
            return self._messages.gettext("No bytes: nothing was decrypted.")
        if not whole:
            form = self._messages.ngettext("{count} byte", "{count} bytes", len(rows.data))
            return form.format(count=f"{len(rows.data):,}")
        form = self._messages.ngettext(
            "{readable} of {count} block readable", "{readable} of {count} blocks readable", whole
        )
        return form.format(readable=f"{verdict.readable_blocks:,}", count=f"{whole:,}")

    def _follow(self, trail: IndexPath | None) -> None:
        verdict = self._content.verdict
        if trail is None or verdict is None or not self._content.present:
            self._locating.cancel()
            self.table.choose(None)
        else:
            self._locating.start(verdict, self._content.is_text, trail)

    def _mark(self, found: tuple[IndexPath, tuple[int, int] | None]) -> None:
        trail, place = found
        if trail == self._content.trail:
            self.table.choose(place)

    def _ask(self, byte: int) -> None:
        if self._content.present and not self._content.is_text:
            self._asking.start(self._content.verdict, byte)

    def _choose(self, trail: IndexPath | None) -> None:
        if trail is not None:
            self._content.select(trail)
