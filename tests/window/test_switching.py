"""A change of theme or language leaves nothing behind, and waits for nothing."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from inspector.tickets import Ticket
from inspector.window.main_window import MainWindow
from inspector.window.worker import LatestCall

TICKET = Ticket("a" * 22 + "==", "b" * 22 + "==", "c" * 22 + "==")


def settle() -> None:
    """Carry out what was deleted later, and collect what nothing holds."""
    for _ in range(2):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()


def switch_there_and_back(window: MainWindow) -> None:
    """Change theme and language, and change them back."""
    for theme, language in (("dark", "zh_CN"), ("light", "en")):
        window.set_theme(theme)
        window.set_language(language)
        settle()


def growth(window: MainWindow, pairs: int) -> int:
    """Return by how many objects Python knows more after some pairs of switches."""
    for _ in range(2):  # caches fill
        switch_there_and_back(window)
    before = len(gc.get_objects())
    for _ in range(pairs):
        switch_there_and_back(window)
    return len(gc.get_objects()) - before


@pytest.mark.no_qt_log  # each message that pytest-qt kept would count as an object left behind
def test_switches_leave_no_object_behind(window: MainWindow, qtbot: QtBot) -> None:
    window.state.tickets.load([TICKET, TICKET])
    qtbot.waitUntil(lambda: not window.busy)
    widgets = len(QApplication.allWidgets())
    assert growth(window, 2) < 10
    assert len(QApplication.allWidgets()) == widgets


@pytest.mark.long
@pytest.mark.no_qt_log
@pytest.mark.timeout(600)
def test_125_pairs_of_switches_leave_objects_flat(window: MainWindow) -> None:
    widgets = len(QApplication.allWidgets())
    assert growth(window, 125) < 10
    assert len(QApplication.allWidgets()) == widgets


def test_a_switch_during_work_waits_for_nothing_and_ends_the_work(
    window: MainWindow, qtbot: QtBot
) -> None:
    gate, begun, told = threading.Event(), threading.Event(), threading.Event()

    def work(cancelled: Callable[[], bool]) -> None:
        begun.set()
        gate.wait()
        if cancelled():
            told.set()

    call = LatestCall(work, window.panels.payload)
    call.start()
    assert begun.wait(10)
    window.set_theme("dark")  # returns though the work is held up
    settle()
    gate.set()
    qtbot.waitUntil(told.is_set)


def test_qts_own_dialogs_change_language(window: MainWindow, qtbot: QtBot) -> None:
    window.set_language("zh_CN")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text().startswith("取消")
    window.set_language("en")
    QApplication.processEvents()
    assert box.buttons()[0].text() == "Cancel"
