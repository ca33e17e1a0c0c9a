"""The columns of the list are chosen, stay chosen, and may all come back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from inspector.window.dialogs.columns_dialog import ColumnsDialog
from inspector.window.main_window import MainWindow
from inspector.window.ticket_list.cells import Column
from inspector.window.ticket_list.view import TicketTable
from tests.window.commands import run
from tests.window.sealing import GROUP, sealed


@pytest.fixture
def listed(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.state.tickets.load([replace(sealed(GROUP), label=f"chat {n}") for n in range(3)])
    window.show_workspace("reports")
    qtbot.waitUntil(lambda: not window.busy)
    return window


def table(window: MainWindow) -> TicketTable:
    found = window.panels.ticket_list.findChild(TicketTable)
    assert isinstance(found, TicketTable)
    return found


def opened(window: MainWindow) -> ColumnsDialog:
    run(window, "list.columns")
    found = window.findChild(ColumnsDialog)
    assert isinstance(found, ColumnsDialog)
    return found


def test_a_column_is_hidden_by_the_keyboard_and_stays_so(listed: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(listed)
    titles = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    dialog.list.setCurrentRow(titles.index("Cause"))
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert table(listed).isColumnHidden(Column.CAUSE)
    dialog.close()
    before = table(listed)
    listed.set_language("zh_CN")
    qtbot.waitUntil(lambda: table(listed) is not before)
    assert table(listed).isColumnHidden(Column.CAUSE)
    assert not table(listed).isColumnHidden(Column.KIND)


def test_all_columns_come_back_and_the_number_never_goes(listed: MainWindow) -> None:
    dialog = opened(listed)
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert table(listed).isColumnHidden(Column.LABEL)
    assert "#" not in [dialog.list.item(row).text() for row in range(dialog.list.count())]
    button = dialog.findChild(QPushButton, "showAllColumns")
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not any(table(listed).isColumnHidden(n) for n in range(len(Column)))
    dialog.close()
