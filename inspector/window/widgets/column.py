"""A column of widgets that scrolls down, and is never wider than the room it has."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from inspector.window.theme import Theme


class _Content(QWidget):
    """Asks for height only: in a narrow column its widgets get narrow, too."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height that the widgets need."""
        return QSize(0, super().minimumSizeHint().height())


class ScrollColumn(QScrollArea):
    """Widgets one below the other.

    Among stacked panels it takes the height of all of them and leaves scrolling to the window.

    Signals:
        height_wanted: the widgets need another height in pixels to be seen without scrolling.
    """

    height_wanted = Signal(int)

    def __init__(self, widgets: Iterable[QWidget], theme: Theme, spacing: int = 12) -> None:
        """Take the space between widgets, at 100 %."""
        super().__init__()
        self._whole = False
        self._wanted = 0
        self._room = 0
        self._content = _Content()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, theme.px(12), 0)
        column.setSpacing(theme.px(spacing))
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._content)
        self._content.installEventFilter(self)

    def place(self, widget: QWidget, other: QWidget, *, before: bool) -> None:
        """Let one of the widgets stand right before or behind another one."""
        layout = self._content.layout()
        if isinstance(layout, QVBoxLayout) and before != (
            layout.indexOf(widget) < layout.indexOf(other)
        ):
            layout.removeWidget(widget)
            layout.insertWidget(layout.indexOf(other) + (not before), widget)

    def set_whole(self, whole: bool) -> None:
        """Be as high as what is in it, or scroll."""
        self._whole = whole
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if whole else policy.ScrollBarAsNeeded
        )
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow what is in it."""
        if watched is self._content and event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a new width, at which texts wrap elsewhere."""
        super().resizeEvent(event)
        self._room = event.size().width()
        self._fit()

    def _fit(self) -> None:
        wanted, layout = 0, self._content.layout()
        if layout is not None:
            wanted = layout.heightForWidth(self._room) if layout.hasHeightForWidth() else 0
            wanted = max(wanted, layout.minimumSize().height())
        least = wanted if self._whole else 0
        if least != self.minimumHeight():
            self.setMinimumHeight(least)
        if wanted != self._wanted:
            self._wanted = wanted
            self.height_wanted.emit(wanted)
