"""One workspace gives way to another, and the keyboard goes with it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.gallery.states import group, pasted
from tests.window.left_hand import CTRL, left_hand
from tests.window.sealing import sealed


@pytest.mark.parametrize("key", [Qt.Key.Key_2, Qt.Key.Key_3])
def test_whoever_leaves_before_the_verdict_keeps_the_keyboard(qtbot: QtBot, key: Qt.Key) -> None:
    """The box folds as soon as it is read; the verdict, which takes the keyboard, comes later."""
    hand = left_hand(qtbot)
    had: list[QWidget | None] = []

    def leave(_tickets: int) -> None:
        QTest.keyClick(hand.window, key, CTRL)
        had.append(QApplication.focusWidget())

    hand.state.taken.connect(leave)
    hand.paste(hand.capture, pasted(sealed(group())))
    qtbot.waitUntil(lambda: bool(had))
    (here,) = had
    assert here is not None
    assert here.isVisible()
    QTest.keyClick(here, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() not in (here, None)
