"""The line to search by."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from inspector.window.widgets.search_line import SearchLine
from tests.window.hands import hands_on

LINES = ("payloadSearchEdit", "ticketFilterEdit")


@pytest.mark.parametrize("name", LINES)
def test_a_click_empties_it_and_leaves_the_keyboard(qtbot: QtBot, name: str) -> None:
    line = hands_on(qtbot).find(SearchLine, name)
    clear = line.findChild(QToolButton, "clearSearchButton")
    assert isinstance(clear, QToolButton)
    line.setParent(line.window())  # what stands around it may hide it
    line.show()
    line.setFocus()
    assert not clear.isVisible()
    QTest.keyClicks(line, "abc")
    assert clear.isVisible()
    QTest.mouseClick(clear, Qt.MouseButton.LeftButton)
    assert line.text() == ""
    assert not clear.isVisible()
    assert QApplication.focusWidget() is line
