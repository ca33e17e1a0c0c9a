"""The notice: a tinted strip with a mark, a sentence and what can be done; and a column of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inspector.visible import visible
from inspector.window.theme import Theme
from inspector.window.widgets.text import label, plain_tip, set_tone


class Notice(QFrame):
    """One sentence in the tone of an outcome, with an optional button. Hidden when empty.

    Signals:
        acted: the button was pressed.
    """

    acted = Signal()

    def __init__(
        self,
        theme: Theme,
        tone: str = "info",
        parent: QWidget | None = None,
        *,
        stacked: bool = False,
    ) -> None:
        """Take where the button stands: beside the sentence, or below it in narrow places."""
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "strip")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8), theme.px(4), theme.px(8), theme.px(4))
        row.setSpacing(theme.px(8))
        self._mark = QLabel()
        self._text = label("", "note", wrap=True, select=True)
        self._button = QPushButton()
        self._button.setProperty("role", "link")
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._button.clicked.connect(self.acted)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        text = QBoxLayout(
            QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        )
        text.setSpacing(theme.px(2 if stacked else 8))
        text.addWidget(self._text, 1)
        sides = Qt.AlignmentFlag
        text.addWidget(self._button, 0, sides.AlignLeft if stacked else sides.AlignTop)
        row.addLayout(text, 1)
        self.show_text("", tone)

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._text.text()

    def show_text(self, text: str, tone: str = "info", action: str = "") -> None:
        """Show a sentence and the title of its button, or hide when the sentence is empty."""
        shown = visible(text, lines=True)  # names of files and members stand in sentences
        self._text.setText(shown)
        self._text.setAccessibleName(shown)
        self._mark.setPixmap(
            self._theme.pixmap(tone, f"{tone}Text" if tone != "plain" else "muted", 14)
        )
        self._button.setText(action)
        self._button.setVisible(bool(action))
        set_tone(self, tone)
        self.setVisible(bool(text))


class Notices(QWidget):
    """Notices one below the other; takes no room when there are none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pool: list[Notice] = []
        self._shown = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))
        self.hide()

    @property
    def texts(self) -> list[str]:
        """The sentences shown."""
        return [notice.text for notice in self._pool[: self._shown]]

    def show_lines(self, lines: Sequence[tuple[str, str, str]]) -> None:
        """Show these in place of those before: tone, sentence and tool tip of each."""
        while len(self._pool) < len(lines):
            self._pool.append(Notice(self._theme, parent=self))
            self._column.addWidget(self._pool[-1])
        for notice, (tone, text, tip) in zip(self._pool, lines, strict=False):
            notice.show_text(text, tone)
            notice.setToolTip(plain_tip(tip))
        for notice in self._pool[len(lines) :]:
            notice.show_text("")
        self._shown = len(lines)
        self.setVisible(bool(lines))
