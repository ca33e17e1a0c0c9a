"""The blocks of the decrypted bytes as a strip: which are readable, at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
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
HEIGHT: Final = 22
GAP: Final = 4
LEAST_FOR_WORDS: Final = 30
"""Width of a block, at 100 %, from which number and mark fit into it."""


class BlockStrip(QWidget):
    """One cell a block, with number and mark while they fit; many become a band of colour.

    The table below says the same in words, so that nothing rests on colour.
    """

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = context.theme
        self._states: Sequence[BlockState] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFont(context.theme.font(NOTE))

    def show_states(self, states: Sequence[BlockState]) -> None:
        """Show other blocks; without any the strip takes no room."""
        self._states = states
        self.setVisible(bool(states))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a height of one line."""
        return QSize(self._theme.px(60), self._theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the blocks."""
        del event
        count = len(self._states)
        if not count:
            return
        step = self.width() / count
        wordy = step >= self._theme.px(LEAST_FOR_WORDS)
        gap = self._theme.px(GAP) if wordy else min(1.0, step / 4)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, wordy)
        for index, state in self._drawn(step):
            area = QRectF(index * step, 0.5, step - gap, self.height() - 1)
            self._draw(painter, area, index, state, wordy=wordy)
        painter.end()

    def _drawn(self, step: float) -> Sequence[tuple[int, BlockState]]:
        """Return the blocks to draw: of more than pixels only those that show."""
        stride = max(int(1 / step), 1) if step < 1 else 1
        return [(index, self._states[index]) for index in range(0, len(self._states), stride)]

    def _draw(
        self, painter: QPainter, area: QRectF, index: int, state: BlockState, *, wordy: bool
    ) -> None:
        theme, tone = self._theme, TONES[state]
        ground, ink = ("sunken", "muted") if tone == "plain" else (f"{tone}Bg", f"{tone}Text")
        if not wordy:
            painter.fillRect(area, theme.color(ink))
            return
        painter.setPen(QPen(theme.color("border" if tone == "plain" else ink), 0.6))
        painter.setBrush(theme.color(ground))
        painter.drawRoundedRect(area, theme.px(3), theme.px(3))
        painter.setPen(theme.color(ink))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, f"{index + 1} {MARKS[state]}")
