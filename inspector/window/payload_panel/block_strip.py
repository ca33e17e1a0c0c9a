"""The blocks of the decrypted bytes as a strip: which are readable, at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.tickets import BlockState
from inspector.window.context import Context
from inspector.window.payload_panel.bytes_model import MARKS
from inspector.window.theme import NOTE

TONES: Final = {
    BlockState.READABLE: "ok",
    BlockState.CORRUPT: "err",
    BlockState.MISSING: "warn",
    BlockState.PADDING: "plain",
}
WORST_FIRST: Final = (
    BlockState.CORRUPT,
    BlockState.MISSING,
    BlockState.READABLE,
    BlockState.PADDING,
)
HEIGHT: Final = 22
GAP: Final = 4
LEAST_FOR_WORDS: Final = 30
"""Width of a block, at 100 %, from which number and mark fit into it."""
LEAST_FOR_GAPS: Final = 4
"""Width of a block, at 100 %, from which it stands apart from the next one."""
LEAST_SEEN: Final = 3
"""Width, at 100 %, below which nobody sees what is wrong among what is not."""


class BlockStrip(QWidget):
    """One cell a block, with number and mark while they fit; many become a band of colour.

    The table below says the same in words, so that nothing rests on colour.

    Signals:
        pressed: a block was clicked: its index, that of the worst one under the pointer.
    """

    pressed = Signal(int)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = context.theme
        self._states: Sequence[BlockState] = ()
        self._band: tuple[int, list[tuple[int, int, BlockState]]] = (0, [])
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFont(context.theme.font(NOTE))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_states(self, states: Sequence[BlockState]) -> None:
        """Show other blocks; without any the strip takes no room."""
        self._states, self._band = states, (0, [])
        self.setVisible(bool(states))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a height of one line."""
        return QSize(self._theme.px(60), self._theme.px(HEIGHT))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tell the block under the pointer."""
        if event.button() is Qt.MouseButton.LeftButton and self._states:
            self.pressed.emit(self._block_at(int(event.position().x())))

    def _block_at(self, pixel: int) -> int:
        pixel, width, count = min(max(pixel, 0), self.width() - 1), self.width(), len(self._states)
        if not self._is_band():
            return pixel * count // width
        seen = self._theme.px(LEAST_SEEN)  # so wide is drawn what is wrong
        first = max(pixel - seen + 1, 0) * count // width
        under = self._states[first : (pixel + 1) * count // width + 1]
        return first + under.index(_worst(under))

    def _is_band(self) -> bool:
        return self.width() < len(self._states) * self._theme.px(LEAST_FOR_GAPS)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the blocks."""
        del event
        if not self._states:
            return
        painter = QPainter(self)
        if self._is_band():
            self._draw_band(painter)
        else:
            self._draw_blocks(painter)
        painter.end()

    def _draw_blocks(self, painter: QPainter) -> None:
        """Draw each block for itself."""
        theme, step = self._theme, self.width() / len(self._states)
        wordy = step >= theme.px(LEAST_FOR_WORDS)
        gap = theme.px(GAP) if wordy else 1.0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, state in enumerate(self._states):
            area = QRectF(index * step, 0.5, step - gap, self.height() - 1)
            ground, ink = self._colours(state)
            if not wordy:
                painter.fillRect(area, ink)
                continue
            border = theme.color("border") if TONES[state] == "plain" else ink
            painter.setPen(QPen(border, 0.6))
            painter.setBrush(ground)
            painter.drawRoundedRect(area, theme.px(3), theme.px(3))
            painter.setPen(ink)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, f"{index + 1} {MARKS[state]}")

    def _draw_band(self, painter: QPainter) -> None:
        """Draw what is wrong over what is not: a single block of thousands is seen, too."""
        if self._band[0] != self.width():
            self._band = self.width(), band(self._states, self.width())
        runs = sorted(self._band[1], key=_worst_last)
        for first, end, state in runs:
            wide = max(end - first, self._theme.px(LEAST_SEEN))
            area = QRectF(min(first, self.width() - wide), 0.5, wide, self.height() - 1)
            if state is not BlockState.READABLE:  # stands apart in themes whose inks are alike
                painter.fillRect(area.adjusted(-1, 0, 1, 0), self._theme.color("surface"))
            painter.fillRect(area, self._colours(state)[1])

    def _colours(self, state: BlockState) -> tuple[QColor, QColor]:
        """Return ground and ink of a state."""
        tone = TONES[state]
        ground, ink = ("sunken", "muted") if tone == "plain" else (f"{tone}Bg", f"{tone}Text")
        return self._theme.color(ground), self._theme.color(ink)


def band(states: Sequence[BlockState], width: int) -> list[tuple[int, int, BlockState]]:
    """Return runs of pixels, first and end: each pixel is of the worst state that falls into it."""
    runs: list[tuple[int, int, BlockState]] = []
    for pixel in range(width):
        first = pixel * len(states) // width
        state = _worst(states[first : max(-(-(pixel + 1) * len(states) // width), first + 1)])
        if runs and runs[-1][2] is state:
            runs[-1] = runs[-1][0], pixel + 1, state
        else:
            runs.append((pixel, pixel + 1, state))
    return runs


def _worst(states: Sequence[BlockState]) -> BlockState:
    if states.count(states[0]) == len(states):  # as mostly, and quick to tell
        return states[0]
    return next(state for state in WORST_FIRST if state in states)


def _worst_last(run: tuple[int, int, BlockState]) -> int:
    return -WORST_FIRST.index(run[2])
