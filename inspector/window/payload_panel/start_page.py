"""The first start: three lines that say what can be pasted, and the other two ways in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from inspector.window.context import Context
from inspector.window.file_dialogs import FileDialogs
from inspector.window.sample_tickets import SampleTickets
from inspector.window.widgets.text import label

WIDTH = 520


class StartPage(QWidget):
    """Shown while nothing was pasted."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._dialogs = FileDialogs(context, self)
        self._samples = SampleTickets(context)
        theme = context.theme
        inner = QWidget()
        inner.setMaximumWidth(theme.px(WIDTH))
        inner.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        _ = context.messages.gettext
        heading = label(
            _("Paste the data of a share, and it is decrypted here"), "title", wrap=True
        )
        column.addWidget(heading)
        column.addLayout(self._lessons())
        column.addLayout(self._buttons())
        column.addWidget(label(_("Nothing you paste leaves this computer."), "note", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(inner, 8, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)

    def _lessons(self) -> QGridLayout:
        _, theme = self._context.messages.gettext, self._context.theme
        lessons = (
            (
                "document",
                _("Text that holds the three fields"),
                _("Console or log lines, JSON, a form body, a cURL command, a HAR file"),
            ),
            (
                "key",
                _("The three values alone, in any order"),
                _("session_key, iv and encryptedData, one a line or between commas"),
            ),
            (
                "table",
                _("Many at once"),
                _("JSON lines, CSV or .xlsx: they open in Reports"),
            ),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for index, (icon, title, text) in enumerate(lessons):
            picture = QLabel()
            picture.setPixmap(theme.pixmap(icon, "muted", 16))
            grid.addWidget(picture, 3 * index, 0)
            grid.addWidget(label(title, "heading", wrap=True), 3 * index, 1)
            grid.addWidget(label(text, "quiet", wrap=True), 3 * index + 1, 1)
            grid.setRowMinimumHeight(3 * index + 2, theme.px(12))
        return grid

    def _buttons(self) -> QHBoxLayout:
        _, theme = self._context.messages.gettext, self._context.theme
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self._button(_("Paste"), self._paste, primary=True))
        row.addWidget(self._button(_("Try a sample"), self._samples.show_first))
        row.addWidget(self._button(_("Open files…"), self._dialogs.ask_for_captures))
        row.addStretch(1)
        return row

    def _button(self, title: str, run: Callable[[], None], *, primary: bool = False) -> QPushButton:
        button = QPushButton(title)
        if primary:
            button.setProperty("role", "primary")
        button.clicked.connect(run)
        return button

    def _paste(self) -> None:
        self._context.state.tickets.paste_capture(QGuiApplication.clipboard().text())
