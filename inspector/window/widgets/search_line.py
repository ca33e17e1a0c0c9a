"""A line to search by: a glass at its left, a button that empties it at its right."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton

from inspector.window.theme import Theme

ICON: Final = 16
"""Width of an icon, at 100 %."""
BESIDE: Final = 24
"""What an icon takes of the line beside the text, at 100 %."""


class SearchLine(QLineEdit):
    """The line. Its icons grow with the text, which those of `QLineEdit.addAction` do not."""

    def __init__(self, theme: Theme, clear_title: str) -> None:
        """Take the words for the button that empties it."""
        super().__init__()
        glass = QLabel()
        glass.setPixmap(theme.pixmap("search", "muted", ICON))
        glass.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._clear = QToolButton()
        self._clear.setObjectName("clearSearchButton")
        self._clear.setIcon(theme.icon("close", "muted"))
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.setToolTip(clear_title)
        self._clear.setAccessibleName(clear_title)
        self._clear.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8), 0, theme.px(2), 0)
        row.addWidget(glass)
        row.addStretch(1)
        row.addWidget(self._clear)
        self._beside = theme.px(BESIDE)
        self.textChanged.connect(self._show_clear)
        self._show_clear("")

    def room(self) -> int:
        """Return the pixels that a text has beside the glass and within the edges."""
        return self.width() - round(2.5 * self._beside)

    def _show_clear(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self.setTextMargins(self._beside, 0, self._beside if text else 0, 0)
