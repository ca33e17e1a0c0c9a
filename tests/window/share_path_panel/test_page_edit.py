from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.window.hands import Hands


def test_typing_reaches_the_path_line(hands: Hands) -> None:
    QTest.keyClicks(hands.page, "pages/a")
    assert hands.line.toPlainText() == "/pages/a"


def test_a_leading_slash_stays_while_it_is_typed_and_is_not_kept(hands: Hands) -> None:
    QTest.keyClicks(hands.page, "/pages/a")
    assert hands.page.text() == "/pages/a"
    assert hands.window.state.path.draft.share_path.page == "pages/a"
    QTest.keyClick(hands.page, Qt.Key.Key_Return)
    assert hands.page.text() == "pages/a"


def test_a_pasted_path_is_taken_apart(hands: Hands) -> None:
    QGuiApplication.clipboard().setText("/pages/a?id=1&from=%E7%BE%A4")
    hands.page.setFocus()
    QTest.keyClick(hands.page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert hands.page.text() == "pages/a"
    assert hands.parameters == [(True, "id", "1"), (True, "from", "群")]


def test_a_path_typed_by_hand_waits_for_enter_and_loses_nothing(hands: Hands) -> None:
    QTest.keyClicks(hands.page, "pages/a?id=1")
    assert hands.page.text() == "pages/a?id=1"
    QTest.keyClick(hands.page, Qt.Key.Key_Return)
    assert (hands.page.text(), hands.parameters) == ("pages/a", [(True, "id", "1")])


def test_the_pages_of_the_project_complete_it(hands: Hands) -> None:
    hands.window.state.path.set_pages(["pages/index/index", "pkg/shop/item"])
    QTest.keyClicks(hands.page, "SHOP")
    completer = hands.page.completer()
    assert completer.completionCount() == 1
    popup = completer.popup()
    assert popup is not None
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert hands.window.state.path.draft.share_path.page == "pkg/shop/item"


def test_undo_is_the_windows(hands: Hands) -> None:
    QTest.keyClicks(hands.page, "pages/a")
    QTest.keyClick(hands.page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert hands.page.text() == ""
    assert hands.line.toPlainText() == ""
