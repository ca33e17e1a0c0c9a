"""A window of the tests, driven as a person would."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from inspector.window.app import build_window
from inspector.window.main_window import MainWindow
from inspector.window.share_path_panel.parameter_table import ParameterTable

W = TypeVar("W", bound=QWidget)


class Hands:
    """What a person sees and does: the widgets by name, and typing in any script."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.page = self.find(QLineEdit, "pageEdit")
        self.line = self.find(QPlainTextEdit, "sharePathEdit")
        self.table = self.find(ParameterTable, "parameterTable")
        self.rows = self.table.rows

    def find(self, kind: type[W], name: str) -> W:
        """Return a widget of the window by its object name."""
        found = self.window.findChild(kind, name)
        assert isinstance(found, kind)
        return found

    @property
    def parameters(self) -> list[tuple[bool, str, str]]:
        """The rows of the table: on, name, value."""
        return [(p.enabled, p.name, p.value) for p in self.rows.parameters]

    @staticmethod
    def type_chinese(text: str) -> None:
        """Commit a text as an input method does."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        widget = QApplication.focusWidget()
        assert widget is not None
        QCoreApplication.sendEvent(widget, event)


def hands_on(qtbot: QtBot, language: str = "en", theme: str = "light") -> Hands:
    """Return the hands on a new, active window."""
    window = build_window(language=language, theme=theme)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return Hands(window)
