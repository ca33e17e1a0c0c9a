"""The payload beside the list folds away, and takes the list's place in a narrow window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.gallery.states import group, pasted
from tests.window.left_hand import LeftHand, left_hand
from tests.window.sealing import sealed


def listed(qtbot: QtBot, width: int) -> LeftHand:
    """Return a window of a width into which three tickets were pasted."""
    hand = left_hand(qtbot)
    hand.window.resize(width, 700)
    hand.paste(hand.capture, pasted(*(sealed(group(group_id=f"G{n}")) for n in range(3))))
    hand.wait(lambda: hand.window.workspace == "reports" and not hand.window.busy)
    return hand


def seen(hand: LeftHand) -> list[str]:
    return [panel.panel_id for panel in hand.window.panels.all if panel.isVisible()]


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def click(hand: LeftHand, name: str) -> None:
    QTest.mouseClick(hand.find(QAbstractButton, name), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("width", [820, 1280])
def test_the_keyboard_is_in_the_list_after_a_paste_of_many(qtbot: QtBot, width: int) -> None:
    hand = listed(qtbot, width)
    assert focus() is hand.table
    QTest.keyClick(focus(), Qt.Key.Key_Down)
    assert hand.sheet.current == 1


def test_a_row_opens_in_the_place_of_the_list_where_there_is_no_room_for_both(
    qtbot: QtBot,
) -> None:
    hand = listed(qtbot, 820)
    assert seen(hand) == ["ticket_list"]
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert (hand.window.workspace, seen(hand)) == ("reports", ["payload"])
    hand.wait(lambda: focus().objectName() == "copyHeadlineButton")
    click(hand, "foldPayloadButton")
    assert seen(hand) == ["ticket_list"]
    assert focus() is hand.table
    click(hand, "openPayloadButton")
    assert seen(hand) == ["payload"]
    hand.window.resize(1280, 700)
    assert seen(hand) == ["ticket_list", "payload"]


def test_other_tickets_show_their_list_again(qtbot: QtBot) -> None:
    hand = listed(qtbot, 820)
    click(hand, "openPayloadButton")
    hand.state.load([sealed(group(group_id=f"H{n}")) for n in range(4)])
    assert seen(hand) == ["ticket_list"]


def test_the_payload_beside_the_list_folds_and_comes_back(qtbot: QtBot) -> None:
    hand = listed(qtbot, 1280)
    click(hand, "foldPayloadButton")
    assert seen(hand) == ["ticket_list"]
    assert focus() is hand.table
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert seen(hand) == ["ticket_list", "payload"]
    hand.table.setFocus()
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert hand.window.workspace == "inspect"
    assert not hand.find(QAbstractButton, "foldPayloadButton").isVisible()


def test_a_window_that_was_narrow_for_a_while_has_the_widths_of_before(qtbot: QtBot) -> None:
    hand = listed(qtbot, 1280)
    before = hand.window.panels.ticket_list.width()
    for width in (1010, 820, 600, 1280):
        hand.window.resize(width, 700)
        qtbot.wait(10)
    assert hand.window.panels.ticket_list.width() == before


def test_the_payload_is_of_a_row_that_was_asked_for(qtbot: QtBot) -> None:
    hand = left_hand(qtbot)
    lost = replace(sealed(group(group_id="lost")), session_key=sealed(group()).session_key)
    hand.paste(hand.capture, pasted(sealed(group()), lost, sealed(group())))
    hand.wait(lambda: hand.window.workspace == "reports" and not hand.window.busy)
    assert hand.sheet.current == 0
    click(hand, "facet_attention")
    hand.wait(lambda: hand.sheet.current == 1)
    click(hand, "facet_all")
    hand.wait(lambda: hand.table.model().rowCount() == 3)
    assert hand.sheet.current == 1


def test_a_row_that_leaves_the_rows_by_itself_stays_in_view(qtbot: QtBot) -> None:
    hand = left_hand(qtbot)
    whole = [sealed(group()) for _ in range(3)]
    lost = [replace(ticket, session_key=sealed(group()).session_key) for ticket in whole[1:]]
    hand.paste(hand.capture, pasted(whole[0], *lost))
    hand.wait(lambda: hand.window.workspace == "reports" and not hand.window.busy)
    click(hand, "facet_attention")
    hand.wait(lambda: hand.table.model().rowCount() == 2 and hand.sheet.current == 1)
    hand.state.edit_field("session_key", whole[1].session_key or "")
    hand.wait(lambda: hand.table.model().rowCount() == 1)
    assert hand.sheet.current == 1
