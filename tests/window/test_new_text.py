"""Nothing of an earlier ticket stands beside a new text that holds none."""

from __future__ import annotations

from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTreeView

from tests.tickets.capture.neighbours.pasted import LONE, MEMBERS
from tests.window.left_hand import CTRL, LeftHand, as_json
from tests.window.sealing import GROUP, sealed

RANDOM = Random("a new text")
OTHERS = {
    "nothing known": "the meeting is at noon",
    "login code": LONE["login_code"](RANDOM),
    "share path": "pages/index/index?id=1",
    "failed call": str(MEMBERS["api_failed"](RANDOM)),
    "server error": str(MEMBERS["server_error"](RANDOM)),
    "launch": str(MEMBERS["no_share_ticket"](RANDOM)),
    "exception": "javax.crypto.BadPaddingException: pad block corrupted",
    "decrypted": '{"openGId":"tGother","watermark":{"appid":"wx1","timestamp":1}}',
}


@pytest.mark.parametrize("kind", OTHERS)
def test_a_new_text_takes_the_earlier_ticket_away(hand: LeftHand, kind: str) -> None:
    ticket = sealed(GROUP)
    hand.paste(hand.capture, as_json(ticket))
    assert hand.verdict().payload is not None
    text = OTHERS[kind]
    hand.window.panels.ticket.capture.unfold()
    QTest.keyClick(hand.capture, Qt.Key.Key_A, CTRL)
    hand.paste(hand.capture, text)
    hand.wait(lambda: hand.sheet.text == text and not hand.state.busy)
    hand.wait(lambda: not hand.banner.words.headline.startswith("Decrypted"))
    assert [edit for edit in (hand.key.text(), hand.iv.text()) if edit] == []
    assert hand.data.toPlainText() == ""
    group = GROUP.split('"')[3]
    seen = [label.text() for label in hand.window.findChildren(QLabel) if label.isVisible()]
    assert not [words for words in seen if group in words]
    assert group not in hand.find(QPlainTextEdit, "payloadText").toPlainText()
    model = hand.find(QTreeView, "payloadTree").model()
    indexes = (
        model.match(model.index(0, 0), 0, group, 1, Qt.MatchFlag.MatchContains) if model else []
    )
    assert not indexes
