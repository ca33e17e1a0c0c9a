"""What the first picture of the window does not show is made behind it, or when it is needed."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from inspector.window.app import build_window, make_application
from inspector.window.main_window import MainWindow
from inspector.window.payload_panel import headline
from inspector.window.payload_panel.status_line import StatusLine
from inspector.window.payload_panel.text_view import TextView
from inspector.window.verdict_banner import verdict_banner
from tests.window.commands import run
from tests.window.sealing import GROUP, sealed

LATE = (
    *("ticketList", "payloadTree", "payloadText", "verdictBanner", "headlineValue", "pauseButton"),
    *("appIdEdit", "rawDataEdit", "signatureEdit", "shareTicketEdit", "jump_scan"),
    *("pathChoice", "cancelReadingButton", "envOption", "app_idOption"),
)
"""Names of parts that are left for later."""


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    """A window that is not shown yet."""
    made = build_window(language="en", theme="light")
    qtbot.addWidget(made)
    return made


def made(window: MainWindow) -> set[str]:
    """Return which of the parts are there, without asking the window, which would make them."""
    return {name for name in LATE if QObject.findChild(window, QWidget, name) is not None}


def test_a_new_window_is_without_them(window: MainWindow) -> None:
    assert made(window) == set()


def test_they_are_made_behind_the_first_picture(window: MainWindow, qtbot: QtBot) -> None:
    window.show()
    qtbot.waitUntil(lambda: made(window) == set(LATE))


def test_another_theme_has_them_too(window: MainWindow, qtbot: QtBot) -> None:
    window.show()
    qtbot.waitUntil(lambda: made(window) == set(LATE))
    before = window.panels.ticket_list
    window.set_theme("dark")
    assert window.panels.ticket_list is not before
    qtbot.waitUntil(lambda: window.panels.ticket_list.findChild(QWidget, "ticketList") is not None)


@pytest.mark.parametrize("name", LATE)
def test_whoever_asks_for_one_gets_it(window: MainWindow, name: str) -> None:
    assert window.findChild(QWidget, name) is not None


@pytest.mark.parametrize("complete", [True, False])
def test_a_reader_is_told_the_verdict_before_the_id(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, complete: bool
) -> None:
    told: list[str] = []

    def tell(widget: QWidget, _: str) -> None:
        told.append(widget.objectName())

    monkeypatch.setattr(verdict_banner, "announce", tell)
    monkeypatch.setattr(headline, "announce", tell)
    if complete:
        window.complete()
    sealed_ticket = sealed(GROUP)
    window.state.tickets.load([sealed_ticket])
    qtbot.waitUntil(lambda: "headlineValue" in told)
    assert told.index("headlineValue") > told.index("verdictBanner")
    window.state.tickets.clear()
    told.clear()
    window.state.tickets.load([sealed_ticket])
    qtbot.waitUntil(lambda: "headlineValue" in told and not window.busy)
    assert told[-1] == "headlineValue"


@pytest.mark.parametrize(
    "place", [(headline, "headline_of"), (TextView, "_renew"), (StatusLine, "_show")]
)
def test_a_fault_of_one_hinders_no_other_theme(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, place: tuple[Any, str]
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError

    window.state.tickets.load([sealed(GROUP)])
    qtbot.waitUntil(lambda: window.state.tickets.verdict is not None)
    before = window.panels.payload
    monkeypatch.setattr(*place, fail)
    with capture_exceptions() as exceptions:
        window.set_theme("dark")
    assert exceptions
    assert window.panels.payload is not before
    assert window.panels.payload.findChild(QWidget, "payloadTree") is not None


def test_so_does_whoever_asks_for_several(window: MainWindow) -> None:
    assert set(LATE) <= {widget.objectName() for widget in window.findChildren(QWidget)}


@pytest.mark.parametrize(
    ("command", "name"), [("payload.find", "payloadTree"), ("list.copy", "ticketList")]
)
def test_a_command_brings_its_own(window: MainWindow, command: str, name: str) -> None:
    run(window, command)
    assert name in made(window)


def test_a_workspace_that_was_left_open_has_its_panel(window: MainWindow) -> None:
    window.show_workspace("reports")
    assert "ticketList" in made(window)


def test_a_ticket_with_an_app_id_brings_its_field(window: MainWindow) -> None:
    window.state.tickets.load([replace(sealed(GROUP), app_id="wx0123456789abcdef")])
    field = QObject.findChild(window, QLineEdit, "appIdEdit")
    assert field is not None
    assert field.text() == "wx0123456789abcdef"


def test_what_is_pasted_at_once_is_read(window: MainWindow, qtbot: QtBot) -> None:
    """Before the event loop has turned once."""
    ticket = sealed(GROUP)
    fields = {"iv": ticket.iv, "encryptedData": ticket.encrypted_data}
    text = json.dumps(fields | {"session_key": ticket.session_key})
    QGuiApplication.clipboard().setText(text)
    window.show()
    edit = window.panels.ticket.findChild(QPlainTextEdit, "captureEdit")
    assert edit is not None
    QTest.keyClick(edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "headlineValue" in made(window))
    headline = window.findChild(QLabel, "headlineValue")
    qtbot.waitUntil(lambda: headline.isVisible() and headline.text() in GROUP)


class Opening(QObject):
    """Notes what is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note it, and let everything pass."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_no_part_is_a_window_of_its_own_for_a_moment(qtbot: QtBot) -> None:
    """It would flash on the screen, and take the keyboard away."""
    opening = Opening()
    make_application().installEventFilter(opening)
    window = build_window(language="en", theme="light")
    qtbot.addWidget(window)
    window.complete()
    make_application().removeEventFilter(opening)
    assert opening.seen == []
