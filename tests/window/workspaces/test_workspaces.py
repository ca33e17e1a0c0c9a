"""One workspace gives way to another, and the keyboard goes with it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from inspector.window.workspaces.workspaces import SETTLED_MS
from tests.gallery.states import group, pasted
from tests.window.left_hand import CTRL, left_hand
from tests.window.sealing import sealed


@pytest.mark.parametrize(
    "text",
    [
        '{"errMsg":"getShareInfo:fail no permission"}',
        "c1d6b1a6-5a4b-4a5c-8d5e-2b8c4b2d1a11",
        "nothing of use is written in here",
    ],
)
def test_they_begin_with_it_where_the_text_holds_no_ticket(qtbot: QtBot, text: str) -> None:
    hand = left_hand(qtbot)
    hand.window.resize(820, 700)
    stage = hand.find(QScrollArea, "stage")
    hand.paste(hand.capture, text)

    def is_seen() -> bool:
        banner, view = hand.banner, stage.viewport()
        area = banner.rect().translated(banner.mapTo(view, QPoint(0, 0)))
        return banner.isVisible() and view.rect().contains(area) and area.top() < 120

    qtbot.waitUntil(is_seen)


def test_they_stay_where_a_text_without_a_ticket_is_typed(qtbot: QtBot) -> None:
    hand = left_hand(qtbot)
    hand.window.resize(820, 700)
    stage = hand.find(QScrollArea, "stage")
    QTest.keyClicks(hand.capture, "nothing of use is written in here")
    qtbot.waitUntil(lambda: hand.state.sheet.read and not hand.window.busy)
    qtbot.wait(2 * SETTLED_MS)
    assert stage.verticalScrollBar().value() == 0


@pytest.mark.parametrize("again", [False, True])
def test_stacked_columns_begin_with_the_verdict_of_what_was_pasted(
    qtbot: QtBot, again: bool
) -> None:
    hand = left_hand(qtbot)
    hand.window.resize(820, 700)
    stage, text = hand.find(QScrollArea, "stage"), pasted(sealed(group()))
    if again:  # its verdict is known by then
        hand.paste(hand.capture, text)
        hand.verdict()
        hand.state.clear()
        stage.verticalScrollBar().setValue(0)
    hand.paste(hand.capture, text)
    hand.verdict()

    def is_seen() -> bool:
        banner, view = hand.banner, stage.viewport()
        area = banner.rect().translated(banner.mapTo(view, QPoint(0, 0)))
        return banner.isVisible() and view.rect().contains(area) and area.top() < 120

    qtbot.waitUntil(is_seen)


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


def test_a_paste_over_the_tree_does_not_lead_into_the_switch(qtbot: QtBot) -> None:
    """The tree goes with the payload that it showed."""
    hand = left_hand(qtbot)
    hand.paste(hand.capture, pasted(sealed(group())))
    hand.verdict()
    tree = hand.find(QWidget, "payloadTree")
    tree.setFocus()
    hand.paste(tree, '{"errMsg":"getShareInfo:fail"}')
    qtbot.waitUntil(lambda: not tree.isVisible())
    assert QApplication.focusWidget() is hand.capture


@pytest.mark.parametrize("typed", [True, False], ids=["pasted by hand", "from elsewhere"])
def test_the_keyboard_is_somewhere_where_nothing_was_decrypted(qtbot: QtBot, typed: bool) -> None:
    """No view is shown then, and perhaps no button."""
    hand = left_hand(qtbot)
    made = sealed(group())
    text = pasted(replace(made, encrypted_data=str(made.encrypted_data)[:16]))
    hand.capture.setFocus()
    if typed:
        hand.paste(hand.capture, text)
    else:
        hand.state.paste_capture(text)
    assert not hand.verdict().data
    hand.wait(lambda: not hand.capture.isVisible())
    here = QApplication.focusWidget()
    assert here is not None
    assert here.isVisible()
    QTest.keyClick(here, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() not in (here, None)


def test_panels_make_room_for_a_verdict_behind_it(qtbot: QtBot) -> None:
    """A ticket that does not open folds the share path away, in a turn of its own."""
    hand = left_hand(qtbot)
    hand.window.resize(1600, 900)
    path, folded = hand.window.panels.share_path, []
    hand.state.verdict_changed.connect(lambda _: folded.append(path.isHidden()))
    assert path.isVisible()
    ticket = replace(sealed(group()), session_key=sealed(group()).session_key)
    hand.paste(hand.capture, pasted(ticket))
    assert hand.verdict().payload is None
    qtbot.waitUntil(lambda: not path.isVisible())
    assert not any(folded)
