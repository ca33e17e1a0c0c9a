"""The card: one panel on the quiet ground."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from inspector.window.theme import Theme
from inspector.window.widgets.text import label

TITLE_ROW: Final = 32
"""Height of the title's row, at 100 %, so that the titles of all columns share a line."""


class Card(QFrame):
    """A titled panel. Put content into `body`; `header` has room right of the title."""

    def __init__(self, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(title)
        self.body = QVBoxLayout(self)
        """The card's column; the header is its first row."""
        edge = theme.px(16)
        self.body.setContentsMargins(edge, theme.px(12), edge, edge)
        self.body.setSpacing(theme.px(8))
        self.header = QHBoxLayout()
        """The title's row."""
        self.header.setSpacing(theme.px(8))
        self.header.addStrut(theme.px(TITLE_ROW))
        heading = label(title, "heading")
        heading.setObjectName("cardTitle")
        self.header.addWidget(heading)
        self.header.addStretch(1)
        self.body.addLayout(self.header)

    def least_height(self) -> int:
        """Return the height that all of the card needs at its width, the frame's edges included."""
        if not self.width():
            return 0
        edges = self.height() - self.contentsRect().height()
        needed = self.body.minimumHeightForWidth(self.contentsRect().width())
        return max(needed, self.body.minimumSize().height()) + edges
