"""Paints hex and text of a row of bytes: every byte at its place, the chosen ones marked."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from inspector.messages import Messages
from inspector.tickets import BlockState
from inspector.tickets.fields import BLOCK
from inspector.window.payload_panel.byte_rows import Cell, Rows
from inspector.window.payload_panel.bytes_model import (
    BLOCK_NUMBER,
    HEX,
    MARKS,
    OFFSET,
    STATE,
    TEXT,
    WORDS,
    titles,
)
from inspector.window.theme import NOTE, Theme

EDGE: Final = 4.0
"""Pixels left of the first byte."""
HEX_STEPS: Final = (2.5, 2.25, 2.0)
"""Characters from one byte to the next, as room allows; every fourth has half a one more."""
GROUP_GAP: Final = 0.5


class BytesPainter(QStyledItemDelegate):
    """Draws the cells of the table of bytes."""

    def __init__(self, messages: Messages, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._messages = messages
        self._hex_step = HEX_STEPS[0]
        self._theme = theme
        self._font = theme.data_font()
        self._step = QFontMetricsF(self._font).horizontalAdvance("0")
        self._rows = Rows()
        self.chosen = (0, 0)
        """First byte and one past the last of the chosen member."""
        self.cursor: int | None = None
        """The byte that the keyboard stands on."""

    def show(self, rows: Rows) -> None:
        """Draw other bytes."""
        self._rows = rows

    def widths(self, room: int) -> dict[int, int]:
        """Return how wide each column is, so that all of them fit; 0 hides one.

        With less room bytes stand closer, then the block's number and the state's word go.
        """
        for roomy in (True, False):
            for self._hex_step in HEX_STEPS:
                widths = {column: self._width(column, roomy) for column in range(STATE + 1)}
                if sum(widths.values()) <= room:
                    return widths
        return widths

    def _width(self, column: int, roomy: bool) -> int:
        """Return the width of one column at the step that is set."""
        if column == BLOCK_NUMBER:
            return round(6 * self._step + 2 * EDGE) if roomy else 0
        if column == STATE:
            return self._state_width() if roomy else round(2 * self._step + EDGE)
        characters = {OFFSET: 5.0, HEX: self._place(BLOCK - 1) + 2}.get(column, float(BLOCK))
        title = QFontMetricsF(self._theme.font()).horizontalAdvance(titles(self._messages)[column])
        return round(max(characters * self._step, title) + 2 * EDGE)

    def _state_width(self) -> int:
        metrics = QFontMetricsF(self._theme.font(NOTE))
        words = (self._messages.gettext(word) for word in WORDS.values())
        return round(max(map(metrics.horizontalAdvance, words)) + 2 * EDGE + 4)

    def column_of(self, column: int, x: float) -> int:
        """Return which of the 16 bytes lies at a horizontal place within a cell."""
        at = (x - EDGE) / self._step
        if column == TEXT:
            return min(max(int(at), 0), BLOCK - 1)
        places = [self._place(byte) for byte in range(BLOCK)]
        return max((byte for byte in range(BLOCK) if places[byte] - 0.25 <= at), default=0)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw one cell."""
        area = QRectF(option.rect)
        row, state = index.row(), self._rows.state(index.row())
        painter.save()
        painter.setFont(self._font)
        if (ground := self._ground(state)) is not None:
            painter.fillRect(area, ground)
        if index.column() == HEX:
            self._paint_hex(painter, area, row, state)
        elif index.column() == TEXT:
            self._paint_text(painter, area, row, state)
        else:
            self._paint_words(painter, area, index.column(), row)
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRectF, column: int, row: int) -> None:
        """Draw number, offset or state; the state by its mark where there is no room."""
        state, centre = self._rows.state(row), Qt.AlignmentFlag.AlignVCenter
        painter.setPen(self._theme.color("muted"))
        text = str(row + 1) if column == BLOCK_NUMBER else f"{row * BLOCK:04x}"
        if column == STATE:
            painter.setPen(self._ink(state))
            painter.setFont(self._theme.font(NOTE))
            roomy = area.width() >= self._state_width()
            text = self._messages.gettext(WORDS[state]) if roomy else MARKS[state]
        painter.drawText(area.adjusted(EDGE, 0, 0, 0), centre, text)

    def _paint_hex(self, painter: QPainter, area: QRectF, row: int, state: BlockState) -> None:
        digits = self._rows.bytes(row).hex()
        for byte in range(BLOCK):
            cell = self._cell(area, self._place(byte), 2)
            self._mark(painter, cell, row * BLOCK + byte)
            painter.setPen(self._ink(state))
            text = digits[byte * 2 : byte * 2 + 2]
            if text or state is BlockState.MISSING:
                painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, text or "··")

    def _paint_text(self, painter: QPainter, area: QRectF, row: int, state: BlockState) -> None:
        for byte in range(len(self._rows.bytes(row))):
            self._mark(painter, self._cell(area, byte, 1), row * BLOCK + byte)
        for cell in self._rows.cells(row):
            painter.setPen(self._text_ink(cell, state))
            painter.drawText(
                self._cell(area, cell.column, cell.width),
                Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextDontClip,
                cell.text,
            )

    def _place(self, byte: int) -> float:
        """Return where a byte's hex digits begin, in characters."""
        return byte * self._hex_step + (byte // 4) * GROUP_GAP

    def _cell(self, area: QRectF, at: float, width: float) -> QRectF:
        left = area.left() + EDGE + at * self._step
        return QRectF(left, area.top(), width * self._step, area.height())

    def _mark(self, painter: QPainter, cell: QRectF, byte: int) -> None:
        pad = self._step / 4
        if self.chosen[0] <= byte < self.chosen[1]:
            painter.fillRect(cell.adjusted(-pad, 1, pad, -1), self._theme.color("selection"))
        if byte == self.cursor:
            painter.setPen(self._theme.color("accent"))
            painter.drawRect(cell.adjusted(-pad / 2, 2, pad / 2, -3))

    def _ground(self, state: BlockState) -> QColor | None:
        tokens = {BlockState.CORRUPT: "errBg", BlockState.MISSING: "warnBg"}
        token = tokens.get(state)
        return None if token is None else self._theme.color(token)

    def _ink(self, state: BlockState) -> QColor:
        tokens = {
            BlockState.CORRUPT: "errText",
            BlockState.MISSING: "warnText",
            BlockState.PADDING: "muted",
        }
        return self._theme.color(tokens.get(state, "text"))

    def _text_ink(self, cell: Cell, state: BlockState) -> QColor:
        faint = cell.text == "·" and state is BlockState.READABLE
        return self._theme.color("muted") if faint else self._ink(state)
