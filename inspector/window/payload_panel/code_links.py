"""The foot of the card: the same decryption in one's own code, and the payload as JSON."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from inspector.window.context import Context
from inspector.window.payload_panel.content import Content
from inspector.window.payload_panel.copying import Copying
from inspector.window.widgets.flow import Flow
from inspector.window.widgets.text import label

SNIPPETS: Final = {
    "Node": "open_ticket_node",
    "Python": "open_ticket_python",
    "PHP": "open_ticket_php",
    "Java": "open_ticket_java",
    "Go": "open_ticket_go",
    "Ruby": "open_ticket_ruby",
}
"""Language -> the snippet that decrypts in it."""


class CodeLinks(QWidget):
    """A quiet line of links; shown with a payload."""

    def __init__(
        self, content: Content, copying: Copying, context: Context, parent: QWidget
    ) -> None:
        super().__init__(parent)
        _, theme = context.messages.gettext, context.theme
        self._content = content
        self._context = context
        links = Flow(theme.px(6), self)
        links.fill(
            [
                label(_("Decrypt in code:"), "note"),
                *(self._link(language, name) for language, name in SNIPPETS.items()),
            ]
        )
        copy = QPushButton(_("Copy JSON"))
        copy.setProperty("role", "link")
        copy.setProperty("size", "note")
        copy.clicked.connect(partial(copying.copy_whole, "JSON"))
        rule = QFrame()
        rule.setProperty("role", "rule")
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(links, 1)
        row.addWidget(copy, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(rule)
        column.addLayout(row)
        content.changed.connect(self._show)
        self._show()

    def _link(self, language: str, snippet: str) -> QPushButton:
        button = QPushButton(language)
        button.setProperty("role", "link")
        button.setProperty("size", "note")
        button.clicked.connect(partial(self._open, snippet))
        return button

    def _open(self, snippet: str) -> None:
        from inspector.window.dialogs.snippets_dialog import SnippetsDialog

        dialog = SnippetsDialog(self._context, self.window())
        dialog.choose(snippet)
        dialog.show()

    def _show(self) -> None:
        self.setVisible(self._content.present)
