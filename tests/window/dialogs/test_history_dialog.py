"""The history since the window opened: searchable, one click back, gone with the window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inspector.tickets import Ticket
from inspector.window.app import build_window
from inspector.window.dialogs.history_dialog import HistoryDialog
from inspector.window.main_window import MainWindow
from tests.window.commands import run
from tests.window.sealing import GROUP, sealed


@pytest.fixture
def tickets(show: Callable[[Ticket], None]) -> list[Ticket]:
    made = [sealed(GROUP), sealed('{"opengid": "another-one"}')]
    for ticket in made:
        show(ticket)
    return made


@pytest.fixture
def dialog(window: MainWindow, tickets: list[Ticket]) -> HistoryDialog:
    assert tickets
    run(window, "ticket.history")
    dialog = window.findChild(HistoryDialog)
    assert isinstance(dialog, HistoryDialog)
    return dialog


def ids(dialog: HistoryDialog) -> list[str]:
    model = dialog.table.model()
    return [str(model.index(row, 4).data()) for row in range(model.rowCount())]


def test_the_latest_stands_first_and_words_find_it(dialog: HistoryDialog, qtbot: QtBot) -> None:
    assert ids(dialog) == ["another-one", "tGmade-up-for-this-test_12345"]
    QTest.keyClicks(dialog.line, "made-up")
    qtbot.waitUntil(lambda: len(ids(dialog)) == 1)


def test_one_click_brings_a_ticket_back_and_undo_returns(
    window: MainWindow, dialog: HistoryDialog, tickets: list[Ticket]
) -> None:
    place = dialog.table.visualRect(dialog.table.model().index(1, 0)).center()
    QTest.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.state.tickets.sheet.ticket == tickets[0]
    window.state.undo.undo()
    assert window.state.tickets.sheet.ticket == tickets[1]


def test_all_can_be_forgotten(dialog: HistoryDialog, qtbot: QtBot) -> None:
    assert dialog._forget.isEnabled()
    dialog._history.clear()
    qtbot.waitUntil(lambda: ids(dialog) == [])
    assert not dialog._forget.isEnabled()


def test_nothing_survives_the_window(window: MainWindow, dialog: HistoryDialog) -> None:
    assert len(window.state.history) == 2
    dialog.close()
    window.close()
    another = build_window(language="en", theme="light")
    assert len(another.state.history) == 0
    another.close()
    another.deleteLater()


def test_what_is_not_kept_and_not_shown_is_told(
    window: MainWindow, dialog: HistoryDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.state.history._history, "_most", 3)
    monkeypatch.setattr("inspector.window.dialogs.history_dialog.MOST_SHOWN", 2)
    for number in range(3):
        window.state.tickets.load([sealed(f'{{"opengid": "number {number}"}}')])
        qtbot.waitUntil(lambda: not window.busy)
    qtbot.waitUntil(lambda: "2 older tickets were dropped" in dialog._state.text())
    assert dialog._state.text().startswith("3 tickets · the latest 2 are shown; search for")
    assert "the history keeps the latest 1,000" in dialog._state.text()
    assert ids(dialog) == ["number 2", "number 1"]
    dialog._history.clear()
    qtbot.waitUntil(lambda: dialog._state.text().startswith("0 tickets · Kept in memory"))
