"""What every small window is: titled, in the theme, never blocking, gone when closed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDateTimeEdit,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from inspector.window.context import Context
from inspector.window.stylesheet import stylesheet
from inspector.window.widgets.text import label


class Dialog(QDialog):
    """A window beside the main one. Put content into `body` and buttons into `buttons`."""

    def __init__(self, title: str, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        """State, words and looks."""
        self.owner = parent
        """The window beside which it stands."""
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

    def again(self, context: Context) -> Dialog:
        """Return this window made anew in other words and looks, without what was typed."""
        make = cast("Callable[[Context, QWidget], Dialog]", type(self))
        return make(context, self.owner)

    def renew(self, context: Context) -> None:
        """Give way to the same window in other words and looks; what was typed goes over."""
        successor = self.again(context)
        _carry_over(self, successor)
        successor.setGeometry(self.geometry())
        successor.show()
        self.close()

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


def _carry_over(old: QWidget, new: QWidget) -> None:
    """Put what was chosen and typed in one window into its twin, whose parts stand alike.

    Choices go first, for some of them fill the texts anew.
    """
    for kind, get, put in _INPUTS:
        for one, other in zip(old.findChildren(kind), new.findChildren(kind), strict=False):
            if get(one) != get(other):
                put(other, get(one))


_INPUTS: tuple[tuple[type[QWidget], Callable[[Any], Any], Callable[[Any, Any], object]], ...] = (
    (QComboBox, QComboBox.currentIndex, QComboBox.setCurrentIndex),
    (QAbstractButton, QAbstractButton.isChecked, QAbstractButton.setChecked),
    (QSpinBox, QSpinBox.value, QSpinBox.setValue),
    (QDateTimeEdit, QDateTimeEdit.dateTime, QDateTimeEdit.setDateTime),
    (QLineEdit, QLineEdit.text, QLineEdit.setText),
    (QPlainTextEdit, QPlainTextEdit.toPlainText, QPlainTextEdit.setPlainText),
)
