"""Brings a part of a column into view once the column has its height."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

SETTLED_MS: Final = 60
"""How long after a change all parts of a column stand in the heights that it gives them."""
FOLLOWED_MS: Final = 1_000
"""How long what comes later may still push it out of view, such as what is worked out meanwhile."""


class IntoView(QObject):
    """Scrolls every area that holds a widget, so that the whole of it is seen where it fits."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settled.timeout.connect(self._scroll)
        self._followed = QTimer(self, singleShot=True, interval=FOLLOWED_MS)
        widget.installEventFilter(self)

    def bring(self) -> None:
        """Scroll as soon as the heights have settled, and again where they change soon after."""
        self._followed.start()
        self._settled.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Notice that the widget has another height or place within its column."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and self._followed.isActive():
            self._settled.start()
        return super().eventFilter(watched, event)

    def _scroll(self) -> None:
        above = self._widget.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                _scroll_to(above, self._widget)
            above = above.parentWidget()


def _scroll_to(area: QScrollArea, widget: QWidget) -> None:
    """Show the widget's end, or its beginning where it is higher than the area."""
    page, bar = area.widget(), area.verticalScrollBar()
    if page is None or not page.isAncestorOf(widget):
        return
    top = widget.mapTo(page, QPoint(0, 0)).y()
    lowest = top + widget.height() - area.viewport().height()
    bar.setValue(min(max(bar.value(), lowest), top))
