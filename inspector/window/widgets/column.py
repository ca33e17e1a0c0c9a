"""A column of widgets that scrolls down, and is never wider than the room it has."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from inspector.window.theme import Theme


class _Content(QWidget):
    """Asks for height only: in a narrow column its widgets get narrow, too."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height that the widgets need."""
        return QSize(0, super().minimumSizeHint().height())


def scrolling_column(widgets: Iterable[QWidget], theme: Theme) -> QScrollArea:
    """Return a scroll area with widgets one below the other."""
    content = _Content()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, theme.px(12), 0)
    column.setSpacing(theme.px(12))
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(content)
    return scroll
