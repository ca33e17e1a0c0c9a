"""Commands: one list from which menus and shortcuts derive."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QMenu
from pytestqt.qtbot import QtBot

from inspector.messages import Messages
from inspector.window.commands import Command, CommandBar, Menu


class Recorder:
    """Stands for a panel that offers two commands."""

    def __init__(self) -> None:
        self.ran: list[str] = []
        self.allowed = True

    def first(self) -> None:
        self.ran.append("first")

    def second(self) -> None:
        self.ran.append("second")

    def may(self) -> bool:
        return self.allowed


def bar_of(qtbot: QtBot, recorder: Recorder) -> tuple[QMainWindow, CommandBar]:
    window = QMainWindow()
    qtbot.addWidget(window)
    commands = [
        Command("b", Menu.TICKET, "Second", recorder.second, "Ctrl+2", section=1),
        Command("a", Menu.TICKET, "First", recorder.first, "Ctrl+1", enabled=recorder.may),
        Command("c", Menu.VIEW, "Third", recorder.second, submenu="More", checked=recorder.may),
    ]
    bar = CommandBar(window.menuBar(), Messages("en"), commands)
    window.addActions(bar.actions)
    return window, bar


def test_menus_are_in_order_and_parted_by_section(qtbot: QtBot) -> None:
    window, _ = bar_of(qtbot, Recorder())
    menus = (
        window.menuBar().actions()
    )  # before PySide6 6.11.2 a menu dies with its action's wrapper
    names = [action.text() for action in menus]
    assert names == ["&File", "&Edit", "&Ticket", "&Path", "&View", "&Help"]
    ticket = menus[2].menu()
    assert isinstance(ticket, QMenu)
    assert [action.text() for action in ticket.actions()] == ["First", "", "Second"]


def test_a_shortcut_runs_the_command(qtbot: QtBot) -> None:
    recorder = Recorder()
    window, _ = bar_of(qtbot, recorder)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert recorder.ran == ["first"]


def test_a_command_that_makes_no_sense_does_not_run(qtbot: QtBot) -> None:
    recorder = Recorder()
    window, bar = bar_of(qtbot, recorder)
    recorder.allowed = False
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert recorder.ran == []
    bar.refresh()
    by_id = {action.objectName(): action for action in bar.actions}
    assert not by_id["a"].isEnabled()
    assert not by_id["c"].isChecked()
