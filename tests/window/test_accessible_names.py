"""Everything that can have the focus on the ticket side has a name for people who hear it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from tests.window.left_hand import LeftHand, as_json, left_hand
from tests.window.sealing import GROUP, sealed


def nameless(root: QWidget) -> list[str]:
    """Return the focusable widgets without a name."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        if widget.focusPolicy() is Qt.FocusPolicy.NoFocus or isinstance(widget, QScrollBar):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        inner = widget.objectName().startswith("qt_") or not widget.isVisibleTo(root)
        if interface and not inner and not interface.text(QAccessible.Text.Name):
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_everything_focusable_has_a_name(qtbot: QtBot, language: str) -> None:
    hand: LeftHand = left_hand(qtbot, language)
    panels = hand.window.panels
    panels.ticket.more.open()
    right, wrong = sealed(GROUP), replace(sealed(GROUP), session_key=sealed(GROUP).session_key)
    hand.paste(hand.capture, as_json(right, wrong))
    hand.wait(lambda: hand.state.verdicts.rows.needing == 1)
    assert [nameless(p) for p in (panels.ticket, panels.ticket_list, hand.banner)] == [[], [], []]


def test_the_state_of_a_field_is_heard(qtbot: QtBot) -> None:
    hand = left_hand(qtbot)
    hand.paste(hand.iv, sealed(GROUP).iv or "")
    assert hand.iv.accessibleDescription() == "16 bytes"
