"""The hashes for the server: folded, right, copied as they are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

from inspector.tickets.payload.signature import encrypted_msg_hash, hashes
from inspector.window.state.settings import Key
from inspector.window.widgets.column import ScrollColumn
from inspector.window.widgets.into_view import SETTLED_MS
from tests.window.left_hand import LeftHand, as_json
from tests.window.sealing import GROUP, sealed


def shown(hand: LeftHand) -> dict[str, QPushButton]:
    fold = hand.window.panels.ticket.hashes
    buttons = (b for b in fold.findChildren(QPushButton) if b.isVisibleTo(fold))
    return {button.accessibleName().split()[-1]: button for button in buttons}


def test_they_are_folded_until_asked_for_and_copied_whole(hand: LeftHand) -> None:
    fold = hand.window.panels.ticket.hashes
    assert not fold.isVisibleTo(hand.window)
    ticket = sealed(GROUP)
    hand.paste(hand.capture, as_json(ticket))
    hand.verdict()
    assert fold.isVisibleTo(hand.window)
    assert not shown(hand)
    hand.find(QToolButton, "hashesButton").click()
    assert set(shown(hand)) == {"encrypted_msg_hash", "checksession_signature"}
    shown(hand)["encrypted_msg_hash"].click()
    assert QApplication.clipboard().text() == encrypted_msg_hash(ticket.encrypted_data or "")
    shown(hand)["checksession_signature"].click()
    assert QApplication.clipboard().text() == hashes(ticket).checksession_signature


def test_they_come_into_view_when_they_are_asked_for(hand: LeftHand) -> None:
    hand.window.resize(1280, 640)
    hand.paste(hand.capture, as_json(replace(sealed(GROUP), raw_data="{}", signature="0" * 40)))
    hand.verdict()
    hand.find(QToolButton, "hashesButton").click()
    last = list(shown(hand).values())[-1]
    hand.wait(lambda: last.visibleRegion().boundingRect().height() >= last.height())


@pytest.mark.parametrize("name", ["hashesButton", "moreFieldsButton"])
@pytest.mark.parametrize("height", [560, 640, 720, 800])
def test_all_of_a_fold_comes_into_view_where_it_fits(
    hand: LeftHand, name: str, height: int
) -> None:
    hand.window.resize(1280, height)
    hand.window.state.settings.set(Key.MORE_FIELDS, "closed")
    hand.paste(hand.capture, as_json(replace(sealed(GROUP), raw_data="{}", signature="0" * 40)))
    hand.verdict()
    button, left = hand.find(QToolButton, name), hand.window.panels.ticket
    fold: QWidget = left.hashes if name == "hashesButton" else left.more
    area = left.findChild(ScrollColumn)
    assert isinstance(area, ScrollColumn)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def is_seen() -> bool:
        seen = fold.visibleRegion().boundingRect().height()
        return button.isChecked() and seen == min(fold.height(), area.viewport().height())

    hand.wait(is_seen)
    QTest.qWait(2 * SETTLED_MS)
    hand.wait(is_seen)


def test_a_fold_that_grows_when_it_is_seen_stays_in_view(hand: LeftHand) -> None:
    """What it holds may be worked out meanwhile."""
    hand.window.resize(1280, 640)
    hand.paste(hand.capture, as_json(replace(sealed(GROUP), raw_data="{}", signature="0" * 40)))
    hand.verdict()
    left = hand.window.panels.ticket
    area = left.findChild(ScrollColumn)
    assert isinstance(area, ScrollColumn)
    QTest.mouseClick(hand.find(QToolButton, "hashesButton"), Qt.MouseButton.LeftButton)
    hand.wait(lambda: bool(shown(hand)))
    QTest.qWait(2 * SETTLED_MS)
    left.hashes.setMinimumHeight(left.hashes.height() + 40)

    def is_at_its_end() -> bool:
        end = left.hashes.mapTo(area, left.hashes.rect().bottomLeft()).y()
        return end < area.viewport().height()

    hand.wait(is_at_its_end)


def test_they_follow_the_ticket_and_go_with_it(hand: LeftHand) -> None:
    hand.find(QToolButton, "hashesButton").setChecked(True)
    ticket = replace(sealed(GROUP), raw_data='{"a":1}', signature="0" * 40)
    hand.state.load([ticket])
    hand.verdict()
    assert "signature" in shown(hand)
    hand.state.load([replace(ticket, encrypted_data=None)])
    hand.verdict()
    assert set(shown(hand)) == {"checksession_signature", "signature"}
    hand.state.clear()
    hand.wait(lambda: not shown(hand))
