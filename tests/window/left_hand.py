"""The ticket side of a window, driven as a person would."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from packaging.version import Version
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl, qVersion
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from inspector.tickets import Ticket, Verdict
from inspector.tickets.ticket import WIRE_NAMES
from inspector.window.app import build_window
from inspector.window.main_window import MainWindow
from inspector.window.state.sheet import Sheet
from inspector.window.ticket_panel.field import Field
from inspector.window.verdict_banner.verdict_banner import VerdictBanner

W = TypeVar("W", bound=QWidget)
CTRL = Qt.KeyboardModifier.ControlModifier


class LeftHand:
    """What a person sees and does on the ticket side."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window = window
        self.qtbot = qtbot
        self.state = window.state.tickets
        self.key = self.find(QLineEdit, "sessionKeyEdit")
        self.iv = self.find(QLineEdit, "ivEdit")
        self.data = self.find(QPlainTextEdit, "encryptedDataEdit")
        self.capture = self.find(QPlainTextEdit, "captureEdit")
        self.banner = self.find(VerdictBanner, "verdictBanner")
        self.table = self.find(QTableView, "ticketList")

    def find(self, kind: type[W], name: str) -> W:
        """Return a widget of the window by its object name."""
        found = self.window.findChild(kind, name)
        assert isinstance(found, kind), name
        return found

    @property
    def sheet(self) -> Sheet:
        """What the state shows."""
        return self.state.sheet

    def field(self, wire_name: str) -> Field:
        """Return a field of the panel."""
        panel = self.window.panels.ticket
        return next(f for f in (*panel.fields, *panel.more.fields) if f.name.wire == wire_name)

    def paste(self, widget: QWidget, text: str) -> None:
        """Put a text on the clipboard and press Ctrl+V."""
        QApplication.clipboard().setText(text)
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_V, CTRL)

    def type(self, widget: QWidget, text: str) -> None:
        """Press the keys of an ASCII text."""
        widget.setFocus()
        QTest.keyClicks(widget, text)

    def type_chinese(self, widget: QWidget, text: str) -> None:
        """Commit a text as an input method does."""
        widget.setFocus()
        event = QInputMethodEvent()
        event.setCommitString(text)
        QCoreApplication.sendEvent(widget, event)

    def undo(self) -> None:
        """Press Ctrl+Z where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, Qt.Key.Key_Z, CTRL)

    def drop(self, target: QWidget, data: QMimeData) -> bool:
        """Drag data onto a widget and let go; it goes up the parents as Qt does it."""
        receiver: QWidget | None = target
        while receiver is not None:
            place = receiver.mapFrom(self.window, target.mapTo(self.window, QPoint(9, 9)))
            if receiver.acceptDrops() and _drag(receiver, place, data):
                return True
            receiver = receiver.parentWidget()
        return False

    def drop_files(self, target: QWidget, files: Iterable[Path]) -> bool:
        """Drop files on a widget."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        return self.drop(target, data)

    def verdict(self) -> Verdict:
        """Wait until the ticket shown is judged, and return its verdict."""
        self.wait(self._judged)
        assert self.state.verdict is not None
        return self.state.verdict

    def wait(self, condition: Callable[[], bool]) -> None:
        """Let the window run until a condition holds."""
        self.qtbot.waitUntil(condition, timeout=20_000)

    def _judged(self) -> bool:
        verdict = self.state.verdict
        return verdict is not None and verdict.ticket == self.sheet.ticket and not self.state.busy


DRAG_PLACE: Callable[[QPoint], Any] = QPointF if Version(qVersion()) >= Version("6.12") else QPoint
"""What a drag event takes for a place: the one constructor is deprecated since Qt has the other."""


def _drag(widget: QWidget, place: QPoint, data: QMimeData) -> bool:
    actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(DRAG_PLACE(place), actions, data, buttons, none)
    enter.ignore()
    QCoreApplication.sendEvent(widget, enter)
    if not enter.isAccepted():
        return False
    drop = QDropEvent(QPointF(place), actions, data, buttons, none)
    drop.ignore()
    QCoreApplication.sendEvent(widget, drop)
    return drop.isAccepted()


def as_json(*tickets: Ticket) -> str:
    """Return tickets as a capture in JSON."""
    values = [
        {wire: ticket.field(wire) for wire in WIRE_NAMES.values() if ticket.field(wire)}
        for ticket in tickets
    ]
    return json.dumps(values[0] if len(values) == 1 else values)


def left_hand(qtbot: QtBot, language: str = "en", theme: str = "light") -> LeftHand:
    """Return the hand on a new, active window."""
    window = build_window(language=language, theme=theme)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return LeftHand(window, qtbot)
