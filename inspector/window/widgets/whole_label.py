"""A line of data shown whole: it breaks anywhere rather than being cut."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from inspector.window.widgets.text import laid_out


class WholeLabel(QLabel):
    """A label of plain text that wraps anywhere and asks for the height of all its lines."""

    def __init__(self, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of all lines at a width."""
        return self._lines(width)[1]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the text in one line."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a width that any card has."""
        metrics = self.fontMetrics()
        return QSize(
            min(metrics.averageCharWidth() * 12, self.sizeHint().width()), metrics.height()
        )

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Measure anew with another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the lines."""
        del event
        painter = QPainter(self)
        painter.setPen(self.palette().text().color())
        layout, _ = self._lines(self.width())
        layout.draw(painter, QPointF(0, 0))
        painter.end()

    def _lines(self, width: int) -> tuple[QTextLayout, int]:
        layout, height = laid_out(self.text(), self.font(), width, anywhere=True)
        return layout, round(height + 0.49)
