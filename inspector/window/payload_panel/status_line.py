"""The foot of the card: the path of the chosen member, and all that is known of it."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.exact_json.json_pointer import pointer
from inspector.visible import visible
from inspector.window.context import Context
from inspector.window.payload_panel.content import Content
from inspector.window.payload_panel.meanings import Meanings
from inspector.window.payload_panel.tree_model import shortened
from inspector.window.widgets.text import label, set_tone

LONGEST_PATH: Final = 300
SAID_MS: Final = 4000
"""How long the foot says what was copied."""


class StatusLine(QWidget):
    """Two quiet lines: JSON Pointer, and meaning in whole sentences."""

    def __init__(self, content: Content, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._content = content
        self._messages = context.messages
        _ = context.messages.gettext
        self._path = label("", "data", wrap=True, select=True)
        self._path.setAccessibleName(_("Path of the chosen member"))
        self._meaning = label("", "note", wrap=True, select=True)
        self._meaning.setAccessibleName(_("Meaning of the chosen member"))
        self._said = label("", "note")
        self._forgetting = QTimer(self, singleShot=True, interval=SAID_MS)
        self._forgetting.timeout.connect(self._forget)
        row = QHBoxLayout()
        row.addWidget(self._path, 1)
        row.addWidget(self._said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(4))
        column.addLayout(row)
        column.addWidget(self._meaning)
        content.selected.connect(self._renew)
        content.changed.connect(self._renew)
        self._renew()

    def show_status(self, text: str, tone: str = "ok") -> None:
        """Say something for a while."""
        self._said.setText(text)
        set_tone(self._said, tone)
        self._forgetting.start()
        self.show()

    def _forget(self) -> None:
        self._said.setText("")
        self._show()

    def _renew(self, *_: Any) -> None:
        self._content.show_by(self._show, self._show_nothing)

    def _show_nothing(self) -> None:
        self._path.setText("")
        self._meaning.setText("")

    def _show(self) -> None:
        verdict, trail = self._content.verdict, self._content.trail
        chosen = trail is not None and verdict is not None
        self.setVisible(chosen or bool(self._said.text()))
        self._meaning.setVisible(chosen)
        if verdict is None or trail is None:
            self._path.setText("")
            return
        names, value = self._content.chosen_names, self._content.chosen_value
        path = pointer(names) or self._messages.gettext("(whole payload)")
        self._path.setText(shortened(visible(path), LONGEST_PATH))
        meaning = Meanings(verdict.kind, self._messages).sentences(names, value)
        self._meaning.setText(meaning)
        self._meaning.setVisible(bool(meaning))
