"""The rail: a folded column at the window's edge, which one click brings back."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from inspector.window.context import Context
from inspector.window.theme import Theme

WIDTH = 40


class Rail(QFrame):
    """A slim card with a column's name.

    Signals:
        opened: it was clicked.
    """

    opened = Signal()

    def __init__(self, title: str, button_name: str, context: Context, parent: QWidget) -> None:
        """Take the column's title, and the object name of the button that opens it."""
        super().__init__(parent)
        theme = context.theme
        self.setObjectName("card")
        self.setFixedWidth(theme.px(WIDTH))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button = button = QToolButton()
        """Brings the column back."""
        button.setObjectName(button_name)
        button.setIcon(theme.icon("unfold", "muted"))
        button.setIconSize(QSize(theme.px(16), theme.px(16)))
        name = context.messages.gettext("Open {panel}").format(panel=title)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(self.opened)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(10), 0, theme.px(12))
        column.setSpacing(theme.px(4))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(_Upright(title, theme), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open by a click anywhere on the rail."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit()


class _Upright(QWidget):
    """A title that runs down: Latin text turned, Chinese characters one below the other."""

    def __init__(self, text: str, theme: Theme) -> None:
        super().__init__()
        self._text = text
        self._colour = theme.color("text")
        self.setFont(theme.font(bold=True))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the room that the text takes."""
        metrics = self.fontMetrics()
        if self._text.isascii():
            return QSize(metrics.height(), metrics.horizontalAdvance(self._text) + 4)
        return QSize(metrics.maxWidth(), metrics.height() * len(self._text))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the text downwards."""
        del event
        painter = QPainter(self)
        painter.setPen(self._colour)
        metrics, high = self.fontMetrics(), self.fontMetrics().height()
        if self._text.isascii():
            painter.rotate(90)
            painter.drawText(2, -metrics.descent(), self._text)
        else:
            for row, character in enumerate(self._text):
                left = (self.width() - metrics.horizontalAdvance(character)) // 2
                painter.drawText(left, row * high + metrics.ascent(), character)
        painter.end()
