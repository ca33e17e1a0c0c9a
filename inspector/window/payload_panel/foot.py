"""The foot of the card: the path of the chosen member, and all that is known of it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.window.context import Context
from inspector.window.payload_panel.content import Content
from inspector.window.payload_panel.meanings import Meanings
from inspector.window.payload_panel.nodes import Trail
from inspector.window.payload_panel.pointers import pointer
from inspector.window.payload_panel.tree_model import shortened, visible
from inspector.window.widgets.text import label

LONGEST_PATH = 300


class Foot(QWidget):
    """Two quiet lines: JSON Pointer, and meaning in whole sentences."""

    def __init__(self, content: Content, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._content = content
        self._messages = context.messages
        _ = context.messages.gettext
        self._path = label("", "data", wrap=True, select=True)
        self._path.setAccessibleName(_("Path of the chosen member"))
        self._path.setProperty("quiet", "true")
        self._meaning = label("", "note", wrap=True, select=True)
        self._meaning.setAccessibleName(_("Meaning of the chosen member"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(4))
        column.addWidget(self._path)
        column.addWidget(self._meaning)
        content.selected.connect(self._show)
        self._show(content.trail)

    def _show(self, trail: Trail | None) -> None:
        verdict = self._content.verdict
        self.setVisible(trail is not None and verdict is not None)
        if trail is None or verdict is None:
            return
        names, value = self._content.chosen_names, self._content.chosen_value
        path = pointer(names) or self._messages.gettext("(whole payload)")
        self._path.setText(shortened(visible(path), LONGEST_PATH))
        meaning = Meanings(verdict.kind, self._messages).sentences(names, value)
        self._meaning.setText(meaning)
        self._meaning.setVisible(bool(meaning))
