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

    Most notices of a window never say anything: what they show is made with the first sentence.

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
        self._stacked = stacked
        self._parts: _Parts | None = None
        self.setProperty("role", "strip")
        self.setProperty("tone", tone)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown."""
        return self._parts.text.text() if self._parts is not None else ""

    def show_text(self, text: str, tone: str = "info", action: str = "") -> None:
        """Show a sentence and the title of its button, or hide when the sentence is empty."""
        if self._parts is None and text:
            self._parts = _Parts(self, self._theme, stacked=self._stacked)
            self._parts.button.clicked.connect(self.acted)
        if self._parts is not None:
            self._parts.show_text(text, tone, action)
            set_tone(self, tone)
        self.setVisible(bool(text))


class _Parts:
    """What a notice shows: a mark, a sentence and a button."""

    def __init__(self, notice: Notice, theme: Theme, *, stacked: bool) -> None:
        self._theme = theme
        row = QHBoxLayout(notice)
        row.setContentsMargins(theme.px(8), theme.px(4), theme.px(8), theme.px(4))
        row.setSpacing(theme.px(8))
        self._mark = QLabel()
        self.text = label("", "note", wrap=True, select=True)
        """The sentence."""
        self.button = QPushButton()
        """What can be done."""
        self.button.setProperty("role", "link")
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        text = QBoxLayout(
            QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        )
        text.setSpacing(theme.px(2 if stacked else 8))
        text.addWidget(self.text, 1)
        sides = Qt.AlignmentFlag
        text.addWidget(self.button, 0, sides.AlignLeft if stacked else sides.AlignTop)
        row.addLayout(text, 1)

    def show_text(self, text: str, tone: str, action: str) -> None:
        """Show a sentence in a tone, and the title of the button where there is one."""
        shown = visible(text, lines=True)  # names of files and members stand in sentences
        self.text.setText(shown)
        self.text.setAccessibleName(shown)
        self._mark.setPixmap(
            self._theme.pixmap(tone, f"{tone}Text" if tone != "plain" else "muted", 14)
        )
        self.button.setText(action)
        self.button.setVisible(bool(action))


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
