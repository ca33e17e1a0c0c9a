"""The code itself: black on white in every theme, as large as its place allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.window.code_painting import device_pixels_a_module, paint_code
from inspector.window.theme import Theme

if TYPE_CHECKING:
    from inspector.qr import QrCode


class QrView(QWidget):
    """Paints a code.

    Signals:
        repainted: a code was painted at a size that it did not have before.
        opened: double-clicked, or Enter was pressed: the user wants it larger.
    """

    repainted = Signal()
    opened = Signal()

    def __init__(self, theme: Theme, least: int, parent: QWidget | None = None) -> None:
        """Take the least side in pixels at 100 %."""
        super().__init__(parent)
        self._theme = theme
        self._code: QrCode | None = None
        self._painted: tuple[QrCode, int] | None = None
        self.setMinimumSize(theme.px(least), theme.px(least))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def code(self) -> QrCode | None:
        """The code shown."""
        return self._code

    def show_code(self, code: QrCode) -> None:
        """Show a code."""
        self._code = code
        self.setAccessibleDescription(code.text)
        self.update()

    def clear(self) -> None:
        """Show no code."""
        self._code, self._painted = None, None
        self.setAccessibleDescription("")

    def pixels_a_module(self) -> int:
        """Return how many device pixels a module has in this place; 0 when it is too small."""
        if self._code is None:
            return 0
        ratio = self.devicePixelRatioF()
        return device_pixels_a_module(self._code, self.width(), self.height(), ratio)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Ask for a comfortable square."""
        return QSize(self._theme.px(220), self._theme.px(220))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the code."""
        del event
        if self._code is None:
            return
        painter = QPainter(self)
        covered = paint_code(painter, QRectF(self.rect()), self._code)
        if self.hasFocus():
            self._paint_focus(painter, covered)
        painter.end()
        self._tell()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the code in large."""
        if event.button() is Qt.MouseButton.LeftButton and self._code is not None:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the code in large on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._code is not None:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def _tell(self) -> None:
        painted = (self._code, self.pixels_a_module()) if self._code else None
        if painted is not None and painted != self._painted:
            self._painted = painted
            self.repainted.emit()

    def _paint_focus(self, painter: QPainter, covered: QRectF) -> None:
        """Frame the paper outside its quiet zone where there is room, else on its edge."""
        painter.setPen(QPen(self._theme.color("accent"), 2))
        painter.drawRect(covered.adjusted(1, 1, -1, -1))
