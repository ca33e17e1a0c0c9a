"""A button that copies a text and says so itself, where the hand is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton, QWidget

from inspector.messages import Messages
from inspector.window.clipboard import copy_text
from inspector.window.theme import Theme

SAID_MS: Final = 1600
"""How long the button says that it copied."""


class CopyButton(QPushButton):
    """Copies what a function returns; its title turns to `Copied ✓` for a while."""

    def __init__(
        self,
        title: str,
        text: Callable[[], str],
        messages: Messages,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, parent)
        self._title = title
        self._said = messages.gettext("Copied ✓")
        self._text = text
        metrics = QFontMetrics(theme.font(bold=True))
        widest = max(metrics.horizontalAdvance(words) for words in (title, self._said))
        self.setMinimumWidth(widest + 2 * theme.px(14))
        self._forgetting = QTimer(self, singleShot=True, interval=SAID_MS)
        self._forgetting.timeout.connect(self._forget)
        self.clicked.connect(self.copy)

    def copy(self) -> None:
        """Copy the text and say so."""
        text = self._text()
        if text:
            copy_text(text)
            self.say_copied()

    def say_copied(self) -> None:
        """Say that something was copied."""
        self.setText(self._said)
        self._forgetting.start()

    def _forget(self) -> None:
        self.setText(self._title)
