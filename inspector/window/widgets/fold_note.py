"""A note of one sentence that opens into the whole text."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from inspector.window.theme import Theme
from inspector.window.widgets.disclosure import Disclosure
from inspector.window.widgets.text import label

SENTENCE_END: Final = re.compile(r"。|\.(?=\s)|\n")


class FoldNote(QWidget):
    """Shows the first sentence of a note, whole; a click shows the rest."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """Take the name that a screen reader gives the switch."""
        super().__init__(parent)
        self._text = ""
        self._toggle = Disclosure(theme, self)
        self._toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._toggle.setAccessibleName(name)
        self._toggle.toggled.connect(self._refresh)
        self._label = label("", "note", wrap=True)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._label.setMinimumWidth(1)
        self._label.setMinimumHeight(theme.px(22))
        self._toggle.setFixedHeight(theme.px(22))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(4))
        row.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, 1)
        self._refresh()

    @property
    def text(self) -> str:
        """The whole text."""
        return self._text

    def show_text(self, text: str) -> None:
        """Show another text, folded or open as before."""
        self._text = text
        self.setAccessibleDescription(text)
        self._refresh()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Open or fold by a click anywhere on a note that says more."""
        if not self._toggle.isHidden() and event.button() is Qt.MouseButton.LeftButton:
            self._toggle.toggle()

    def _refresh(self) -> None:
        first = _first_sentence(self._text)
        self._toggle.setVisible(first != self._text)
        self._label.setText(self._text if self._toggle.isChecked() else first)


def _first_sentence(text: str) -> str:
    end = SENTENCE_END.search(text)
    return text[: end.end()].rstrip("\n") if end else text
