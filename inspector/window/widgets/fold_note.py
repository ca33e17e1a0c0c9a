"""A note of one line that opens into the whole text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from inspector.window.theme import Theme
from inspector.window.widgets.disclosure import Disclosure
from inspector.window.widgets.text import label, plain_tip


class FoldNote(QWidget):
    """Shows the beginning of a note, elided; a click shows all of it."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        """Take the name that a screen reader gives the switch."""
        super().__init__(parent)
        self._text = ""
        self._toggle = Disclosure(theme)
        self._toggle.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._toggle.setAccessibleName(name)
        self._toggle.toggled.connect(self._refresh)
        self._label = label("", "note")
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
        """Open or fold by a click anywhere on the note."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._toggle.toggle()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Elide anew."""
        super().resizeEvent(event)
        self._refresh()

    def _refresh(self) -> None:
        opened = self._toggle.isChecked()
        self._label.setWordWrap(opened)
        self._label.setText(self._text if opened else self._elided())
        self._label.setToolTip("" if opened else plain_tip(self._text))

    def _elided(self) -> str:
        first = self._text.partition("\n")[0]
        width = max(self._label.width() - 2, 10)
        return self._label.fontMetrics().elidedText(first, Qt.TextElideMode.ElideRight, width)
