"""The first page of a sheet of codes, as it will be printed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from inspector.window.dialogs.matrix_sheet import MARGIN_MM, SheetCell, paint_page

A4: Final = 297 / 210
DOTS: Final = 2480
"""Width of A4 at the 300 dots an inch of the printed sheet."""
EDGE: Final = DOTS * MARGIN_MM / 210


class SheetPreview(QWidget):
    """The first page, white in every theme."""

    def __init__(self) -> None:
        super().__init__()
        self._cells: tuple[SheetCell, ...] = ()
        self._columns = 1
        self.setMinimumSize(200, 280)
        self.setAccessibleName("A4")

    def show_cells(self, cells: tuple[SheetCell, ...], columns: int) -> None:
        """Show other codes."""
        self._cells, self._columns = cells, columns
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the page as large as the place allows."""
        del event
        width = min(self.width(), self.height() / A4)
        paper = QRectF((self.width() - width) / 2, 0, width, width * A4)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(paper, Qt.GlobalColor.white)
        painter.translate(paper.topLeft())
        painter.scale(width / DOTS, width / DOTS)
        inner = QRectF(0, 0, DOTS, DOTS * A4).adjusted(EDGE, EDGE, -EDGE, -EDGE)
        paint_page(painter, inner, self._cells, self._columns, 0)
        painter.end()
