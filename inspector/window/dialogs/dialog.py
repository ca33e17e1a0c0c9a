"""What every small window is: titled, in the theme, never blocking, gone when closed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from inspector.window.context import Context
from inspector.window.stylesheet import stylesheet
from inspector.window.widgets.text import label


class Dialog(QDialog):
    """A window beside the main one. Put content into `body` and buttons into `buttons`."""

    def __init__(self, title: str, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        """State, words and looks."""
        theme = context.theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.setWindowTitle(title)
        self.setStyleSheet(stylesheet(theme))
        column = QVBoxLayout(self)
        edge = theme.px(16)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(theme.px(12))
        self.body = QVBoxLayout()
        """The window's column above its buttons."""
        self.body.setSpacing(theme.px(8))
        self.buttons = QHBoxLayout()
        """The row of buttons at the foot."""
        self.buttons.setSpacing(theme.px(8))
        column.addLayout(self.body, 1)
        column.addLayout(self.buttons)

    def note(self, text: str) -> None:
        """Add a quiet sentence to the body."""
        self.body.addWidget(label(text, "note", wrap=True))

    def button(self, title: str, *, primary: bool = False) -> QPushButton:
        """Add a button to the foot."""
        button = QPushButton(title)
        button.setAutoDefault(primary)
        button.setDefault(primary)
        if primary:
            button.setProperty("role", "primary")
        self.buttons.addWidget(button)
        return button

    def close_button(self) -> QPushButton:
        """Add the button that closes the window."""
        button = self.button(self.context.messages.gettext("Close"))
        button.clicked.connect(self.close)
        return button

    def size_to(self, width: int, height: int) -> None:
        """Take a first size, in lengths of the design."""
        theme = self.context.theme
        self.resize(theme.px(width), theme.px(height))
