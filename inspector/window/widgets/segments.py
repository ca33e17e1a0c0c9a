"""A segmented switch: some buttons in one frame, of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QWidget,
)

from inspector.window.theme import Theme


class Segments(QFrame):
    """Chooses one of a few names; arrow keys move among them.

    Signals:
        chosen: the name of the segment that was clicked.
    """

    chosen = Signal(str)

    def __init__(
        self, segments: Sequence[tuple[str, str]], theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Take name and title of each segment."""
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "segments")
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._titles = dict(segments)
        row = QHBoxLayout(self)
        edge = theme.px(2)
        row.setContentsMargins(edge, edge, edge, edge)
        row.setSpacing(0)
        for name, title in segments:
            button = QPushButton(title)
            button.setObjectName(name)
            button.setCheckable(True)
            button.setProperty("role", "segment")
            button.setMinimumWidth(self._width(title, theme))
            self._group.addButton(button)
            self._buttons[name] = button
            row.addWidget(button)
        self._group.buttonClicked.connect(self._on_clicked)

    @staticmethod
    def _width(title: str, theme: Theme) -> int:
        """Return the width of a chosen segment, whose title is bold, so that none moves."""
        return QFontMetrics(theme.font(bold=True)).horizontalAdvance(title) + 2 * theme.px(20)

    def choose(self, name: str) -> None:
        """Show a segment as the chosen one."""
        self._buttons[name].setChecked(True)

    def _on_clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(button.objectName())
