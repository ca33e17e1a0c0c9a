"""A window, its state and its panels, for the tests of all rooms of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.tickets import Ticket
from inspector.window.app import build_window
from inspector.window.main_window import MainWindow
from inspector.window.payload_panel.payload_panel import PayloadPanel
from inspector.window.state.settings import Settings
from inspector.window.state.state import State
from tests.window.left_hand import LeftHand, left_hand


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """The whole window, shown and active."""
    window = build_window(language="en", theme="light")
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    yield window
    window.close()
    window.deleteLater()


@pytest.fixture
def state(qapp: object) -> Iterator[State]:
    """What a window knows, without a window."""
    del qapp
    state = State(Settings())
    yield state
    state.deleteLater()


@pytest.fixture
def panel(window: MainWindow) -> PayloadPanel:
    """The middle column."""
    return window.panels.payload


@pytest.fixture
def show(window: MainWindow, qtbot: QtBot) -> Callable[[Ticket], None]:
    """Put a ticket into the window and wait for its verdict."""

    def show(ticket: Ticket) -> None:
        window.state.tickets.load([ticket])
        qtbot.waitUntil(partial(shown, ticket))

    def shown(ticket: Ticket) -> bool:
        verdict = window.state.tickets.verdict
        return verdict is not None and verdict.ticket == ticket

    return show


@pytest.fixture
def hand(qtbot: QtBot) -> LeftHand:
    """The ticket side of a new, active window."""
    return left_hand(qtbot)
