"""Lets the user mark a part of a screen, and gives its pixels."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QScreen,
)
from PySide6.QtWidgets import QRubberBand, QWidget

from inspector.window.context import Context

HIDING_MS: Final = 250
"""Time that the window's own disappearance takes before the screen is pictured."""
SMALLEST: Final = 8
SHADE: Final = QColor(0, 0, 0, 90)


class ScreenPart(QObject):
    """Hides the window, covers each screen with its picture, and waits for a rectangle.

    Signals:
        taken: the marked part, a `QImage`.
        refused: the system gives no picture of the screen.
    """

    taken = Signal(object)
    refused = Signal()

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._covers: list[ScreenCover] = []
        self._timer = QTimer(self, singleShot=True, interval=HIDING_MS)
        self._timer.timeout.connect(self._cover)

    @property
    def covers(self) -> list[ScreenCover]:
        """What covers the screens now, one a screen."""
        return self._covers

    def start(self) -> None:
        """Take the window away; the covers come when it has gone."""
        self._window.hide()
        self._timer.start()

    def _cover(self) -> None:
        pictures = [(screen, screen.grabWindow(0)) for screen in QGuiApplication.screens()]
        if all(picture.isNull() for _, picture in pictures):
            self._end()
            self.refused.emit()
            return
        hint = self._context.messages.gettext("Draw a frame around the code. Esc cancels.")
        for screen, picture in pictures:
            cover = ScreenCover(screen, picture, hint)
            cover.marked.connect(self._on_marked)
            cover.cancelled.connect(self._end)
            self._covers.append(cover)
            cover.showFullScreen()

    def _on_marked(self, picture: QPixmap) -> None:
        self._end()
        self.taken.emit(picture.toImage())

    def _end(self) -> None:
        for cover in self._covers:
            cover.close()
            cover.deleteLater()
        self._covers.clear()
        self._window.show()
        self.deleteLater()


class ScreenCover(QWidget):
    """The picture of one screen, on which a frame is drawn with the mouse.

    Signals:
        marked: the part inside the frame.
        cancelled: Escape was pressed.
    """

    marked = Signal(QPixmap)
    cancelled = Signal()

    def __init__(self, screen: QScreen, picture: QPixmap, hint: str) -> None:
        flags = Qt.WindowType
        super().__init__(None, flags.FramelessWindowHint | flags.WindowStaysOnTopHint)
        self._picture = picture
        self._hint = hint
        self._start = QPoint()
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, self)
        self.setObjectName("screenCover")
        self.setAccessibleName(hint)
        self.setGeometry(screen.geometry())
        self.setCursor(Qt.CursorShape.CrossCursor)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the screen's picture, shaded, with the hint on it."""
        del event
        painter = QPainter(self)
        painter.drawPixmap(self.rect(), self._picture)
        painter.fillRect(self.rect(), SHADE)
        painter.setPen(Qt.GlobalColor.white)
        painter.drawText(self.rect().adjusted(0, 40, 0, 0), HINT_PLACE, self._hint)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin the frame."""
        self._start = event.position().toPoint()
        self._band.setGeometry(QRect(self._start, QSize()))
        self._band.show()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Stretch the frame."""
        self._band.setGeometry(QRect(self._start, event.position().toPoint()).normalized())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Give the part inside the frame; a mere click takes the whole screen."""
        frame = QRect(self._start, event.position().toPoint()).normalized()
        if frame.width() < SMALLEST or frame.height() < SMALLEST:
            frame = self.rect()
        ratio = self._picture.width() / max(self.width(), 1)
        place = QRect(
            round(frame.x() * ratio),
            round(frame.y() * ratio),
            round(frame.width() * ratio),
            round(frame.height() * ratio),
        )
        self.marked.emit(self._picture.copy(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Cancel on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


HINT_PLACE: Final = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
